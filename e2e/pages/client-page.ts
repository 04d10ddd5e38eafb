/** The page of a client and their family. */
import type { Locator, Page } from '@playwright/test';
import type { Language } from '../support/words.ts';
import { Screen } from './screen.ts';

export type ClientTab =
  | 'timeline'
  | 'fear'
  | 'hearings'
  | 'contact'
  | 'family'
  | 'papers'
  | 'documents'
  | 'notes'
  | 'person'
  | 'history';

export class ClientPage extends Screen {
  readonly tabs: Locator;
  readonly panel: Locator;
  readonly side: Locator;

  constructor(page: Page, language: Language = 'en') {
    super(page, language);
    this.tabs = page.getByRole('tablist', { name: this.t('client.tabs') });
    this.panel = page.getByRole('tabpanel');
    this.side = page.getByRole('complementary', { name: this.t('client.side') });
  }

  async openTab(tab: ClientTab): Promise<void> {
    await this.tabs.getByRole('tab', { name: this.t(`client.tab.${tab}`), exact: true }).click();
    await this.page.getByRole('tabpanel', { name: this.t(`client.tab.${tab}`), exact: true }).waitFor();
  }

  /** A fact of the named kind, from the timeline's "Add here"; a key under `client.add`. */
  async add(kind: string): Promise<void> {
    await this.openTab('timeline');
    await this.choose(this.t('client.addHere'), this.t(`client.add.${kind}`), this.panel);
  }

  /** Lines of the timeline whose text fits. */
  lines(text: string | RegExp): Locator {
    return this.panel.getByRole('listitem').filter({ hasText: text });
  }

  /** Narrows the timeline to one person (by the first given name), or to nobody in particular. */
  async only(firstName: string | null): Promise<void> {
    await this.button(firstName ?? this.t('client.filter.everyone'), this.panel).click();
  }

  async makeDocument(): Promise<void> {
    await this.button(this.t('client.makeDocument')).first().click();
  }

  async saveAsJson(): Promise<void> {
    await this.choose(this.t('client.more'), this.t('client.export'));
  }
}
