/** Commands of the menu that a page answers itself, such as "Print": the page registers what it does while it is shown. */
import { useEffect, useRef } from 'react';

export type PageCommand = 'print' | 'export-case' | 'undo' | 'redo' | 'new-document';

const targets = new Map<PageCommand, (() => void)[]>();

/** Answers a command of the menu, the keyboard and the palette while the component is on screen. */
export function useCommand(command: PageCommand, run: () => void): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    const entry = (): void => latest.current();
    targets.set(command, [...(targets.get(command) ?? []), entry]);
    return () => {
      targets.set(
        command,
        (targets.get(command) ?? []).filter((one) => one !== entry),
      );
    };
  }, [command]);
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
