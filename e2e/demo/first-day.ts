/** A vault of one's own from the first start: a family typed in by keyboard, a fear event told and answered, its declaration. */
import type { Page } from '@playwright/test';
import { makeDocument, savePdf } from '../pages/document-page.ts';
import { addPerson, finishIntake, newFamily, type TypedPerson, typePerson } from '../pages/intake-page.ts';
import { choose, openTab } from '../pages/shell-page.ts';
import { makeVault } from '../pages/start-page.ts';
import type { RunningApp } from '../support/launch.ts';
import { word } from '../support/words.ts';
import { bothLanguages, documentFile, picture } from './gallery.ts';

const family: readonly TypedPerson[] = [
  { given: 'María José', surnames: 'Ixcoy Tzoc', aNumber: 'A 213-456-789', born: '14 may 1991' },
  { given: 'Diego', surnames: 'Ixcoy', aNumber: '213456790', born: '8/2012' },
  { given: 'Dulce', surnames: 'Ixcoy', born: '2019' },
  { given: 'Rosa', surnames: 'Ixcoy Tzoc', born: 'about 1998' },
];
const account =
  'Le dije al oficial que tenía miedo de regresar a México, que ahí nos habían tenido encerrados. Me dijo que eso no le importaba y que firmara.';

export async function firstDay(app: RunningApp): Promise<void> {
  const page = await makeVault(app, { name: 'Elena Robles Paz', office: 'Oficina de ejemplo' });
  await page.getByRole('main').getByRole('heading', { level: 1 }).first().waitFor();
  await bothLanguages(page, '40-recovery-sheet');
  await takeIn(page);
  await fearEvent(page);
  await page.getByRole('button', { name: `‹ ${word('fear.back')}` }).click();
  await makeDocument(page, 'declaration');
  await bothLanguages(page, '46-own-declaration');
  await savePdf(app, page, documentFile('own-declaration-en.pdf'), 'English');
  await savePdf(app, page, documentFile('own-declaration-es.pdf'), 'Spanish');
}

async function takeIn(page: Page): Promise<void> {
  await newFamily(page);
  for (const [at, person] of family.entries()) {
    if (at > 0) await addPerson(page);
    await typePerson(page, at + 1, person);
  }
  await bothLanguages(page, '41-intake');
  await finishIntake(page);
  await bothLanguages(page, '42-own-client');
}

async function fearEvent(page: Page): Promise<void> {
  await openTab(page, 'fear');
  await page.getByRole('button', { name: word('client.fearAdd'), exact: true }).click();
  await page.getByRole('heading', { level: 1, name: word('fear.step.account') }).waitFor();
  const box = page
    .getByRole('group', { name: word('fear.account.label') })
    .getByRole('textbox')
    .first();
  await box.focus();
  await page.keyboard.type(account);
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: word('fear.account.markTold'), exact: true }).click();
  await bothLanguages(page, '43-own-account');
  const steps = page.getByRole('list', { name: word('fear.stepsLabel') });
  await steps.getByRole('button', { name: word('fear.step.whenWhere') }).click();
  await page.getByLabel(word('fear.f.date'), { exact: true }).first().focus();
  await page.keyboard.type('14 aug 2019');
  await page.keyboard.press('Tab');
  await steps.getByRole('button', { name: word('fear.step.asked') }).click();
  await choose(page, word('fear.f.officerAsked'), word('fear.asked.no'));
  await choose(page, word('fear.f.statedFear'), word('fear.stated.volunteered'));
  await choose(page, word('fear.f.interpreterPresent'), word('answer.no'));
  await bothLanguages(page, '44-own-asked');
  await steps.getByRole('button', { name: word('fear.step.result') }).click();
  await choose(page, word('fear.f.referred'), word('fear.referred.no'));
  await steps.getByRole('button', { name: word('fear.step.followed') }).click();
  await page.getByRole('button', { name: word('fear.finish'), exact: true }).click();
  await page.getByRole('heading', { level: 1, name: word('fear.step.addsUp') }).waitFor();
  await picture(page, '45-own-adds-up-en');
}
