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
  await page.getByRole('button', { name: word('client.makeDocument', language), exact: true }).click();
  await page.getByRole('heading', { level: 1, name: word('documents.new.title', language) }).waitFor();
}

/** Makes a document of the open client and waits for its first page. */
export async function makeDocument(page: Page, kind: DocumentKind, language: Language = 'en'): Promise<void> {
  await openNewDocument(page, language);
  const title = word(`documents.new.${kind}`, language);
  const help = word(`documents.new.${kind}Help`, language);
  await page
    .getByRole('radio', { name: `${title} ${help}` })
    .or(page.getByRole('radio', { name: `${title}${help}` }))
    .check();
  await page.getByRole('button', { name: word('documents.new.make', language), exact: true }).click();
  await waitForPages(page);
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
