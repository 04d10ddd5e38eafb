/** The sample vault: every main screen in both languages, and the documents of the Ixcoy family. */
import type { Page } from '@playwright/test';
import {
  backToClient,
  type DocumentKind,
  makeDocument,
  openNewDocument,
  savePdf,
  typeDetail,
} from '../pages/document-page.ts';
import { goTo, openClient, openTab } from '../pages/shell-page.ts';
import { lookAround } from '../pages/start-page.ts';
import type { RunningApp } from '../support/launch.ts';
import { word } from '../support/words.ts';
import { bothLanguages, documentFile, picture } from './gallery.ts';

const client = 'María José Ixcoy Tzoc';

/** Answers the file with the exported case. */
export async function sampleDay(app: RunningApp): Promise<string> {
  const start = await app.unlockWindow();
  await picture(start, '01-start');
  const page = await lookAround(app);
  await goTo(page, 'today');
  await bothLanguages(page, '02-today');
  await goTo(page, 'clients');
  await page.getByRole('gridcell', { name: client }).first().waitFor();
  await bothLanguages(page, '03-clients');
  await openClient(page, client);
  await clientScreens(page);
  await recordScreens(page);
  await documents(app, page);
  await lastScreens(page);
  return exportCase(app, page);
}

async function clientScreens(page: Page): Promise<void> {
  const tabs = ['timeline', 'fear', 'hearings', 'contact', 'family', 'papers', 'person', 'history'];
  for (const [at, tab] of tabs.entries()) {
    await openTab(page, tab);
    await bothLanguages(page, `${String(at + 4).padStart(2, '0')}-client-${tab}`);
  }
}

/** One fear event step by step, and one hearing. */
async function recordScreens(page: Page): Promise<void> {
  await openTab(page, 'fear');
  await page.getByRole('tabpanel').getByRole('listitem').getByRole('button').first().click();
  const steps = page.getByRole('list', { name: word('fear.stepsLabel') });
  for (const [at, step] of ['account', 'whenWhere', 'who', 'asked', 'said', 'did', 'result', 'followed'].entries()) {
    await steps.getByRole('button', { name: word(`fear.step.${step}`) }).click();
    await bothLanguages(page, `${12 + at}-fear-${step}`);
  }
  await page.getByRole('button', { name: word('fear.finish'), exact: true }).click();
  await page.getByRole('heading', { level: 1, name: word('fear.step.addsUp') }).waitFor();
  await bothLanguages(page, '20-fear-adds-up');
  await openClient(page, client);
  await openTab(page, 'hearings');
  await page.getByRole('tabpanel').getByRole('listitem').getByRole('button').first().click();
  await page.getByRole('heading', { level: 1, name: word('hearing.title') }).waitFor();
  await bothLanguages(page, '21-hearing');
}

interface Wanted {
  readonly kind: DocumentKind;
  readonly name: string;
  /** Names of the languages in the menu; empty when the document has one language. */
  readonly languages: readonly string[];
}
const wanted: readonly Wanted[] = [
  { kind: 'declaration', name: 'declaration', languages: ['English', 'Spanish'] },
  { kind: 'translated', name: 'declaration-in-spanish', languages: ['English', 'Spanish'] },
  { kind: 'cover', name: 'court-cover-page', languages: [] },
  { kind: 'letter', name: 'hearing-letter', languages: [] },
];

async function documents(app: RunningApp, page: Page): Promise<void> {
  await openClient(page, client);
  await openNewDocument(page);
  await bothLanguages(page, '22-new-document');
  for (const [at, { kind, name, languages }] of wanted.entries()) {
    await openClient(page, client);
    await makeDocument(page, kind);
    if (kind === 'cover') {
      await typeDetail(page, 'filingTitle', 'Respondents’ Motion to Terminate Proceedings');
      await typeDetail(page, 'judge', 'Alex Example');
    }
    await bothLanguages(page, `${23 + at}-${name}`);
    for (const language of languages) {
      const file = documentFile(`${name}-${language === 'English' ? 'en' : 'es'}.pdf`);
      await savePdf(app, page, file, language);
    }
    if (languages.length === 0) await savePdf(app, page, documentFile(`${name}.pdf`), null);
    if (kind === 'declaration') await readBack(page);
    await backToClient(page);
  }
  await openTab(page, 'documents');
  await bothLanguages(page, '27-client-documents');
}

async function readBack(page: Page): Promise<void> {
  await page.getByRole('button', { name: word('life.step.readBack'), exact: true }).click();
  await page.getByRole('main').getByRole('heading', { level: 1 }).first().waitFor();
  await bothLanguages(page, '28-read-back');
  await page.goBack();
}

async function lastScreens(page: Page): Promise<void> {
  for (const [at, place] of (['documents', 'vault', 'settings'] as const).entries()) {
    await goTo(page, place);
    await bothLanguages(page, `${29 + at}-${place}`);
  }
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await picture(page, '32-find-en');
  await page.keyboard.press('Escape');
}

async function exportCase(app: RunningApp, page: Page): Promise<string> {
  await openClient(page, client);
  const file = documentFile('case.json');
  await app.saveTo(file);
  await page.getByRole('button', { name: word('client.more'), exact: true }).click();
  await page.getByRole('menuitem', { name: word('client.export'), exact: true }).click();
  await page.getByText(word('client.exported', 'en', { name: 'case.json' })).waitFor();
  return file;
}
