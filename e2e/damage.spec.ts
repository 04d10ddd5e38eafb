import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { IntakePage } from './pages/intake-page.ts';
import { Shell } from './pages/shell.ts';
import { makeVault, unlock } from './pages/start-page.ts';
import {
  canMount,
  emptyDisk,
  fillDisk,
  filesUnder,
  makeReadOnly,
  makeWritable,
  recordHashes,
  smallDisk,
} from './support/disk.ts';
import { launchApp } from './support/launch.ts';
import { blankPdf } from './support/pdf.ts';
import { word } from './support/words.ts';

/** One vault with two cases, made once; every test damages a copy of it. */
let whole = '';

test.beforeAll(async () => {
  whole = fs.mkdtempSync(path.join(os.tmpdir(), 'amparo-whole-'));
  fs.mkdirSync(path.join(whole, 'home'));
  const app = await launchApp({ dataFolder: whole });
  const main = await makeVault(app);
  for (const given of ['Primera', 'Segunda']) {
    await new Shell(main).takeIn({ people: [{ given, surnames: 'Inventada', born: '2 Feb 1990' }] });
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

function journalBytes(vault: string): number {
  const files = filesUnder(vault).filter((name) => name.startsWith('journal'));
  return files.reduce((sum, name) => sum + fs.statSync(path.join(vault, name)).size, 0);
}

/** Flips every bit of the byte in the middle of a file. */
function changeOneByte(file: string): void {
  const bytes = fs.readFileSync(file);
  const at = Math.floor(bytes.length / 2);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 0xff, at);
  fs.writeFileSync(file, bytes);
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
  changeOneByte(journalOf(vault));
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

test('a scan with one byte changed on the disk is refused and given to nobody; the record goes on', async ({
  launch,
  scratch,
}) => {
  const { dataFolder, vault } = copyOfVault(scratch);
  const scan = path.join(scratch, 'notice.pdf');
  const copy = path.join(scratch, 'copy.pdf');
  fs.writeFileSync(scan, await blankPdf(40));
  const paper = word('paper.kind.noticeToAppear');
  const app = await launch({ dataFolder });
  const client = await new Shell(await unlock(app)).openClient('Primera Inventada');
  await client.openTab('papers');
  await client.button(word('client.papersAdd'), client.panel).click();
  await app.openFrom(scan);
  await client.button(word('paper.scan.attach'), client.panel).click();
  await expect(client.panel.getByText('1 scan', { exact: true })).toBeVisible();
  await app.close();
  const blobs = filesUnder(vault).filter((name) => name.startsWith('blobs'));
  expect(blobs).toHaveLength(1);
  for (const name of blobs) changeOneByte(path.join(vault, name));

  const again = await launch({ dataFolder });
  const shell = new Shell(await unlock(again));
  const reopened = await shell.openClient('Primera Inventada');
  await reopened.openTab('papers');
  await reopened.panel.getByRole('button', { name: paper, exact: true }).click();
  await again.saveTo(copy);
  await reopened.button(word('paper.scan.save', 'en', { n: 1 }), reopened.panel).click();
  await expect(shell.page.getByText(word('errors.vault-damaged'))).toBeVisible();
  expect(fs.existsSync(copy)).toBe(false);
  await reopened.type(word('paper.servedOn'), '3 Apr 2019', reopened.panel);
  await expect(shell.saved()).toBeVisible();
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
    const shell = new Shell(main);
    const said = main.getByRole('status').filter({ hasText: word('shell.readOnly') });
    await expect(said).toContainText(word('errors.disk-read-only'));
    await expect(shell.status.getByText(word('status.readOnly'))).toBeVisible();
    await shell.go('clients');
    await expect(main.getByRole('row').filter({ hasText: 'Primera Inventada' })).toHaveCount(1);
    await app.close();
    expect(recordHashes(vault)).toEqual(before);
  } finally {
    disk.unmount();
  }
});

/** The surnames of the first person of a case, on the page of its family. */
async function surnamesOf(main: Page, name: string): Promise<Locator> {
  const client = await new Shell(main).openClient(name);
  await client.choose(word('client.more'), word('client.addPeople'));
  const intake = new IntakePage(main);
  await intake.arrived();
  return intake.field(word('family.surnames'), intake.person(1));
}

/** One click writes what waited, without typing anything anew. */
async function saveAgain(main: Page): Promise<void> {
  await main.getByRole('button', { name: word('shell.saveAgain'), exact: true }).click();
  await expect(main.getByText(word('shell.saveFailedKept'))).toBeHidden();
  await expect(new Shell(main).saved()).toBeVisible();
}

test('on a disk that refuses writing at a save, what was typed stays on screen and is saved once it can be', async ({
  launch,
  scratch,
}) => {
  test.skip(!canMount, 'Needs root to mount a disk that refuses writing.');
  const { dataFolder, vault } = copyOfVault(scratch);
  const disk = smallDisk(vault, 24);
  try {
    const app = await launch({ dataFolder });
    const main = await unlock(app);
    const surnames = await surnamesOf(main, 'Primera Inventada');
    const before = recordHashes(vault);
    makeReadOnly(vault);
    await surnames.fill('Inventada de la Cruz');
    await surnames.blur();
    const said = main.getByRole('alert').filter({ hasText: word('shell.saveFailed') });
    await expect(said).toContainText(word('errors.disk-read-only'));
    await expect(said).toContainText(word('shell.saveFailedKept'));
    await expect(surnames).toHaveValue('Inventada de la Cruz');
    expect(recordHashes(vault)).toEqual(before);
    makeWritable(vault);
    await saveAgain(main);
    await app.close();
    const again = await unlock(await launch({ dataFolder }));
    await new Shell(again).openClient('Primera Inventada de la Cruz');
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
    const surnames = await surnamesOf(main, 'Segunda Inventada');
    const failed = main.getByRole('alert').filter({ hasText: word('shell.saveFailed') });
    const long = 'una mujer que no dice su nombre '.repeat(2000);
    let typed = '';
    // The room kept for a last save is used up first.
    // Unfinished typing has no such room: it is refused before the save is, and then there is nothing to try again yet.
    const tryAgain = failed.getByRole('button', { name: word('shell.saveAgain'), exact: true });
    for (let count = 0; count < 120 && !(await tryAgain.isVisible()); count++) {
      fillDisk(vault, count);
      typed = `${long}${count}`;
      const before = journalBytes(vault);
      await surnames.fill(typed);
      await surnames.blur();
      await expect.poll(async () => (await tryAgain.isVisible()) || journalBytes(vault) > before).toBe(true);
    }
    await expect(failed).toContainText(word('errors.disk-full'));
    await expect(failed).toContainText(word('shell.saveFailedKept'));
    await expect(surnames).toHaveValue(typed);
    const kept = fs.readFileSync(journal);
    emptyDisk(vault);
    await saveAgain(main);
    await app.close();
    // Whole entries only: what was there is there, byte for byte.
    expect(fs.readFileSync(journal).subarray(0, kept.length).equals(kept)).toBe(true);
    const again = await unlock(await launch({ dataFolder }));
    await expect(await surnamesOf(again, 'Segunda una mujer que no dice')).toHaveValue(typed);
  } finally {
    disk.unmount();
  }
});
