/**
 * Facts that were begun and have no answer yet. They live on the page only: the first answer, or the first typed letter,
 * writes the fact and itself as one commit, so that undo takes back both. Leaving without one leaves nothing in the
 * record; a lock keeps it in a pending slot for the page it is open on.
 */
import type { Id } from '#shared/domain/base.ts';
import type { Result } from '#shared/errors.ts';
import type { ConnectedStore, StoreClient } from './client.ts';
import type { Change, Commit, RequestAnswer, RequestArg, RequestName } from './contract.ts';
import { withChanges } from './with-changes.ts';

export interface UnbornFact {
  readonly fileId: Id;
  readonly collection: string;
  readonly id: Id;
  /** Locale key under `history.` for the case that a typed letter writes it. */
  readonly label: string;
  /** What writes the fact: itself, and what points at it. */
  readonly changes: readonly Change[];
}

interface Entry {
  readonly fact: UnbornFact;
  /** A commit with the fact is under way, or kept by the store for another try. */
  isSent: boolean;
}

/** Failures after which nothing of the commit is kept for another try. */
const letGo: ReadonlySet<string> = new Set(['file-invalid', 'not-allowed', 'file-not-found', 'bad-request']);

function pendingSlot(fileId: Id, id: Id): string {
  return `field:${fileId}/unborn/${id}`;
}

/** The file as it will be once the fact is written. */
export function withFact<T>(file: T, fact: UnbornFact): T {
  return withChanges(file, fact.changes);
}

export class UnbornFacts {
  readonly #inner: StoreClient;
  readonly #entries = new Map<Id, Entry>();
  readonly #listeners = new Set<() => void>();

  constructor(inner: StoreClient) {
    this.#inner = inner;
  }

  begin(fact: UnbornFact): void {
    this.#entries.set(fact.id, { fact, isSent: false });
    this.#tell();
  }
  /** The fact while it is not known to be in the record. */
  of(id: Id): UnbornFact | undefined {
    return this.#entries.get(id)?.fact;
  }
  /** The file with the begun facts that are not in it yet. */
  into<F extends { readonly id: Id }>(file: F): F {
    const missing = [...this.#entries.values()].filter(
      ({ fact }) => fact.fileId === file.id && !Object.hasOwn(Object(Reflect.get(file, fact.collection)), fact.id),
    );
    return missing.reduce((next, { fact }) => withFact(next, fact), file);
  }
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The record has it. */
  arrived(id: Id): void {
    if (this.#entries.delete(id)) this.#tell();
  }
  /** Its page is left: answers the fact when no answer was given, to offer keeping it. */
  leave(id: Id): UnbornFact | null {
    const entry = this.#entries.get(id);
    this.arrived(id);
    return entry === undefined || entry.isSent ? null : entry.fact;
  }

  /** Puts what is begun into pending slots; called before a lock. */
  keepForLock(): void {
    for (const { fact, isSent } of this.#entries.values()) {
      if (isSent) continue;
      void this.#inner.request('pendingPut', { slot: pendingSlot(fact.fileId, fact.id), value: fact });
    }
  }
  /** Takes a fact over from before a lock; false when there is none. */
  async recover(fileId: Id, id: Id): Promise<boolean> {
    const slot = pendingSlot(fileId, id);
    const found = await this.#inner.request('pendingGet', { slot });
    if (!found.ok || found.value === null || found.value === undefined) return false;
    this.begin(found.value as UnbornFact);
    await this.#inner.request('pendingClear', { slot });
    return true;
  }

  /** Writes a commit, and before its values the begun facts that they belong to. */
  async commit(commit: Commit): Promise<Result<RequestAnswer<'commit'>>> {
    const born: Entry[] = [];
    const edits = commit.edits.map((edit) => {
      const entries = [...this.#entries.values()].filter(
        ({ fact, isSent }) =>
          !isSent &&
          fact.fileId === edit.fileId &&
          edit.changes.some(({ path }) => path[0] === fact.collection && path[1] === fact.id),
      );
      born.push(...entries);
      return entries.length === 0
        ? edit
        : { ...edit, changes: [...entries.flatMap(({ fact }) => fact.changes), ...edit.changes] };
    });
    for (const entry of born) entry.isSent = true;
    const result = await this.#inner.request('commit', born.length === 0 ? commit : { ...commit, edits });
    if (!result.ok && letGo.has(result.code)) for (const entry of born) entry.isSent = false;
    return result;
  }

  /** Typing begins in a field of a begun fact: what is typed must find its fact again after a crash. */
  typing(slot: string): void {
    for (const { fact, isSent } of this.#entries.values()) {
      if (!isSent && slot.includes(fact.id)) void this.write(fact);
    }
  }
  /** Writes the fact as it is, without an answer. */
  async write(fact: UnbornFact): Promise<Result<RequestAnswer<'commit'>>> {
    const entry = this.#entries.get(fact.id);
    if (entry !== undefined) entry.isSent = true;
    const { fileId, changes, label } = fact;
    const result = await this.#inner.request('commit', { label, edits: [{ fileId, changes }] });
    if (!result.ok && letGo.has(result.code) && entry !== undefined) entry.isSent = false;
    return result;
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

const known = new WeakMap<StoreClient, UnbornFacts>();

/** The begun facts of a client. */
export function unbornOf(client: StoreClient): UnbornFacts {
  const found = known.get(client);
  if (found !== undefined) return found;
  const made = new UnbornFacts(client);
  known.set(client, made);
  return made;
}

/** The same client, whose commits and pending texts bring the begun facts they belong to into the record. */
export function withUnborn(inner: ConnectedStore): ConnectedStore {
  const facts = new UnbornFacts(inner);
  const client: ConnectedStore = {
    ...inner,
    request<N extends RequestName>(name: N, arg: RequestArg<N>) {
      if (name === 'commit') return facts.commit(arg as Commit) as Promise<Result<RequestAnswer<N>>>;
      if (name === 'pendingPut') facts.typing((arg as RequestArg<'pendingPut'>).slot);
      return inner.request(name, arg);
    },
  };
  known.set(client, facts);
  return client;
}
