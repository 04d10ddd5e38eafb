/**
 * Which Chromium last used the browser's own files in the data folder. An older one takes a newer database for damaged and
 * destroys it (so at 22→23 and 42→43 of Electron), so it must not open the working copy: the store worker then works from
 * the journal in memory, and the newer program finds its copy as it left it.
 */
import path from 'node:path';
import { app } from 'electron';
import { nodeFs, type VaultFs } from './vault/vault-fs.ts';
import { writeWhole } from './vault/whole-file.ts';

const NAME = 'browser.json';

/**
 * Whether `folder` was used by a newer Chromium than `running` (major version). If not, notes `running` there; a disk that
 * does not take the note does not take a database either.
 */
export async function isOlderThanNoted(fs: VaultFs, folder: string, running: number): Promise<boolean> {
  const file = path.join(folder, NAME);
  const noted = await fs.read(file).then(parse, () => 0);
  if (noted > running) return true;
  const text = JSON.stringify({ chromium: running });
  if (noted < running) await writeWhole(fs, file, Buffer.from(text)).catch(() => undefined);
  return false;
}

/** The major version in the note; 0 for what is none. */
function parse(bytes: Uint8Array): number {
  try {
    const { chromium } = JSON.parse(new TextDecoder().decode(bytes)) as { chromium?: unknown };
    return typeof chromium === 'number' ? chromium : 0;
  } catch {
    return 0;
  }
}

let answer: Promise<boolean> | null = null;

/** The same for this app and its data folder, asked once. */
export function browserIsOlder(): Promise<boolean> {
  answer ??= isOlderThanNoted(nodeFs, app.getPath('userData'), Number.parseInt(process.versions.chrome, 10));
  return answer;
}
