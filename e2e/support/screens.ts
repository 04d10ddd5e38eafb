/** Walks through every screen of the app on the sample vault and stops at each. */
import type { Page } from '@playwright/test';
import { clientTabs } from '../pages/client-page.ts';
import { HarmPage } from '../pages/harm-page.ts';
import { HearingPage } from '../pages/hearing-page.ts';
import { IntakePage } from '../pages/intake-page.ts';
import { FearPage, fearSteps } from '../pages/fear-page.ts';
import { Shell } from '../pages/shell.ts';
import { fullest, screened } from './sample.ts';
import type { Language } from './words.ts';

export type Look = (name: string) => Promise<void>;

async function placesOfTheApp(shell: Shell, look: Look): Promise<void> {
  for (const place of ['today', 'clients', 'documents', 'vault', 'settings'] as const) {
    await shell.go(place);
    await look(place);
  }
  await shell.openPalette();
  await look('palette');
  await shell.page.keyboard.press('Escape');
  await shell.page.keyboard.press('F1');
  await shell.page.getByRole('dialog').waitFor();
  await look('keyboard dialog');
  await shell.page.keyboard.press('Escape');
  await shell.button(shell.t('shell.new'), shell.banner).click();
  await look('menu');
  await shell.page.keyboard.press('Escape');
}

async function clientScreens(shell: Shell, look: Look): Promise<void> {
  const client = await shell.openClient(fullest);
  for (const tab of clientTabs) {
    await client.openTab(tab);
    await look(`client: ${tab}`);
  }
  await client.openTab('timeline');
  await client.button(client.t('client.filter.crossings'), client.panel).click();
  await client.panel.getByRole('listitem').getByRole('button').first().click();
  await look('client: line opened in place');
  await client.openFirst('hearings');
  await new HearingPage(shell.page, shell.language).arrived();
  await look('hearing');
}

async function fearScreens(shell: Shell, look: Look): Promise<void> {
  const client = await shell.openClient(fullest);
  await client.openFirst('fear');
  const fear = new FearPage(shell.page, shell.language);
  for (const step of fearSteps) {
    await fear.openStep(step);
    await look(`fear: ${step}`);
  }
  await fear.finish();
  await look('fear: adds up');
  await fear.page.getByRole('button', { name: fear.t('fear.more') }).click();
  await fear.page.getByRole('dialog').waitFor();
  await look('fear: dialog');
  await fear.page.keyboard.press('Escape');
}

/** The screening of a child whose answers brought the questions on help. */
async function screeningScreen(shell: Shell, look: Look): Promise<void> {
  const client = await shell.openClient(screened);
  await client.openScreening();
  await look('screening');
}

async function documentScreens(shell: Shell, look: Look): Promise<void> {
  const client = await shell.openClient(fullest);
  const choice = await client.newDocument();
  await look('new document');
  const draft = await choice.make('declaration');
  await look('draft');
  await draft.openList();
  await look('draft: list before signing');
  await shell.page.keyboard.press('Escape');
  await draft.readBack.click();
  const begin = shell.button(shell.t('documents.readBack.begin'));
  await begin.waitFor();
  await look('read-back: start');
  await begin.click();
  await shell.button(shell.t('documents.readBack.tick')).waitFor();
  await look('read-back: a paragraph');
}

async function harmAndIntake(shell: Shell, look: Look): Promise<void> {
  const client = await shell.openClient(fullest);
  await client.openTab('timeline');
  await client.button(client.t('client.filter.harm'), client.panel).click();
  await client.panel.getByRole('listitem').getByRole('button').first().click();
  await client.panel.getByRole('button', { name: client.t('client.open'), exact: true }).click();
  const harm = new HarmPage(shell.page, shell.language);
  await harm.arrived();
  await look('harm');
  await harm.leave();
  await client.choose(client.t('client.more'), client.t('client.addPeople'));
  await new IntakePage(shell.page, shell.language).arrived();
  await look('intake');
}

/** Stops at every screen of the main window. */
export async function everyScreen(page: Page, language: Language, look: Look): Promise<void> {
  const shell = new Shell(page, language);
  await placesOfTheApp(shell, look);
  await clientScreens(shell, look);
  await fearScreens(shell, look);
  await screeningScreen(shell, look);
  await documentScreens(shell, look);
  await harmAndIntake(shell, look);
}
