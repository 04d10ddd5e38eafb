import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from './fixtures.ts';

test('opens the unlock window with the app’s name as its title', async ({ app }) => {
  const page = await app.unlockWindow();
  await expect(page.getByRole('button', { name: 'English', exact: true })).toBeVisible();
  const titles = await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((one) => one.getTitle()),
  );
  expect(titles).toEqual(['Amparo']);
});

test('keeps its data folder for this user alone', async ({ app }) => {
  const page = await app.unlockWindow();
  await page.evaluate(() => window.amparo.app.setPreferences({ language: 'es' }));
  const mode = (file: string): string => (fs.statSync(path.join(app.dataFolder, file)).mode & 0o777).toString(8);
  expect(mode('.')).toBe('700');
  expect(mode('preferences.json')).toBe('600');
});

test('remembers preferences and shows the menu in the chosen language', async ({ app, launch }) => {
  const labels = (running: typeof app): Promise<string[]> =>
    running.electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map((item) => item.label) ?? []);
  const page = await app.unlockWindow();
  expect(await labels(app)).toEqual(['File', 'Edit', 'Go', 'View', 'Help']);
  await page.evaluate(() => window.amparo.app.setPreferences({ language: 'es', zoomPercent: 120 }));
  expect(await labels(app)).toEqual(['Archivo', 'Edición', 'Ir', 'Ver', 'Ayuda']);
  await app.close();

  const again = await launch({ dataFolder: app.dataFolder });
  const known = await (await again.unlockWindow()).evaluate(() => window.amparo.app.preferences());
  expect(known).toMatchObject({ ok: true, value: { language: 'es', zoomPercent: 120, theme: 'auto' } });
  expect(await labels(again)).toEqual(['Archivo', 'Edición', 'Ir', 'Ver', 'Ayuda']);
});

test('a damaged preferences file does not keep the app from starting', async ({ launch, scratch }) => {
  const dataFolder = path.join(scratch, 'data');
  fs.mkdirSync(dataFolder, { recursive: true });
  fs.writeFileSync(path.join(dataFolder, 'preferences.json'), '{"language": "es", "idleMin');
  const app = await launch({ dataFolder });
  const known = await (await app.unlockWindow()).evaluate(() => window.amparo.app.preferences());
  expect(known).toMatchObject({ ok: true, value: { language: null, idleMinutes: 5 } });
});

test('says that no vault is there yet', async ({ app }) => {
  const status = await (await app.unlockWindow()).evaluate(() => window.amparo.unlock.status());
  expect(status).toEqual({
    ok: true,
    value: { real: 'absent', sample: 'absent', waitSeconds: 0, last: null, lockedBecause: 'start' },
  });
});

test('a second start brings up the first and ends', async ({ app }) => {
  await app.unlockWindow();
  const { spawn } = await import('node:child_process');
  const { builtForTests, electronExecutable, sandboxArguments } = await import('./support/electron.ts');
  const starts = Array.from({ length: 6 }, () => {
    const child = spawn(
      electronExecutable(),
      [builtForTests, ...sandboxArguments(), `--user-data-dir=${app.dataFolder}`],
      { stdio: 'ignore' },
    );
    return new Promise<number | null>((resolve) => child.once('exit', resolve));
  });
  expect(await Promise.all(starts)).toEqual([0, 0, 0, 0, 0, 0]);
  expect(await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});
