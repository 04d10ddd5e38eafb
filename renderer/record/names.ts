/** Names of the people of a case as a screen shows them, and the language that a family speaks best. */
import type { Id } from '#shared/domain/base.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import { displayName, mainName } from '#shared/domain/format.ts';
import { peopleInOrder } from '#shared/domain/people.ts';
import type { Person } from '#shared/domain/person.ts';
import type { Key, Vars } from '#renderer/i18n/i18n.ts';

export interface NamedPerson {
  readonly id: Id;
  readonly name: string;
  /** First given name where the family stands together; the whole of a description, which has no first word to go by. */
  readonly short: string;
  readonly person: Person;
}

/** People in the order of the case; one without name or description is "Person 2". */
export function namedPeople(file: CaseFile, t: (key: Key, vars?: Vars) => string): readonly NamedPerson[] {
  return peopleInOrder(file).map((person, index) => {
    const name = displayName(person) || t('record.unnamedN', { n: index + 1 });
    return { id: person.id, name, short: mainName(person)?.given[0]?.split(' ')[0] || name, person };
  });
}

/** The language marked as best, else one spoken well, else Spanish: a first guess for a box of words. */
export function ownLanguage(person: Person | undefined): string {
  const skills = Object.values(person?.languages ?? {});
  const best = skills.find((skill) => skill.best) ?? skills.find((skill) => skill.speaks === 'well') ?? skills[0];
  return best?.tag ?? 'es';
}
