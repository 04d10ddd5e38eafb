/** Starts the built app in a real Electron with a data folder of its own, and finds its windows. */
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { builtForTests, electronExecutable, root, sandboxArguments } from './electron.ts';

export interface LaunchOptions {
  /** The user data folder; a second launch with the same one is the same user coming back. */
  readonly dataFolder: string;
  /** Time zone of the computer; El Paso unless a test says otherwise. */
  readonly timeZone?: string;
  readonly extraArguments?: readonly string[];
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
  close(): Promise<void>;
}

const LAUNCH_MS = 60_000;
const WINDOW_MS = 60_000;

async function findWindow(electron: ElectronApplication, page: string): Promise<Page> {
  const isIt = (window: Page): boolean => !window.isClosed() && window.url().startsWith(`app://amparo/${page}`);
  const deadline = Date.now() + WINDOW_MS;
  while (Date.now() < deadline) {
    const found = electron.windows().find(isIt);
    if (found !== undefined) {
      await found.waitForLoadState('domcontentloaded');
      return found;
    }
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
  throw new Error(`The window with ${page} did not come on screen within ${WINDOW_MS / 1000} s.`);
}

export async function launchApp(options: LaunchOptions): Promise<RunningApp> {
  const { dataFolder, timeZone = 'America/Denver', extraArguments = [] } = options;
  const electron = await _electron.launch({
    executablePath: electronExecutable(),
    args: [builtForTests, ...sandboxArguments(), `--user-data-dir=${dataFolder}`, '--lang=en-US', ...extraArguments],
    cwd: root,
    env: { ...process.env, TZ: timeZone, LANG: 'en_US.UTF-8', LANGUAGE: 'en_US', HOME: path.join(dataFolder, 'home') },
    timeout: LAUNCH_MS,
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
    async close() {
      await electron.close();
    },
  };
}
