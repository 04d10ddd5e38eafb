/** The desk of one document: facts, English beside Spanish, the real page, what stands before signing, its life. */
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { languageLabel } from '#shared/reference/languages.ts';
import type { RunningApp } from '../support/launch.ts';
import type { Language } from '../support/words.ts';
import { Screen } from './screen.ts';

export class DraftPage extends Screen {
  readonly before: Locator;
  readonly preview: Locator;
  readonly firstPage: Locator;
  readonly readBack: Locator;
  readonly ready: Locator;

  constructor(page: Page, language: Language = 'en') {
    super(page, language);
    this.before = this.main.getByRole('region', { name: this.t('ready.title') });
    this.preview = this.main.getByRole('region', { name: this.t('documents.preview.label') });
    this.firstPage = this.preview.getByRole('region').first();
    this.readBack = this.button(this.t('life.step.readBack'));
    this.ready = this.button(this.t('documents.readyToSign'));
  }

  /** Waits until the first page is drawn: then it also has its words for those who cannot see it. */
  async drawn(): Promise<void> {
    await this.firstPage.getByRole('paragraph').filter({ hasText: /\S/ }).waitFor({ state: 'attached' });
  }

  /** Types into a field of the document alone, such as the title of a filing; a key under `documents.details`. */
  async typeDetail(field: string, text: string): Promise<void> {
    await this.type(this.t(`documents.details.${field}`), text);
  }

  /** Saves as PDF into a file; `tag` names the language where the document has more than one. */
  async savePdf(app: RunningApp, file: string, tag?: 'en' | 'es'): Promise<void> {
    await app.saveTo(file);
    await this.main.getByRole('button', { name: this.t('documents.savePdf') }).click();
    if (tag !== undefined) {
      await this.page.getByRole('menuitem', { name: languageLabel(tag, this.language), exact: true }).click();
    }
    await this.page.getByText(this.t('documents.saved', { name: path.basename(file) }), { exact: true }).waitFor();
  }

  /** Back to the client page, its documents. */
  async leave(): Promise<void> {
    await this.button(`‹ ${this.t('documents.toClient')}`).click();
    await this.page.getByRole('tabpanel', { name: this.t('client.tab.documents'), exact: true }).waitFor();
  }

  /** One side of a numbered paragraph. */
  paragraph(number: number, side: 'en' | 'es'): Locator {
    const name = this.t('documents.row.numbered', { number });
    return this.main.getByRole('textbox', { name: this.t(`documents.row.${side}`, { name }), exact: true });
  }

  /** The same, to be looked for inside a row. */
  private inRow(number: number): Locator {
    const name = this.t('documents.row.numbered', { number });
    return this.page.getByRole('textbox', { name: this.t('documents.row.es', { name }), exact: true });
  }

  /** All sides of all paragraphs in one language. */
  paragraphs(side: 'en' | 'es'): Locator {
    const ending = this.t(`documents.row.${side}`, { name: '' });
    return this.main.getByRole('textbox', { name: new RegExp(`${ending}$`) });
  }

  /** The row that a paragraph stands in, with its marks. */
  row(number: number): Locator {
    return this.main.getByRole('listitem').filter({ has: this.inRow(number) });
  }

  /** Types at the end of a paragraph and leaves it. */
  async append(number: number, side: 'en' | 'es', text: string): Promise<void> {
    await this.paragraph(number, side).focus();
    await this.page.keyboard.press('Enter');
    await this.page.keyboard.press('Control+End');
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Escape');
  }

  /** What the facts would say by now, beside the text or between paragraphs. */
  news(text?: string | RegExp): Locator {
    const boxes = this.main.getByRole('group', {
      name: new RegExp(`^${this.t('documents.news.label', { text: '' })}`),
    });
    return text === undefined ? boxes : boxes.filter({ hasText: text });
  }

  item(text: string | RegExp): Locator {
    return this.before.getByRole('button', { name: text });
  }

  async openList(): Promise<Locator> {
    await this.before.getByRole('button', { name: this.t('documents.list.open') }).click();
    return this.page.getByRole('dialog', { name: this.t('ready.title') });
  }

  /** Passes over an item of the list with a reason, as a practitioner may. */
  async passOver(item: string | RegExp, reason: string, printed = false): Promise<void> {
    const list = await this.openList();
    await list
      .getByRole('listitem')
      .filter({ hasText: item })
      .getByRole('button', { name: this.t('ready.override') })
      .click();
    const asked = this.page.getByRole('dialog', { name: this.t('ready.override') });
    await asked.getByLabel(this.t('ready.overrideReason'), { exact: true }).fill(reason);
    if (printed) await asked.getByRole('checkbox', { name: this.t('ready.overridePrinted') }).check();
    await asked.getByRole('button', { name: this.t('ready.override'), exact: true }).click();
    await asked.waitFor({ state: 'hidden' });
    // Back to the list, which is closed too.
    await this.page.keyboard.press('Escape');
    await list.waitFor({ state: 'hidden' });
  }

  /** Share of pixels of the first page that are not white. */
  async ink(): Promise<number> {
    await this.drawn();
    return this.firstPage.evaluate((element) => {
      const canvas = element.querySelector('canvas');
      const { width, height } = canvas ?? { width: 0, height: 0 };
      const pixels = canvas?.getContext('2d')?.getImageData(0, 0, width, height).data;
      if (pixels === undefined) return 0;
      let dark = 0;
      for (let at = 0; at < pixels.length; at += 4)
        if ((pixels[at] ?? 255) < 128 && (pixels[at + 3] ?? 0) > 128) dark += 1;
      return dark / (width * height);
    });
  }
}
