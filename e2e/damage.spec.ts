import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { IntakePage } from './pages/family-intake.ts';
import { Shell } from './pages/shell.ts';
import { makeVault, unlock } from './pages/start-page.ts';
import { canMount, fillDisk, filesUnder, makeReadOnly, recordHashes, smallDisk } from './support/disk.ts';
import { launchApp } from './support/launch.ts';
import { word } from './support/words.ts';

/** One vault with two cases, made once; every test damages a copy of it. */
let whole = '';

test.beforeAll(async () => {
  whole = fs.mkdtempSync(path.join(os.tmpdir(), 'amparo-whole-'));
  fs.mkdirSync(path.join(whole, 'home'));
  const app = await launchApp({ dataFolder: whole });
  const main = await makeVault(app);
  for (const given of ['Primera', 'Segunda']) {
    await new Shell(main).newClient();
    await new IntakePage(main).takeIn({ people: [{ given, surnames: 'Inventada', born: '2 Feb 1990' }] });
  }
  await app.close();
});
test.afterAll(() => fs.rmSync(whole, { recursive: true, force: true }));

/** A data folder with a copy of the whole vault, and the folder of the vault in it. */
function copyOfVault(scratch: string): { readonly dataFolder: string; readonly vault: string } {
  const dataFolder = path.join(scratch, 'data');
  fs.cpSync(whole, dataFolder, { recursive: true });
  return { dataFolder, vault: path.join(dataFolder, 'vault') };
}

function journalOf(vault: string): string {
  const file = filesUnder(vault).find((name) => name.startsWith('journal') && name.endsWith('.log'));
  if (file === undefined) throw new Error('The vault has no journal.');
  return path.join(vault, file);
}

async function expectAtUnlock(page: Page, code: string): Promise<void> {
  await expect(page.getByText(word(`errors.${code}`))).toBeVisible();
}

test('an unreadable header is said, and nothing of the folder is touched', async ({ launch, scratch }) => {
  const { dataFolder, vault } = copyOfVault(scratch);
  const header = path.join(vault, 'header.json');
  fs.writeFileSync(header, fs.readFileSync(header, 'utf8').slice(0, -200));
  const before = recordHashes(vault);
  const app = await launch({ dataFolder });
  await expectAtUnlock(await app.unlockWindow(), 'header-unreadable');
  await app.close();
  expect(recordHashes(vault)).toEqual(before);
});

test('a vault of a newer version is refused untouched', async ({ launch, scratch }) => {
  const { dataFolder, vault } = copyOfVault(scratch);
  const header = path.join(vault, 'header.json');
  fs.writeFileSync(header, fs.readFileSync(header, 'utf8').replace(/"version":\s*1/, '"version":99'));
  expect(fs.readFileSync(header, 'utf8')).toContain('"version":99');
  const before = recordHashes(vault);
  const app = await launch({ dataFolder });
  await expectAtUnlock(await app.unlockWindow(), 'vault-newer-version');
  await app.close();
  expect(recordHashes(vault)).toEqual(before);
});

test('a damaged entry opens what is good to read only, says so, and overwrites nothing', async ({
  launch,
  scratch,
}) => {
  const { dataFolder, vault } = copyOfVault(scratch);
  const journal = journalOf(vault);
  const bytes = fs.readFileSync(journal);
  const at = Math.floor(bytes.length / 2);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 0xff, at);
  fs.writeFileSync(journal, bytes);
  // Without the working copy every entry has to be read again.
  fs.rmSync(path.join(dataFolder, 'IndexedDB'), { recursive: true, force: true });
  const before = recordHashes(vault);
  const app = await launch({ dataFolder });
  const main = await unlock(app);
  await expect(main.getByText(word('errors.vault-damaged'))).toBeVisible();
  await expect(main.getByText(word('status.readOnly'))).toBeVisible();
  await app.close();
  expect(recordHashes(vault)).toEqual(before);
});

test('a wrong passphrase is said, and nothing is written', async ({ launch, scratch }) => {
  const { dataFolder, vault } = copyOfVault(scratch);
  const before = recordHashes(vault);
  const app = await launch({ dataFolder });
  const page = await app.unlockWindow();
  await page.getByLabel(word('unlock.passphrase'), { exact: true }).fill('walnut harbor eleven spoons adrift');
  await page.getByRole('button', { name: word('unlock.unlock'), exact: true }).click();
  await expectAtUnlock(page, 'wrong-passphrase');
  await app.close();
  expect(recordHashes(vault)).toEqual(before);
});

test('a folder that refuses writing opens to read, and says what to do', async ({ launch, scratch }) => {
  test.skip(!canMount, 'Needs root to mount a disk that refuses writing.');
  const { dataFolder, vault } = copyOfVault(scratch);
  const before = recordHashes(vault);
  const disk = smallDisk(vault, 24);
  try {
    makeReadOnly(vault);
    const app = await launch({ dataFolder });
    const main = await unlock(app);
    await expect(main.getByText(word('errors.disk-read-only'))).toBeVisible();
    await new Shell(main).go('clients');
    await expect(main.getByRole('row').filter({ hasText: 'Primera Inventada' })).toHaveCount(1);
    await app.close();
    expect(recordHashes(vault)).toEqual(before);
  } finally {
    disk.unmount();
  }
});

test('on a full disk the save is refused, what was typed stays on screen and is saved once there is room again', async ({
  launch,
  scratch,
}) => {
  test.skip(!canMount, 'Needs root to mount a small disk.');
  const { dataFolder, vault } = copyOfVault(scratch);
  const disk = smallDisk(vault, 24);
  try {
    const app = await launch({ dataFolder });
    const main = await unlock(app);
    const journal = journalOf(vault);
    await new Shell(main).newClient();
    const intake = new IntakePage(main);
    await intake.type(word('family.given'), 'Tercera', intake.person(1));
    await expect(new Shell(main).saved()).toBeVisible();
    fillDisk(vault);
    const long = 'una mujer que no dice su nombre '.repeat(2000);
    // The room kept for a last save is used up first.
    for (let count = 0; count < 120; count++) {
      await intake.type(word('family.surnames'), `${long}${count}`, intake.person(1));
      if (await main.getByText(word('shell.saveFailed')).isVisible()) break;
      const filler = path.join(vault, 'filler');
      if (count === 0 || fs.statSync(vault).isDirectory()) fillDiskAgain(vault, filler);
    }
    await expect(main.getByText(word('errors.disk-full')).first()).toBeVisible();
    await expect(main.getByText(word('shell.saveFailedKept'))).toBeVisible();
    await expect(intake.field(word('family.surnames'), intake.person(1))).toHaveValue(/^una mujer que no dice/);
    const kept = fs.readFileSync(journal);
    fs.rmSync(path.join(vault, 'filler'));
    fs.rmSync(path.join(vault, 'filler-1'), { force: true });
    // Room again: one click writes what waited, without typing anything anew.
    await main.getByRole('button', { name: word('shell.saveAgain'), exact: true }).click();
    await expect(main.getByText(word('shell.saveFailedKept'))).toBeHidden();
    await expect(new Shell(main).saved()).toBeVisible();
    await app.close();
    // Whole entries only: what was there is there, byte for byte.
    expect(fs.readFileSync(journal).subarray(0, kept.length).equals(kept)).toBe(true);
    const again = await unlock(await launch({ dataFolder }));
    await new Shell(again).go('clients');
    await expect(again.getByRole('row').filter({ hasText: 'Primera Inventada' })).toHaveCount(1);
    await expect(again.getByRole('row').filter({ hasText: /Tercera una mujer que no dice/ })).toHaveCount(1);
  } finally {
    disk.unmount();
  }
});

/** Takes the room that the vault gave up for its last save. */
function fillDiskAgain(vault: string, first: string): void {
  if (!fs.existsSync(first)) return;
  const rest = path.join(vault, 'filler-1');
  try {
    fs.appendFileSync(rest, Buffer.alloc(4 * 1024 * 1024, 1));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
}
