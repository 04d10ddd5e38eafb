import fs from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { Shell } from './pages/shell.ts';
import { makeVault, unlock } from './pages/start-page.ts';
import { filesUnder } from './support/disk.ts';
import type { RunningApp } from './support/launch.ts';
import { word } from './support/words.ts';

/** The working copy in the browser's own database. */
function workingCopy(dataFolder: string): string[] {
  const folder = path.join(dataFolder, 'IndexedDB');
  return fs.existsSync(folder)
    ? fs
        .readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name))
    : [];
}

async function takeSomebodyIn(main: Page): Promise<void> {
  await new Shell(main).takeIn({
    people: [
      { given: 'Herlinda', surnames: 'Cac Xol', aNumber: '200123456', languages: ['Qʼeqchiʼ'] },
      { given: 'Wilmer', surnames: 'Cac', born: 'about 2015' },
    ],
    crossedOn: '3 Sep 2019',
    officeNumber: '2026-031',
  });
}

/** The whole case as saved from the app, without the instant of saving. */
async function savedCase(app: RunningApp, main: Page, file: string): Promise<unknown> {
  const client = await new Shell(main).openClient('Herlinda Cac Xol');
  await client.saveAsJson(app, file);
  return { ...JSON.parse(fs.readFileSync(file, 'utf8')), exportedAt: '' };
}

function removeCopy(dataFolder: string): void {
  fs.rmSync(path.join(dataFolder, 'IndexedDB'), { recursive: true });
}

const damages = {
  'is gone': removeCopy,
  // Then every commit is read from the journal again.
  'is gone, with every snapshot': (dataFolder: string) => {
    const snapshots = filesUnder(path.join(dataFolder, 'vault', 'snapshots'));
    expect(snapshots.length).toBeGreaterThan(0);
    fs.rmSync(path.join(dataFolder, 'vault', 'snapshots'), { recursive: true });
    removeCopy(dataFolder);
  },
  'has one flipped byte in its log': (dataFolder: string) => {
    const logs = workingCopy(dataFolder).filter((file) => file.endsWith('.log') && fs.statSync(file).size > 2000);
    expect(logs.length).toBeGreaterThan(0);
    for (const log of logs) {
      const bytes = fs.readFileSync(log);
      const at = Math.floor(bytes.length / 2);
      bytes.writeUInt8(bytes.readUInt8(at) ^ 0xff, at);
      fs.writeFileSync(log, bytes);
    }
  },
} as const;

for (const [what, damage] of Object.entries(damages)) {
  test(`a working copy that ${what} is made again, equal, and one sentence says so`, async ({
    app,
    launch,
    scratch,
  }) => {
    const main = await makeVault(app);
    await takeSomebodyIn(main);
    const before = await savedCase(app, main, path.join(scratch, 'before.json'));
    await app.close();
    expect(workingCopy(app.dataFolder).length).toBeGreaterThan(0);
    damage(app.dataFolder);
    const again = await launch({ dataFolder: app.dataFolder });
    const opened = await unlock(again);
    const sentences = ['damaged', 'different', 'empty', 'missing'].map((why) => word(`vault.rebuilt.${why}`));
    const told = opened.getByRole('status').filter({ hasText: word('shell.rebuilt') });
    await expect(told).toBeVisible();
    const said = (await told.innerText()).replaceAll('\n', ' ');
    expect(sentences.filter((sentence) => said.includes(sentence))).toHaveLength(1);
    expect(await savedCase(again, opened, path.join(scratch, 'after.json'))).toEqual(before);
  });
}

test('a working copy of a newer Chromium is left alone: the vault opens from the journal, and says so', async ({
  app,
  launch,
}) => {
  await takeSomebodyIn(await makeVault(app));
  await app.close();
  const note = path.join(app.dataFolder, 'browser.json');
  expect(JSON.parse(fs.readFileSync(note, 'utf8'))).toEqual({ chromium: expect.any(Number) });
  fs.writeFileSync(note, JSON.stringify({ chromium: 9999 }));
  const copies = () => workingCopy(app.dataFolder).map((file) => [file, fs.readFileSync(file, 'hex')]);
  const before = copies();
  expect(before.length).toBeGreaterThan(0);
  const again = await launch({ dataFolder: app.dataFolder });
  const opened = await unlock(again);
  await expect(opened.getByText(word('vault.rebuilt.unavailable'))).toBeVisible();
  await new Shell(opened).go('clients');
  await expect(opened.getByRole('row').filter({ hasText: 'Herlinda' })).toHaveCount(1);
  await again.close();
  expect(copies()).toEqual(before);
  expect(fs.readFileSync(note, 'utf8')).toBe('{"chromium":9999}');
});

test('an untouched working copy says nothing', async ({ app, launch }) => {
  await takeSomebodyIn(await makeVault(app));
  await app.close();
  const opened = await unlock(await launch({ dataFolder: app.dataFolder }));
  await new Shell(opened).go('clients');
  await expect(opened.getByRole('row').filter({ hasText: 'Herlinda' })).toHaveCount(1);
  await expect(opened.getByText(word('shell.rebuilt'))).toHaveCount(0);
});
