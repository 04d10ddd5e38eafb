/** Rows of the visible part of a list of any length: ordered ids from the worker, rows asked for when they come into view. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ClientRow, ListQuery } from '#renderer/store/contract.ts';
import { useQuery, useStore } from '#renderer/store/use-store.tsx';
import type { Id } from '#shared/domain/base.ts';

export interface ClientRows {
  /** Everybody found; only the first screen while `isReady` is false. */
  readonly ids: readonly Id[];
  /** False until it is known who is found. */
  readonly isReady: boolean;
  readonly rowOf: (id: Id) => ClientRow | undefined;
  /** Tells which part is on screen, in positions. */
  readonly show: (first: number, last: number) => void;
}

const noRows: readonly ClientRow[] = [];
/** Rows are asked for in pieces of this many, so that scrolling asks seldom. */
const piece = 64;
const firstScreen = 40;

export function useClientRows(query: ListQuery): ClientRows {
  const store = useStore();
  const { data } = useQuery('clientOrder', query);
  const isWaiting = data === undefined;
  const early = useEarlyRows(query, isWaiting);
  const earlyIds = useMemo(() => early.map((row) => row.personId), [early]);
  const ids = data ?? earlyIds;
  const rows = useRef(new Map<Id, ClientRow>());
  for (const row of early) if (!rows.current.has(row.personId)) rows.current.set(row.personId, row);
  const asked = useRef(new Set<Id>());
  const view = useRef({ first: 0, last: piece });
  const [, redraw] = useState(0);

  const fetchMissing = useCallback(() => {
    const from = Math.floor(view.current.first / piece) * piece;
    const to = Math.ceil((view.current.last + 1) / piece) * piece;
    const missing = ids.slice(from, to).filter((id) => !rows.current.has(id) && !asked.current.has(id));
    if (isWaiting || missing.length === 0) return;
    for (const id of missing) asked.current.add(id);
    void store.request('clientRows', { ids: missing }).then((answer) => {
      for (const id of missing) asked.current.delete(id);
      if (!answer.ok) return;
      for (const row of answer.value) rows.current.set(row.personId, row);
      redraw((count) => count + 1);
    });
  }, [store, ids, isWaiting]);

  useEffect(fetchMissing, [fetchMissing]);
  useEffect(
    () =>
      store.subscribe((notice) => {
        if (notice.kind !== 'changed') return;
        const changed = new Set(notice.fileIds);
        for (const [id, row] of rows.current) if (changed.has(row.caseId)) rows.current.delete(id);
        fetchMissing();
      }),
    [store, fetchMissing],
  );

  const show = useCallback(
    (first: number, last: number) => {
      view.current = { first, last };
      fetchMissing();
    },
    [fetchMissing],
  );
  const rowOf = useCallback((id: Id) => rows.current.get(id), []);
  return { ids, isReady: !isWaiting, rowOf, show };
}

/** The first screen in name order, which the store has long before it knows everybody. */
function useEarlyRows(query: ListQuery, isWaiting: boolean): readonly ClientRow[] {
  const isWhole = query.sort === 'name' && !query.descending && query.text === '' && query.filters.length === 0;
  const { data } = useQuery('firstRows', { count: firstScreen }, { enabled: isWaiting && isWhole });
  return data ?? noRows;
}
