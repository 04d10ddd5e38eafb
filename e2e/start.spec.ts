/** The first start: looking around first, the words or one's own passphrase, the recovery sheet. */
import { expect, test } from './fixtures.ts';
import { Shell } from './pages/shell.ts';
import { lookAround, makeVault, pressLock } from './pages/start-page.ts';
import { word } from './support/words.ts';

test('looking around says on every screen that nobody is real; a client of one’s own first needs a vault', async ({
  app,
}) => {
  const main = await lookAround(app);
  const shell = new Shell(main);
  for (const place of ['today', 'clients', 'documents', 'vault', 'settings'] as const) {
    await shell.go(place);
    await expect(shell.page.getByText(word('shell.sample'))).toBeVisible();
  }
  await shell.choose(word('shell.new'), word('command.newClient'), shell.banner);
  const asked = main.getByRole('dialog', { name: word('vaultFirst.title') });
  await asked.getByRole('button', { name: word('vaultFirst.make'), exact: true }).click();
  await expect.poll(() => main.isClosed()).toBe(true);
  const page = await app.unlockWindow();
  await expect(page.getByLabel(word('start.you.name'))).toBeVisible();
});

test('the sample is of twelve people', async ({ app }) => {
  const main = await lookAround(app);
  await new Shell(main).go('clients');
  // The head of the list is a row too.
  await expect(main.getByRole('grid').getByRole('row')).toHaveCount(13);
});

test('a short passphrase of one’s own is refused, so are two that differ; what is needed is said', async ({ app }) => {
  const page = await app.unlockWindow();
  await page.getByRole('button', { name: 'English', exact: true }).click();
  await page.getByRole('button', { name: word('start.start'), exact: true }).click();
  // Everything about oneself can wait.
  await page.getByRole('button', { name: word('start.you.later'), exact: true }).click();
  await page.getByRole('button', { name: word('start.pass.useOwn'), exact: true }).click();
  const first = page.getByLabel(word('start.pass.own'), { exact: true });
  const again = page.getByLabel(word('start.pass.again'), { exact: true });
  const goOn = page.getByRole('button', { name: word('ui.continue'), exact: true });
  await first.fill('fourteen chars');
  await again.fill('fourteen chars');
  await goOn.click();
  await expect(page.getByText(word('errors.passphrase-too-short', 'en', { length: 14, needed: 15 }))).toBeVisible();
  await first.fill('walnut harbor eleven');
  await again.fill('walnut harbor twelve');
  await goOn.click();
  await expect(page.getByText(word('start.pass.different'))).toBeVisible();
  await again.fill('walnut harbor eleven');
  await goOn.click();
  await app.mainWindow();
});

test('in Spanish the passphrase is of seven words, typed back once', async ({ app }) => {
  const t = (key: string, values: Record<string, string | number> = {}): string => word(key, 'es', values);
  const page = await app.unlockWindow();
  await page.getByRole('button', { name: 'Español', exact: true }).click();
  await page.getByRole('button', { name: t('start.start'), exact: true }).click();
  await page.getByLabel(t('start.you.name')).fill('Ana Ejemplo');
  await page.getByRole('button', { name: t('ui.continue'), exact: true }).click();
  const words = page.getByRole('list', { name: t('start.pass.words') }).getByRole('listitem');
  await expect(words).toHaveCount(7);
  const all = await words.allTextContents();
  const typed = page.getByLabel(t('start.pass.typeOnce'));
  await typed.fill(all.slice(0, 6).join(' '));
  await page.getByRole('button', { name: t('ui.continue'), exact: true }).click();
  await expect(page.getByText(t('start.pass.notYet', { right: 6, all: 7 }))).toBeVisible();
  // Written by hand, accents get lost.
  await typed.fill(all.join(' '));
  await page.getByRole('button', { name: t('ui.continue'), exact: true }).click();
  const main = await app.mainWindow();
  await expect(main.getByRole('navigation', { name: t('nav.label') })).toBeVisible();
});

test('the recovery sheet is asked for until a group was typed back; its code opens the vault', async ({ app }) => {
  const main = await makeVault(app);
  const shell = new Shell(main);
  await shell.go('clients');
  await expect(main.getByText(word('shell.sheetMissing'))).toBeVisible();
  await shell.button(word('shell.sheetDo')).click();
  await shell.button(word('sheet.make')).click();
  const groups = main.getByRole('list', { name: word('sheet.code') }).getByRole('listitem');
  await expect(groups).toHaveCount(6);
  const code = (await groups.allInnerTexts()).map((text) => text.split(/\s+/).at(-1) ?? '');
  for (const group of code) expect(group).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}$/);
  const box = main.getByRole('textbox', { name: new RegExp(`^${word('sheet.typeGroup', 'en', { number: '\\d' })}$`) });
  const asked = Number(/\d/.exec((await box.getAttribute('aria-label')) ?? (await box.evaluate(labelOf)))?.[0]);
  const confirm = shell.button(word('sheet.confirm'));
  await box.fill('00000');
  await confirm.click();
  await expect(main.getByText(word('sheet.wrongGroup', 'en', { number: asked }))).toBeVisible();
  await box.fill((code[asked - 1] ?? '').toLowerCase());
  await confirm.click();
  await expect(main.getByText(word('sheet.confirmed'))).toBeVisible();
  await shell.go('clients');
  await expect(main.getByText(word('shell.sheetMissing'))).toHaveCount(0);

  await pressLock(main);
  await expect.poll(() => main.isClosed()).toBe(true);
  const page = await app.unlockWindow();
  await page.getByRole('button', { name: word('unlock.useCode') }).click();
  await page.getByLabel(word('unlock.code')).fill(code.join(' ').toLowerCase());
  await page.getByRole('button', { name: word('unlock.unlock'), exact: true }).click();
  const opened = await app.mainWindow();
  await expect(opened.getByText(word('status.unlocked'), { exact: true })).toBeVisible();
});

function labelOf(element: Element): string {
  return (element as HTMLInputElement).labels?.[0]?.textContent ?? '';
}
