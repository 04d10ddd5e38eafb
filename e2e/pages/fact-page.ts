/** What the page of one fact has, whatever fact it is: its title, what is missing, the way back to the client. */
import type { Locator, Page } from '@playwright/test';
import type { Language } from '../support/words.ts';
import { ClientPage } from './client-page.ts';
import { Screen } from './screen.ts';

export abstract class FactPage extends Screen {
  /** What is missing to be complete, at the right. */
  readonly side: Locator;
  /** Each item of it, by name. */
  readonly missing: Locator;
  /** What the page is headed by. */
  abstract readonly title: string;

  constructor(page: Page, language: Language = 'en') {
    super(page, language);
    this.side = page.getByRole('complementary', { name: this.t('record.missingTitle') });
    this.missing = this.side.getByRole('listitem');
  }

  async arrived(): Promise<void> {
    await this.heading.filter({ hasText: this.title }).waitFor();
  }

  async leave(): Promise<ClientPage> {
    await this.button(`‹ ${this.t('record.backToClient')}`).click();
    const client = new ClientPage(this.page, this.language);
    await client.tabs.waitFor();
    return client;
  }
}
