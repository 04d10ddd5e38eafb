/** Native dialogs. Tests replace the functions of Electron's `dialog` module, never these. */
import path from 'node:path';
import { app, BrowserWindow, dialog } from 'electron';
import { words } from './words.ts';

export type SaveKind = 'pdf' | 'json' | 'txt' | 'png' | 'jpg';
export type OpenKind = 'pdf' | 'image' | 'json';

function owner(): BrowserWindow | null {
  return BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows().find((window) => window.isVisible()) ?? null;
}

const extensions: Readonly<Record<SaveKind | OpenKind, readonly string[]>> = {
  pdf: ['pdf'],
  json: ['json'],
  txt: ['txt'],
  png: ['png'],
  jpg: ['jpg', 'jpeg'],
  image: ['png', 'jpg', 'jpeg'],
};

function filters(kinds: readonly (SaveKind | OpenKind)[]): Electron.FileFilter[] {
  const all = kinds.flatMap((kind) => extensions[kind]);
  return [{ name: kinds.map((kind) => words()(`dialogs.kind.${kind}`)).join(', '), extensions: all }];
}

/** The path the user chose, or null when cancelled. */
export async function askWhereToSave(suggested: string, kind: SaveKind): Promise<string | null> {
  const options: Electron.SaveDialogOptions = {
    title: words()('dialogs.save'),
    defaultPath: path.join(app.getPath('documents'), suggested),
    filters: filters([kind]),
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  };
  const window = owner();
  const chosen = window === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(window, options);
  return chosen.canceled || chosen.filePath === '' ? null : chosen.filePath;
}

export async function askWhatToOpen(kinds: readonly OpenKind[]): Promise<string | null> {
  const options: Electron.OpenDialogOptions = {
    title: words()('dialogs.open'),
    filters: filters(kinds),
    properties: ['openFile', 'dontAddToRecent'],
  };
  const window = owner();
  const chosen = window === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(window, options);
  return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
}
