/** A case as somebody has it who was given the file: saved by the menu, read by the published format. */
import fs from 'node:fs';
import path from 'node:path';
import type { CaseFile } from '#shared/domain/case-file.ts';
import { readCaseExport } from '#shared/documents/case-export.ts';
import type { ClientPage } from '../pages/client-page.ts';
import type { Day } from './day.ts';

let saves = 0;

/** Saves the case of the open client page during a day; throws when the file breaks its own format. */
export async function savedCase(day: Pick<Day, 'app' | 'folder'>, client: ClientPage): Promise<CaseFile> {
  saves += 1;
  const file = path.join(day.folder, `case-${saves}.json`);
  await client.saveAsJson(day.app, file);
  const read = readCaseExport(fs.readFileSync(file, 'utf8'));
  if (!read.ok) throw new Error(`The saved case breaks its format: ${JSON.stringify(read.problems)}`);
  return read.value.case;
}
