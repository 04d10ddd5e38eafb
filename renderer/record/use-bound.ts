/** A slot's value to show and the function that commits another: the choice is on screen at once. */
import type { CaseFile } from '#shared/domain/case-file.ts';
import { changeCase } from '#renderer/store/change-case.ts';
import { commitNow } from '#renderer/store/client.ts';
import type { Change } from '#renderer/store/contract.ts';
import { useStore } from '#renderer/store/use-store.tsx';
import type { Slot } from './slot.ts';
import { useChosen } from './use-chosen.ts';

export interface Bound<V> {
  readonly value: V;
  readonly write: (value: V) => void;
}

/**
 * Shows what was chosen until the record says something new; what could not be saved stays on screen and says why. A
 * file read anew with the old value (somebody typed elsewhere) does not undo the choice. `also` names what else changes
 * by the choice, in the same commit, from the case as it stands when it is written.
 */
export function useBound<V>(slot: Slot<V>, also?: (value: V, file: CaseFile) => readonly Change[]): Bound<V> {
  const client = useStore();
  const { value, choose } = useChosen(slot.value, JSON.stringify(slot.value));
  const { fileId, path, act: label } = slot;
  return {
    value,
    write: (next) => {
      const own = { path, value: next };
      void choose(next, () =>
        also === undefined
          ? commitNow(client, { label, edits: [{ fileId, changes: [own] }] })
          : changeCase(client, { fileId, label, change: (file) => [own, ...also(next, file)] }),
      );
    },
  };
}
