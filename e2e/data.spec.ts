import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { ClientPage } from './pages/client-page.ts';
import { FearPage } from './pages/fear-page.ts';
import { Shell } from './pages/shell.ts';
import { makeVault, passphrase } from './pages/start-page.ts';
import { filesUnder, formsOf, leaksIn } from './support/disk.ts';
import { root } from './support/electron.ts';
import type { RunningApp } from './support/launch.ts';
import { word } from './support/words.ts';

const markers = ['Zoraidamarker', 'Ahuacatlanmarker', 'Teocintlemarker', '204876193', 'Huitzilmarker', passphrase];

/** Takes somebody in whose every value is a marker, tells an account, and looks at every main screen. */
async function tour(main: Page, pending: string): Promise<void> {
  const shell = new Shell(main);
  await shell.takeIn({
    people: [{ given: 'Zoraidamarker', surnames: 'Ahuacatlanmarker', aNumber: '204876193', born: '1 May 1988' }],
    officeNumber: '2026-077',
  });
  const client = new ClientPage(main);
  await client.add('fear');
  const fear = new FearPage(main);
  await fear.tell('Le dije al oficial: Teocintlemarker, tengo miedo.');
  // Typed and not left: this lies in a pending slot only.
  await fear.openStep('who');
  await fear.field(word('fear.f.othersPresent')).fill('Huitzilmarker');
  await expect.poll(() => filesUnder(pending).length).toBeGreaterThan(0);
  for (const place of ['today', 'clients', 'documents', 'vault', 'settings', 'clients'] as const) await shell.go(place);
  await main.getByRole('searchbox', { name: word('clients.find') }).fill('zoraidamarker');
  await expect(main.getByRole('row').filter({ hasText: 'Zoraidamarker' })).toHaveCount(1);
  await shell.openPalette();
  await main.keyboard.type('ahuacatlanmarker');
  await expect(shell.palette.getByText('Zoraidamarker Ahuacatlanmarker').first()).toBeVisible();
  await main.keyboard.press('Escape');
}

function titles(app: RunningApp): Promise<string[]> {
  return app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => one.getTitle()));
}

test('the search for markers finds a planted one in every form', () => {
  const around = (text: string): Buffer => Buffer.from(text, 'utf8');
  for (const pad of ['', 'x', 'xy', 'xyz']) {
    const carried = Buffer.from(around(`${pad}Zoraidamarker${pad}`).toString('base64'), 'latin1');
    expect(formsOf('Zoraidamarker').some((form) => carried.includes(form))).toBe(true);
  }
  expect(formsOf('Zoraidamarker').some((form) => Buffer.from('aZoraidamarkerb', 'utf16le').includes(form))).toBe(true);
});

test('after a tour and a kill no file of the data folder holds a word of the client', async ({ app }) => {
  const main = await makeVault(app, { name: 'Member Nombremarker' });
  await tour(main, path.join(app.dataFolder, 'vault', 'pending'));
  await main.getByRole('gridcell', { name: 'Zoraidamarker Ahuacatlanmarker' }).dblclick();
  await main.getByRole('tablist', { name: word('client.tabs') }).waitFor();
  await expect.poll(() => titles(app)).toEqual(['Amparo · 2026-077']);
  expect(leaksIn(app.dataFolder, [...markers, 'Nombremarker'])).toEqual([]);
  const gone = new Promise((resolve) => app.electron.process().once('exit', resolve));
  app.electron.process().kill('SIGKILL');
  await gone;
  expect(leaksIn(app.dataFolder, [...markers, 'Nombremarker'])).toEqual([]);
  const vault = path.join(app.dataFolder, 'vault');
  for (const file of ['', ...filesUnder(vault)]) {
    const mode = fs.statSync(path.join(vault, file)).mode & 0o777;
    expect([file, (mode & 0o077).toString(8)]).toEqual([file, '0']);
  }
});

test('a case is saved as versioned JSON that names no slot, and a document can be made of it without a window', async ({
  app,
  scratch,
}) => {
  const main = await makeVault(app);
  await new Shell(main).takeIn({
    people: [{ given: 'Zoraida', surnames: 'Ahuacatlán', aNumber: '204876193', languages: ['Spanish'] }],
    crossedOn: '14 Aug 2019',
    officeNumber: '2026-078',
  });
  const saved = path.join(scratch, '2026-078.json');
  await new ClientPage(main).saveAsJson(app, saved);
  expect((fs.statSync(saved).mode & 0o077).toString(8)).toBe('0');
  const text = fs.readFileSync(saved, 'utf8');
  expect(JSON.parse(text)).toMatchObject({ format: 'amparo-case', version: 1 });
  expect(text).not.toMatch(/"slotId": "[0-9a-f]/);
  const pdf = path.join(scratch, 'declaration.pdf');
  const run = (file: string): string =>
    execFileSync(
      path.join(root, 'node_modules', '.bin', 'node'),
      [
        path.join(root, 'electron', 'document', 'index.ts'),
        ...['--case', file, '--template', 'declaration', '--out', pdf],
      ],
      { encoding: 'utf8', stdio: 'pipe' },
    );
  run(saved);
  expect(execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' })).toContain('AHUACATLÁN');
  execFileSync('qpdf', ['--check', pdf]);
  // A bad file is refused by the path of the value and what it should be.
  const bad = path.join(scratch, 'bad.json');
  fs.writeFileSync(bad, text.replace('"format": "amparo-case"', '"format": "other"'));
  let outcome: { status?: number; stderr?: string } = {};
  try {
    run(bad);
  } catch (error) {
    outcome = error as { status?: number; stderr?: string };
  }
  expect(outcome.status).toBe(2);
  expect(outcome.stderr).toContain('format');
});
