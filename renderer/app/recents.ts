/** The people opened last, for navigation and palette: asked again after each visit. */
import { useEffect, useState } from 'react';
import type { StoreClient } from '#renderer/store/client.ts';
import type { ClientRow } from '#renderer/store/contract.ts';
import { useQuery, useStore } from '#renderer/store/use-store.tsx';
import type { Id } from '#shared/domain/base.ts';

const listeners = new Set<() => void>();
const none: readonly ClientRow[] = [];

/** Notes that somebody's case was opened. */
export async function noteVisit(store: StoreClient, personId: Id): Promise<void> {
  await store.request('visited', { personId });
  for (const listener of [...listeners]) listener();
}

/** The last visited first. */
export function useRecents(): readonly ClientRow[] {
  const store = useStore();
  // A change of a case changes its name in the list, too.
  const { data } = useQuery('recents', undefined);
  const [visited, setVisited] = useState<readonly ClientRow[] | null>(null);
  useEffect(() => {
    const ask = (): void => {
      void store.request('recents', undefined).then((answer) => {
        if (answer.ok) setVisited(answer.value);
      });
    };
    listeners.add(ask);
    return () => {
      listeners.delete(ask);
    };
  }, [store]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a fresh answer of the query is newer than the last visit
  useEffect(() => setVisited(null), [data]);
  return visited ?? data ?? none;
}
