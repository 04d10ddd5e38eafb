/** One app for a whole day of a user: the tests of a serial group share it, and it is closed after the last. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { test } from '../fixtures.ts';
import { type LaunchOptions, launchApp, type RunningApp } from './launch.ts';

export interface Day {
  /** The running app; another after `restart`. */
  readonly app: RunningApp;
  /** The main window. */
  readonly main: Page;
  /** A folder for what is saved during the day. */
  readonly folder: string;
  /** The main window after it was locked and opened again. */
  use(main: Page): void;
}

/** Registers the start and end of the day in the group it is called in. `open` leads to the main window. */
export function wholeDay(open: (app: RunningApp) => Promise<Page>, options: Partial<LaunchOptions> = {}): Day {
  let app: RunningApp | undefined;
  let main: Page | undefined;
  let folder = '';
  test.beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'amparo-day-'));
    const dataFolder = path.join(folder, 'data');
    fs.mkdirSync(path.join(dataFolder, 'home'), { recursive: true });
    app = await launchApp({ dataFolder, ...options });
    main = await open(app);
  });
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern.
  test.afterEach(async ({}, info) => {
    if (info.status === info.expectedStatus || app === undefined) return;
    for (const [index, window] of app.electron.windows().entries()) {
      const picture = info.outputPath(`window-${index}.png`);
      const isTaken = await window.screenshot({ path: picture, timeout: 5000 }).then(
        () => true,
        () => false,
      );
      if (isTaken) await info.attach('window', { path: picture, contentType: 'image/png' });
    }
  });
  test.afterAll(async () => {
    await app?.close().catch(() => undefined);
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });
  const begun = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('The day has not begun.');
    return value;
  };
  return {
    get app() {
      return begun(app);
    },
    get main() {
      return begun(main);
    },
    get folder() {
      return folder;
    },
    use(page) {
      main = page;
    },
  };
}
