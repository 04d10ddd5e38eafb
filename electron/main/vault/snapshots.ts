/** Snapshot files: written whole and compared before an older one goes. They shorten replay; segments stay for good. */
import path from 'node:path';
import { onDisk, orMissing } from './disk-error.ts';
import type { Layout } from './layout.ts';
import type { VaultFs } from './vault-fs.ts';
import { isAside, writeWhole } from './whole-file.ts';

const DAY = 24 * 60 * 60 * 1000;
const ENDING = '.snapshot';

export interface Aged {
  readonly name: string;
  /** Milliseconds. */
  readonly at: number;
}

/**
 * Which snapshots stay: the three newest, the newest of each of the last seven days and of each of the last three
 * 30-day months. A damaged journal is read again from behind the damage with an older one.
 */
export function snapshotsToKeep(snapshots: readonly Aged[], now: number): ReadonlySet<string> {
  const newestFirst = [...snapshots].sort((left, right) => right.at - left.at || (left.name < right.name ? 1 : -1));
  const keep = new Set(newestFirst.slice(0, 3).map((snapshot) => snapshot.name));
  for (const [span, count] of [
    [DAY, 7],
    [30 * DAY, 3],
  ] as const) {
    for (let index = 0; index < count; index += 1) {
      const newest = newestFirst.find(({ at }) => at <= now - index * span && at > now - (index + 1) * span);
      if (newest !== undefined) keep.add(newest.name);
    }
  }
  return keep;
}

/** Writes a snapshot, reads it back and compares, then lets go of those that need not stay. Throws a disk error. */
export async function writeSnapshot(
  fs: VaultFs,
  layout: Layout,
  snapshot: { readonly name: string; readonly bytes: Uint8Array; readonly now: number },
): Promise<void> {
  await writeWhole(fs, path.join(layout.snapshots, `${snapshot.name}${ENDING}`), snapshot.bytes);
  await onDisk(async () => {
    const all = await listSnapshots(fs, layout);
    const keep = snapshotsToKeep(all, snapshot.now);
    for (const { name } of all) {
      if (!keep.has(name) && name !== `${snapshot.name}${ENDING}`) await fs.remove(path.join(layout.snapshots, name));
    }
  });
}

/** The newest snapshot that can be read at all, or null. */
export async function readNewestSnapshot(fs: VaultFs, layout: Layout): Promise<Uint8Array | null> {
  const newestFirst = (await onDisk(() => listSnapshots(fs, layout))).sort((left, right) => right.at - left.at);
  for (const { name } of newestFirst) {
    const bytes = await fs.read(path.join(layout.snapshots, name)).catch(() => null); // an older one will do
    if (bytes !== null) return bytes;
  }
  return null;
}

async function listSnapshots(fs: VaultFs, layout: Layout): Promise<Aged[]> {
  const names = (await orMissing(fs.list(layout.snapshots), [])).filter((name) => name.endsWith(ENDING));
  const aged: Aged[] = [];
  for (const name of names) {
    if (!isAside(name)) aged.push({ name, at: await fs.changedAt(path.join(layout.snapshots, name)) });
  }
  return aged;
}
