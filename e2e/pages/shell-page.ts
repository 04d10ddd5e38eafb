/** What stands around every page: places, language, and the list of clients. */
import type { Page } from '@playwright/test';
import { type Language, word } from '../support/words.ts';

export type PlaceName = 'today' | 'clients' | 'documents' | 'vault' | 'settings';

/** Goes to a place by its link on the left. */
export async function goTo(page: Page, place: PlaceName, language: Language = 'en'): Promise<void> {
  const link = page
    .getByRole('navigation')
    .getByRole('link', { name: new RegExp(`^${word(`nav.${place}`, language)}`) });
  await link.click();
  await page.getByRole('main').getByRole('heading', { level: 1 }).first().waitFor();
}

/** Changes the language of the screen in the status line. */
export async function speak(page: Page, language: Language): Promise<void> {
  const button = page.getByRole('contentinfo').getByRole('button', { name: language === 'es' ? 'Español' : 'English' });
  await button.click();
  await page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' });
}

/** Finds somebody in the Clients list by typing, and opens the client page. */
export async function openClient(page: Page, name: string, language: Language = 'en'): Promise<void> {
  await goTo(page, 'clients', language);
  await page.getByRole('searchbox').fill(name);
  await page.getByRole('gridcell', { name }).first().dblclick();
  await page.getByRole('tab', { name: word('client.tab.timeline', language) }).waitFor();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/** Opens a part of the client page. */
export async function openTab(page: Page, tab: string, language: Language = 'en'): Promise<void> {
  const title = word(`client.tab.${tab}`, language);
  await page.getByRole('tab', { name: title, exact: true }).click();
  await page.getByRole('tabpanel', { name: title, exact: true }).waitFor();
}

/** Chooses an answer of a question with radios, by the question and the words of the answer. */
export async function choose(page: Page, question: string, answer: string): Promise<void> {
  const group = page.getByRole('group', { name: question, exact: true });
  // The radio itself is drawn as its label.
  await group.getByRole('radio', { name: answer, exact: true }).check({ force: true });
}
