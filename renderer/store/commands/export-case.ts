/**
 * A case as versioned JSON (shared/documents/case-export.ts) for other programs and for `npm run document`. Protected
 * sources and work product are never part of it.
 */
import type { Id } from '#shared/domain/base.ts';
import type { FileOf } from '#shared/domain/files.ts';
import { makeCaseExport } from '#shared/documents/case-export.ts';
import { AppError } from '#shared/errors.ts';
import { canonicalText } from '#shared/vault/canonical.ts';
import { loadRecord } from '../queries/load-record.ts';
import { isoOf } from '../session/deps.ts';
import type { OpenStore } from '../session/open-store.ts';

/** Same case, same text but for the instant of export: keys are in order. Throws `file-not-found`. */
export async function exportCase(store: OpenStore, caseId: Id): Promise<{ readonly json: string }> {
  const record = await loadRecord(store, caseId);
  if (record?.file.kind !== 'case') throw new AppError('file-not-found');
  const exported = makeCaseExport(record.file, officeFor(store), isoOf(store.deps.now()));
  return { json: `${JSON.stringify(JSON.parse(canonicalText(exported)), null, 2)}\n` };
}

/** The office as documents need it, without the slots by which its people unlock. */
function officeFor(store: OpenStore): FileOf<'office'> | null {
  const { office } = store;
  if (office === null) return null;
  const members = Object.fromEntries(
    Object.entries(office.members).map(([id, member]) => [id, { ...member, slotId: null }]),
  );
  return { ...office, members };
}
