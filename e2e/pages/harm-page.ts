/** One record of harm or a threat. */
import type { Locator, Page } from '@playwright/test';
import type { Language } from '../support/words.ts';
import { ClientPage } from './client-page.ts';
import { Screen } from './screen.ts';

export class HarmPage extends Screen {
  /** What is missing to be complete, by name. */
  readonly missing: Locator;

  constructor(page: Page, language: Language = 'en') {
    super(page, language);
    this.missing = this.main.getByRole('complementary', { name: this.t('record.missingTitle') }).getByRole('listitem');
  }

  async arrived(): Promise<void> {
    await this.heading.filter({ hasText: this.t('harm.title') }).waitFor();
  }

  /** Ticks kinds of harm; keys under `harm.kind`. */
  async kinds(...kinds: readonly string[]): Promise<void> {
    const group = this.question(this.t('harm.kinds'));
    for (const kind of kinds)
      await group.getByRole('checkbox', { name: this.t(`harm.kind.${kind}`), exact: true }).check();
  }

  async leave(): Promise<ClientPage> {
    await this.button(`‹ ${this.t('record.backToClient')}`).click();
    const client = new ClientPage(this.page, this.language);
    await client.tabs.waitFor();
    return client;
  }
}
