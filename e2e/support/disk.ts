/** What lies on the disk: hashes of a folder, markers in its bytes, small disks that fill up or refuse writing. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** Every file under a folder, relative paths, in order. */
export function filesUnder(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}

/**
 * SHA-256 of what a vault keeps: header, keys, journal, snapshots, blobs. The lock, the ballast and unfinished typing
 * come and go with a session.
 */
export function recordHashes(vaultFolder: string): Record<string, string> {
  const kept = filesUnder(vaultFolder).filter((file) => !/^(lock|ballast|pending)/.test(file));
  return Object.fromEntries(
    kept.map((file) => [
      file,
      createHash('sha256')
        .update(fs.readFileSync(path.join(vaultFolder, file)))
        .digest('hex'),
    ]),
  );
}

/** A marker as it could lie in a file: UTF-8, UTF-16 and, at any offset, base64. */
export function formsOf(marker: string): Buffer[] {
  const utf8 = Buffer.from(marker, 'utf8');
  // The middle of the base64 of a text is the same whatever stands around it, once the offset in three is fixed.
  const inBase64 = [0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), utf8])
      .toString('base64')
      .replace(/=+$/, '');
    return Buffer.from(text.slice(offset === 0 ? 0 : offset + 1, -1), 'latin1');
  });
  return [utf8, Buffer.from(marker, 'utf16le'), Buffer.from(marker, 'utf16le').swap16(), ...inBase64];
}

/** A running app renames what it wrote aside: a file that is gone by now is found under its new name or holds nothing. */
function readIfThere(file: string): Buffer {
  try {
    return fs.readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}

/** Files under a folder that hold one of the markers in any form. */
export function leaksIn(folder: string, markers: readonly string[]): string[] {
  const forms = markers.flatMap((marker) => formsOf(marker).map((bytes) => ({ marker, bytes })));
  return filesUnder(folder).flatMap((file) => {
    const bytes = readIfThere(path.join(folder, file));
    const found = forms.find((form) => bytes.includes(form.bytes));
    return found === undefined ? [] : [`${file}: ${found.marker}`];
  });
}

/** Only root may mount; elsewhere the tests of failing disks are skipped and say so. */
export const canMount = process.platform === 'linux' && process.getuid?.() === 0;

/** Puts a small disk in memory over a folder, with what was in it, and answers how to take it off again. */
export function smallDisk(folder: string, megabytes: number): { readonly unmount: () => void } {
  const aside = `${folder}-before`;
  fs.cpSync(folder, aside, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0700`, 'tmpfs', folder]);
  fs.cpSync(aside, folder, { recursive: true });
  return { unmount: () => execFileSync('umount', ['-l', folder]) };
}

export function makeReadOnly(folder: string): void {
  execFileSync('mount', ['-o', 'remount,ro', folder]);
}

export function makeWritable(folder: string): void {
  execFileSync('mount', ['-o', 'remount,rw', folder]);
}

/** Fills a disk to the last byte, with a file of this number; `emptyDisk` takes all of them off again. */
export function fillDisk(folder: string, number: number): void {
  const file = fs.openSync(path.join(folder, `filler-${number}`), 'w');
  for (const size of [1024 * 1024, 4096, 256, 1]) {
    try {
      for (;;) if (fs.writeSync(file, Buffer.alloc(size, 1)) < size) break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
  }
  fs.closeSync(file);
}

export function emptyDisk(folder: string): void {
  for (const file of fs.readdirSync(folder)) if (file.startsWith('filler-')) fs.rmSync(path.join(folder, file));
}
