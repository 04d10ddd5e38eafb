/** Snapshots: the sealed rows of a moment in one file, so that a rebuild need not replay every commit. */
import { schemaVersion } from '#shared/domain/case-file.ts';
import { rings } from '#shared/vault/types.ts';
import { sealSnapshot, type SnapshotFile } from '#shared/vault/vault.ts';
import { flushCache } from '../session/cache-writer.ts';
import { ask } from '../session/deps.ts';
import type { OpenStore } from '../session/open-store.ts';

/** Commits between snapshots. */
const EVERY = 500;
/** A snapshot passes through the page in one piece; with more files than this it would be felt, and the journal is replayed. */
const MOST_FILES = 1500;
/** At lock there is half a second: only a vault this small gets one then. */
const MOST_FILES_AT_LOCK = 300;
const ROWS_AT_ONCE = 200;

/** Counts commits and writes a snapshot in the background after each 500th. */
export function snapshotWhenDue(store: OpenStore): void {
  store.sinceSnapshot += 1;
  if (store.sinceSnapshot < EVERY) return;
  store.sinceSnapshot = 0;
  void store.inTurn(() => writeSnapshot(store)).catch(() => undefined);
}

/** A snapshot at lock, when something changed and it is quick. */
export async function snapshotAtLock(store: OpenStore): Promise<void> {
  if (store.sinceSnapshot === 0 || store.index.entries.size > MOST_FILES_AT_LOCK) return;
  store.sinceSnapshot = 0;
  await writeSnapshot(store);
}

/**
 * Writes a snapshot of the present state; main keeps it beside older ones. A failure is not the user's: the journal
 * has everything. Must have its turn among the writes, so that heads and rows are of one moment.
 */
async function writeSnapshot(store: OpenStore): Promise<void> {
  const { index, deps, keys } = store;
  // Who does not see every ring would make a snapshot with files missing.
  const seesAll = rings.every((ring) => keys.held.has(ring));
  if (store.readOnly !== null || !seesAll || index.entries.size > MOST_FILES) return;
  await flushCache(store);
  const ids = [...index.entries.keys()];
  const files: SnapshotFile[] = [];
  for (let at = 0; at < ids.length; at += ROWS_AT_ONCE) {
    for (const { id, scope, revision, record } of await store.records.sealed(ids.slice(at, at + ROWS_AT_ONCE))) {
      files.push({ file: id, scope, revision, version: schemaVersion, record });
    }
    await deps.pause();
  }
  if (files.length !== ids.length) return;
  const head = store.heads.get(store.device);
  if (head === undefined) return;
  const bytes = sealSnapshot(keys, { heads: [...store.heads.values()], files }, deps.random);
  const name = `${String(head.sequence).padStart(12, '0')}-${store.device.slice(0, 8)}`;
  await ask(deps, 'vault.snapshotWrite', { name, bytes });
}
