/**
 * The native menu in the language on screen. Keys are shown here and handled by the page's keyboard map, so that they work
 * the same in every window system; a click sends the command's name as a 'menu' notice.
 */
import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import { notify } from './notify.ts';
import { getPreferences, onPreferences, setPreferences } from './preferences.ts';
import { words } from './words.ts';

/** Every command that the menu can send; its text stands under `menu.<group>.<name>` with the name in camel case. */
const commands = {
  file: [
    ['new-client', 'CmdOrCtrl+N'],
    ['new-document', null],
    ['export-case', 'CmdOrCtrl+Shift+E'],
    ['print', 'CmdOrCtrl+P'],
  ],
  go: [
    ['find', 'CmdOrCtrl+K'],
    ['today', 'CmdOrCtrl+1'],
    ['clients', 'CmdOrCtrl+2'],
    ['documents', 'CmdOrCtrl+3'],
    ['office', 'CmdOrCtrl+4'],
    ['vault', null],
    ['settings', 'CmdOrCtrl+,'],
  ],
  edit: [
    ['undo', 'CmdOrCtrl+Z'],
    ['redo', 'CmdOrCtrl+Shift+Z'],
  ],
  view: [['show-names', 'CmdOrCtrl+Shift+N']],
  help: [['shortcuts', 'F1']],
} as const satisfies Record<string, readonly (readonly [string, string | null])[]>;

type Group = keyof typeof commands;

function camel(name: string): string {
  return name.replace(/-(.)/g, (_whole, letter: string) => letter.toUpperCase());
}

/** The locale keys that the menu reads; a test holds them against both languages. */
export function menuKeys(): string[] {
  const own = Object.entries(commands).flatMap(([group, list]) => list.map(([name]) => `menu.${group}.${camel(name)}`));
  const titles = Object.keys(commands).map((group) => `menu.${group}.title`);
  return [...own, ...titles, ...extraKeys];
}

const extraKeys = [
  'menu.file.lock',
  'menu.file.quit',
  'menu.edit.cut',
  'menu.edit.copy',
  'menu.edit.paste',
  'menu.edit.selectAll',
  'menu.view.larger',
  'menu.view.smaller',
  'menu.view.usualSize',
  'menu.view.fullScreen',
];

function sending(group: Group, isOpen: boolean): MenuItemConstructorOptions[] {
  const text = words();
  return commands[group].map(([name, accelerator]) => ({
    label: text(`menu.${group}.${camel(name)}`),
    ...(accelerator === null ? {} : { accelerator, registerAccelerator: false }),
    enabled: isOpen,
    click: () => notify('main', { kind: 'menu', command: name }),
  }));
}

function changeZoom(by: number): void {
  const { zoomPercent } = getPreferences();
  void setPreferences({ zoomPercent: by === 0 ? 100 : Math.min(200, Math.max(80, zoomPercent + by)) });
}

const line: MenuItemConstructorOptions = { type: 'separator' };

function template(isOpen: boolean, lock: () => void): MenuItemConstructorOptions[] {
  const text = words();
  const quit: MenuItemConstructorOptions = {
    label: text('menu.file.quit'),
    accelerator: 'CmdOrCtrl+Q',
    click: () => app.quit(),
  };
  const fileItems: MenuItemConstructorOptions[] = [
    ...sending('file', isOpen),
    line,
    {
      label: text('menu.file.lock'),
      accelerator: 'CmdOrCtrl+L',
      registerAccelerator: false,
      enabled: isOpen,
      click: lock,
    },
    line,
    quit,
  ];
  const editItems: MenuItemConstructorOptions[] = [
    ...sending('edit', isOpen),
    line,
    { label: text('menu.edit.cut'), role: 'cut' },
    { label: text('menu.edit.copy'), role: 'copy' },
    { label: text('menu.edit.paste'), role: 'paste' },
    { label: text('menu.edit.selectAll'), role: 'selectAll' },
  ];
  const viewItems: MenuItemConstructorOptions[] = [
    ...sending('view', isOpen),
    line,
    {
      label: text('menu.view.larger'),
      accelerator: 'CmdOrCtrl+Plus',
      registerAccelerator: false,
      click: () => changeZoom(10),
    },
    {
      label: text('menu.view.smaller'),
      accelerator: 'CmdOrCtrl+-',
      registerAccelerator: false,
      click: () => changeZoom(-10),
    },
    {
      label: text('menu.view.usualSize'),
      accelerator: 'CmdOrCtrl+0',
      registerAccelerator: false,
      click: () => changeZoom(0),
    },
    { label: text('menu.view.fullScreen'), role: 'togglefullscreen' },
  ];
  return [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    { label: text('menu.file.title'), submenu: fileItems },
    { label: text('menu.edit.title'), submenu: editItems },
    { label: text('menu.go.title'), submenu: sending('go', isOpen) },
    { label: text('menu.view.title'), submenu: viewItems },
    { label: text('menu.help.title'), submenu: sending('help', isOpen) },
  ];
}

let state: { readonly isOpen: boolean; readonly lock: () => void } = { isOpen: false, lock: () => undefined };

function apply(): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(template(state.isOpen, state.lock)));
}

/** Builds the menu now and again whenever the language changes. */
export function installMenu(lock: () => void): void {
  state = { isOpen: false, lock };
  apply();
  onPreferences(apply);
}

/** Commands that need an open vault are greyed while it is locked. */
export function setMenuOpen(isOpen: boolean): void {
  state = { ...state, isOpen };
  apply();
}
