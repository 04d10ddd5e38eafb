/** The standard screening of one person: its questions are found by their own wording. */
import type { Locator } from '@playwright/test';
import { childAndDisability, instrumentOn, itemOf } from '#shared/reference/screenings.ts';
import type { ScreeningItem } from '#shared/reference/types.ts';
import { FactPage } from './fact-page.ts';

const instrument = instrumentOn(childAndDisability, new Date().toISOString().slice(0, 10));

function item(id: string): ScreeningItem {
  const found = itemOf(instrument, id);
  if (found === null) throw new Error(`No item ${id}.`);
  return found;
}

export class ScreeningPage extends FactPage {
  readonly title = instrument.name[this.language];

  wording(id: string): string {
    return item(id).wording[this.language];
  }

  /** The short name of an item in lists of what is missing. */
  name(id: string): string {
    return item(id).name[this.language];
  }

  option(id: string, value: string): string {
    const found = item(id).options?.find((one) => one.value === value);
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

  missingItem(id: string): Locator {
    return this.missing.filter({ hasText: new RegExp(`^${this.name(id)}$`) });
  }
}
