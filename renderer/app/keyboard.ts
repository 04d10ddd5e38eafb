/** The keyboard map: one listener, the shortcuts of the command table, and the panes that F6 walks through. */
import { useEffect, useRef } from 'react';
import { isShortcut } from '#renderer/ui/shortcut.ts';
import { type Command, type CommandContext, commandById, commands } from './commands.ts';

function isText(element: Element | null): boolean {
  if (element instanceof HTMLTextAreaElement) return true;
  if (element instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(element.type);
  return element instanceof HTMLElement && element.isContentEditable;
}

function pressed(event: KeyboardEvent): Command | undefined {
  return commands.find((command) =>
    [command.shortcut, ...(command.also ?? [])].some((one) => one !== undefined && isShortcut(event, one)),
  );
}

/** Undo inside a text belongs to the text. */
function belongsToText(command: Command): boolean {
  return (command.id === 'undo' || command.id === 'redo') && isText(document.activeElement);
}

/** Runs a command by its name; a command that no page answers now does nothing. */
export function runById(id: string, context: CommandContext): void {
  const command = commandById(id);
  if (command === undefined || command.isPossible?.() === false) return;
  if (belongsToText(command)) document.execCommand(id);
  else command.run(context);
}

/** Listens to the keyboard and to the native menu. */
export function useCommands(context: CommandContext): void {
  const latest = useRef(context);
  latest.current = context;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const command = pressed(event);
      if (command === undefined || belongsToText(command)) return;
      event.preventDefault();
      if (command.isPossible?.() !== false) command.run(latest.current);
    };
    document.addEventListener('keydown', onKeyDown);
    const stop = window.amparo.onNotice((notice) => {
      if (notice.kind === 'menu') runById(notice.command, latest.current);
    });
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      stop();
    };
  }, []);
}

/** Moves the focus to the next pane (`data-pane`), in the order of the page. */
export function focusNextPane(back: boolean): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) => pane.offsetParent !== null);
  if (panes.length === 0) return;
  const holding = panes.filter((pane) => pane.contains(document.activeElement));
  const at = holding.length === 0 ? -1 : panes.indexOf(holding.at(-1) as HTMLElement);
  const next = panes[(at + (back ? -1 : 1) + panes.length) % panes.length];
  const first = next?.querySelector<HTMLElement>(
    'a[href], button:not(:disabled):not([tabindex="-1"]), input:not(:disabled), select, textarea, [tabindex="0"]',
  );
  (first ?? next)?.focus();
}
