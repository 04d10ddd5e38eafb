/** What a person reads and understands; `null` wherever we have not asked. */
import { valueOf } from '#shared/domain/base.ts';
import type { FearEvent } from '#shared/domain/fear.ts';
import type { LanguageSkill, Person } from '#shared/domain/person.ts';
import { sameLanguage } from '#shared/reference/languages.ts';

function skillIn(person: Person, tag: string): LanguageSkill | undefined {
  return Object.values(person.languages).find((skill) => sameLanguage(skill.tag, tag));
}

/** The language a person is best at, else the only one recorded; null when not known. */
export function bestLanguage(person: Person): string | null {
  const skills = Object.values(person.languages);
  const best = skills.find((skill) => skill.best);
  return best?.tag ?? (skills.length === 1 ? (skills[0]?.tag ?? null) : null);
}

/** Whether the person reads a language: false also when the person cannot read at all; null when not asked. */
export function readsLanguage(person: Person, tag: string): boolean | null {
  if (valueOf(person.canRead) === 'no') return false;
  const skill = skillIn(person, tag);
  if (skill && skill.reads !== 'notAsked') return skill.reads !== 'no';
  const askedElsewhere = Object.values(person.languages).some((other) => other.reads !== 'notAsked');
  return skill === undefined && askedElsewhere ? false : null;
}

/** Whether the person understands a spoken language well; null when no language is recorded. */
export function understandsWell(person: Person, tag: string): boolean | null {
  const skill = skillIn(person, tag);
  if (skill) return skill.understands === 'well';
  return Object.keys(person.languages).length > 0 ? false : null;
}

/** The language the person needed: as recorded in the event, else the person's best; null when not known. */
export function neededLanguage(event: FearEvent, person: Person | null): string | null {
  return valueOf(event.languageNeeded) ?? (person ? bestLanguage(person) : null);
}

/** Questions of an interview that were not, partly and altogether recorded (SR7: "3 of 8 not understood"). */
export function questionCount(event: FearEvent): { notUnderstood: number; partly: number; recorded: number } {
  const questions = Object.values(event.questions).filter((question) => question.understood !== 'notRecorded');
  return {
    notUnderstood: questions.filter((question) => question.understood === 'no').length,
    partly: questions.filter((question) => question.understood === 'part').length,
    recorded: questions.length,
  };
}
