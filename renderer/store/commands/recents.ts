/** Whom the user looked at last: kept in a pending slot, not in the record. */
import type { Id } from '#shared/domain/base.ts';
import type { ClientRow } from '../contract.ts';
import { clientRow } from '../index/rows.ts';
import type { OpenStore } from '../session/open-store.ts';

const SLOT = 'recents';
const KEPT = 12;

function recentIds(store: OpenStore): Id[] {
  const value = store.pending.get(SLOT);
  return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
}

/** Newest first; people no longer in the record are left out. */
export function recents(store: OpenStore): ClientRow[] {
  const day = store.deps.today();
  return recentIds(store).flatMap((id) => {
    const found = store.index.people.get(id);
    return found === undefined ? [] : [clientRow(found.entry, found.person, day)];
  });
}

export function visited(store: OpenStore, personId: Id): void {
  if (store.readOnly !== null) return;
  const ids = [personId, ...recentIds(store).filter((id) => id !== personId)].slice(0, KEPT);
  store.pending.put(SLOT, ids);
}
