/** First start and unlocking, as a user does them: by role and label. */
import type { Page } from '@playwright/test';
import type { RunningApp } from '../support/launch.ts';
import { type Language, word } from '../support/words.ts';

export const passphrase = 'walnut harbor eleven spoons drift';

/** How long a key may take to be derived on a computer with much else to do, and a wait after wrong tries to end. */
export const DERIVED_MS = 60_000;

export interface NewVault {
  readonly name?: string;
  readonly office?: string;
  /** A locale key under `role.`. */
  readonly role?: string;
  readonly language?: Language;
  readonly passphrase?: string;
}

async function chooseLanguage(page: Page, language: Language): Promise<void> {
  await page.getByRole('button', { name: language === 'es' ? 'Español' : 'English' }).click();
}

/** Goes through the first start with a passphrase of one's own; answers the main window once it is on screen. */
export async function makeVault(app: RunningApp, given: NewVault = {}): Promise<Page> {
  const language = given.language ?? 'en';
  const secret = given.passphrase ?? passphrase;
  const t = (key: string): string => word(key, language);
  const page = await app.unlockWindow();
  await chooseLanguage(page, language);
  await page.getByRole('button', { name: t('start.start'), exact: true }).click();
  await page.getByLabel(t('start.you.name')).fill(given.name ?? 'Ana Example');
  await page.getByLabel(t('start.you.role')).selectOption({ label: t(`role.${given.role ?? 'attorney'}`) });
  await page.getByLabel(t('start.you.office')).fill(given.office ?? 'Example Legal Aid');
  await page.getByRole('button', { name: t('ui.continue'), exact: true }).click();
  await page.getByRole('button', { name: t('start.pass.useOwn'), exact: true }).click();
  await page.getByLabel(t('start.pass.own')).fill(secret);
  await page.getByLabel(t('start.pass.again')).fill(secret);
  await page.getByRole('button', { name: t('ui.continue'), exact: true }).click();
  return app.mainWindow();
}

/** Opens the sample vault from the first page. */
export async function lookAround(app: RunningApp, language: Language = 'en'): Promise<Page> {
  const page = await app.unlockWindow();
  await chooseLanguage(page, language);
  await page.getByRole('button', { name: word('start.look', language), exact: true }).click();
  return app.mainWindow();
}

/** Types a passphrase into the unlock window and presses the button. */
export async function tryPassphrase(page: Page, secret: string, language: Language = 'en'): Promise<void> {
  await page.getByLabel(word('unlock.passphrase', language), { exact: true }).fill(secret);
  await page.getByRole('button', { name: word('unlock.unlock', language), exact: true }).click();
}

export async function unlock(app: RunningApp, secret = passphrase, language: Language = 'en'): Promise<Page> {
  await tryPassphrase(await app.unlockWindow(), secret, language);
  return app.mainWindow();
}

/** For what ends a window or the app: it may be gone before the answer is there, which is the point and no fault. */
export async function unlessGone(asked: Promise<unknown>): Promise<void> {
  await asked.catch((error: unknown) => {
    if (!(error instanceof Error) || !error.message.includes('has been closed')) throw error;
  });
}

/** Locks by key. */
export function pressLock(page: Page): Promise<void> {
  return unlessGone(page.keyboard.press('Control+l'));
}
