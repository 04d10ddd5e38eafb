import fs from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { ClientPage } from './pages/client-page.ts';
import { FearPage } from './pages/fear-page.ts';
import { IntakePage } from './pages/intake-page.ts';
import { Shell } from './pages/shell.ts';
import { makeVault, pressLock, unlock } from './pages/start-page.ts';
import { wholeDay } from './support/day.ts';
import type { RunningApp } from './support/launch.ts';
import { word } from './support/words.ts';

type Way = 'button' | 'key' | 'suspend' | 'idle';

async function lockBy(way: Way, app: RunningApp, main: Page): Promise<void> {
  if (way === 'button') await new Shell(main).lock();
  else if (way === 'key') await pressLock(main);
  else if (way === 'suspend') await app.electron.evaluate(({ powerMonitor }) => void powerMonitor.emit('suspend'));
  else
    await app.electron.evaluate(({ powerMonitor }) => {
      powerMonitor.getSystemIdleTime = () => 300;
    });
}

function processOf(app: RunningApp): Promise<number> {
  return app.electron.evaluate(({ BrowserWindow }) => {
    const main = BrowserWindow.getAllWindows().find((window) => window.webContents.getURL().includes('index.html'));
    return main?.webContents.getOSProcessId() ?? 0;
  });
}

interface Cursor {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly focused: boolean;
}

function cursorIn(field: Locator): Promise<Cursor> {
  return field.evaluate((element) => {
    const input = element as HTMLInputElement | HTMLTextAreaElement;
    return {
      text: input.value,
      start: input.selectionStart ?? -1,
      end: input.selectionEnd ?? -1,
      focused: document.activeElement === input,
    };
  });
}

test.describe
  .serial('locked in the middle of a word', () => {
    const day = wholeDay((app) => makeVault(app));

    /** Locks, waits until the process that held the keys is gone, and opens again. */
    async function lockAndResume(way: Way): Promise<void> {
      const { app, main } = day;
      const pid = await processOf(app);
      expect(fs.existsSync(`/proc/${pid}`)).toBe(true);
      const place = main.url();
      await lockBy(way, app, main);
      await expect.poll(() => main.isClosed(), { timeout: 10_000 }).toBe(true);
      await expect.poll(() => fs.existsSync(`/proc/${pid}`), { timeout: 10_000 }).toBe(false);
      await app.electron.evaluate(({ powerMonitor }) => {
        powerMonitor.getSystemIdleTime = () => 0;
      });
      day.use(await unlock(app));
      await expect.poll(() => day.main.url()).toBe(place);
    }

    test('a name half typed comes back with its cursor, by button', async () => {
      await new Shell(day.main).newClient();
      const given = word('family.given');
      const field = (): Locator => new IntakePage(day.main).field(given, new IntakePage(day.main).person(1));
      await field().pressSequentially('María Jo');
      await day.main.keyboard.press('ArrowLeft');
      await day.main.keyboard.press('ArrowLeft');
      await day.main.keyboard.press('ArrowLeft');
      const before = await cursorIn(field());
      expect(before).toEqual({ text: 'María Jo', start: 5, end: 5, focused: true });
      await lockAndResume('button');
      await expect.poll(() => cursorIn(field())).toEqual(before);
      // The next key goes on where the last one ended.
      await day.main.keyboard.type(' del Carmen');
      await expect(field()).toHaveValue('María del Carmen Jo');
    });

    test('nothing half typed is part of the record until the field is left', async () => {
      const intake = new IntakePage(day.main);
      await intake.type(word('family.surnames'), 'Prueba', intake.person(1));
      await intake.type(word('family.given'), 'María Josefa', intake.person(1));
      await intake.done.click();
      await expect(new ClientPage(day.main).heading).toHaveText('María Josefa Prueba');
      await new ClientPage(day.main).add('fear');
      await expect(new FearPage(day.main).heading).toHaveText(word('fear.step.account'));
    });

    const words = 'Nos dijeron que no había miedo que valiera';
    for (const [way, sentence] of [
      ['key', 'Nos dijeron que no ha'],
      ['suspend', 'Nos dijeron que no había mied'],
      ['idle', words],
    ] as const) {
      test(`an account half told comes back where it was, by ${way}`, async () => {
        const account = (): Locator => new FearPage(day.main).account;
        const known = (await cursorIn(account())).text;
        await account().focus();
        await day.main.keyboard.press('Control+End');
        await day.main.keyboard.type(sentence.slice(known.length));
        await day.main.keyboard.press('ArrowLeft');
        const before = await cursorIn(account());
        expect(before.text).toBe(sentence);
        await lockAndResume(way);
        await expect.poll(() => cursorIn(account())).toEqual(before);
      });
    }

    test('a long account comes back at the lines that were on screen', async () => {
      const account = (): Locator => new FearPage(day.main).account;
      const lines = (): Promise<number> => account().evaluate((element) => Math.round(element.scrollTop));
      await account().fill(`${words} ${'y nadie quiso oír lo que pasó. '.repeat(95)}`);
      await day.main.keyboard.press('Control+End');
      for (let up = 0; up < 6; up++) await day.main.keyboard.press('ArrowUp');
      const [before, cursor] = [await lines(), await cursorIn(account())];
      expect(before).toBeGreaterThan(100);
      await lockAndResume('suspend');
      await expect.poll(() => cursorIn(account())).toEqual(cursor);
      await expect.poll(lines).toBe(before);
      await account().fill(words);
    });

    test('what was typed is saved once the field is left, and no half word stays behind', async () => {
      const fear = new FearPage(day.main);
      await fear.openStep('whenWhere');
      await lockAndResume('key');
      const again = new FearPage(day.main);
      await expect(again.heading).toHaveText(word('fear.step.whenWhere'));
      await again.openStep('account');
      await expect(again.account).toHaveValue(words);
    });
  });
