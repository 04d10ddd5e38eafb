import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { DERIVED_MS, makeVault, passphrase, pressLock, tryPassphrase, unlock } from './pages/start-page.ts';
import type { RunningApp } from './support/launch.ts';
import { word } from './support/words.ts';

const changed = 'copper lantern nobody river plank';
const volunteers = 'gentle tractor omelet window bridge';

async function openVaultPage(page: Page): Promise<void> {
  await page.getByRole('link', { name: word('nav.vault'), exact: true }).click();
  await expect(page.getByRole('heading', { name: word('access.title') })).toBeVisible();
}

/** A passphrase of one's own in the open dialog. */
async function typeOwn(page: Page, secret: string, button: string): Promise<void> {
  await chooseOwn(page, secret, button);
  await expect(page.getByRole('dialog')).toBeHidden({ timeout: DERIVED_MS });
}
async function chooseOwn(page: Page, secret: string, button: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: word('start.pass.useOwn') }).click();
  await dialog.getByLabel(word('start.pass.own'), { exact: true }).fill(secret);
  await dialog.getByLabel(word('start.pass.again'), { exact: true }).fill(secret);
  await dialog.getByRole('button', { name: button, exact: true }).click();
}

/** The dialog that asks who is at work. */
async function answerPresent(page: Page, secret: string, button: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(word('access.present'), { exact: true }).fill(secret);
  await dialog.getByRole('button', { name: button, exact: true }).click();
  await expect(dialog).toBeHidden({ timeout: DERIVED_MS });
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

async function lockByKey(app: RunningApp, page: Page): Promise<Page> {
  await pressLock(page);
  await expect.poll(() => page.isClosed(), { timeout: 10_000 }).toBe(true);
  return app.unlockWindow();
}

test('somebody else gets access and unlocks as themself; a changed passphrase replaces the old one', async ({
  app,
}) => {
  const main = await makeVault(app);
  await openVaultPage(main);

  await main.getByRole('button', { name: word('access.change'), exact: true }).click();
  await expectAccessible(main);
  // An unattended session is not enough: the present passphrase is asked for.
  const present = main.getByRole('dialog').getByLabel(word('access.present'), { exact: true });
  await present.fill('not the passphrase at all');
  await chooseOwn(main, changed, word('access.change'));
  await expect(main.getByText(word('access.presentWrong'))).toBeVisible({ timeout: DERIVED_MS });
  await present.fill(passphrase);
  await main
    .getByRole('dialog')
    .getByRole('button', { name: word('access.change'), exact: true })
    .click();
  await expect(main.getByRole('dialog')).toBeHidden({ timeout: DERIVED_MS });

  await main.getByRole('button', { name: word('access.add'), exact: true }).click();
  const dialog = main.getByRole('dialog');
  await dialog.getByLabel(word('access.newName')).fill('Beto Luna');
  await dialog.getByLabel(word('settings.role')).selectOption({ label: word('role.intakeVolunteer') });
  await expectAccessible(main);
  await dialog.getByLabel(word('access.present'), { exact: true }).fill(changed);
  await typeOwn(main, volunteers, word('access.add'));
  const row = main.getByRole('button', { name: /Beto Luna/ });
  await expect(row).toContainText(word('role.intakeVolunteer'));
  await row.click();
  await expectAccessible(main);

  const locked = await lockByKey(app, main);
  await tryPassphrase(locked, passphrase);
  await expect(locked.getByText(word('errors.wrong-passphrase'))).toBeVisible({ timeout: DERIVED_MS });

  const beto = await unlock(app, volunteers);
  await openVaultPage(beto);
  await expect(beto.getByText(word('access.mayNot'))).toBeVisible();
  await expect(beto.getByRole('button', { name: word('access.add'), exact: true })).toBeHidden();

  await lockByKey(app, beto);
  const owner = await unlock(app, changed);
  await openVaultPage(owner);
  await owner.getByRole('button', { name: /Beto Luna/ }).click();
  await owner
    .getByLabel(word('access.roleOf', 'en', { name: 'Beto Luna' }))
    .selectOption({ label: word('role.advocate') });
  await answerPresent(owner, changed, word('access.roleGive'));
  await expect(owner.getByRole('button', { name: /Beto Luna/ })).toContainText(word('role.advocate'));
  await owner.getByRole('button', { name: word('access.remove'), exact: true }).click();
  await answerPresent(owner, changed, word('access.remove'));
  await expect(owner.getByRole('button', { name: /Beto Luna/ })).toBeHidden();
  const again = await lockByKey(app, owner);
  await tryPassphrase(again, volunteers);
  await expect(again.getByText(word('errors.wrong-passphrase'))).toBeVisible({ timeout: DERIVED_MS });
});

test('a further recovery sheet and its withdrawal ask who is at work; a withdrawn code leaves the screen', async ({
  app,
}) => {
  const main = await makeVault(app);
  await openVaultPage(main);
  const person = main.getByRole('button', { name: /^Ana Example/ });
  const withdraw = main.getByRole('button', { name: word('sheet.withdraw'), exact: true });
  const code = main.getByRole('list', { name: word('sheet.code') });
  const dialog = main.getByRole('dialog');
  // What the words on backups tell to copy.
  await expect(main.getByText(path.join(app.dataFolder, 'vault'), { exact: true })).toBeVisible();
  await person.click();
  await expect(main.getByText(word('access.noSheets'))).toBeVisible();
  await main.getByRole('button', { name: word('sheet.make'), exact: true }).click();
  await expect(code).toBeVisible();
  await expect(withdraw).toHaveCount(1);
  const first = (await code.getByRole('listitem').allInnerTexts()).map((text) => text.split(/\s+/).at(-1)).join('-');
  // Left without typing a group back: the sheet is in force all the same.
  await main.getByRole('link', { name: word('nav.today'), exact: true }).click();
  await openVaultPage(main);
  await person.click();

  await main.getByRole('button', { name: word('sheet.makeAnother'), exact: true }).click();
  await expectAccessible(main);
  // The code that whoever sits here could just have made is no proof.
  await dialog.getByLabel(word('access.present'), { exact: true }).fill(first);
  await dialog.getByRole('button', { name: word('sheet.makeAnother'), exact: true }).click();
  await expect(dialog.getByText(word('access.presentWrong'))).toBeVisible({ timeout: DERIVED_MS });
  await answerPresent(main, passphrase, word('sheet.makeAnother'));
  await expect(code).toBeVisible();
  await expect(withdraw).toHaveCount(2);

  await withdraw.nth(1).click();
  await expectAccessible(main);
  await answerPresent(main, passphrase, word('sheet.withdraw'));
  await expect(withdraw).toHaveCount(1);
  await expect(code).toBeHidden();
  await expect(main.getByRole('button', { name: word('sheet.makeAnother'), exact: true })).toBeVisible();
});
