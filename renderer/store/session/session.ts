/**
 * The session of the store worker: every request by name. Nothing throws across; an expected failure is its code, a
 * bug becomes `internal`. Runs in the worker and, with other surroundings, in tests.
 */
import { fail, type Result, toFailure } from '#shared/errors.ts';
import { ringOfKind, type StoredFile } from '#shared/domain/files.ts';
import { type Ring, wipeKeys } from '#shared/vault/vault.ts';
import { addAccess, changePassphrase, grantMemberRole, removeAccess } from '../commands/access.ts';
import { getBlob, putBlob } from '../commands/blobs.ts';
import { commitEdits, trySavingAgain } from '../commands/commit-edits.ts';
import { exportCase } from '../commands/export-case.ts';
import { importFiles } from '../commands/import-cases.ts';
import { recents, visited } from '../commands/recents.ts';
import { prove } from '../commands/proof.ts';
import { confirmRecovery, makeRecovery, withdrawRecovery } from '../commands/recovery.ts';
import { snapshotAtLock } from '../commands/snapshot.ts';
import { redo, undo } from '../commands/undo.ts';
import type { RequestAnswer, RequestArg, RequestName } from '../contract.ts';
import { accessList } from '../queries/access.ts';
import { clientOrder, clientRows, firstRows } from '../queries/clients.ts';
import { drafts } from '../queries/drafts.ts';
import { duplicates } from '../queries/duplicates.ts';
import { fileById, filesOfKind, history, office } from '../queries/files.ts';
import { search } from '../queries/search.ts';
import { today } from '../queries/today.ts';
import { isUnreadable } from './check-older.ts';
import { flushCache, notePlace, stopFlushing } from './cache-writer.ts';
import { type Deps, randomId } from './deps.ts';
import type { OpenStore } from './open-store.ts';
import { openVault } from './open-vault.ts';

type Handlers = {
  readonly [N in Exclude<RequestName, 'open'>]: (
    store: OpenStore,
    arg: RequestArg<N>,
  ) => RequestAnswer<N> | Promise<RequestAnswer<N>>;
};

/** Requests that are answered before every row is there. */
const early: ReadonlySet<RequestName> = new Set<RequestName>([
  'open',
  'session',
  'office',
  'firstRows',
  'pendingPut',
  'pendingGet',
  'pendingClear',
  'flush',
  'newIds',
]);

const handlers: Handlers = {
  session: (store) => store.info(),
  commit: commitEdits,
  saveAgain: (store) => trySavingAgain(store),
  undo: (store) => undo(store),
  redo: (store) => redo(store),
  file: (store, { id }) => fileById(store, id),
  filesOfKind: (store, { kind, caseId }) => filesOfKind(store, kind, caseId),
  office: async (store) => {
    if (store.office === null) await store.loaded;
    return office(store);
  },
  clientOrder,
  clientRows: (store, { ids }) => clientRows(store, ids),
  firstRows: async (store, { count }) => {
    const rows = firstRows(store, count);
    if (rows !== null) return rows;
    await store.loaded;
    return firstRows(store, count) ?? [];
  },
  duplicates,
  search: (store, { text, limit }) => search(store, text, limit),
  today: (store, { date }) => today(store, date),
  drafts: (store, { caseId }) => drafts(store, caseId),
  history: (store, { fileId }) => history(store, fileId),
  recents: (store) => recents(store),
  visited: (store, { personId }) => {
    visited(store, personId);
    return true;
  },
  pendingPut: (store, { slot, value }) => {
    store.pending.put(slot, value, ringOfSlot(store, slot));
    return true;
  },
  pendingGet: (store, { slot }) => store.pending.get(slot),
  pendingClear: async (store, { slot }) => {
    await store.pending.clear(slot);
    return true as const;
  },
  flush: async (store) => {
    await flush(store);
    return true as const;
  },
  blobPut: (store, { bytes, caseId }) => putBlob(store, bytes, caseId),
  blobGet: (store, { blobId }) => getBlob(store, blobId),
  exportCase: (store, { caseId }) => exportCase(store, caseId),
  recoveryMake: (store, { proof }) => makeRecovery(store, proof),
  recoveryConfirm: (store, { group, typed }) => confirmRecovery(store, group, typed),
  recoveryWithdraw: async (store, { slotId, proof }) => {
    await withdrawRecovery(store, slotId, proof);
    return true as const;
  },
  prove: (store, { proof }) => prove(store, proof),
  accessList: (store) => accessList(store),
  accessAdd: async (store, given) => {
    await addAccess(store, given);
    return true as const;
  },
  accessRemove: async (store, { memberId, proof }) => {
    await removeAccess(store, memberId, proof);
    return true as const;
  },
  roleGrant: async (store, given) => {
    await grantMemberRole(store, given);
    return true as const;
  },
  passphraseChange: async (store, given) => {
    await changePassphrase(store, given);
    return true as const;
  },
  newIds: (store, { count }) => Array.from({ length: count }, () => randomId(store.deps.random)),
};

/** The ring of the file that a field's slot belongs to (`field:<file>/…`, field-controller.ts). */
function ringOfSlot(store: OpenStore, slot: string): Ring {
  const fileId = /^field:([0-9a-f]{32})\//.exec(slot)?.[1];
  const kind = fileId === undefined ? undefined : store.index.entries.get(fileId)?.kind;
  return kind === undefined ? 'case' : ringOfKind[kind];
}

/** Everything that waits is written; typing first, since main waits half a second only. */
async function flush(store: OpenStore): Promise<void> {
  store.jobs.abort();
  await store.pending.flush();
  if (!store.isLoaded) return;
  // A last try for what the disk refused: with the window it would be gone. To read the record first takes too long.
  if (store.canTryAgain && !isUnreadable(store)) await trySavingAgain(store).catch(() => undefined);
  await store.inTurn(async () => {
    await notePlace(store).catch(() => undefined);
    await flushCache(store);
    await snapshotAtLock(store).catch(() => undefined);
  });
}

export interface Session {
  /** Answers one request. */
  handle<N extends RequestName>(name: N, arg: RequestArg<N>): Promise<Result<RequestAnswer<N>>>;
  /** Writes many new files; for hand-over files, samples and figures. */
  importFiles(files: Iterable<StoredFile>, done?: (count: number) => void): Promise<number>;
  /** Settles when every row is loaded. */
  whenLoaded(): Promise<void>;
  /** The index as text, to compare two sessions. */
  fingerprint(): string;
  /** Stops what runs in the background and overwrites the keys. */
  close(): void;
}

/** A session that has not been opened yet. */
export function createSession(deps: Deps): Session {
  let store: OpenStore | null = null;
  const mustStore = (): OpenStore => {
    if (store === null) throw new Error('the vault is not open');
    return store;
  };

  async function answer<N extends RequestName>(name: N, arg: RequestArg<N>): Promise<RequestAnswer<N>> {
    if (name === 'open') {
      if (store !== null) throw new Error('the vault is open already');
      store = await openVault(deps, arg as RequestArg<'open'>);
      return store.info() as RequestAnswer<N>;
    }
    const opened = mustStore();
    if (!early.has(name)) await opened.loaded;
    const handler = handlers[name as keyof Handlers] as (store: OpenStore, arg: unknown) => unknown;
    return (await handler(opened, arg)) as RequestAnswer<N>;
  }

  return {
    async handle(name, arg) {
      if (!(name === 'open' || Object.hasOwn(handlers, name))) return fail('bad-request', { request: name });
      try {
        return { ok: true, value: await answer(name, arg) };
      } catch (error) {
        return toFailure(error);
      }
    },
    importFiles: (files, done) => importFiles(mustStore(), files, done),
    whenLoaded: () => mustStore().loaded,
    fingerprint: () => mustStore().index.fingerprint(),
    close: () => {
      if (store === null) return;
      store.jobs.abort();
      store.pending.stop();
      stopFlushing(store);
      store.cache.close();
      wipeKeys(store.keys);
    },
  };
}
