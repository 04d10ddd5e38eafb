/** The draft with what is being typed, for the page beside it: only the preview renders when it changes. */
import { useState, useSyncExternalStore } from 'react';
import type { DraftFile } from '#shared/domain/draft.ts';

export interface LiveDraft {
  /** Shown once typing pauses; null shows the record again. */
  readonly set: (make: (() => DraftFile) | null) => void;
  readonly get: () => DraftFile | null;
  readonly subscribe: (listener: () => void) => () => void;
}

/** A pause in typing, in ms. */
const pause = 1200;

function createLive(): LiveDraft {
  const listeners = new Set<() => void>();
  let shown: DraftFile | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = (draft: DraftFile | null): void => {
    if (shown === draft) return;
    shown = draft;
    for (const listener of listeners) listener();
  };
  return {
    set(make) {
      clearTimeout(timer);
      if (make === null) show(null);
      else timer = setTimeout(() => show(make()), pause);
    },
    get: () => shown,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function useNewLiveDraft(): LiveDraft {
  return useState(createLive)[0];
}

export function useLiveDraft(live: LiveDraft): DraftFile | null {
  return useSyncExternalStore(live.subscribe, live.get);
}
