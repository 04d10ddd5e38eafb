/** The read-back of a declaration: who interprets, paragraph by paragraph, and the certificates that come of it. */
import { expect, type Locator, type Page } from '@playwright/test';
import { languageLabel } from '#shared/reference/languages.ts';
import type { Language } from '../support/words.ts';
import { Screen } from './screen.ts';

/** What a certificate of interpretation says of an interpreter. */
export interface InterpreterTyped {
  readonly name: string;
  readonly phone: string;
  readonly address: string;
  readonly competence: string;
}

/** More paragraphs than a declaration of these tests has. */
const MOST_PARAGRAPHS = 40;

export class ReadBackPage extends Screen {
  readonly begin: Locator;
  readonly tick: Locator;
  readonly end: Locator;
  /** "Paragraph 2 of 9 · 8 to read" */
  readonly at: Locator;
  /** Certificates and statements, after the end. */
  readonly attached: Locator;

  constructor(page: Page, language: Language = 'en') {
    super(page, language);
    this.begin = this.button(this.t('documents.readBack.begin'));
    this.tick = this.button(this.t('documents.readBack.tick'));
    this.end = this.button(this.t('documents.readBack.end'));
    const blanks = { number: '\\d+', total: '\\d+', count: '\\d+' };
    this.at = this.main.getByText(new RegExp(`^${this.t('documents.readBack.at', blanks)}`));
    this.attached = this.main
      .getByRole('region', { name: this.t('documents.readBack.attached') })
      .getByRole('listitem');
  }

  /** One link of the relay, by its place and its languages (BCP 47 tags). */
  interpreter(number: number, from: string, to: string): Locator {
    const [fromName, toName] = [from, to].map((tag) => languageLabel(tag, this.language));
    const name = this.t('documents.readBack.interpreter', { number, from: fromName ?? '', to: toName ?? '' });
    return this.main.getByRole('group', { name, exact: true });
  }

  async typeInterpreter(link: Locator, typed: InterpreterTyped): Promise<void> {
    for (const field of ['name', 'phone', 'address', 'competence'] as const) {
      await this.field(this.t(`documents.translator.${field}`), link).fill(typed[field]);
    }
  }

  /** Ticks the paragraph on screen and waits for the next. */
  async tickOne(): Promise<void> {
    const before = await this.at.innerText();
    await expect(this.tick).toBeFocused();
    await this.page.keyboard.press('Enter');
    await expect.poll(async () => (await this.end.isVisible()) || (await this.at.innerText()) !== before).toBe(true);
  }

  async tickAll(): Promise<void> {
    for (let count = 0; count < MOST_PARAGRAPHS && !(await this.end.isVisible()); count++) await this.tickOne();
  }

  /** One column of the paragraph on screen. */
  side(tag: 'en' | 'es'): Locator {
    const name = this.t(tag === 'en' ? 'documents.english' : 'documents.spanish');
    return this.main.getByRole('region', { name, exact: true });
  }

  /** Types at the end of one column and leaves it. */
  async correct(tag: 'en' | 'es', text: string): Promise<void> {
    const language = languageLabel(tag, this.language);
    await this.button(this.t('documents.readBack.correct', { language }), this.side(tag)).click();
    await expect(this.side(tag).getByRole('textbox')).toBeFocused();
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Escape');
    await expect(this.side(tag).getByRole('textbox')).toHaveCount(0);
  }

  /** Ends the round once everything is read. */
  async finish(): Promise<void> {
    await this.end.click();
    await this.main.getByText(this.t('documents.readBack.ended')).waitFor();
  }

  async leave(): Promise<void> {
    await this.button(this.t('documents.readBack.toDraft')).click();
    await this.button(this.t('documents.readyToSign')).waitFor();
  }
}
