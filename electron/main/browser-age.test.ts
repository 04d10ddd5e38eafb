import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { nodeFs } from './vault/vault-fs.ts';

vi.mock('electron', () => ({ app: {} }));
const { isOlderThanNoted } = await import('./browser-age.ts');

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'amparo-age-'));
  file = path.join(folder, 'browser.json');
});
afterEach(() => fs.rm(folder, { recursive: true, force: true }));
const noted = () => fs.readFile(file, 'utf8');

it('notes the Chromium that runs, and a newer one over it', async () => {
  expect(await isOlderThanNoted(nodeFs, folder, 130)).toBe(false);
  expect(await noted()).toBe('{"chromium":130}');
  expect(await isOlderThanNoted(nodeFs, folder, 144)).toBe(false);
  expect(await noted()).toBe('{"chromium":144}');
});

it('knows that it is older, every time, and leaves the note', async () => {
  await isOlderThanNoted(nodeFs, folder, 144);
  for (let time = 0; time < 2; time += 1) expect(await isOlderThanNoted(nodeFs, folder, 130)).toBe(true);
  expect(await noted()).toBe('{"chromium":144}');
});

it.each(['', '{', 'null', '[1]', '{"chromium":"144"}'])('writes over a note that is none: %j', async (text) => {
  await fs.writeFile(file, text);
  expect(await isOlderThanNoted(nodeFs, folder, 130)).toBe(false);
  expect(await noted()).toBe('{"chromium":130}');
});

it('goes on where the note cannot be written', async () => {
  expect(await isOlderThanNoted(nodeFs, path.join(folder, 'not there'), 130)).toBe(false);
});
