/** Commands of the menu that a page answers itself, such as "Print": the page registers what it does while it is shown. */
import { useEffect, useRef, useSyncExternalStore } from 'react';

export type PageCommand = 'print' | 'export-case' | 'undo' | 'redo' | 'new-document';

const targets = new Map<PageCommand, (() => void)[]>();
const listeners = new Set<() => void>();

function change(command: PageCommand, next: (() => void)[]): void {
  targets.set(command, next);
  for (const listener of [...listeners]) listener();
}

/** Answers a command of the menu, the keyboard and the palette while the component is on screen and `isPossible`. */
export function useCommand(command: PageCommand, run: () => void, isPossible = true): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    if (!isPossible) return;
    const entry = (): void => latest.current();
    change(command, [...(targets.get(command) ?? []), entry]);
    return () => {
      const left = (targets.get(command) ?? []).filter((one) => one !== entry);
      change(command, left);
    };
  }, [command, isPossible]);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether a page on screen answers the command now. */
export function useCanRun(command: PageCommand): boolean {
  return useSyncExternalStore(subscribe, () => canRun(command));
}

export function canRun(command: PageCommand): boolean {
  return (targets.get(command) ?? []).length > 0;
}

/** Runs the newest target; false when no page on screen answers the command. */
export function runCommand(command: PageCommand): boolean {
  const run = targets.get(command)?.at(-1);
  run?.();
  return run !== undefined;
}
