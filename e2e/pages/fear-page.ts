/** One fear event: the account, the steps as it happened, what it adds up to. */
import type { Locator, Page } from '@playwright/test';
import type { Language } from '../support/words.ts';
import { Screen } from './screen.ts';

export const fearSteps = ['account', 'whenWhere', 'who', 'asked', 'said', 'did', 'result', 'followed'] as const;
export type FearStep = (typeof fearSteps)[number];

/** One link of a relay of interpreters; keys under `fear.interpreterKind` and `fear.quality`. */
export interface LinkTyped {
  /** Names of languages as the list has them; what stands there already is left out. */
  readonly from?: string;
  readonly to?: string;
  readonly who: string;
  readonly kind: 'official' | 'telephone' | 'officer' | 'family' | 'otherPerson';
  readonly quality?: 'good' | 'poor' | 'stopped';
}

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

  /** One more link of the interpretation, from the language reached so far; answers its place. */
  async addLink(typed: LinkTyped): Promise<Locator> {
    const links = this.region('fear.interpreters.title').getByRole('listitem');
    const number = (await links.count()) + 1;
    await this.button(this.t('fear.interpreters.add')).click();
    const link = links.filter({ hasText: this.t('fear.interpreters.n', { n: number }) });
    await link.waitFor();
    if (typed.from !== undefined) await this.pick(this.t('fear.interpreters.from'), typed.from, link);
    if (typed.to !== undefined) await this.pick(this.t('fear.interpreters.to'), typed.to, link);
    await this.type(this.t('fear.interpreters.who'), typed.who, link);
    await this.select(this.t('fear.interpreters.kind'), this.t(`fear.interpreterKind.${typed.kind}`), link);
    if (typed.quality !== undefined) {
      await this.answer(this.t('fear.interpreters.quality'), this.t(`fear.quality.${typed.quality}`), link);
    }
    return link;
  }

  /** Opens the sheet of questions of an interview. */
  async openQuestions(): Promise<void> {
    await this.main.getByText(this.t('fear.questions.title'), { exact: true }).first().click();
    await this.button(this.t('fear.questions.add')).waitFor();
  }

  /** Writes down the next question, and how it was understood. */
  async addQuestion(question: string, understood: 'yes' | 'part' | 'no'): Promise<void> {
    const questions = this.region('fear.questions.title').getByRole('listitem');
    const number = (await questions.count()) + 1;
    await this.button(this.t('fear.questions.add')).click();
    const line = questions.filter({ hasText: this.t('fear.questions.n', { n: number }) });
    await this.type(this.t('fear.questions.text'), question, line);
    await this.answer(this.t('fear.f.understanding'), this.t(`fear.questionUnderstood.${understood}`), line);
  }

  private region(key: string): Locator {
    return this.main.getByRole('region', { name: this.t(key), exact: true });
  }

  /** What the rules propose, by the name of the type. */
  proposal(type: string | RegExp): Locator {
    return this.main.getByRole('region', { name: type });
  }
}
