/** A commit from the page: edits of files and new files, written as one. */
import type { Id } from '#shared/domain/base.ts';
import { AppError } from '#shared/errors.ts';
import type { Commit } from '../contract.ts';
import type { OpenStore } from '../session/open-store.ts';
import { loadInTurn } from '../queries/load-record.ts';
import { checkChange, validFile } from './check-file.ts';
import { setAt } from './set-at.ts';
import { type FileWrite, writeNow, type Written } from './write-commit.ts';

/** Most patches a commit may have on screen; a bulk import has its own command. */
const MOST_FILES = 1000;

/**
 * Validates every file whole, then writes. Throws `file-not-found`, `file-invalid`, `draft-frozen`, `not-allowed`,
 * `read-only-mode`, or what the disk said; then nothing of the commit is in the record.
 */
export async function commitEdits(store: OpenStore, commit: Commit): Promise<Written> {
  const { label, edits, create = [], clears = [] } = commit;
  if (label === '' || edits.length + create.length > MOST_FILES) throw new AppError('bad-request', { field: 'commit' });
  const written = await store.inTurn(async () => {
    store.mustBeWritable();
    const writes = new Map<Id, FileWrite>();
    for (const given of create) {
      if (store.index.entries.has(given.id) || writes.has(given.id)) {
        throw new AppError('file-invalid', { path: 'id', problem: 'exists' });
      }
      const after = validFile(given);
      checkChange(null, after, store.actor);
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
    return writeNow(store, { label, files: [...writes.values()], undoable: true });
  });
  // The record has it; a slot that cannot be cleared only offers the same text again.
  await Promise.all(clears.map((slot) => store.pending.clear(slot).catch(() => undefined)));
  return written;
}

async function mustLoad(store: OpenStore, id: Id) {
  const record = await loadInTurn(store, id);
  if (record === null) throw new AppError('file-not-found');
  return record;
}
