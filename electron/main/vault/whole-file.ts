/**
 * Files that are replaced whole: written beside, flushed, renamed, folder flushed, read back and compared. A failure
 * at any point leaves what was there before.
 */
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '#shared/errors.ts';
import { systemCode, toDiskError } from './disk-error.ts';
import type { VaultFs } from './vault-fs.ts';

const ASIDE = '.part';
/** Windows: a virus scanner may hold the old file for a while; waits grow up to this many milliseconds in all. */
const RENAME_PATIENCE = 20_000;

/**
 * Replaces a file. Throws a disk error; `disk-error` {system: 'compare'} when what was read back is not what was
 * written.
 */
export async function writeWhole(fs: VaultFs, file: string, bytes: Uint8Array): Promise<void> {
  const aside = `${file}${ASIDE}`;
  try {
    await fs.remove(aside);
    const handle = await fs.open(aside, 'create');
    try {
      await handle.write(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await renamePatiently(fs, aside, file);
    await fs.syncFolder(path.dirname(file));
  } catch (error) {
    await fs.remove(aside).catch(() => undefined); // the first error is the one to tell
    throw toDiskError(error);
  }
  const back = await fs.read(file).catch((error: unknown) => {
    throw toDiskError(error);
  });
  if (Buffer.compare(back, bytes) !== 0) throw new AppError('disk-error', { system: 'compare' });
}

async function renamePatiently(fs: VaultFs, from: string, to: string): Promise<void> {
  let waited = 0;
  for (let pause = 20; ; pause *= 2) {
    try {
      await fs.rename(from, to);
      return;
    } catch (error) {
      const held = process.platform === 'win32' && ['EPERM', 'EBUSY', 'EACCES'].includes(systemCode(error));
      if (!held || waited > RENAME_PATIENCE) throw error;
      await wait(pause);
      waited += pause;
    }
  }
}

/** Whether a name is an unfinished piece of `writeWhole` (left by a crash; never read). */
export function isAside(name: string): boolean {
  return name.endsWith(ASIDE);
}
