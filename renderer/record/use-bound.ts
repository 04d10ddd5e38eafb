/** A slot's value to show and the function that commits another: the choice is on screen at once. */
import { useEffect, useState } from 'react';
import { asKey, useT } from '#renderer/i18n/i18n.ts';
import { useSetValue } from '#renderer/store/use-field.ts';
import { showToast } from '#renderer/ui/toast.tsx';
import type { Slot } from './slot.ts';

export interface Bound<V> {
  readonly value: V;
  readonly write: (value: V) => void;
}

/** Shows what was chosen until the record says it too; what could not be saved stays on screen and says why. */
export function useBound<V>(slot: Slot<V>): Bound<V> {
  const t = useT();
  const setValue = useSetValue(slot.fileId);
  const [chosen, setChosen] = useState<{ readonly value: V } | null>(null);
  const recorded = JSON.stringify(slot.value);
  // A file read anew with the old value (somebody typed elsewhere) does not undo the choice; a new value does.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the record has spoken, whatever it says
  useEffect(() => setChosen(null), [recorded]);
  return {
    value: chosen === null ? slot.value : chosen.value,
    write: (value) => {
      setChosen({ value });
      void setValue(slot.path, value, slot.act).then((result) => {
        if (!result.ok) showToast({ tone: 'danger', text: t(asKey(`errors.${result.code}`), result.detail) });
      });
    },
  };
}
