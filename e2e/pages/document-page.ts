/** Documents: choosing one, its desk with the real pages, saving it as PDF. */
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { RunningApp } from '../support/launch.ts';
import { type Language, word } from '../support/words.ts';

/** Kinds of documents as the list of new ones names them: the last part of their locale key. */
export type DocumentKind =
  | 'declaration'
  | 'translated'
  | 'attorney'
  | 'advocate'
  | 'cover'
  | 'letter'
  | 'reminder'
  | 'script';

/** From the client page to the list of what can be made. */
export async function openNewDocument(page: Page, language: Language = 'en'): Promise<void> {
  // The page of documents has the same button again.
  await page
    .getByRole('button', { name: word('client.makeDocument', language), exact: true })
    .first()
    .click();
  await page.getByRole('heading', { level: 1, name: word('documents.new.title', language) }).waitFor();
}

/** Chooses what to make; the list of the open client must be on screen. */
export async function chooseKind(page: Page, kind: DocumentKind, language: Language = 'en'): Promise<void> {
  const title = word(`documents.new.${kind}`, language);
  const help = word(`documents.new.${kind}Help`, language);
  // The words of a choice and its explanation are one label.
  await page.getByRole('radio', { name: new RegExp(`^${escaped(title)}\\s*${escaped(help)}$`) }).check();
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Makes a document of the open client and waits for its first page. */
export async function makeDocument(page: Page, kind: DocumentKind, language: Language = 'en'): Promise<void> {
  await openNewDocument(page, language);
  await chooseKind(page, kind, language);
  // The latest hearing of the case stands first, after "the next one".
  const hearing = page.getByLabel(word('documents.details.hearing', language), { exact: true });
  if ((await hearing.count()) > 0 && (await hearing.locator('option').count()) > 1) {
    await hearing.selectOption({ index: 1 });
  }
  await page.getByRole('button', { name: word('documents.new.make', language), exact: true }).click();
  await waitForPages(page);
}

/** Types into a field of the document alone, such as the title of a filing. */
export async function typeDetail(page: Page, field: string, text: string, language: Language = 'en'): Promise<void> {
  const box = page.getByLabel(word(`documents.details.${field}`, language), { exact: true });
  await box.fill(text);
  await box.press('Tab');
}

/** Waits until the preview has drawn a page. */
export async function waitForPages(page: Page): Promise<void> {
  await page.getByRole('main').locator('canvas').first().waitFor();
}

/** Saves the open document as PDF into a file; `tongue` is asked only where the document has more than one language. */
export async function savePdf(
  app: RunningApp,
  page: Page,
  file: string,
  tongue: string | null,
  language: Language = 'en',
): Promise<void> {
  await app.saveTo(file);
  await page.getByRole('button', { name: word('documents.savePdf', language) }).click();
  if (tongue !== null) await page.getByRole('menuitem', { name: tongue, exact: true }).click();
  const name = path.basename(file);
  await page.getByText(word('documents.saved', language, { name }), { exact: true }).waitFor();
}

/** Back to the client page, its documents. */
export async function backToClient(page: Page, language: Language = 'en'): Promise<void> {
  await page.getByRole('button', { name: `‹ ${word('documents.toClient', language)}` }).click();
  await page.getByRole('tab', { name: word('client.tab.documents', language) }).waitFor();
}
