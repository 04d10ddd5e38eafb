/**
 * The fixtures of every spec: `app` is the built app, started with an empty data folder; `launch` starts further ones
 * (`launch({ dataFolder: app.dataFolder })` after `app.close()` is the same user coming back). Whatever is still running at
 * the end is closed. `unlockPage` and the main window are found by `app.unlockWindow()` and `app.mainWindow()`.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect as baseExpect, test as base } from '@playwright/test';
import { type LaunchOptions, launchApp, type RunningApp } from './support/launch.ts';

interface Fixtures {
  /** A folder of this test alone; removed afterwards. */
  readonly scratch: string;
  readonly launch: (options?: Partial<LaunchOptions>) => Promise<RunningApp>;
  readonly app: RunningApp;
}

export const expect = baseExpect;

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern.
  scratch: async ({}, use) => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'amparo-e2e-'));
    await use(folder);
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  },
  launch: async ({ scratch }, use, info) => {
    const started: RunningApp[] = [];
    await use(async (options = {}) => {
      const dataFolder = options.dataFolder ?? path.join(scratch, `data-${started.length}`);
      fs.mkdirSync(path.join(dataFolder, 'home'), { recursive: true });
      const app = await launchApp({ ...options, dataFolder });
      started.push(app);
      return app;
    });
    for (const app of started) {
      if (info.status !== info.expectedStatus) await attachScreens(app, info);
      await app.close().catch(() => undefined);
    }
  },
  app: async ({ launch }, use) => {
    await use(await launch());
  },
});

async function attachScreens(
  app: RunningApp,
  info: { attach: (name: string, options: { body: Buffer; contentType: string }) => Promise<void> },
): Promise<void> {
  for (const window of app.electron.windows()) {
    const body = await window.screenshot({ timeout: 5000 }).catch(() => null);
    if (body !== null) await info.attach('window', { body, contentType: 'image/png' });
  }
}
