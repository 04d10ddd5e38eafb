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
  await owner.getByRole('button', { name: word('access.remove'), exact: true }).click();
  await owner
    .getByRole('dialog')
    .getByRole('button', { name: word('access.remove'), exact: true })
    .click();
  await expect(owner.getByRole('button', { name: /Beto Luna/ })).toBeHidden();
  const again = await lockByKey(app, owner);
  await tryPassphrase(again, volunteers);
  await expect(again.getByText(word('errors.wrong-passphrase'))).toBeVisible({ timeout: DERIVED_MS });
});

test('a recovery sheet is withdrawn by itself', async ({ app }) => {
  const main = await makeVault(app);
  await openVaultPage(main);
  const person = main.getByRole('button', { name: /^Ana Example/ });
  const withdraw = main.getByRole('button', { name: word('sheet.withdraw'), exact: true });
  await person.click();
  await expect(main.getByText(word('access.noSheets'))).toBeVisible();
  for (let made = 1; made <= 2; made += 1) {
    await main.getByRole('button', { name: word('sheet.make'), exact: true }).click();
    await expect(main.getByRole('list', { name: word('sheet.code') })).toBeVisible();
    await expect(withdraw).toHaveCount(made);
    // Left without typing a group back: the sheet is in force all the same.
    await main.getByRole('link', { name: word('nav.today'), exact: true }).click();
    await openVaultPage(main);
    await person.click();
  }
  await expectAccessible(main);
  await withdraw.first().click();
  await expectAccessible(main);
  const dialog = main.getByRole('dialog');
  await dialog.getByRole('button', { name: word('sheet.withdraw'), exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(withdraw).toHaveCount(1);
});
