/** A commit from the page: edits of files and new files, written as one. */
import type { Id } from '#shared/domain/base.ts';
import { AppError } from '#shared/errors.ts';
import type { Commit } from '../contract.ts';
import { isUnreadable, readOlderAgain } from '../session/check-older.ts';
import { ask } from '../session/deps.ts';
import type { OpenStore } from '../session/open-store.ts';
import { loadInTurn } from '../queries/load-record.ts';
import { checkChange, validFile } from './check-file.ts';
import { checkReady } from './ready-rule.ts';
import { isRefusal } from './refused.ts';
import { setAt } from './set-at.ts';
import { type FileWrite, writeNow, type Written } from './write-commit.ts';

/** Most patches a commit may have on screen; a bulk import has its own command. */
const MOST_FILES = 1000;

/**
 * Validates every file whole, then writes. Throws `file-not-found`, `file-invalid`, `draft-frozen`, `not-allowed`,
 * `read-only-mode`, or what the disk said; then nothing of the commit is in the record. What a full or read-only disk
 * refused is kept for `trySavingAgain`.
 */
export async function commitEdits(store: OpenStore, commit: Commit): Promise<Written> {
  const { label, edits, create = [] } = commit;
  if (label === '' || edits.length + create.length > MOST_FILES) throw new AppError('bad-request', { field: 'commit' });
  try {
    const written = await store.inTurn(() => writeEdits(store, commit));
    await clearSlots(store, commit);
    return written;
  } catch (error) {
    if (store.canTryAgain && isRefusal(error)) {
      store.refused.keep(commit);
      store.tellSession();
    }
    throw error;
  }
}

/**
 * Writes what the disk refused, in order. Throws what the disk says now, with everything that is not written still
 * kept; `read-only-mode` when trying again cannot help. A commit that no longer fits the record is let go and counted.
 */
export async function trySavingAgain(store: OpenStore): Promise<{ readonly saved: number; readonly unfit: number }> {
  return store.inTurn(async () => {
    if (store.readOnly !== null && !store.canTryAgain) store.mustBeWritable();
    await mustBeBack(store);
    store.resumeWriting();
    let [saved, unfit] = [0, 0];
    for (const commit of store.refused.all()) {
      try {
        await writeEdits(store, commit);
        saved += 1;
      } catch (error) {
        if (isRefusal(error)) throw error;
        unfit += 1;
      }
      store.refused.drop(commit);
      await clearSlots(store, commit);
    }
    store.tellSession();
    store.deps.notify({ kind: 'writable' });
    return { saved, unfit };
  });
}

/** The folder must be there, allow writing and be read to its end before anything is tried. */
async function mustBeBack(store: OpenStore): Promise<void> {
  const listing = await ask(store.deps, 'vault.list', undefined);
  if (!listing.writable) throw new AppError('disk-read-only', { system: 'access' });
  if (isUnreadable(store)) await readOlderAgain(store, listing);
}

async function writeEdits(store: OpenStore, { label, edits, create = [] }: Commit): Promise<Written> {
  store.mustBeWritable();
  const writes = new Map<Id, FileWrite>();
  for (const given of create) {
    if (store.index.entries.has(given.id) || writes.has(given.id)) {
      throw new AppError('file-invalid', { path: 'id', problem: 'exists' });
    }
    const after = validFile(given);
    checkChange(null, after, store.actor);
    if (after.kind === 'draft') await checkReady(store, null, after);
    writes.set(given.id, { before: null, after });
  }
  for (const { fileId, changes } of edits) {
    const former = writes.get(fileId) ?? { before: await mustLoad(store, fileId), after: null };
    let value: unknown = former.after ?? former.before?.file;
    for (const { path, value: next } of changes) value = setAt(value, path, next);
    const after = validFile(value);
    checkChange(former.before?.file ?? null, after, store.actor);
    writes.set(fileId, { before: former.before, after });
  }
  for (const { before, after } of writes.values()) {
    if (before?.file.kind === 'draft' && after?.kind === 'draft') await checkReady(store, before.file, after);
  }
  return writeNow(store, { label, files: [...writes.values()], undoable: true });
}

/** The record has it; a slot that cannot be cleared only offers the same text again. */
async function clearSlots(store: OpenStore, { clears = [] }: Commit): Promise<void> {
  await Promise.all(clears.map((slot) => store.pending.clear(slot).catch(() => undefined)));
}

async function mustLoad(store: OpenStore, id: Id) {
  const record = await loadInTurn(store, id);
  if (record === null) throw new AppError('file-not-found');
  return record;
}
