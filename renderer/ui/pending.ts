/**
 * Unfinished typing of the controls that keep their value only on leaving them. The shell gives the place where it is
 * sealed; a control finds its text again after a lock by the screen it is on and its slot.
 */
import { createContext, useCallback, useContext, useEffect, useRef, useState } from 'react';

export interface PendingTexts {
  /** The screen: its address with the ids of the records on it. */
  readonly scope: string;
  readonly get: (slot: string) => Promise<unknown>;
  readonly put: (slot: string, value: unknown) => void;
  readonly clear: (slot: string) => void;
}

export const PendingContext = createContext<PendingTexts | null>(null);

/** Typing is handed over this long after its first letter, in ms. */
const handOverAfter = 600;
const inUse = new Map<string, number>();
const writers = new Set<() => void>();

/** Hands over what is typed right now; the shell calls it before it locks. */
export function writePendingNow(): void {
  for (const write of writers) write();
}

export interface Pending {
  /** Stands on the control as `data-slot`, to find the cursor again. */
  readonly slot: string | undefined;
  readonly keep: (value: unknown) => void;
  readonly drop: () => void;
}

/** Two controls of one name on one screen get slots by the order in which they appear. */
function useSlot(scope: string | undefined, name: string, given: string | undefined): string | undefined {
  const [slot, setSlot] = useState<string | undefined>(given);
  useEffect(() => {
    if (given !== undefined || scope === undefined) return setSlot(given);
    const base = `typed:${scope}:${name}`;
    const number = (inUse.get(base) ?? 0) + 1;
    inUse.set(base, number);
    setSlot(number === 1 ? base : `${base}#${number}`);
    return () => {
      inUse.set(base, (inUse.get(base) ?? 1) - 1);
    };
  }, [scope, name, given]);
  return slot;
}

/** Keeps what is typed in one control and gives back, once, what a lock interrupted. */
export function usePending(name: string, given: string | undefined, onRecover: (value: unknown) => void): Pending {
  const texts = useContext(PendingContext);
  const slot = useSlot(texts?.scope, name, given);
  const waiting = useRef<{ value: unknown } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const recover = useRef(onRecover);
  recover.current = onRecover;

  const write = useCallback(() => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    if (waiting.current !== null && slot !== undefined) texts?.put(slot, waiting.current.value);
    waiting.current = null;
  }, [texts, slot]);

  useEffect(() => {
    if (texts === null || slot === undefined) return;
    let isHere = true;
    void texts.get(slot).then((value) => {
      if (isHere && value !== null && value !== undefined) recover.current(value);
    });
    return () => {
      isHere = false;
    };
  }, [texts, slot]);

  useEffect(() => {
    writers.add(write);
    return () => {
      writers.delete(write);
      write();
    };
  }, [write]);

  const keep = useCallback(
    (value: unknown) => {
      waiting.current = { value };
      timer.current ??= setTimeout(write, handOverAfter);
    },
    [write],
  );
  const drop = useCallback(() => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    waiting.current = null;
    if (slot !== undefined) texts?.clear(slot);
  }, [texts, slot]);

  return { slot, keep, drop };
}
