/** The standard screening of one person: its questions are found by their own wording. */
import type { Locator, Page } from '@playwright/test';
import instruments from '#resources/reference/screening-instruments.json' with { type: 'json' };
import type { Language } from '../support/words.ts';
import { Screen } from './screen.ts';

const [first] = instruments.entries;
if (first === undefined) throw new Error('no instrument');
const instrument = first;

function itemOf(id: string): (typeof instrument.items)[number] {
  const item = instrument.items.find((one) => one.id === id);
  if (item === undefined) throw new Error(`No item ${id}.`);
  return item;
}

export class ScreeningPage extends Screen {
  /** What is still to be asked, at the right. */
  readonly side: Locator;

  constructor(page: Page, language: Language = 'en') {
    super(page, language);
    this.side = page.getByRole('complementary', { name: this.t('record.missingTitle') });
  }

  get title(): string {
    return instrument.name[this.language];
  }

  wording(id: string): string {
    return itemOf(id).wording[this.language];
  }

  /** The short name of an item in lists of what is missing. */
  name(id: string): string {
    return itemOf(id).name[this.language];
  }

  option(id: string, value: string): string {
    const options: readonly { readonly value: string; readonly label: Record<Language, string> }[] =
      itemOf(id).options ?? [];
    const found = options.find((one) => one.value === value);
    if (found === undefined) throw new Error(`No choice ${value} of ${id}.`);
    return found.label[this.language];
  }

  asked(id: string): Locator {
    return this.question(this.wording(id));
  }

  async say(id: string, answer: 'yes' | 'no'): Promise<void> {
    await this.answer(this.wording(id), this.t(`record.${answer}`));
  }

  async pickOne(id: string, value: string): Promise<void> {
    await this.answer(this.wording(id), this.option(id, value));
  }

  missing(id: string): Locator {
    return this.side.getByRole('listitem').filter({ hasText: new RegExp(`^${this.name(id)}$`) });
  }
}
