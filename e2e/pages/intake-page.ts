/** Taking a family in. */
import type { Locator, Page } from '@playwright/test';
import type { Language } from '../support/words.ts';
import { ClientPage } from './client-page.ts';
import { Screen } from './screen.ts';

export interface PersonTyped {
  readonly given?: string;
  readonly surnames?: string;
  readonly aNumber?: string;
  readonly born?: string;
  readonly gender?: 'female' | 'male' | 'other';
  readonly description?: string;
  readonly languages?: readonly string[];
  readonly nationality?: string;
  /** A key under `family.canReadIs`. */
  readonly canRead?: 'yes' | 'some' | 'no';
}

export interface FamilyTyped {
  readonly people: readonly PersonTyped[];
  readonly officeNumber?: string;
  readonly crossedOn?: string;
  readonly crossedAt?: string;
  readonly placeNow?: string;
  readonly portOfReturn?: string;
  readonly version?: string;
}

export class IntakePage extends Screen {
  readonly people: Locator;
  readonly duplicates: Locator;
  readonly done: Locator;
  /** The name of the row of anybody. */
  readonly anyPerson: RegExp;

  constructor(page: Page, language: Language = 'en') {
    super(page, language);
    this.people = this.main.getByRole('region', { name: this.t('family.people') });
    this.duplicates = this.main.getByRole('complementary', { name: this.t('family.duplicates') });
    this.done = this.button(this.t('family.done'));
    this.anyPerson = new RegExp(`^${this.t('family.personN', { n: '\\d+' })}$`);
  }

  person(n: number): Locator {
    return this.people.getByRole('listitem', { name: this.t('family.personN', { n }), exact: true });
  }

  /** Waits until the page of a family is there. */
  async arrived(): Promise<void> {
    await this.heading.filter({ hasText: this.t('family.title') }).waitFor();
  }

  /** One more row of a person; answers its number. */
  async addPerson(): Promise<number> {
    const before = await this.people.getByRole('listitem', { name: this.anyPerson }).count();
    await this.button(this.t('family.addPerson')).click();
    await this.person(before + 1).waitFor();
    return before + 1;
  }

  async typePerson(n: number, typed: PersonTyped): Promise<void> {
    const row = this.person(n);
    if (typed.given !== undefined) await this.type(this.t('family.given'), typed.given, row);
    if (typed.surnames !== undefined) await this.type(this.t('family.surnames'), typed.surnames, row);
    if (typed.aNumber !== undefined) await this.type(this.t('family.aNumber'), typed.aNumber, row);
    if (typed.born !== undefined) await this.type(this.t('family.born'), typed.born, row);
    if (typed.gender !== undefined) {
      await this.select(this.t('family.gender'), this.t(`family.genderIs.${typed.gender}`), row);
    }
    if (typed.canRead !== undefined) {
      await this.select(this.t('family.canRead'), this.t(`family.canReadIs.${typed.canRead}`), row);
    }
    if (typed.description !== undefined) await this.type(this.t('family.description'), typed.description, row);
    if (typed.nationality !== undefined) await this.pick(this.t('family.nationalities'), typed.nationality, row);
    for (const language of typed.languages ?? []) await this.pick(this.t('family.addLanguage'), language, row);
  }

  /** Types a whole family and leaves for its page. */
  async takeIn(family: FamilyTyped): Promise<ClientPage> {
    await this.arrived();
    await this.typeFamily(family);
    return this.finish();
  }

  async typeFamily(family: FamilyTyped): Promise<void> {
    for (const [index, person] of family.people.entries()) {
      if (index > 0) await this.addPerson();
      await this.person(index + 1).waitFor();
      await this.typePerson(index + 1, person);
    }
    if (family.crossedOn !== undefined) await this.type(this.t('family.crossedOn'), family.crossedOn);
    if (family.crossedAt !== undefined) await this.place(this.t('family.crossedAt'), family.crossedAt);
    if (family.placeNow !== undefined) await this.place(this.t('family.placeNow'), family.placeNow);
    if (family.portOfReturn !== undefined) await this.place(this.t('family.portOfReturn'), family.portOfReturn);
    if (family.version !== undefined) await this.select(this.t('family.version'), family.version);
    if (family.officeNumber !== undefined) await this.type(this.t('family.officeNumber'), family.officeNumber);
  }

  async finish(): Promise<ClientPage> {
    await this.done.click();
    const client = new ClientPage(this.page, this.language);
    await client.tabs.waitFor();
    return client;
  }
}
