/** Rows of the visible part of a list of any length: ordered ids from the worker, rows asked for when they come into view. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ClientRow, ListQuery } from '#renderer/store/contract.ts';
import { useQuery, useStore } from '#renderer/store/use-store.tsx';
import type { Id } from '#shared/domain/base.ts';

export interface ClientRows {
  readonly ids: readonly Id[];
  /** False until the first answer is there. */
  readonly isReady: boolean;
  readonly rowOf: (id: Id) => ClientRow | undefined;
  /** Tells which part is on screen, in positions. */
  readonly show: (first: number, last: number) => void;
}

const none: readonly Id[] = [];
/** Rows are asked for in pieces of this many, so that scrolling asks seldom. */
const piece = 64;

export function useClientRows(query: ListQuery): ClientRows {
  const store = useStore();
  const { data } = useQuery('clientOrder', query);
  const ids = data ?? none;
  const rows = useRef(new Map<Id, ClientRow>());
  const asked = useRef(new Set<Id>());
  const view = useRef({ first: 0, last: piece });
  const [, redraw] = useState(0);

  const fetchMissing = useCallback(() => {
    const from = Math.floor(view.current.first / piece) * piece;
    const to = Math.ceil((view.current.last + 1) / piece) * piece;
    const missing = ids.slice(from, to).filter((id) => !rows.current.has(id) && !asked.current.has(id));
    if (missing.length === 0) return;
    for (const id of missing) asked.current.add(id);
    void store.request('clientRows', { ids: missing }).then((answer) => {
      for (const id of missing) asked.current.delete(id);
      if (!answer.ok) return;
      for (const row of answer.value) rows.current.set(row.personId, row);
      redraw((count) => count + 1);
    });
  }, [store, ids]);

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
  return { ids, isReady: data !== undefined, rowOf, show };
}
