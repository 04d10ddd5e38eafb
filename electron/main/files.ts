/** Files that the user saves or opens by a dialog; the page never names a path. */
import fs from 'node:fs';
import path from 'node:path';
import { AppError } from '#shared/errors.ts';
import type { Answer } from '#shared/ipc/contract.ts';
import { askWhatToOpen, askWhereToSave, type OpenKind, type SaveKind } from './dialogs.ts';
import { toDiskError } from './vault/disk-error.ts';
import { nodeFs } from './vault/vault-fs.ts';
import { writeWhole } from './vault/whole-file.ts';

/** Larger files are refused before they are read. */
const LARGEST_BYTES = 200 * 1024 * 1024;

/**
 * Asks where, then writes. `isStill` says whether the session that asked is still open: a dialog outlives a lock, and
 * what it was opened for must not be written afterwards.
 */
export async function saveByDialog(
  suggested: string,
  kind: SaveKind,
  bytes: Uint8Array,
  isStill: () => boolean,
): Promise<{ saved: boolean; name: string | null }> {
  const chosen = await askWhereToSave(suggested, kind);
  if (chosen === null || !isStill()) return { saved: false, name: null };
  const file = path.extname(chosen) === '' ? `${chosen}.${kind}` : chosen;
  await writeWhole(nodeFs, file, bytes);
  return { saved: true, name: path.basename(file) };
}

/** @throws AppError disk-error when the file cannot be read or is larger than 200 MB */
export async function openByDialog(kinds: readonly OpenKind[]): Promise<Answer<'files.open'>> {
  const file = await askWhatToOpen(kinds);
  if (file === null) return null;
  try {
    const { size } = await fs.promises.stat(file);
    if (size > LARGEST_BYTES) throw new AppError('disk-error', { system: 'EFBIG' });
    return { name: path.basename(file), bytes: new Uint8Array(await fs.promises.readFile(file)) };
  } catch (error) {
    throw toDiskError(error);
  }
}
