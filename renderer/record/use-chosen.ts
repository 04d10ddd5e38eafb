/** What somebody chose, on screen from the moment of choosing: the one rule for when the record takes over again. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Result } from '#shared/errors.ts';
import { asKey, useT } from '#renderer/i18n/i18n.ts';
import { showToast } from '#renderer/ui/toast.tsx';

export interface Chosen<V> {
  /** What is on screen: the last choice, else the record. */
  readonly value: V;
  /** The same between two renders; a choice that builds on what is there starts from it. */
  readonly latest: () => V;
  /** Shows `value` and saves it by `save`; answers whether it is on the disk. A refusal is said. */
  readonly choose: (value: V, save: () => Promise<Result<unknown>>) => Promise<boolean>;
}

/**
 * `said` is what the record says of `recorded`, the same (by `Object.is`) as long as the record did not change. While
 * choices made here are under way the record may speak of an older one, so the last choice stays; afterwards whatever
 * the record says next takes its place. What was refused stays on screen until then, or is taken back at once where the
 * next choice is saved as a difference.
 */
export function useChosen<V>(recorded: V, said: unknown, refused: 'stays' | 'takenBack' = 'stays'): Chosen<V> {
  const t = useT();
  const [chosen, setChosen] = useState<{ readonly value: V } | null>(null);
  const last = useRef<{ readonly value: V } | null>(null);
  const underWay = useRef(0);
  const now = useRef({ recorded, t });
  now.current = { recorded, t };

  const show = useCallback((next: { readonly value: V } | null) => {
    last.current = next;
    setChosen(next);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the record has spoken, whatever it says
  useEffect(() => {
    if (underWay.current === 0) show(null);
  }, [said]);

  const latest = useCallback(() => (last.current === null ? now.current.recorded : last.current.value), []);
  const choose = useCallback<Chosen<V>['choose']>(
    async (value, save) => {
      show({ value });
      underWay.current += 1;
      const result = await save();
      underWay.current -= 1;
      if (result.ok) return true;
      if (refused === 'takenBack') show(null);
      showToast({ tone: 'danger', text: now.current.t(asKey(`errors.${result.code}`), result.detail) });
      return false;
    },
    [show, refused],
  );
  return { value: chosen === null ? recorded : chosen.value, latest, choose };
}
