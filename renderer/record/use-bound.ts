/** A slot's value to show and the function that commits another: the choice is on screen at once. */
import { useEffect, useState } from 'react';
import { asKey, useT } from '#renderer/i18n/i18n.ts';
import type { Change } from '#renderer/store/contract.ts';
import { useCommit } from '#renderer/store/use-store.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import type { Slot } from './slot.ts';

export interface Bound<V> {
  readonly value: V;
  readonly write: (value: V) => void;
}

/**
 * Shows what was chosen until the record says it too; what could not be saved stays on screen and says why. `also` names
 * what else changes by the choice, in the same commit.
 */
export function useBound<V>(slot: Slot<V>, also: (value: V) => readonly Change[] = () => []): Bound<V> {
  const t = useT();
  const commit = useCommit();
  const [chosen, setChosen] = useState<{ readonly value: V } | null>(null);
  const recorded = JSON.stringify(slot.value);
  // A file read anew with the old value (somebody typed elsewhere) does not undo the choice; a new value does.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the record has spoken, whatever it says
  useEffect(() => setChosen(null), [recorded]);
  return {
    value: chosen === null ? slot.value : chosen.value,
    write: (value) => {
      setChosen({ value });
      const changes = [{ path: slot.path, value }, ...also(value)];
      void commit({ label: slot.act, edits: [{ fileId: slot.fileId, changes }] }).then((result) => {
        if (!result.ok) showToast({ tone: 'danger', text: t(asKey(`errors.${result.code}`), result.detail) });
      });
    },
  };
}
