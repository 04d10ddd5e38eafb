/** The page of a client and their family. */
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { RunningApp } from '../support/launch.ts';
import type { Language } from '../support/words.ts';
import type { DraftPage } from './draft-page.ts';
import { type DocumentKind, NewDocumentPage } from './new-document-page.ts';
import { Screen } from './screen.ts';

/** The tabs of a client as they stand, by the last part of their locale key. */
export const clientTabs = [
  'timeline',
  'fear',
  'hearings',
  'contact',
  'family',
  'papers',
  'documents',
  'notes',
  'person',
  'history',
] as const;
export type ClientTab = (typeof clientTabs)[number];

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

  /** Opens the first record on a tab. */
  async openFirst(tab: ClientTab): Promise<void> {
    await this.openTab(tab);
    await this.panel.getByRole('listitem').first().getByRole('button').first().click();
  }

  /** Opens the first screening of the family. */
  async openScreening(): Promise<void> {
    await this.openTab('family');
    const list = this.panel.getByRole('region', { name: this.t('screening.list') });
    await list.getByRole('listitem').getByRole('button').first().click();
    await this.heading.waitFor();
  }

  /** Lines of the timeline whose text fits. */
  lines(text: string | RegExp): Locator {
    return this.panel.getByRole('listitem').filter({ hasText: text });
  }

  /** Narrows the timeline to one person (by the first given name), or to nobody in particular. */
  async only(firstName: string | null): Promise<void> {
    await this.button(firstName ?? this.t('client.filter.everyone'), this.panel).click();
  }

  /** To the list of what can be made. */
  async newDocument(): Promise<NewDocumentPage> {
    // The tab of documents has the same button again.
    await this.button(this.t('client.makeDocument')).first().click();
    const page = new NewDocumentPage(this.page, this.language);
    await page.arrived();
    return page;
  }

  /** Makes a document and waits for its first page. */
  async makeDocument(kind: DocumentKind): Promise<DraftPage> {
    return (await this.newDocument()).make(kind);
  }

  /** Saves the case where the file dialog says; waits until it is said. */
  async saveAsJson(app: RunningApp, file: string): Promise<void> {
    await app.saveTo(file);
    await this.choose(this.t('client.more'), this.t('client.export'));
    const said = this.page
      .getByRole('status')
      .filter({ hasText: this.t('client.exported', { name: path.basename(file) }) });
    await said.first().waitFor();
  }
}
