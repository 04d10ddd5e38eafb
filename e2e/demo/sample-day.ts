/** The sample vault: every main screen in both languages, and the documents of the Ixcoy family. */
import type { ClientPage, ClientTab } from '../pages/client-page.ts';
import type { DraftPage } from '../pages/draft-page.ts';
import { FearPage, fearSteps } from '../pages/fear-page.ts';
import { HearingPage } from '../pages/hearing-page.ts';
import type { DocumentKind } from '../pages/new-document-page.ts';
import { Shell } from '../pages/shell.ts';
import { lookAround } from '../pages/start-page.ts';
import type { RunningApp } from '../support/launch.ts';
import { bothLanguages, documentFile, picture } from './gallery.ts';

const client = 'María José Ixcoy Tzoc';

/** Answers the file with the exported case. */
export async function sampleDay(app: RunningApp): Promise<string> {
  const start = await app.unlockWindow();
  await picture(start, '01-start');
  const page = await lookAround(app);
  const shell = new Shell(page);
  await shell.go('today');
  await bothLanguages(page, '02-today');
  await shell.go('clients');
  await shell.main.getByRole('gridcell', { name: client }).first().waitFor();
  await bothLanguages(page, '03-clients');
  await clientScreens(await shell.openClient(client));
  await recordScreens(shell);
  await documents(app, shell);
  await lastScreens(shell);
  return exportCase(app, await shell.openClient(client));
}

async function clientScreens(page: ClientPage): Promise<void> {
  const tabs: readonly ClientTab[] = [
    'timeline',
    'fear',
    'hearings',
    'contact',
    'family',
    'papers',
    'person',
    'history',
  ];
  for (const [at, tab] of tabs.entries()) {
    await page.openTab(tab);
    await bothLanguages(page.page, `${String(at + 4).padStart(2, '0')}-client-${tab}`);
  }
}

/** One fear event step by step, and one hearing. */
async function recordScreens(shell: Shell): Promise<void> {
  const { page } = shell;
  const open = await shell.openClient(client);
  await open.openFirst('fear');
  const fear = new FearPage(page);
  for (const [at, step] of fearSteps.entries()) {
    await fear.openStep(step);
    await bothLanguages(page, `${12 + at}-fear-${step}`);
  }
  await fear.finish();
  await bothLanguages(page, '20-fear-adds-up');
  await (await shell.openClient(client)).openFirst('hearings');
  await new HearingPage(page).arrived();
  await bothLanguages(page, '21-hearing');
}

interface Wanted {
  readonly kind: DocumentKind;
  readonly name: string;
  /** Tags of the languages in the menu; empty when the document has one language. */
  readonly languages: readonly ('en' | 'es')[];
}
const wanted: readonly Wanted[] = [
  { kind: 'declaration', name: 'declaration', languages: ['en', 'es'] },
  { kind: 'translated', name: 'declaration-in-spanish', languages: ['en', 'es'] },
  { kind: 'cover', name: 'court-cover-page', languages: [] },
  { kind: 'letter', name: 'hearing-letter', languages: [] },
];

async function documents(app: RunningApp, shell: Shell): Promise<void> {
  const { page } = shell;
  await (await shell.openClient(client)).newDocument();
  await bothLanguages(page, '22-new-document');
  for (const [at, { kind, name, languages }] of wanted.entries()) {
    const draft = await (await shell.openClient(client)).makeDocument(kind);
    if (kind === 'cover') {
      await draft.typeDetail('filingTitle', 'Respondents’ Motion to Terminate Proceedings');
      await draft.typeDetail('judge', 'Alex Example');
    }
    await bothLanguages(page, `${23 + at}-${name}`);
    for (const tag of languages) await draft.savePdf(app, documentFile(`${name}-${tag}.pdf`), tag);
    if (languages.length === 0) await draft.savePdf(app, documentFile(`${name}.pdf`));
    if (kind === 'declaration') await readBack(draft);
    await draft.leave();
  }
  await bothLanguages(page, '27-client-documents');
}

async function readBack(draft: DraftPage): Promise<void> {
  await draft.readBack.click();
  await draft.heading.filter({ hasText: draft.t('documents.readBack.title') }).waitFor();
  await bothLanguages(draft.page, '28-read-back');
  await draft.page.goBack();
  await draft.drawn();
}

async function lastScreens(shell: Shell): Promise<void> {
  for (const [at, place] of (['documents', 'vault', 'settings'] as const).entries()) {
    await shell.go(place);
    await bothLanguages(shell.page, `${29 + at}-${place}`);
  }
  await shell.openPalette();
  await picture(shell.page, '32-find-en');
  await shell.page.keyboard.press('Escape');
}

async function exportCase(app: RunningApp, page: ClientPage): Promise<string> {
  const file = documentFile('case.json');
  await page.saveAsJson(app, file);
  return file;
}
