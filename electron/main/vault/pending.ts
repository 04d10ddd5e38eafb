/** Unfinished typing, sealed by the store worker, one file per form. Not part of the record. */
import path from 'node:path';
import { onDisk, orMissing } from './disk-error.ts';
import { isHexId, type Layout } from './layout.ts';
import type { VaultFs } from './vault-fs.ts';
import { writeWhole } from './whole-file.ts';

export interface Pending {
  readonly slot: string;
  readonly bytes: Uint8Array;
}

export function writePending(fs: VaultFs, layout: Layout, { slot, bytes }: Pending): Promise<void> {
  return writeWhole(fs, path.join(layout.pending, slot), bytes);
}

export function readAllPending(fs: VaultFs, layout: Layout): Promise<Pending[]> {
  return onDisk(async () => {
    const pending: Pending[] = [];
    for (const slot of (await orMissing(fs.list(layout.pending), [])).filter(isHexId).sort()) {
      pending.push({ slot, bytes: await fs.read(path.join(layout.pending, slot)) });
    }
    return pending;
  });
}

export function clearPending(fs: VaultFs, layout: Layout, slot: string): Promise<void> {
  return onDisk(() => fs.remove(path.join(layout.pending, slot)));
}
