/** Sealed attachments, one file each under a random name. Written once, never changed. */
import path from 'node:path';
import { AppError } from '#shared/errors.ts';
import { onDisk, orMissing } from './disk-error.ts';
import type { Layout } from './layout.ts';
import type { VaultFs } from './vault-fs.ts';
import { writeWhole } from './whole-file.ts';

/** Room that attachments leave for the journal. */
export const RESERVED_BYTES = 200 * 1024 * 1024;

/** Throws `disk-full` when fewer than 200 MB would be left, `bad-request` when the id is taken, or a disk error. */
export async function writeBlob(fs: VaultFs, layout: Layout, id: string, bytes: Uint8Array): Promise<void> {
  const file = path.join(layout.blobs, id);
  await onDisk(async () => {
    if ((await orMissing(fs.size(file), null)) !== null) throw new AppError('bad-request', { what: 'blob' });
    if ((await fs.free(layout.blobs)) < bytes.length + RESERVED_BYTES)
      throw new AppError('disk-full', { system: 'room' });
  });
  await writeWhole(fs, file, bytes);
}

/** Throws `file-not-found` when there is no such blob, or a disk error. */
export async function readBlob(fs: VaultFs, layout: Layout, id: string): Promise<Uint8Array> {
  const bytes = await onDisk(() => orMissing(fs.read(path.join(layout.blobs, id)), null));
  if (bytes === null) throw new AppError('file-not-found', { what: 'blob' });
  return bytes;
}
