/**
 * Answers of the worker that are on screen: one request for many components, refetched when a commit touched what
 * they show. The previous answer stays visible while the next is on its way. "Saved" is drawn before anything is asked
 * again: what was chosen or typed is on screen already, and what follows from it may come a frame later.
 */
import type { Failure } from '#shared/errors.ts';
import { afterPaint } from './after-paint.ts';
import type { StoreClient } from './client.ts';
import type { RequestAnswer, RequestArg, RequestName, StoreNotice } from './contract.ts';

export interface QueryState<N extends RequestName> {
  readonly data?: RequestAnswer<N>;
  readonly failure?: Failure;
  readonly loading: boolean;
}

interface Entry {
  readonly name: RequestName;
  readonly arg: unknown;
  state: QueryState<RequestName>;
  readonly listeners: Set<() => void>;
  running: boolean;
  /** Something changed while the request was under way: ask again. */
  again: boolean;
  stale: boolean;
}

/** Same name and argument, same key. */
export function queryKey(name: RequestName, arg: unknown): string {
  return `${name} ${JSON.stringify(arg ?? null)}`;
}

/** What the store answers before it knows everything; all other answers waited for it. */
const answeredEarly: ReadonlySet<RequestName> = new Set<RequestName>(['session', 'office', 'firstRows']);

/** Whether a notice can have changed the answer of a request. */
function isTouched(entry: Entry, notice: StoreNotice): boolean {
  if (notice.kind === 'save-failed') return entry.name === 'session';
  if (notice.kind === 'loaded') return answeredEarly.has(entry.name) && notice.done === notice.total;
  if (notice.kind !== 'changed') return false;
  if (entry.name !== 'file') return true;
  return notice.fileIds.includes((entry.arg as { readonly id: string }).id);
}

export class QueryCache {
  readonly #client: StoreClient;
  readonly #entries = new Map<string, Entry>();
  /** Runs what a change makes necessary once the screen has shown the change itself. */
  readonly #afterPaint: (work: () => void) => void;
  #isRefreshing = false;

  constructor(client: StoreClient, afterNextPaint: (work: () => void) => void) {
    this.#client = client;
    this.#afterPaint = afterNextPaint;
    client.subscribe((notice) => this.#hear(notice));
  }

  /** The present state; the same object until it changes. */
  read<N extends RequestName>(name: N, arg: RequestArg<N>): QueryState<N> {
    return this.#entry(name, arg).state as QueryState<N>;
  }

  /** Calls `listener` at each change of state; the first listener starts the request. */
  watch<N extends RequestName>(name: N, arg: RequestArg<N>, listener: () => void): () => void {
    const entry = this.#entry(name, arg);
    entry.listeners.add(listener);
    if (entry.stale) void this.#fetch(entry);
    return () => {
      entry.listeners.delete(listener);
      // A screen that comes back within a moment shows the old answer while it asks anew.
      if (entry.listeners.size === 0) entry.stale = true;
    };
  }

  #entry(name: RequestName, arg: unknown): Entry {
    const key = queryKey(name, arg);
    const known = this.#entries.get(key);
    if (known !== undefined) return known;
    const entry: Entry = {
      name,
      arg,
      state: { loading: true },
      listeners: new Set(),
      running: false,
      again: false,
      stale: true,
    };
    this.#forgetUnused();
    this.#entries.set(key, entry);
    return entry;
  }

  /** Keeps the number of answers nobody looks at small: they hold client data. */
  #forgetUnused(): void {
    if (this.#entries.size < 200) return;
    for (const [key, entry] of this.#entries) if (entry.listeners.size === 0) this.#entries.delete(key);
  }

  #hear(notice: StoreNotice): void {
    const touched = [...this.#entries.values()].filter((entry) => isTouched(entry, notice));
    if (touched.length === 0) return;
    for (const entry of touched) entry.stale = true;
    if (this.#isRefreshing) return;
    this.#isRefreshing = true;
    this.#afterPaint(() => {
      this.#isRefreshing = false;
      this.#refresh();
    });
  }

  /** Asks again for everything on screen that is out of date. */
  #refresh(): void {
    for (const entry of this.#entries.values()) {
      if (entry.stale && entry.listeners.size > 0) void this.#fetch(entry);
    }
  }

  async #fetch(entry: Entry): Promise<void> {
    entry.stale = false;
    if (entry.running) {
      entry.again = true;
      return;
    }
    entry.running = true;
    do {
      entry.again = false;
      const result = await this.#client.request(entry.name, entry.arg as RequestArg<typeof entry.name>);
      // Read before a change that is known by now: shown, it would take back what was chosen since.
      if (entry.name === 'file' && entry.stale && entry.state.data !== undefined) continue;
      entry.state = result.ok
        ? { data: result.value, loading: entry.again }
        : { data: entry.state.data, failure: result, loading: entry.again };
      for (const listener of [...entry.listeners]) listener();
    } while (entry.again);
    entry.running = false;
  }
}

const caches = new WeakMap<StoreClient, QueryCache>();
/** The one cache of a client. */
export function cacheOf(client: StoreClient): QueryCache {
  const known = caches.get(client);
  if (known !== undefined) return known;
  const cache = new QueryCache(client, afterPaint);
  caches.set(client, cache);
  return cache;
}
