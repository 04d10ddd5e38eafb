/** Many new files at once, as commits of a few hundred: the sample family, a hand-over file, large vaults for figures. */
import type { StoredFile } from '#shared/domain/files.ts';
import { AppError } from '#shared/errors.ts';
import { flushCache } from '../session/cache-writer.ts';
import type { OpenStore } from '../session/open-store.ts';
import { checkChange, validFile } from './check-file.ts';
import { type FileWrite, writeNow } from './write-commit.ts';

const FILES_A_COMMIT = 250;

/**
 * Writes new files in commits of 250. Each is validated; `done` is told after each commit. Throws `file-invalid`
 * for an id that is there already; what was written before stays.
 */
export async function importFiles(
  store: OpenStore,
  files: Iterable<StoredFile>,
  done: (count: number) => void = () => {},
): Promise<number> {
  let waiting: FileWrite[] = [];
  let count = 0;
  const write = async (): Promise<void> => {
    await store.inTurn(() => writeNow(store, { label: 'imported', files: waiting, undoable: false }));
    count += waiting.length;
    waiting = [];
    done(count);
    await store.deps.pause();
  };
  for (const given of files) {
    if (store.index.entries.has(given.id)) throw new AppError('file-invalid', { path: 'id', problem: 'exists' });
    const after = validFile(given);
    checkChange(null, after, store.actor);
    waiting.push({ before: null, after });
    if (waiting.length === FILES_A_COMMIT) await write();
  }
  if (waiting.length > 0) await write();
  await flushCache(store);
  return count;
}
