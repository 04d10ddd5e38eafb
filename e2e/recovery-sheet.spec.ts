/** The recovery sheet may wait three days; from then on it is the first page at each unlock, and never a lock-out. */
import { expect, test } from './fixtures.ts';
import { Shell } from './pages/shell.ts';
import { lookAround, makeVault, passphrase, pressLock, unlock } from './pages/start-page.ts';
import { makeBigVault } from './support/big-vault.ts';
import { generateCases, lastClient } from './support/generator.ts';
import type { LaunchOptions, RunningApp } from './support/launch.ts';
import { word } from './support/words.ts';

type Launch = (options?: Partial<LaunchOptions>) => Promise<RunningApp>;

const anybody = `${lastClient.given} ${lastClient.surname}`;

/** A vault with three people in it that was made days ago; its sheet was left for later. */
async function vaultOf(days: number, launch: Launch, dataFolder: string): Promise<RunningApp> {
  await makeBigVault({ dataFolder, passphrase, cases: generateCases({ people: 3 }), madeDaysAgo: days });
  return launch({ dataFolder });
}

/** Locks by key and opens again. */
async function again(app: RunningApp, shell: Shell): Promise<Shell> {
  await pressLock(shell.page);
  await expect.poll(() => shell.page.isClosed()).toBe(true);
  return new Shell(await unlock(app));
}

async function expectSheetFirst(shell: Shell): Promise<void> {
  await expect(shell.heading).toHaveText(word('nav.vault'));
  await expect(shell.main.getByRole('status').filter({ hasText: word('sheet.dueTitle') })).toBeVisible();
  await expect(shell.button(word('sheet.make'))).toBeVisible();
}

test('a new vault opens on its sheet; left for later, it is asked for and stands in nobody’s way', async ({ app }) => {
  const shell = new Shell(await makeVault(app));
  await expect(shell.heading).toHaveText(word('nav.vault'));
  await expect(shell.main.getByText(word('sheet.dueTitle'))).toHaveCount(0);
  await shell.button(word('sheet.later')).click();
  await expect(shell.heading).toHaveText(new RegExp(`^${word('nav.today')}`));
  await expect(shell.main.getByText(word('shell.sheetMissing'))).toBeVisible();
  const opened = await again(app, shell);
  await expect(opened.heading).toHaveText(new RegExp(`^${word('nav.today')}`));
  await expect(opened.main.getByText(word('shell.sheetMissing'))).toBeVisible();
});

test('within three days an unlock leads to the work, under a reminder', async ({ launch, scratch }) => {
  const shell = new Shell(await unlock(await vaultOf(2, launch, `${scratch}/two`)));
  await expect(shell.heading).toHaveText(new RegExp(`^${word('nav.today')}`));
  await expect(shell.main.getByText(word('shell.sheetMissing'))).toBeVisible();
  await shell.main.getByRole('button', { name: word('today.dueSheet') }).click();
  await expect(shell.heading).toHaveText(word('nav.vault'));
  await expect(shell.main.getByText(word('sheet.dueTitle'))).toHaveCount(0);
});

test('after three days it is the first page at each unlock, and everything else works as before', async ({
  launch,
  scratch,
}) => {
  const app = await vaultOf(4, launch, `${scratch}/four`);
  let shell = new Shell(await unlock(app));
  await expectSheetFirst(shell);

  // Never a lock-out: the record is read and written.
  const client = await shell.openClient(anybody);
  await expect(shell.main.getByText(word('shell.sheetMissing'))).toBeVisible();
  await client.openTab('timeline');
  const intake = await shell.newClient();
  await intake.takeIn({ people: [{ given: 'Nadia', surnames: 'Inventada' }] });
  await expect(shell.saved()).toBeVisible();

  // Not even the place that was left comes before it.
  shell = await again(app, shell);
  await expectSheetFirst(shell);
  await shell.button(word('sheet.make')).click();
  const shown = shell.main.getByRole('list', { name: word('sheet.code') }).getByRole('listitem');
  await expect(shown).toHaveCount(6);
  const groups = await shown.allInnerTexts();
  const box = shell.main.getByRole('textbox');
  const asked = Number(/\d/.exec(await shell.main.getByText(/^Type group \d from the sheet$/).innerText())?.[0]);
  await box.fill(groups[asked - 1]?.split(/\s+/).at(-1) ?? '');
  await shell.button(word('sheet.confirm')).click();
  await expect(shell.page.getByText(word('sheet.confirmed'))).toBeVisible();

  await shell.openClient('Nadia Inventada');
  const place = shell.page.url();
  shell = await again(app, shell);
  await expect.poll(() => shell.page.url()).toBe(place);
  await expect(shell.main.getByText(word('shell.sheetMissing'))).toHaveCount(0);
});

test('the sample, whose passphrase everybody knows, asks for no sheet', async ({ app }) => {
  const shell = new Shell(await lookAround(app));
  await shell.go('clients');
  await expect(shell.main.getByText(word('shell.sheetMissing'))).toHaveCount(0);
  await shell.go('vault');
  await expect(shell.main.getByText(word('sheet.notInSample'))).toBeVisible();
  await expect(shell.button(word('sheet.make'))).toHaveCount(0);
});
