/** What the shell shows of saving: the last save, a failed one, a working copy being rebuilt. */
import { useEffect, useState } from 'react';
import { useStore } from '#renderer/store/use-store.tsx';
import type { ErrorDetail } from '#shared/errors.ts';

export interface SavingState {
  readonly phase: 'idle' | 'saving' | 'failed';
  /** ISO instant of the last save that is on the disk. */
  readonly savedAt: string | null;
  readonly failure: { readonly code: string; readonly detail: ErrorDetail } | null;
  readonly rebuilding: { readonly done: number; readonly total: number } | null;
}

/** Follows the notices of the store. */
export function useSaving(lastSavedAt: string | null): SavingState {
  const store = useStore();
  const [state, setState] = useState<SavingState>({
    phase: 'idle',
    savedAt: lastSavedAt,
    failure: null,
    rebuilding: null,
  });
  useEffect(
    () =>
      store.subscribe((notice) => {
        if (notice.kind === 'saving')
          setState((now) => ({ ...now, phase: now.phase === 'failed' ? 'failed' : 'saving' }));
        if (notice.kind === 'saved') setState((now) => ({ ...now, phase: 'idle', savedAt: notice.at, failure: null }));
        if (notice.kind === 'save-failed') {
          setState((now) => ({ ...now, phase: 'failed', failure: { code: notice.code, detail: notice.detail } }));
        }
        if (notice.kind === 'writable') setState((now) => ({ ...now, phase: 'idle', failure: null }));
        if (notice.kind === 'rebuilding') {
          const { done, total } = notice;
          setState((now) => ({ ...now, rebuilding: done >= total ? null : { done, total } }));
        }
      }),
    [store],
  );
  return state;
}
