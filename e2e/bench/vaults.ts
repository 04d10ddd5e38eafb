/** Vaults for the benches, each made once a run (or kept between runs) and opened once, so that its working copy is there. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { tryPassphrase } from '../pages/start-page.ts';
import { makeBigVault } from '../support/big-vault.ts';
import { generateCases } from '../support/generator.ts';
import { launchApp, type RunningApp } from '../support/launch.ts';
import { sleep } from './measure.ts';

const secret = 'correct horse battery staple mule';
const BUILD_MS = 30 * 60_000;

export interface BenchVaults {
  /** The data folder of a vault of this many people, with its working copy; the Clients list is where it was locked. */
  folder(people: number): Promise<string>;
  remove(): void;
}

/** `kept`: a folder in which vaults of former runs are found again; null makes them anew in a temporary one. */
export function benchVaults(kept: string | null): BenchVaults {
  const place = kept ?? fs.mkdtempSync(path.join(os.tmpdir(), 'amparo-bench-'));
  return {
    async folder(people) {
      const folder = path.join(place, `people-${people}`);
      // Named after what it holds: a vault of other cases is made anew.
      const mark = path.join(folder, 'ready-generated');
      if (fs.existsSync(mark)) return folder;
      fs.rmSync(folder, { recursive: true, force: true });
      fs.mkdirSync(path.join(folder, 'home'), { recursive: true });
      console.error(`Making a vault of ${people} people.`);
      await makeBigVault({ dataFolder: folder, passphrase: secret, cases: generateCases({ people }) });
      await fillWorkingCopy(folder, people);
      fs.writeFileSync(mark, '');
      return folder;
    },
    remove() {
      if (kept === null) fs.rmSync(place, { recursive: true, force: true });
    },
  };
}

/** The first case of such a vault that has a fear event, and that event. */
export function firstFearEvent(people: number): { readonly caseId: string; readonly eventId: string } {
  for (const file of generateCases({ people })) {
    const [event] = Object.values(file.fearEvents);
    if (event !== undefined) return { caseId: file.id, eventId: event.id };
  }
  throw new Error('The generator made no fear event.');
}

/** Types the passphrase; the main window comes when it comes. */
export async function beginUnlock(app: RunningApp): Promise<void> {
  await tryPassphrase(await app.unlockWindow(), secret);
}

export async function openVault(app: RunningApp): Promise<Page> {
  await beginUnlock(app);
  const page = await app.mainWindow();
  // The window is shown a moment before it goes to the place of the last lock.
  await page.getByRole('main').getByRole('heading', { level: 1 }).first().waitFor();
  return page;
}

/** Waits until the list knows everybody. */
export async function allListed(page: Page, people: number): Promise<void> {
  await page.locator(`[role="grid"][aria-rowcount="${people + 1}"]`).waitFor({ timeout: BUILD_MS });
}

export async function lockAtClients(app: RunningApp, page: Page): Promise<void> {
  await page.keyboard.press('Control+2');
  await page.getByRole('grid').waitFor();
  await page.keyboard.press('Control+l');
  await app.unlockWindow();
}

async function fillWorkingCopy(folder: string, people: number): Promise<void> {
  const app = await launchApp({ dataFolder: folder });
  try {
    const page = await openVault(app);
    await page.keyboard.press('Control+2');
    await allListed(page, people);
    // The last of the working copy is written a moment after the last row is known.
    await sleep(5000);
    await lockAtClients(app, page);
    await sleep(1000);
  } finally {
    await app.close();
  }
}
