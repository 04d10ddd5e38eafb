/** One fear event: the account, the steps as it happened, what it adds up to. */
import type { Locator, Page } from '@playwright/test';
import type { Language } from '../support/words.ts';
import { Screen } from './screen.ts';

export const fearSteps = ['account', 'whenWhere', 'who', 'asked', 'said', 'did', 'result', 'followed'] as const;
export type FearStep = (typeof fearSteps)[number];

export class FearPage extends Screen {
  readonly steps: Locator;
  readonly side: Locator;
  readonly account: Locator;

  constructor(page: Page, language: Language = 'en') {
    super(page, language);
    this.steps = page.getByRole('list', { name: this.t('fear.stepsLabel') });
    this.side = page.getByRole('complementary', { name: this.t('fear.account.side') });
    this.account = this.main
      .getByRole('group', { name: this.t('fear.account.label'), exact: true })
      .getByRole('textbox')
      .first();
  }

  async openStep(step: FearStep): Promise<void> {
    await this.steps.getByRole('button', { name: new RegExp(this.t(`fear.step.${step}`)) }).click();
    await this.heading.filter({ hasText: this.t(`fear.step.${step}`) }).waitFor();
  }

  async tell(words: string): Promise<void> {
    await this.openStep('account');
    await this.account.fill(words);
    await this.account.blur();
    await this.button(this.t('fear.account.markTold')).click();
    await this.button(this.t('fear.account.reopen')).waitFor();
  }

  /** Goes on from one step to the next. */
  async goOn(): Promise<void> {
    await this.main.getByRole('button', { name: /^(Continue|Seguir):/ }).click();
  }

  /** Goes through the steps from the first after the account; `fill` answers each. */
  async goThrough(fill: Partial<Record<FearStep, () => Promise<void>>>): Promise<void> {
    for (const step of fearSteps.slice(1)) {
      await this.openStep(step);
      await fill[step]?.();
      await this.goOn();
    }
    await this.heading.filter({ hasText: this.t('fear.step.addsUp') }).waitFor();
  }

  /** Ends the steps; what they add up to comes next. */
  async finish(): Promise<void> {
    await this.button(this.t('fear.finish')).click();
    await this.heading.filter({ hasText: this.t('fear.step.addsUp') }).waitFor();
  }

  /** Back to the client page. */
  async leave(): Promise<void> {
    await this.button(`‹ ${this.t('fear.back')}`).click();
    await this.page.getByRole('tablist', { name: this.t('client.tabs') }).waitFor();
  }

  /** Answers one question of a step; keys under `fear.f` and `fear`. */
  async say(question: string, answerKey: string): Promise<void> {
    await this.answer(this.t(`fear.f.${question}`), this.t(answerKey));
  }

  async addOfficer(agency: string): Promise<void> {
    await this.button(this.t('fear.officers.add')).click();
    await this.answer(this.t('fear.officer.agency'), this.t(`fear.agency.${agency}`));
  }

  /** What the rules propose, by the name of the type. */
  proposal(type: string | RegExp): Locator {
    return this.main.getByRole('region', { name: type });
  }
}
