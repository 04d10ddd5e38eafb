/** A file of 4 MB that is given up so that a last save still fits on a full disk. */
import { orMissing } from './disk-error.ts';
import type { Layout } from './layout.ts';
import type { VaultFs } from './vault-fs.ts';

export const BALLAST_BYTES = 4 * 1024 * 1024;

/** Lays the ballast if it is not there. A disk without room for it stays without; that is no error. */
export async function layBallast(fs: VaultFs, layout: Layout): Promise<void> {
  if ((await orMissing(fs.size(layout.ballast), 0)) === BALLAST_BYTES) return;
  try {
    await fs.remove(layout.ballast);
    const file = await fs.open(layout.ballast, 'create');
    try {
      // Not zeros: a compressing file system would keep no room for them.
      await file.write(noise());
      await file.sync();
    } finally {
      await file.close();
    }
  } catch {
    await fs.remove(layout.ballast).catch(() => undefined);
  }
}

/** Gives the ballast up; false when there was none. */
export async function dropBallast(fs: VaultFs, layout: Layout): Promise<boolean> {
  if ((await orMissing(fs.size(layout.ballast), 0)) === 0) return false;
  await fs.remove(layout.ballast);
  await fs.syncFolder(layout.root);
  return true;
}

function noise(): Uint8Array {
  const words = new Uint32Array(BALLAST_BYTES / 4);
  let state = 0x9e3779b9;
  for (let at = 0; at < words.length; at += 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    words[at] = state;
  }
  return new Uint8Array(words.buffer);
}
