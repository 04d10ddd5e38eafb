/**
 * The one way into the record: patches → sealed entry → append and fdatasync in the main process → "Saved" → index
 * and working copy. A failed write is never acknowledged and ends writing until it is tried again (refused.ts).
 */
import { schemaVersion } from '#shared/domain/case-file.ts';
import type { StoredFile } from '#shared/domain/files.ts';
import { AppError, toFailure } from '#shared/errors.ts';
import {
  type CommitMeta,
  diff,
  type FileChange,
  firstHead,
  type Json,
  keysSaved,
  type OwnedScope,
  type Patch,
  type SealedCommit,
  sealEntry,
  type VaultKeys,
} from '#shared/vault/vault.ts';
import { flushCache, flushSoon, MANY_FILES } from '../session/cache-writer.ts';
import { ask, isoOf } from '../session/deps.ts';
import { type FileRecord, scopeOf } from '../session/file-records.ts';
import type { OpenStore } from '../session/open-store.ts';
import { enter, historyRow, takeOut } from '../session/take-in.ts';
import { isMendable } from './refused.ts';
import { snapshotWhenDue } from './snapshot.ts';

/** One file of a commit; `after` null takes the file out again (undo of its making). */
export interface FileWrite {
  readonly before: FileRecord | null;
  readonly after: StoredFile | null;
}
export interface CommitWrite {
  /** Locale key under `history.`. */
  readonly label: string;
  readonly files: readonly FileWrite[];
  readonly refs?: Readonly<Record<string, string>>;
  readonly undoable: boolean;
}
export interface Written {
  readonly savedAt: string;
  readonly sequence: number;
}

interface Planned {
  readonly write: FileWrite;
  readonly change: FileChange;
}

/** Writes a commit whose files were validated. A commit that changes nothing writes nothing. */
export function writeCommit(store: OpenStore, commit: CommitWrite): Promise<Written> {
  return store.inTurn(() => writeNow(store, commit));
}

/** The same for a caller that already has its turn. `keys`: those of a change of access, which count from this entry on. */
export async function writeNow(store: OpenStore, commit: CommitWrite, keys: VaultKeys = store.keys): Promise<Written> {
  store.mustBeWritable();
  const { deps } = store;
  const at = isoOf(deps.now());
  const head = store.heads.get(store.device) ?? firstHead(store.keys.vault, store.device);
  const planned = commit.files.flatMap((write) => plan(store, write));
  if (planned.length === 0) return { savedAt: store.lastSavedAt ?? at, sequence: head.sequence };
  const meta: CommitMeta = {
    schema: schemaVersion,
    author: store.memberId,
    capacity: store.capacity,
    action: commit.label,
    at,
    ...(commit.refs !== undefined && { refs: commit.refs }),
  };
  const changes = planned.map(({ change }) => change);
  const sealed = sealEntry(keys, { head, now: deps.now(), meta, changes, random: deps.random });
  await append(store, keys, sealed);
  store.heads.set(store.device, sealed.head);
  store.lastSavedAt = at;
  deps.notify({ kind: 'saved', at });
  const done = { device: store.device, sequence: sealed.head.sequence, meta };
  for (const { write, change } of planned) keep(store, write, change, done);
  if (commit.undoable) store.undo.did({ label: commit.label, sequence: sealed.head.sequence, files: changes });
  deps.notify({ kind: 'changed', fileIds: changes.map(({ file }) => file), labels: [commit.label] });
  if (store.records.dirtyCount >= MANY_FILES) await flushCache(store);
  else flushSoon(store);
  snapshotWhenDue(store);
  return { savedAt: at, sequence: sealed.head.sequence };
}

function plan(store: OpenStore, write: FileWrite): Planned[] {
  const { before, after } = write;
  const file = after ?? before?.file;
  if (file === undefined) return [];
  const patches: Patch[] = diff(file.id, before?.file as Json | undefined, (after ?? undefined) as Json | undefined);
  if (patches.length === 0) return [];
  const scope: OwnedScope = scopeOf(file);
  const base = before?.revision ?? store.removed.get(file.id) ?? 0;
  return [{ write, change: { file: file.id, scope, base, patches } }];
}

/** Keys first, then the entry; any failure ends writing and is thrown. */
async function append(store: OpenStore, keys: VaultKeys, sealed: SealedCommit): Promise<void> {
  const { deps } = store;
  try {
    if (sealed.keysFile !== null) {
      await ask(deps, 'vault.writeKeys', { keys: sealed.keysFile });
      keysSaved(keys);
    }
    const written = ask(deps, 'vault.append', { device: store.device, sequence: sealed.first, bytes: sealed.bytes });
    // The entry is on its way before the screen is busy with saying so.
    deps.notify({ kind: 'saving' });
    await written;
  } catch (error) {
    const { code, detail } = toFailure(error);
    deps.notify({ kind: 'save-failed', code, detail });
    store.stopWriting(code, detail, isMendable(code));
    throw new AppError(code, detail);
  }
}

function keep(
  store: OpenStore,
  { before, after }: FileWrite,
  change: FileChange,
  commit: Parameters<typeof historyRow>[0],
): void {
  const revision = change.base + 1;
  if (after === null) {
    takeOut(store, change.file, revision);
    return;
  }
  const history = [...(before?.history ?? []), historyRow(commit, change.patches)];
  // Writing a value settles what two laptops wrote there differently.
  const settled = new Set(change.patches.map(({ path }) => path.join('/')));
  const conflicts = (before?.conflicts ?? []).filter((path) => !settled.has(path));
  enter(store, { file: after, revision, history, conflicts });
}
