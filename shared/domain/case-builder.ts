/**
 * Writes a case from short input: ids, who recorded it and all defaults are filled in by the schemas. Used by the
 * invented samples, the generator of large vaults and tests; pure, the ids come from the caller.
 */
import type { z } from 'zod';
import { answered, type Id, type PartialDate, type Recorded, type Words } from './base.ts';
import { type CaseFile, caseFile, emptyCase, type FactCollection, factCollections } from './case-file.ts';
import { aNumber, languageSkill, type Person, person, personName, relation, separation } from './person.ts';

export type FactInput<C extends FactCollection> = Partial<z.input<(typeof factCollections)[C]>>;
type FactOf<C extends FactCollection> = z.infer<(typeof factCollections)[C]>;

export interface PersonInput {
  readonly given?: readonly string[];
  readonly surnames?: readonly string[];
  readonly aNumber?: string;
  readonly languages?: readonly Partial<z.input<typeof languageSkill>>[];
  readonly countries?: readonly string[];
  readonly more?: Partial<z.input<typeof person>>;
}

/** Ids that count up: 32 hex digits, the first eight of which are `space`. */
export function countingIds(space: number): () => Id {
  let next = 0;
  return () => {
    next += 1;
    return `${space.toString(16).padStart(8, '0')}${next.toString(16).padStart(24, '0')}`;
  };
}

/** A day, month or year as an answered partial date; the length of the text says which. */
export function on(value: string, precision?: PartialDate['precision']) {
  const exact = value.length === 10 ? 'day' : value.length === 7 ? 'month' : 'year';
  return answered<PartialDate>({ value, precision: precision ?? exact });
}

/** A place of the reference, with words beside it. */
export function at(code: string | null, text = '', country: 'US' | 'MX' | 'other' | null = null) {
  return answered({ code, text, country });
}

/** Words in a language with a checked English (and, when given, Spanish) translation. */
export function said(text: string, language: string, en?: string, es?: string) {
  const translations: Words['translations'] = {};
  if (en !== undefined) translations.en = { text: en, state: 'checked', by: '' };
  if (es !== undefined) translations.es = { text: es, state: 'checked', by: '' };
  return answered<Words>({ text, language, translations });
}

export class CaseBuilder {
  readonly file: CaseFile;
  private readonly nextId: () => Id;
  private readonly recorded: Recorded;

  constructor(
    nextId: () => Id,
    recorded: Recorded,
    officeNumber: string,
    kindOfCase: 'family' | 'incident' = 'family',
  ) {
    this.nextId = nextId;
    this.recorded = recorded;
    this.file = emptyCase(nextId(), recorded.at, kindOfCase);
    this.file.officeNumber = officeNumber;
  }

  id(): Id {
    return this.nextId();
  }

  /** Adds a person with one own name, an A-number, nationalities and languages; returns it for further filling. */
  person(input: PersonInput): Person {
    const personId = this.nextId();
    const names = (input.given?.length ?? 0) + (input.surnames?.length ?? 0) > 0 ? [this.nextId()] : [];
    const languages = (input.languages ?? []).map((skill) => languageSkill.parse({ id: this.nextId(), ...skill }));
    const countries = (input.countries ?? []).map((country) => ({ id: this.nextId(), country, paper: '' }));
    const numbers = input.aNumber ? [aNumber.parse({ id: this.nextId(), digits: input.aNumber })] : [];
    const made = person.parse({
      id: personId,
      names: Object.fromEntries(
        names.map((nameId) => [
          nameId,
          personName.parse({
            id: nameId,
            given: [...(input.given ?? [])],
            surnames: [...(input.surnames ?? [])],
            kind: 'own',
          }),
        ]),
      ),
      aNumbers: Object.fromEntries(numbers.map((number) => [number.id, number])),
      aNumberState: input.aNumber ? 'has' : 'notAsked',
      nationalities: Object.fromEntries(countries.map((country) => [country.id, country])),
      languages: Object.fromEntries(languages.map((skill) => [skill.id, skill])),
      recorded: this.recorded,
      ...input.more,
    });
    this.file.people[personId] = made;
    this.file.peopleOrder.push(personId);
    return made;
  }

  /** `from` is the `kind` of `to`. */
  relate(from: Person, kind: z.infer<typeof relation>['kind'], to: Person): void {
    const relationId = this.nextId();
    this.file.relations[relationId] = relation.parse({
      id: relationId,
      from: from.id,
      to: to.id,
      kind,
      recorded: this.recorded,
    });
  }

  separate(input: Partial<z.input<typeof separation>> & { readonly people: Id[] }): void {
    const separationId = this.nextId();
    this.file.separations[separationId] = separation.parse({ id: separationId, recorded: this.recorded, ...input });
  }

  /** Adds a fact about some people; the schema of the collection fills in the rest. */
  fact<C extends FactCollection>(collection: C, about: readonly Person[], input: FactInput<C>): FactOf<C> {
    const made = factCollections[collection].parse({
      id: this.nextId(),
      about: about.map((one) => one.id),
      recorded: this.recorded,
      ...input,
    }) as FactOf<C>;
    (this.file[collection] as Record<Id, FactOf<C>>)[made.id] = made;
    return made;
  }

  /** A keyed list of items that get their ids here: `{ id1: {...}, id2: {...} }`. */
  keyed<T extends object>(items: readonly T[]): Record<Id, T & { id: Id }> {
    return Object.fromEntries(
      items.map((item) => {
        const itemId = this.nextId();
        return [itemId, { ...item, id: itemId }];
      }),
    );
  }

  /** The finished case, checked whole by its schema. */
  done(): CaseFile {
    return caseFile.parse(this.file);
  }
}
