/** For tests of components: a store of one file on a slow disk. A commit waits until the test lets it through. */
import type { FileKind, FileOf } from '#shared/domain/files.ts';
import { type ErrorCode, fail, ok, type Result } from '#shared/errors.ts';
import type { StoreClient } from './client.ts';
import { setAt } from './commands/set-at.ts';
import type { Commit, RequestAnswer, SessionInfo, StoreNotice } from './contract.ts';

interface Waiting {
  readonly commit: Commit;
  readonly answer: (result: Result<RequestAnswer<'commit'>>) => void;
}

export const testSession: SessionInfo = {
  vaultKind: 'sample',
  readOnly: false,
  readOnlyBecause: null,
  readOnlyDetail: {},
  canTryAgain: false,
  waiting: 0,
  memberId: 'f'.repeat(32),
  memberName: '',
  role: 'attorney',
  officeId: 'd'.repeat(32),
  device: 'e'.repeat(32),
  rebuilt: null,
  recovery: 'done',
  lastSavedAt: null,
  loadedAll: true,
};

export class SlowStore<K extends FileKind> {
  file: FileOf<K>;
  readonly client: StoreClient;
  readonly #waiting: Waiting[] = [];
  readonly #listeners = new Set<(notice: StoreNotice) => void>();

  constructor(file: FileOf<K>) {
    this.file = file;
    this.client = {
      request: (name, arg) => this.#answer(name, arg) as never,
      subscribe: (listener) => {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
      },
    };
  }

  /** Commits that nothing was said about yet. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Writes the commit that has waited longest, or refuses it. */
  next(refused?: ErrorCode): void {
    const { commit, answer } = this.#waiting.shift() as Waiting;
    if (refused === undefined) this.change(...commit.edits.flatMap((edit) => edit.changes));
    answer(refused === undefined ? ok({ savedAt: '2026-11-24T10:00:00Z', sequence: 1 }) : fail(refused));
  }

  /** A change that comes from elsewhere: an undo, another page. */
  change(...changes: Commit['edits'][number]['changes']): void {
    this.file = changes.reduce<unknown>((file, { path, value }) => setAt(file, path, value), this.file) as FileOf<K>;
    for (const listener of [...this.#listeners]) {
      listener({ kind: 'changed', fileIds: [this.file.id], labels: [] } as StoreNotice);
    }
  }

  #answer(name: string, arg: unknown): Promise<Result<unknown>> {
    if (name === 'commit') return new Promise((answer) => this.#waiting.push({ commit: arg as Commit, answer }));
    if (name === 'file') return Promise.resolve(ok(structuredClone(this.file)));
    if (name === 'session') return Promise.resolve(ok(testSession));
    return Promise.resolve(ok(name === 'duplicates' ? [] : null));
  }
}
