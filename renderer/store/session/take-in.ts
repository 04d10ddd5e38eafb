/** Takes commits of the journal into index and records: at unlock, when rebuilding, and from other laptops. */
import { must } from '#shared/assert.ts';
import type { Id } from '#shared/domain/base.ts';
import { type StoredFile, storedFile } from '#shared/domain/files.ts';
import { type Json, type OpenedCommit, purgedOwners, replay, type ReplayedFile } from '#shared/vault/vault.ts';
import type { HistoryRow } from '../contract.ts';
import { entryOf } from '../index/entries.ts';
import { type FileRecord, scopeOf } from './file-records.ts';
import type { OpenStore } from './open-store.ts';

/** Paths named per commit in a file's history. */
const PATHS_KEPT = 20;

export function historyRow(
  commit: Pick<OpenedCommit, 'device' | 'sequence' | 'meta'>,
  patches: readonly { readonly path: readonly string[] }[],
): HistoryRow {
  const { device, sequence, meta } = commit;
  const paths = patches.slice(0, PATHS_KEPT).map((patch) => patch.path.join('/'));
  return { sequence, device, at: meta.at, by: meta.author, label: meta.action, paths };
}

/** Puts a file's new state into index and records. */
export function enter(store: OpenStore, record: FileRecord): void {
  const { file, revision, history, conflicts } = record;
  const changedAt = history.at(-1)?.at ?? '';
  store.records.put(file.id, record);
  store.index.put(entryOf(file, { revision, changedAt, conflicts: conflicts.length }));
  store.search?.changed(file);
  if (file.kind === 'office') store.office = file;
}
export function takeOut(store: OpenStore, id: Id, revision: number): void {
  store.records.remove(id);
  store.index.remove(id);
  store.search?.removed(id);
  store.removed.set(id, revision);
}

/**
 * Applies commits in clock order. Values that two laptops wrote differently are kept in the file's record as
 * conflicts and flagged: the later one stands, neither is lost (CP16). Answers the files touched.
 */
export async function takeIn(store: OpenStore, commits: readonly OpenedCommit[]): Promise<Id[]> {
  const ids = new Set<Id>();
  for (const commit of commits) {
    for (const change of commit.changes) if ('file' in change) ids.add(change.file);
  }
  const known = new Map<Id, FileRecord>();
  const base = new Map<Id, ReplayedFile>();
  const list = [...ids];
  for (const [at, record] of (await store.records.loadMany(list)).entries()) {
    const id = must(list[at], 'as many records as ids');
    if (record !== null) {
      known.set(id, record);
      base.set(id, { scope: scopeOf(record.file), revision: record.revision, value: record.file as Json });
    }
  }
  const { files, touched, conflicts } = replay(base, commits, purgedOwners(store.keys));
  const rows = historyOf(commits);
  for (const id of touched) {
    const after = must(files.get(id), 'a touched file was replayed');
    if (after.value === undefined) {
      takeOut(store, id, after.revision);
      continue;
    }
    const former = known.get(id);
    const found = conflicts
      .filter((each) => each.file === id)
      .flatMap((each) => each.paths.map((path) => path.join('/')));
    enter(store, {
      file: found.length > 0 ? checked(after.value, former) : (after.value as StoredFile),
      revision: after.revision,
      history: [...(former?.history ?? []), ...(rows.get(id) ?? [])],
      conflicts: [...new Set([...(former?.conflicts ?? []), ...found])],
    });
  }
  return [...touched];
}

/** A merged value that breaks the schema is not shown: the file as it was before stands, flagged. */
function checked(value: Json, former: FileRecord | undefined): StoredFile {
  const parsed = storedFile.safeParse(value);
  if (parsed.success) return parsed.data;
  return former?.file ?? (value as StoredFile);
}

function historyOf(commits: readonly OpenedCommit[]): Map<Id, HistoryRow[]> {
  const rows = new Map<Id, HistoryRow[]>();
  for (const commit of commits) {
    for (const change of commit.changes) {
      if (!('file' in change)) continue;
      const list = rows.get(change.file) ?? [];
      list.push(historyRow(commit, change.patches));
      rows.set(change.file, list);
    }
  }
  return rows;
}
