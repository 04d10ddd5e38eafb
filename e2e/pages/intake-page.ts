/** Taking a family in by keyboard: fields by their label, Tab from one to the next. */
import type { Page } from '@playwright/test';
import { type Language, word } from '../support/words.ts';

export interface TypedPerson {
  readonly given: string;
  readonly surnames: string;
  /** As typed, with or without "A"; empty stays empty. */
  readonly aNumber?: string;
  readonly born?: string;
}

/** Opens an empty intake by its shortcut. */
export async function newFamily(page: Page, language: Language = 'en'): Promise<void> {
  await page.keyboard.press('Control+n');
  await page.getByRole('heading', { level: 1, name: word('family.title', language) }).waitFor();
}

/** Types one person into the row of this number (1 for the first), going from field to field with Tab. */
export async function typePerson(
  page: Page,
  number: number,
  person: TypedPerson,
  language: Language = 'en',
): Promise<void> {
  const row = page.getByRole('listitem', { name: word('family.personN', language, { n: number }), exact: true });
  await row.getByLabel(word('family.given', language), { exact: true }).first().focus();
  await page.keyboard.type(person.given);
  await page.keyboard.press('Tab');
  await page.keyboard.type(person.surnames);
  await page.keyboard.press('Tab');
  if (person.aNumber !== undefined) await page.keyboard.type(person.aNumber);
  const born = row.getByLabel(word('family.born', language), { exact: true }).first();
  await born.focus();
  if (person.born !== undefined) await page.keyboard.type(person.born);
  await page.keyboard.press('Tab');
}

export async function addPerson(page: Page, language: Language = 'en'): Promise<void> {
  const rows = page.getByRole('listitem').filter({ has: page.getByLabel(word('family.given', language)) });
  const before = await rows.count();
  await page.getByRole('button', { name: word('family.addPerson', language), exact: true }).click();
  await rows.nth(before).waitFor();
}

/** Leaves the intake for the client page. */
export async function finishIntake(page: Page, language: Language = 'en'): Promise<void> {
  await page.getByRole('button', { name: word('family.done', language), exact: true }).click();
  await page.getByRole('tab', { name: word('client.tab.timeline', language) }).waitFor();
}
