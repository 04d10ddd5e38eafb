import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from './fixtures.ts';
import { DERIVED_MS, makeVault, passphrase, pressLock, tryPassphrase, unlessGone, unlock } from './pages/start-page.ts';
import type { RunningApp } from './support/launch.ts';
import { word } from './support/words.ts';

/** The key is being derived once the hidden main window is there. */
async function expectDeriving(app: RunningApp): Promise<void> {
  const count = () => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  await expect.poll(count).toBe(2);
}

test('a mistyped recovery code is named as such, and the window is ready for the next try', async ({ app }) => {
  const main = await makeVault(app);
  await pressLock(main);
  const page = await app.unlockWindow();
  await page.getByRole('button', { name: word('unlock.useCode') }).click();
  await page.getByLabel(word('unlock.code')).fill('00000-00000-00000-00000-00000-00001');
  await page.getByRole('button', { name: word('unlock.unlock'), exact: true }).click();
  await expect(page.getByText(word('errors.recovery-code-checksum'))).toBeVisible({ timeout: DERIVED_MS });
  await page.getByRole('button', { name: word('unlock.usePassphrase') }).click();
  await unlock(app);
});

test('going to sleep while the key is derived calls the unlock off, and says so', async ({ app }) => {
  const main = await makeVault(app);
  await pressLock(main);
  const page = await app.unlockWindow();
  await tryPassphrase(page, passphrase);
  await expectDeriving(app);
  await app.electron.evaluate(({ powerMonitor }) => void powerMonitor.emit('suspend'));
  await expect(page.getByText(word('errors.cancelled'))).toBeVisible();
  await unlock(app);
});

test('closing the unlock window while the key is derived ends the app; nothing opens', async ({ app }) => {
  const main = await makeVault(app);
  await pressLock(main);
  const page = await app.unlockWindow();
  await tryPassphrase(page, passphrase);
  await expectDeriving(app);
  const ended = app.electron.waitForEvent('close');
  await unlessGone(
    app.electron.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()
        .find((window) => window.webContents.getURL().includes('unlock.html'))
        ?.close();
    }),
  );
  await ended;
});

test('the wait after wrong tries outlasts a restart, and the sample vault does not end it', async ({ app, launch }) => {
  const main = await makeVault(app);
  await pressLock(main);
  const page = await app.unlockWindow();
  for (let count = 1; count <= 6; count++) {
    const button = page.getByRole('button', { name: word('unlock.unlock'), exact: true });
    await expect(button).toBeEnabled({ timeout: DERIVED_MS });
    await tryPassphrase(page, `wrong passphrase ${count}`);
    await expect(page.getByText(word('errors.wrong-passphrase'))).toBeVisible({ timeout: DERIVED_MS });
    await expect(page.getByText(word('unlock.onPurpose'))).toBeHidden();
  }
  await app.close();
  const again = await launch({ dataFolder: app.dataFolder });
  const later = await again.unlockWindow();
  await expect(later.getByRole('button', { name: word('unlock.unlock'), exact: true })).toBeDisabled();
  await later.getByRole('button', { name: word('unlock.openSample') }).click();
  const sample = await again.mainWindow();
  await pressLock(sample);
  const last = await again.unlockWindow();
  await expect(last.getByRole('button', { name: word('unlock.unlock'), exact: true })).toBeEnabled({
    timeout: DERIVED_MS,
  });
  await tryPassphrase(last, 'wrong passphrase 7');
  await expect(last.getByText(word('errors.wrong-passphrase'))).toBeVisible({ timeout: DERIVED_MS });
  await expect(last.getByRole('button', { name: word('unlock.unlock'), exact: true })).toBeDisabled();
});

test('a document that was to be saved when the vault locked is not written afterwards', async ({ app, scratch }) => {
  const main = await makeVault(app);
  const file = path.join(scratch, 'late.pdf');
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () =>
      new Promise((resolve) => {
        Reflect.set(globalThis, 'chooseNow', () => resolve({ canceled: false, filePath }));
      });
  }, file);
  await main.evaluate(() => {
    void window.amparo.files.save({ suggested: 'late.pdf', kind: 'pdf', bytes: new Uint8Array([37, 80, 68, 70]) });
  });
  await expect.poll(() => app.electron.evaluate(() => Reflect.has(globalThis, 'chooseNow'))).toBe(true);
  await pressLock(main);
  await expect.poll(() => main.isClosed(), { timeout: 10_000 }).toBe(true);
  await app.electron.evaluate(() => (Reflect.get(globalThis, 'chooseNow') as () => void)());
  await unlock(app);
  expect(fs.existsSync(file)).toBe(false);
});
