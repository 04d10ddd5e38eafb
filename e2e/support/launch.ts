/** Starts the built app in a real Electron with a data folder of its own, and finds its windows. */
import fs from 'node:fs';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { builtForTests, electronExecutable, root, sandboxArguments } from './electron.ts';

export interface LaunchOptions {
  /** The user data folder; a second launch with the same one is the same user coming back. */
  readonly dataFolder: string;
  /** Time zone of the computer; El Paso unless a test says otherwise. */
  readonly timeZone?: string;
  readonly extraArguments?: readonly string[];
  /** A program and its arguments that starts the app, e.g. a tracer. */
  readonly through?: readonly string[];
}

export interface Print {
  readonly pages: number;
  /** The pictures of all pages in one text: two that are equal printed the same. */
  readonly look: string;
}

export interface RunningApp {
  readonly electron: ElectronApplication;
  readonly dataFolder: string;
  unlockWindow(): Promise<Page>;
  /** Resolves once the main window is on screen, that is, once the vault is open. */
  mainWindow(): Promise<Page>;
  /** Answers the next save dialogs with this file; a second call replaces the first. */
  saveTo(file: string): Promise<void>;
  /** The user cancels every save dialog from now on. */
  cancelSaving(): Promise<void>;
  openFrom(file: string): Promise<void>;
  /** Answers the next print dialogs: with success, or with the reason the system gives. */
  printTo(answer: { readonly success: boolean; readonly reason?: string }): Promise<void>;
  /** What was on the page each time the print dialog was asked for since the first `printTo`. */
  prints(): Promise<readonly Print[]>;
  close(): Promise<void>;
}

const LAUNCH_MS = 60_000;
const WINDOW_MS = 60_000;
/** Answers that may get lost in a row. */
const LOST_ANSWERS = 10;

/**
 * Asked of the page itself: of a window that is made hidden, the news that its page was read sometimes never comes, and
 * whoever waits for it waits in vain.
 */
function isRead(window: Page): Promise<boolean> {
  return window.evaluate(() => document.readyState !== 'loading').catch(() => false);
}

async function findWindow(electron: ElectronApplication, page: string): Promise<Page> {
  const isIt = (window: Page): boolean => !window.isClosed() && window.url().startsWith(`app://amparo/${page}`);
  const deadline = Date.now() + WINDOW_MS;
  while (Date.now() < deadline) {
    const found = electron.windows().find(isIt);
    if (found !== undefined && (await isRead(found))) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(
    `No window with ${page} within ${WINDOW_MS / 1000} s; there are: ${electron.windows().map((window) => window.url())}`,
  );
}

async function waitUntilVisible(electron: ElectronApplication, page: string): Promise<void> {
  const deadline = Date.now() + WINDOW_MS;
  while (Date.now() < deadline) {
    const isVisible = await electron.evaluate(
      ({ BrowserWindow }, name) =>
        BrowserWindow.getAllWindows().some(
          (window) => window.isVisible() && window.webContents.getURL().includes(name),
        ),
      page,
    );
    if (isVisible) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const words = await Promise.all(
    electron.windows().map((window) =>
      window
        .locator('body')
        .innerText({ timeout: 2000 })
        .catch(() => 'unread'),
    ),
  );
  throw new Error(
    `The window with ${page} did not come on screen within ${WINDOW_MS / 1000} s; on the windows: ${words.join(' | ')}`,
  );
}

/** Playwright puts its own switches first, so the other program gets a script that it can start like an Electron. */
function wrapper(folder: string, through: readonly string[]): string {
  const script = path.join(folder, 'start.sh');
  const words = [...through, electronExecutable()].map((word) => `'${word}'`).join(' ');
  fs.writeFileSync(script, `#!/bin/sh\nexec ${words} "$@"\n`, { mode: 0o700 });
  return script;
}

/**
 * Node's inspector sometimes collects the promise of an answer that was already there ("Resulting promise was garbage
 * collected"). That says nothing about the app: the question is asked again a moment later.
 */
function askAgainWhenLost(electron: ElectronApplication): void {
  const ask = electron.evaluate.bind(electron) as (...given: unknown[]) => Promise<unknown>;
  const patient = async (...given: unknown[]): Promise<unknown> => {
    for (let left = LOST_ANSWERS; ; left--) {
      try {
        return await ask(...given);
      } catch (error) {
        const isLost = error instanceof Error && error.message.includes('promise was garbage collected');
        if (!isLost || left === 0) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  };
  Object.assign(electron, { evaluate: patient });
}

export async function launchApp(options: LaunchOptions): Promise<RunningApp> {
  const { dataFolder, timeZone = 'America/Denver', extraArguments = [], through = [] } = options;
  const electronArguments = [
    builtForTests,
    ...sandboxArguments(),
    `--user-data-dir=${dataFolder}`,
    '--lang=en-US',
    ...extraArguments,
  ];
  const electron = await _electron.launch({
    executablePath: through.length === 0 ? electronExecutable() : wrapper(dataFolder, through),
    args: electronArguments,
    cwd: root,
    env: { ...process.env, TZ: timeZone, LANG: 'en_US.UTF-8', LANGUAGE: 'en_US', HOME: path.join(dataFolder, 'home') },
    timeout: LAUNCH_MS,
  });
  askAgainWhenLost(electron);
  // A virtual screen sees no keys or pointer of its own, so the system would call the computer idle five minutes into a run.
  await electron.evaluate(({ powerMonitor }) => {
    powerMonitor.getSystemIdleTime = () => 0;
  });
  return {
    electron,
    dataFolder,
    unlockWindow: () => findWindow(electron, 'unlock.html'),
    async mainWindow() {
      const page = await findWindow(electron, 'index.html');
      await waitUntilVisible(electron, 'index.html');
      // A key pressed before the first screen is drawn would be lost.
      await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
      return page;
    },
    async saveTo(file) {
      await electron.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath });
      }, file);
    },
    async cancelSaving() {
      await electron.evaluate(({ dialog }) => {
        dialog.showSaveDialog = async () => ({ canceled: true, filePath: '' });
      });
    },
    async openFrom(file) {
      await electron.evaluate(({ dialog }, filePath) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
      }, file);
    },
    async printTo({ success, reason = '' }) {
      await electron.evaluate(
        ({ app }, answer) => {
          const printing = globalThis as { printAnswer?: typeof answer; printed?: Print[] };
          const isFirst = printing.printAnswer === undefined;
          printing.printAnswer = answer;
          printing.printed ??= [];
          if (!isFirst) return;
          app.on('web-contents-created', (_event, contents) => {
            contents.print = (_options, done) => {
              const look = `[...document.images].map((image) => {
                const canvas = document.createElement('canvas');
                [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
                canvas.getContext('2d').drawImage(image, 0, 0);
                return canvas.toDataURL();
              })`;
              void contents.executeJavaScript(look).then((pictures: string[]) => {
                printing.printed?.push({ pages: pictures.length, look: pictures.join(' ') });
                done?.(printing.printAnswer?.success === true, printing.printAnswer?.reason ?? '');
              });
            };
          });
        },
        { success, reason },
      );
    },
    async prints() {
      return electron.evaluate(() => (globalThis as { printed?: Print[] }).printed ?? []);
    },
    async close() {
      await electron.close();
    },
  };
}
