/** Values of facts as they stand in sentences: dates with their preposition, times, places, counts, names. */
import { isMinorOn, type Kinship, relativesOf } from '#shared/domain/people.ts';
import type { PartialDate, Place } from '#shared/domain/base.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import { daysBetween } from '#shared/domain/calendar.ts';
import { formatName, formatPartialDate, formatPlace, formatTime, formatWhen } from '#shared/domain/format.ts';
import { asExactDay } from '#shared/domain/partial-date.ts';
import type { Person } from '#shared/domain/person.ts';
import { countryLabel } from '#shared/reference/countries.ts';
import { languageLabel } from '#shared/reference/languages.ts';
import { placeInSentence } from '#shared/reference/places.ts';
import { cityNamedIn } from '#shared/reference/typed-city.ts';
import {
  both,
  listed,
  type Param,
  phrase,
  renderSentence,
  same,
  type SentenceKey,
  type Side,
  type Voice,
} from './sentences.ts';

export const oneVoice: Voice = { plural: false, gender: null };

/** "on August 14, 2019" · "el 14 de agosto de 2019"; undefined for an unknown date. */
export function whenParam(date: PartialDate | undefined): Param | undefined {
  return date && date.precision !== 'unknown' ? both((side) => formatWhen(date, side)) : undefined;
}
/** The date alone; a Spanish day takes its article ("desde el 14 de agosto"). */
export function dateParam(date: PartialDate | undefined, article = true): Param | undefined {
  if (!date || date.precision === 'unknown') return undefined;
  return both((side) => {
    const text = formatPartialDate(date, side);
    return article && side === 'es' && date.precision === 'day' ? `el ${text}` : text;
  });
}

function hourWord(time: string): 'la' | 'las' {
  return Number(time.slice(0, 2)) % 12 === 1 ? 'la' : 'las';
}
/** "at 9:00 a.m." · "a las 9:00 a. m.". */
export function atTimeParam(time: string | undefined): Param | undefined {
  if (time === undefined) return undefined;
  return both((side) =>
    side === 'en' ? `at ${formatTime(time, 'en')}` : `a ${hourWord(time)} ${formatTime(time, 'es')}`,
  );
}
/** "9:00 a.m." · "las 9:00 a. m.". */
export function timeParam(time: string | undefined): Param | undefined {
  if (time === undefined) return undefined;
  return both((side) => (side === 'en' ? formatTime(time, 'en') : `${hourWord(time)} ${formatTime(time, 'es')}`));
}

/** A place as a sentence says it, what was typed beside a known place in brackets; undefined when it names nothing. */
export function placeParam(place: Place | undefined): Param | undefined {
  if (!place || formatPlace(place, 'en') === '') return undefined;
  const { code, text } = place;
  const typed = text.trim();
  if (!code) return both((side) => formatPlace(place, side));
  return both((side) => `${placeInSentence(code, side)}${typed === '' ? '' : ` (${typed})`}`);
}

/**
 * A place where somebody is now, to the city only: what was typed may be a shelter or an address, and is never printed.
 * Without a known place the city is the one named in what was typed, else the country, else nothing is said.
 */
export function cityParam(place: Place | undefined): Param | undefined {
  if (!place) return undefined;
  const code = place.code ?? cityNamedIn(place);
  if (code) return placeParam({ ...place, code, text: '' });
  const { country } = place;
  return country === 'US' || country === 'MX' ? both((side) => countryLabel(country, side)) : undefined;
}

export function languageParam(tag: string | undefined): Param | undefined {
  return tag === undefined ? undefined : both((side) => languageLabel(tag, side));
}
export function languagesParam(tags: readonly string[]): Param | undefined {
  return tags.length === 0
    ? undefined
    : both((side) =>
        listed(
          tags.map((tag) => languageLabel(tag, side)),
          side,
        ),
      );
}

/** Free text that has no language of its own: printed as it was typed. */
export function typedParam(text: string | undefined): Param | undefined {
  const typed = text?.trim().replace(/\.$/, '') ?? '';
  return typed === '' ? undefined : same(typed);
}

const smallNumbers: Readonly<Record<Side, readonly string[]>> = {
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  es: ['cero', 'un', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve', 'diez'],
};
const units = {
  night: { en: ['night', 'nights'], es: ['noche', 'noches'], feminine: true },
  hour: { en: ['hour', 'hours'], es: ['hora', 'horas'], feminine: true },
  minute: { en: ['minute', 'minutes'], es: ['minuto', 'minutos'], feminine: false },
  day: { en: ['day', 'days'], es: ['día', 'días'], feminine: false },
  month: { en: ['month', 'months'], es: ['mes', 'meses'], feminine: false },
  year: { en: ['year', 'years'], es: ['año', 'años'], feminine: false },
} as const;

/** "nine hours" · "nueve horas"; numbers over ten and broken ones in digits. */
export function countText(count: number, unit: keyof typeof units, side: Side): string {
  const noun = units[unit][side][count === 1 ? 0 : 1];
  if (side === 'es' && count === 1 && units[unit].feminine) return `una ${noun}`;
  const decimal = side === 'es' ? String(count).replace('.', ',') : String(count);
  return `${smallNumbers[side][count] ?? decimal} ${noun}`;
}
export function countParam(count: number | undefined, unit: keyof typeof units): Param | undefined {
  return count === undefined ? undefined : both((side) => countText(count, unit, side));
}

type Gendered = 'female' | 'male' | null;
/** Grammatical gender of a person where it is answered as female or male. */
export function genderOf(person: Person | undefined): Gendered {
  const value = person?.gender.status === 'answered' ? person.gender.value : null;
  return value === 'female' || value === 'male' ? value : null;
}

const kinWords: Readonly<Record<Exclude<Kinship, 'other'>, readonly [SentenceKey, SentenceKey, SentenceKey]>> = {
  child: ['kin.daughter', 'kin.son', 'kin.child'],
  parent: ['kin.mother', 'kin.father', 'kin.parent'],
  spouse: ['kin.wife', 'kin.husband', 'kin.spouse'],
  partner: ['kin.partner', 'kin.partner', 'kin.partner'],
  sibling: ['kin.sister', 'kin.brother', 'kin.sibling'],
  grandparent: ['kin.grandmother', 'kin.grandfather', 'kin.grandparent'],
  grandchild: ['kin.granddaughter', 'kin.grandson', 'kin.grandchild'],
  auntUncle: ['kin.aunt', 'kin.uncle', 'kin.auntUncle'],
  nieceNephew: ['kin.niece', 'kin.nephew', 'kin.nieceNephew'],
  cousin: ['kin.cousin', 'kin.cousin', 'kin.cousin'],
  guardian: ['kin.guardian', 'kin.guardian', 'kin.guardian'],
  ward: ['kin.ward', 'kin.ward', 'kin.ward'],
};

/** "my son Diego Ixcoy" · "mi hijo Diego Ixcoy"; the name alone when the kinship is not known; null without a name. */
export function relativeText(file: CaseFile, speakerId: string, personId: string, side: Side): string | null {
  const person = file.people[personId];
  const name = person ? formatName(person) : '';
  const kinship = relativesOf(file, speakerId).find((relative) => relative.person.id === personId)?.kinship;
  if (!kinship || kinship === 'other') return name === '' ? null : name;
  const gender = genderOf(person);
  const word = kinWords[kinship][gender === 'female' ? 0 : gender === 'male' ? 1 : 2];
  const text = phrase(word, { plural: false, gender });
  const kin = text.kind === 'text' ? text[side] : '';
  return name === '' ? kin : `${kin} ${name}`;
}

/** Age in the largest unit that says something, when birth and day are exact and the person was under 18. */
function ageText(person: Person, day: string, side: Side): string | null {
  const birth = person.birth.date.status === 'answered' ? asExactDay(person.birth.date.value) : null;
  if (!birth || birth > day || isMinorOn(person, day) !== true) return null;
  const days = daysBetween(birth, day);
  if (days < 31) return countText(days, 'day', side);
  const [year = 0, month = 0, date = 0] = birth.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDate = 0] = day.split('-').map(Number);
  const months = (toYear - year) * 12 + (toMonth - month) - (toDate < date ? 1 : 0);
  return months < 24 ? countText(Math.max(months, 1), 'month', side) : countText(Math.floor(months / 12), 'year', side);
}

function inlineWords(key: SentenceKey, person: string, age: string, side: Side): string {
  const inlines = renderSentence(key, { person: same(person), age: same(age) }, oneVoice, side) ?? [];
  const text = inlines.map((inline) => (inline.type === 'text' ? inline.text : '')).join('');
  return person.charAt(0) + text.slice(1);
}

/** The other people of a fact as the speaker names them, minors with their age on that day. */
export function familyParam(
  file: CaseFile,
  speakerId: string,
  about: readonly string[],
  date: PartialDate | undefined,
): Param | undefined {
  const day = date ? asExactDay(date) : null;
  const others = about.filter((personId) => personId !== speakerId && file.people[personId]?.deleted === null);
  const name = (personId: string, side: Side): string[] => {
    const text = relativeText(file, speakerId, personId, side);
    const person = file.people[personId];
    if (text === null || !person) return [];
    const age = day ? ageText(person, day, side) : null;
    return [age === null ? text : inlineWords('kin.aged', text, age, side)];
  };
  if (others.flatMap((personId) => name(personId, 'en')).length === 0) return undefined;
  return both((side) =>
    listed(
      others.flatMap((personId) => name(personId, side)),
      side,
    ),
  );
}
