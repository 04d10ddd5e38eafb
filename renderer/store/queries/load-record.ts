/** Opens a file; a working copy that turns out damaged is made anew from the journal, once, and the user is told. */
import type { Id } from '#shared/domain/base.ts';
import { ask } from '../session/deps.ts';
import { type FileRecord, isCopyDamaged } from '../session/file-records.ts';
import { rebuild } from '../session/load.ts';
import type { OpenStore } from '../session/open-store.ts';

/** For commands, which have their turn among the writes already; null when there is no such file. */
export async function loadInTurn(store: OpenStore, id: Id): Promise<FileRecord | null> {
  try {
    return await store.records.load(id);
  } catch (error) {
    if (!isCopyDamaged(error) || store.readOnly !== null) throw error;
    await rebuild(store, await ask(store.deps, 'vault.list', undefined), 'damaged');
    store.deps.notify({ kind: 'changed', fileIds: [], labels: [] });
    return store.records.load(id);
  }
}

/** For queries; null when there is no such file. Rebuilding waits for its turn, so that no commit falls between. */
export async function loadRecord(store: OpenStore, id: Id): Promise<FileRecord | null> {
  try {
    return await store.records.load(id);
  } catch (error) {
    if (!isCopyDamaged(error)) throw error;
    return store.inTurn(() => loadInTurn(store, id));
  }
}
