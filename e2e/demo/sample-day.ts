/** The sample vault: every main screen in both languages, and the documents of the Ixcoy family. */
import { type ClientPage, clientTabs } from '../pages/client-page.ts';
import type { DraftPage } from '../pages/draft-page.ts';
import { FearPage, fearSteps } from '../pages/fear-page.ts';
import { HearingPage } from '../pages/hearing-page.ts';
import type { DocumentKind } from '../pages/new-document-page.ts';
import { Shell } from '../pages/shell.ts';
import { lookAround } from '../pages/start-page.ts';
import type { RunningApp } from '../support/launch.ts';
import { fullest, screened } from '../support/sample.ts';
import { bothLanguages, documentFile, picture } from './gallery.ts';

/** Answers the file with the exported case. */
export async function sampleDay(app: RunningApp): Promise<string> {
  const start = await app.unlockWindow();
  await picture(start, 'start');
  const page = await lookAround(app);
  const shell = new Shell(page);
  await shell.go('today');
  await bothLanguages(page, 'today');
  await shell.go('clients');
  await shell.main.getByRole('gridcell', { name: fullest }).first().waitFor();
  await bothLanguages(page, 'clients');
  await clientScreens(await shell.openClient(fullest));
  await recordScreens(shell);
  await documents(app, shell);
  await lastScreens(shell);
  return exportCase(app, await shell.openClient(fullest));
}

async function clientScreens(page: ClientPage): Promise<void> {
  // The documents come once some were made.
  const tabs = clientTabs.filter((tab) => tab !== 'documents');
  for (const tab of tabs) {
    await page.openTab(tab);
    await bothLanguages(page.page, `client-${tab}`);
  }
}

/** One fear event step by step, and one hearing. */
async function recordScreens(shell: Shell): Promise<void> {
  const { page } = shell;
  const open = await shell.openClient(fullest);
  await open.openFirst('fear');
  const fear = new FearPage(page);
  for (const step of fearSteps) {
    await fear.openStep(step);
    await bothLanguages(page, `fear-${step}`);
  }
  await fear.finish();
  await bothLanguages(page, 'fear-adds-up');
  await (await shell.openClient(fullest)).openFirst('hearings');
  await new HearingPage(page).arrived();
  await bothLanguages(page, 'hearing');
  await (await shell.openClient(screened)).openScreening();
  await bothLanguages(page, 'screening');
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
  await (await shell.openClient(fullest)).newDocument();
  await bothLanguages(page, 'new-document');
  for (const { kind, name, languages } of wanted) {
    const draft = await (await shell.openClient(fullest)).makeDocument(kind);
    if (kind === 'cover') {
      await draft.typeDetail('filingTitle', 'Respondents’ Motion to Terminate Proceedings');
      await draft.typeDetail('judge', 'Alex Example');
    }
    await bothLanguages(page, name);
    for (const tag of languages) await draft.savePdf(app, documentFile(`${name}-${tag}.pdf`), tag);
    if (languages.length === 0) await draft.savePdf(app, documentFile(`${name}.pdf`));
    if (kind === 'declaration') await readBack(draft);
    await draft.leave();
  }
  await bothLanguages(page, 'client-documents');
}

async function readBack(draft: DraftPage): Promise<void> {
  await draft.readBack.click();
  await draft.heading.filter({ hasText: draft.t('documents.readBack.title') }).waitFor();
  await bothLanguages(draft.page, 'read-back');
  await draft.page.goBack();
  await draft.drawn();
}

async function lastScreens(shell: Shell): Promise<void> {
  for (const place of ['documents', 'vault', 'settings'] as const) {
    await shell.go(place);
    await bothLanguages(shell.page, place);
  }
  await shell.openPalette();
  await picture(shell.page, 'find-en');
  await shell.page.keyboard.press('Escape');
}

async function exportCase(app: RunningApp, page: ClientPage): Promise<string> {
  const file = documentFile('case.json');
  await page.saveAsJson(app, file);
  return file;
}
