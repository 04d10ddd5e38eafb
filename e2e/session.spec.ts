import fs from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { Shell } from './pages/shell.ts';
import { lookAround, makeVault, passphrase, pressLock, tryPassphrase, unlock } from './pages/start-page.ts';
import type { RunningApp } from './support/launch.ts';
import { word } from './support/words.ts';

/** The unlock window after a lock, and whether the process that held the keys is gone. */
async function expectLocked(app: RunningApp, main: Page, pid: number): Promise<Page> {
  await expect.poll(() => main.isClosed(), { timeout: 10_000 }).toBe(true);
  await expect.poll(() => fs.existsSync(`/proc/${pid}`), { timeout: 5000 }).toBe(false);
  const page = await app.unlockWindow();
  await expect(page.getByRole('heading', { name: word('unlock.title') })).toBeVisible();
  return page;
}

function processOf(app: RunningApp): Promise<number> {
  return app.electron.evaluate(({ BrowserWindow }) => {
    const main = BrowserWindow.getAllWindows().find((window) => window.webContents.getURL().includes('index.html'));
    return main?.webContents.getOSProcessId() ?? 0;
  });
}

test('a new vault opens, locks by key and opens again with the passphrase', async ({ app }) => {
  const main = await makeVault(app);
  const pid = await processOf(app);
  await pressLock(main);
  await expectLocked(app, main, pid);
  const again = await unlock(app);
  expect(again.isClosed()).toBe(false);
  expect(await processOf(app)).not.toBe(pid);
});

test('main window and title say nothing of a client', async ({ app }) => {
  await makeVault(app);
  const titles = await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((one) => one.getTitle()),
  );
  expect(titles).toEqual(['Amparo']);
});

test('the palette opened right behind a change of page keeps the focus', async ({ app }) => {
  const main = await makeVault(app);
  const shell = new Shell(main);
  for (const place of ['settings', 'vault', 'today', 'settings', 'documents', 'vault'] as const) {
    await shell.go(place);
    await main.keyboard.press('Control+k');
    const box = shell.palette.getByRole('combobox');
    await expect(box).toBeVisible();
    // Slowly enough that the page behind has arrived in between.
    await main.keyboard.type('lock', { delay: 120 });
    await expect(box).toHaveValue('lock');
    await main.keyboard.press('Escape');
    await expect(box).toBeHidden();
  }
});

test('locks when nobody has used the computer for five minutes, and says why', async ({ app }) => {
  const main = await makeVault(app);
  const pid = await processOf(app);
  await app.electron.evaluate(({ powerMonitor }) => {
    powerMonitor.getSystemIdleTime = () => 299;
  });
  // The last second: warned, not locked.
  await expect(main.getByRole('alert').filter({ hasText: word('shell.idle_one', 'en', { count: 1 }) })).toBeVisible();
  expect(main.isClosed()).toBe(false);
  await app.electron.evaluate(({ powerMonitor }) => {
    powerMonitor.getSystemIdleTime = () => 300;
  });
  const page = await expectLocked(app, main, pid);
  await expect(page.getByText(word('unlock.because.idle'))).toBeVisible();
});

test('locks when the computer goes to sleep', async ({ app }) => {
  const main = await makeVault(app);
  const pid = await processOf(app);
  const before = Date.now();
  await app.electron.evaluate(({ powerMonitor }) => {
    powerMonitor.emit('suspend');
  });
  const page = await expectLocked(app, main, pid);
  expect(Date.now() - before).toBeLessThan(2000);
  await expect(page.getByText(word('unlock.because.suspend'))).toBeVisible();
});

test('a page that crashes leads back to the unlock window, which says so', async ({ app }) => {
  const main = await makeVault(app);
  const pid = await processOf(app);
  process.kill(pid, 'SIGKILL');
  const page = await app.unlockWindow();
  await expect(page.getByText(word('unlock.because.error'))).toBeVisible();
  expect(main.isClosed()).toBe(true);
  await unlock(app);
});

test('a wrong passphrase is refused, the sixth has to wait, and nothing is wiped', async ({ app, launch }) => {
  await makeVault(app);
  await app.close();
  const again = await launch({ dataFolder: app.dataFolder });
  const page = await again.unlockWindow();
  for (let count = 1; count <= 5; count++) {
    await tryPassphrase(page, `wrong passphrase ${count}`);
    await expect(page.getByText(word('errors.wrong-passphrase'))).toBeVisible();
    await expect(page.getByText(word('unlock.onPurpose'))).toBeHidden();
  }
  await expect(page.getByRole('button', { name: word('unlock.unlock'), exact: true })).toBeDisabled();
  await expect(page.getByRole('button', { name: word('unlock.unlock'), exact: true })).toBeEnabled({ timeout: 20_000 });
  await tryPassphrase(page, passphrase);
  await again.mainWindow();
});

test('quitting an open vault closes it: no lock file stays, and it opens again', async ({ app, launch }) => {
  await makeVault(app);
  expect(fs.existsSync(path.join(app.dataFolder, 'vault', 'lock'))).toBe(true);
  await app.close();
  expect(fs.existsSync(path.join(app.dataFolder, 'vault', 'lock'))).toBe(false);
  await unlock(await launch({ dataFolder: app.dataFolder }));
});

test('the sample vault opens beside the real one and touches none of its files', async ({ app }) => {
  await lookAround(app);
  expect(fs.readdirSync(app.dataFolder)).toContain('sample-vault');
  expect(fs.readdirSync(app.dataFolder)).not.toContain('vault');
});

test('every file of a vault is for this user alone, and none holds a name in the clear', async ({ app }) => {
  await makeVault(app, { name: 'Zenobia Marker Quetzal', office: 'Marker Office Ahuehuete' });
  await app.close();
  const files = fs.readdirSync(app.dataFolder, { recursive: true, withFileTypes: true });
  const vault = path.join(app.dataFolder, 'vault');
  const open = files
    .filter((entry) => `${entry.parentPath}/`.startsWith(`${vault}/`) || entry.name === 'vault')
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => (fs.statSync(file).mode & 0o077) !== 0);
  expect(open).toEqual([]);
  const markers = ['Zenobia', 'Quetzal', 'Ahuehuete', passphrase].flatMap((text) => [
    Buffer.from(text, 'utf8'),
    Buffer.from(text, 'utf16le'),
  ]);
  const leaks = files
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = fs.readFileSync(file);
      return markers.some((marker) => bytes.includes(marker));
    });
  expect(leaks).toEqual([]);
});

test('a foreign PDF is looked at by a window without key or bridge, which is gone afterwards', async ({ app }) => {
  const main = await makeVault(app);
  const pdf = tinyPdf('2019-088 · d3 · hello');
  const told = await main.evaluate((bytes) => window.amparo.files.inspect({ bytes: new Uint8Array(bytes) }), [...pdf]);
  expect(told).toMatchObject({ ok: true, value: { type: 'pdf', pages: 1, codes: [] } });
  const junk = await main.evaluate(() => window.amparo.files.inspect({ bytes: new Uint8Array([1, 2, 3]) }));
  expect(junk).toMatchObject({ ok: true, value: { type: 'unknown', pages: null } });
  const windows = await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((one) => one.webContents.getURL()),
  );
  expect(windows.filter((address) => !address.includes('index.html'))).toEqual([]);
});

/** The smallest PDF with one line of text. */
function tinyPdf(text: string): Buffer {
  const stream = `BT /F1 12 Tf 72 720 Td (${text.replace(/[^ -~]/g, '-')}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let body = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const at = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const start = body.length;
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(body, 'latin1');
}
