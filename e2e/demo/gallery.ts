/** Where the demo puts what it made: pictures of screens in both languages, and documents. */
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { Shell } from '../pages/shell.ts';
import { root } from '../support/electron.ts';

export const output = path.join(root, 'demo-output');
const made: string[] = [];

/** Empties the folder of a former run. */
export function clearOutput(): void {
  fs.rmSync(output, { recursive: true, force: true });
  for (const folder of ['screens', 'documents']) fs.mkdirSync(path.join(output, folder), { recursive: true });
}

/** The place of a document that is about to be saved; it is listed at the end. */
export function documentFile(name: string): string {
  const file = path.join(output, 'documents', name);
  made.push(file);
  return file;
}

/** Waits until letters and pictures are drawn. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 250)));
  });
}

let shown = 0;

/** The next number in front of a screen's name: the pictures stand in the order of the day. */
function numbered(name: string): string {
  shown += 1;
  return `${String(shown).padStart(2, '0')}-${name}`;
}

/** The screen as it stands. */
export async function picture(page: Page, name: string): Promise<void> {
  await draw(page, numbered(name));
}

async function draw(page: Page, name: string): Promise<void> {
  await settled(page);
  const file = path.join(output, 'screens', `${name}.png`);
  await page.screenshot({ path: file });
  made.push(file);
}

/** The screen as it stands in English and in Spanish; afterwards it is in English again. */
export async function bothLanguages(page: Page, name: string): Promise<void> {
  const screen = numbered(name);
  await draw(page, `${screen}-en`);
  const spanish = await new Shell(page).speak('es');
  await draw(page, `${screen}-es`);
  await spanish.speak('en');
}

/** Paths of everything made, relative to the project; throws when one is not there. */
export function madeFiles(): string[] {
  const missing = made.filter((file) => !fs.existsSync(file) || fs.statSync(file).size === 0);
  if (missing.length > 0) throw new Error(`Not made: ${missing.join(', ')}`);
  return made.map((file) => path.relative(root, file));
}
