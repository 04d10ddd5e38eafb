/**
 * Every action that has a place in the menu, a key and an entry in the palette. The names are those of
 * electron/main/menu.ts, which sends them as a 'menu' notice.
 */
import type { Key } from '#renderer/i18n/i18n.ts';
import { canRun, type PageCommand, runCommand } from '#renderer/ui/command-target.ts';
import type { IconName } from '#renderer/ui/icons.tsx';
import type { Destination } from '#renderer/ui/navigate.ts';

export interface CommandContext {
  readonly go: (to: Destination) => void;
  readonly openPalette: () => void;
  readonly openShortcuts: () => void;
  readonly newClient: () => void;
  readonly lock: () => void;
  readonly toggleNames: () => void;
  readonly zoom: (by: number) => void;
  readonly undo: (again: boolean) => void;
  readonly nextPane: (back: boolean) => void;
}

export interface Command {
  readonly id: string;
  readonly title: Key;
  readonly icon: IconName;
  readonly shortcut?: string;
  /** More keys for the same action. */
  readonly also?: readonly string[];
  /** Left out of the palette: opens the palette itself, moves the focus. */
  readonly hidden?: boolean;
  readonly isPossible?: () => boolean;
  readonly run: (context: CommandContext) => void;
}

function ofPage(command: PageCommand): Pick<Command, 'isPossible' | 'run'> {
  return { isPossible: () => canRun(command), run: () => void runCommand(command) };
}

export const commands: readonly Command[] = [
  { id: 'find', title: 'command.find', icon: 'search', shortcut: 'Mod+K', hidden: true, run: (on) => on.openPalette() },
  { id: 'new-client', title: 'command.newClient', icon: 'add', shortcut: 'Mod+N', run: (on) => on.newClient() },
  { id: 'new-document', title: 'command.newDocument', icon: 'document', ...ofPage('new-document') },
  { id: 'today', title: 'command.today', icon: 'today', shortcut: 'Mod+1', run: (on) => on.go({ to: 'today' }) },
  { id: 'clients', title: 'command.clients', icon: 'people', shortcut: 'Mod+2', run: (on) => on.go({ to: 'clients' }) },
  {
    id: 'documents',
    title: 'command.documents',
    icon: 'document',
    shortcut: 'Mod+3',
    run: (on) => on.go({ to: 'documents' }),
  },
  { id: 'office', title: 'command.office', icon: 'people', shortcut: 'Mod+4', run: (on) => on.go({ to: 'settings' }) },
  { id: 'vault', title: 'command.vault', icon: 'vault', run: (on) => on.go({ to: 'vault' }) },
  {
    id: 'settings',
    title: 'command.settings',
    icon: 'settings',
    shortcut: 'Mod+,',
    run: (on) => on.go({ to: 'settings' }),
  },
  { id: 'print', title: 'command.print', icon: 'print', shortcut: 'Mod+P', ...ofPage('print') },
  { id: 'export-case', title: 'command.exportCase', icon: 'save', shortcut: 'Mod+Shift+E', ...ofPage('export-case') },
  { id: 'undo', title: 'command.undo', icon: 'back', shortcut: 'Mod+Z', run: (on) => on.undo(false) },
  {
    id: 'redo',
    title: 'command.redo',
    icon: 'forward',
    shortcut: 'Mod+Shift+Z',
    also: ['Mod+Y'],
    run: (on) => on.undo(true),
  },
  {
    id: 'show-names',
    title: 'command.showNames',
    icon: 'show',
    shortcut: 'Mod+Shift+N',
    run: (on) => on.toggleNames(),
  },
  {
    id: 'larger',
    title: 'command.larger',
    icon: 'add',
    shortcut: 'Mod++',
    also: ['Mod+=', 'Mod+Shift++'],
    run: (on) => on.zoom(10),
  },
  { id: 'smaller', title: 'command.smaller', icon: 'search', shortcut: 'Mod+-', run: (on) => on.zoom(-10) },
  { id: 'usual-size', title: 'command.usualSize', icon: 'search', shortcut: 'Mod+0', run: (on) => on.zoom(0) },
  {
    id: 'next-pane',
    title: 'command.nextPane',
    icon: 'forward',
    shortcut: 'F6',
    hidden: true,
    run: (on) => on.nextPane(false),
  },
  {
    id: 'last-pane',
    title: 'command.lastPane',
    icon: 'back',
    shortcut: 'Shift+F6',
    hidden: true,
    run: (on) => on.nextPane(true),
  },
  { id: 'shortcuts', title: 'command.shortcuts', icon: 'command', shortcut: 'F1', run: (on) => on.openShortcuts() },
  { id: 'lock', title: 'command.lock', icon: 'lock', shortcut: 'Mod+L', run: (on) => on.lock() },
];

export function commandById(id: string): Command | undefined {
  return commands.find((command) => command.id === id);
}
