/** What every screen of the main window offers: fields found by their label, answers by question and word. */
import { expect, type Locator, type Page } from '@playwright/test';
import { type Language, word } from '../support/words.ts';

/** A text as a regular expression reads it. */
export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

export class Screen {
  readonly page: Page;
  readonly language: Language;
  /** The middle of the window, without navigation and head. */
  readonly main: Locator;
  readonly heading: Locator;

  constructor(page: Page, language: Language = 'en') {
    this.page = page;
    this.language = language;
    this.main = page.getByRole('main');
    this.heading = this.main.getByRole('heading', { level: 1 });
  }

  /** The text of a key in the language of the screen. */
  t(key: string, values: Readonly<Record<string, string | number>> = {}): string {
    return word(key, this.language, values);
  }

  field(label: string, within: Locator = this.main): Locator {
    return within.getByLabel(label, { exact: true });
  }

  /** Types into a field and leaves it, which saves it. */
  async type(label: string, text: string, within: Locator = this.main): Promise<void> {
    const field = this.field(label, within);
    await field.fill(text);
    await field.blur();
  }

  async select(label: string, option: string, within: Locator = this.main): Promise<void> {
    await within.getByRole('combobox', { name: label, exact: true }).selectOption({ label: option });
  }

  /** A choice in the list that is open, not in a closed one of the platform's own. */
  private listed(option: string): Locator {
    return this.page.getByRole('listbox').getByRole('option', { name: option, exact: true });
  }

  /** Chooses in a list that is searched by typing. */
  async pick(label: string, option: string, within: Locator = this.main): Promise<void> {
    const box = this.field(label, within);
    await box.fill(option);
    await this.listed(option).click();
    // A list of several stays open after a choice, until the field is left.
    await box.press('Tab');
    await this.page.getByRole('listbox').waitFor({ state: 'hidden' });
  }

  /** Chooses a known place; words that name none are typed with `type`. */
  async place(label: string, place: string, within: Locator = this.main): Promise<void> {
    const box = this.field(label, within);
    await box.fill(place);
    await this.listed(place).click();
    await box.blur();
  }

  question(label: string, within: Locator = this.main): Locator {
    return within.getByRole('group', { name: label, exact: true });
  }

  radio(question: string, answer: string, within: Locator = this.main): Locator {
    return this.question(question, within).getByRole('radio', { name: answer, exact: true });
  }

  async answer(question: string, answer: string, within: Locator = this.main): Promise<void> {
    await this.radio(question, answer, within).check();
    await expect(this.radio(question, answer, within)).toBeChecked();
  }

  /** Words of a client: in the original language, and beside it in English or Spanish. */
  async words(label: string, typed: { original?: string; en?: string; es?: string }): Promise<void> {
    const group = this.main.getByRole('group', { name: label, exact: true });
    const box = (name: string | RegExp): Locator => group.getByRole('textbox', { name });
    const boxes = {
      original: box(this.startsWith(label)),
      en: box(/^(In English|En inglés)/),
      es: box(/^(In Spanish|En español)/),
    };
    for (const side of ['original', 'en', 'es'] as const) {
      const text = typed[side];
      if (text === undefined) continue;
      await boxes[side].fill(text);
      await boxes[side].blur();
    }
  }

  /** A name that begins with this text, whatever follows it. */
  protected startsWith(text: string): RegExp {
    return new RegExp(`^${escaped(text)}`);
  }

  button(name: string, within: Locator = this.main): Locator {
    return within.getByRole('button', { name, exact: true });
  }

  /** Opens a menu by its button and chooses. */
  async choose(menu: string, item: string, within: Locator = this.main): Promise<void> {
    await this.button(menu, within).first().click();
    // The entry may end in its shortcut.
    await this.page
      .getByRole('menuitem', { name: this.startsWith(item) })
      .first()
      .click();
  }
}
