/** The list of clients. */
import type { Id } from '#shared/domain/base.ts';
import type { ClientRow, ListQuery } from '../contract.ts';
import { decodeEntry } from '../index/codec.ts';
import { clientRow } from '../index/rows.ts';
import type { OpenStore } from '../session/open-store.ts';

/** Ids in order; waits for nothing, so call when all is loaded. */
export function clientOrder(store: OpenStore, query: ListQuery): Id[] {
  return store.index.people.order(query, store.deps.today(), store.memberId);
}

/** Rows in the order asked for; an id that is gone is left out. */
export function clientRows(store: OpenStore, ids: readonly Id[]): ClientRow[] {
  const day = store.deps.today();
  return ids.flatMap((id) => {
    const found = store.index.people.get(id);
    return found === undefined ? [] : [clientRow(found.entry, found.person, day)];
  });
}

/**
 * The first rows in name order, from the meta record while the rest is being read. Null when they have to wait: the
 * journal may hold newer saves than the working copy.
 */
export function firstRows(store: OpenStore, count: number): ClientRow[] | null {
  const day = store.deps.today();
  if (store.isLoaded) {
    const first = store.index.people.inNameOrder().slice(0, count);
    return first.map(({ entry, person }) => clientRow(entry, person, day));
  }
  if (store.meta === null || store.meta.first.ids.length < Math.min(count, store.meta.total)) return null;
  const rows = new Map<Id, ClientRow>();
  for (const entry of store.meta.first.entries.map(decodeEntry)) {
    if (entry.kind !== 'case') continue;
    for (const person of entry.people) rows.set(person.personId, clientRow(entry, person, day));
  }
  return store.meta.first.ids.slice(0, count).flatMap((id) => rows.get(id) ?? []);
}
