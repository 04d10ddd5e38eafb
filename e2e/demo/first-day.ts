/** A vault of one's own from the first start: a family typed in by keyboard, a fear event told and answered, its declaration. */
import type { Page } from '@playwright/test';
import { FearPage } from '../pages/fear-page.ts';
import type { PersonTyped } from '../pages/intake-page.ts';
import { Shell } from '../pages/shell.ts';
import { makeVault } from '../pages/start-page.ts';
import type { ClientPage } from '../pages/client-page.ts';
import type { RunningApp } from '../support/launch.ts';
import { bothLanguages, documentFile, picture } from './gallery.ts';

const family: readonly PersonTyped[] = [
  { given: 'María José', surnames: 'Ixcoy Tzoc', aNumber: 'A 213-456-789', born: '14 may 1991' },
  { given: 'Diego', surnames: 'Ixcoy', aNumber: '213456790', born: '8/2012' },
  { given: 'Dulce', surnames: 'Ixcoy', born: '2019' },
  { given: 'Rosa', surnames: 'Ixcoy Tzoc', born: 'about 1998' },
];
const account =
  'Le dije al oficial que tenía miedo de regresar a México, que ahí nos habían tenido encerrados. Me dijo que eso no le importaba y que firmara.';

export async function firstDay(app: RunningApp): Promise<void> {
  const page = await makeVault(app, { name: 'Elena Robles Paz', office: 'Oficina de ejemplo' });
  await bothLanguages(page, 'recovery-sheet');
  const client = await takeIn(page);
  await fearEvent(client);
  const draft = await client.makeDocument('declaration');
  await bothLanguages(page, 'own-declaration');
  await draft.savePdf(app, documentFile('own-declaration-en.pdf'), 'en');
  await draft.savePdf(app, documentFile('own-declaration-es.pdf'), 'es');
}

async function takeIn(page: Page): Promise<ClientPage> {
  const intake = await new Shell(page).newClient();
  await intake.typeFamily({ people: family });
  await bothLanguages(page, 'intake');
  const client = await intake.finish();
  await bothLanguages(page, 'own-client');
  return client;
}

/** Ends on the client page again. */
async function fearEvent(client: ClientPage): Promise<void> {
  const { page } = client;
  await client.openTab('fear');
  await client.button(client.t('client.fearAdd'), client.panel).first().click();
  const fear = new FearPage(page);
  await fear.tell(account);
  await bothLanguages(page, 'own-account');
  await fear.openStep('whenWhere');
  await fear.type(fear.t('fear.f.date'), '14 aug 2019');
  await fear.openStep('asked');
  await fear.say('officerAsked', 'fear.asked.no');
  await fear.say('statedFear', 'fear.stated.volunteered');
  await fear.say('interpreterPresent', 'answer.no');
  await bothLanguages(page, 'own-asked');
  await fear.openStep('result');
  await fear.say('referred', 'fear.referred.no');
  await fear.openStep('followed');
  await fear.finish();
  await picture(page, 'own-adds-up-en');
  await fear.leave();
}
