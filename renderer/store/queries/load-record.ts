/** Opens a file; a working copy that turns out damaged is made anew from the journal, once, and the user is told. */
import type { Id } from '#shared/domain/base.ts';
import { AppError } from '#shared/errors.ts';
import { ask } from '../session/deps.ts';
import type { FileRecord } from '../session/file-records.ts';
import { rebuild } from '../session/load.ts';
import type { OpenStore } from '../session/open-store.ts';

const rebuilding = new WeakMap<OpenStore, Promise<void>>();

export async function loadRecord(store: OpenStore, id: Id): Promise<FileRecord | null> {
  try {
    return await store.records.load(id);
  } catch (error) {
    if (!(error instanceof AppError) || error.detail.what !== 'cache' || store.readOnly !== null) throw error;
    const running = rebuilding.get(store) ?? rebuildNow(store);
    rebuilding.set(store, running);
    await running;
    return store.records.load(id);
  }
}

async function rebuildNow(store: OpenStore): Promise<void> {
  await rebuild(store, await ask(store.deps, 'vault.list', undefined), 'damaged');
  store.deps.notify({ kind: 'changed', fileIds: [], labels: [] });
}
