/** Makes every window of the app with the same closed settings. */
import path from 'node:path';
import { app, BrowserWindow, type Session, type WebContents } from 'electron';
import { isOwnAddress, ORIGIN } from './origin.ts';
import { zoomFactor } from './zoom.ts';

export type WindowKind = 'unlock' | 'main';

const kinds = new Map<number, WindowKind>();

/** Which of our windows this is; null for anything that has no bridge. */
export function kindOf(contents: WebContents): WindowKind | null {
  return kinds.get(contents.id) ?? null;
}

/** The kinds of windows that are open, hidden ones included. */
export function openWindows(kind: WindowKind): BrowserWindow[] {
  return BrowserWindow.getAllWindows().filter((window) => kinds.get(window.webContents.id) === kind);
}

/** Applies to every page that ever comes to life here: it cannot leave, open windows, embed pages or find its address. */
export function guardAllContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => {
      const isReload = event.isMainFrame && isOwnAddress(event.url) && sameFile(event.url, contents.getURL());
      if (!isReload) event.preventDefault();
    });
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('page-title-updated', (event) => event.preventDefault());
  });
}

function sameFile(one: string, other: string): boolean {
  return one.split('#')[0] === other.split('#')[0];
}

const hidden = new Set<BrowserWindow>();

/** Ends every hidden window at once: at a lock none may keep a document in memory. */
export function destroyHiddenWindows(): void {
  for (const window of hidden) window.destroy();
}

/** A hidden window without a bridge, in a session of its own that dies with it. */
export function createHiddenWindow(session: Session): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    width: 816,
    height: 1056,
    webPreferences: { ...closedPreferences, session, backgroundThrottling: false },
  });
  hidden.add(window);
  window.once('closed', () => hidden.delete(window));
  return window;
}

const closedPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  spellcheck: false,
  navigateOnDragDrop: false,
  devTools: __TEST_BUILD__,
} as const;

const sizes = {
  unlock: { width: 760, height: 720, minWidth: 560, minHeight: 560 },
  main: { width: 1440, height: 900, minWidth: 900, minHeight: 600 },
} as const;

/** Creates the window hidden and starts loading its page. The title never holds more than the app's name and an office number. */
export function createWindow(kind: WindowKind): BrowserWindow {
  const window = new BrowserWindow({
    ...sizes[kind],
    show: false,
    title: 'Amparo',
    backgroundColor: '#f4f6f6',
    webPreferences: {
      ...closedPreferences,
      preload: path.join(import.meta.dirname, '..', 'preload', 'index.cjs'),
      // The main page works while hidden: it loads during key derivation.
      backgroundThrottling: kind !== 'main',
    },
  });
  const { id } = window.webContents;
  kinds.set(id, kind);
  window.webContents.on('destroyed', () => kinds.delete(id));
  window.webContents.on('dom-ready', () => window.webContents.setZoomFactor(zoomFactor()));
  window.setContentProtection(true);
  const page = kind === 'unlock' ? 'unlock.html' : 'index.html';
  window.loadURL(`${ORIGIN}/${page}`).catch(() => {
    // A window destroyed while loading rejects; a page that cannot load shows as a failed start in the tests.
  });
  return window;
}
