import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron, expect, test } from '@playwright/test';
import { root, sandboxArguments } from '../support/electron.ts';

test('the packed app opens its window out of the archive', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'amparo-packed-'));
  const app = await _electron.launch({
    executablePath: path.join(root, 'release', 'e2e', 'linux-unpacked', 'amparo'),
    args: [...sandboxArguments(), `--user-data-dir=${folder}`],
  });
  try {
    const page = await app.firstWindow();
    await expect(page.getByRole('button', { name: 'English', exact: true })).toBeVisible();
    expect(page.url()).toMatch(/^app:\/\/amparo\/unlock\.html/);
    const facts = await app.evaluate(({ app: own }) => ({ isPackaged: own.isPackaged, path: own.getAppPath() }));
    expect(facts.isPackaged).toBe(true);
    expect(facts.path).toMatch(/app\.asar$/);
  } finally {
    await app.close();
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
