/** How values are written for people: dates, times, places, names (never "first/last"), A-numbers. */
import { placeLabel } from '#shared/reference/places.ts';
import type { PartialDate, Place } from './base.ts';
import { monthNames, shortMonths, type TextLanguage, unknownDate, weekdayNames } from './date-words.ts';
import type { Person, PersonName } from './person.ts';
import { nameOpeners } from './name-particles.ts';

export type DateStyle = 'prose' | 'table';

function day(language: TextLanguage, style: DateStyle, year: string, month: number, date: number): string {
  if (style === 'table') return `${date} ${shortMonths[language][month - 1]} ${year}`;
  const name = monthNames[language][month - 1];
  if (language === 'en') return `${name} ${date}, ${year}`;
  if (language === 'ht') return `${date} ${name} ${year}`;
  return `${language === 'pt' && date === 1 ? '1º' : date} de ${name} de ${year}`;
}

function month(language: TextLanguage, style: DateStyle, year: string, number: number): string {
  if (style === 'table') return `${shortMonths[language][number - 1]} ${year}`;
  const name = monthNames[language][number - 1];
  return language === 'es' || language === 'pt' ? `${name} de ${year}` : `${name} ${year}`;
}

const qualifiers: Readonly<Record<TextLanguage, Readonly<Record<'about' | 'before' | 'after', string>>>> = {
  en: { about: 'about', before: 'before', after: 'after' },
  es: { about: 'alrededor de', before: 'antes de', after: 'después de' },
  pt: { about: 'por volta de', before: 'antes de', after: 'depois de' },
  ht: { about: 'anviwon', before: 'anvan', after: 'apre' },
};

/** "de" before an exact day takes the article in prose: alrededor del 14 de agosto. */
function qualify(language: TextLanguage, style: DateStyle, word: string, text: string, isDay: boolean): string {
  if (isDay && style === 'prose' && language === 'es') return `${word.replace(/de$/, 'del')} ${text}`;
  if (isDay && style === 'prose' && language === 'pt') return `${word.replace(/de$/, 'do dia')} ${text}`;
  return `${word} ${text}`;
}

/**
 * A date as well as it is known. `prose`: "August 14, 2019", "14 de agosto de 2019", "about March 2019";
 * `table`: "14 Aug 2019", "14 ago 2019". Unknown dates say so.
 */
export function formatPartialDate(date: PartialDate, language: TextLanguage, style: DateStyle = 'prose'): string {
  if (date.precision === 'unknown' || date.value === '') return unknownDate[language];
  const [year = '', monthText, dayText] = date.value.split('-');
  const isDay = dayText !== undefined;
  let text = year;
  if (isDay) text = day(language, style, year, Number(monthText), Number(dayText));
  else if (monthText !== undefined) text = month(language, style, year, Number(monthText));
  if (date.precision === 'about' || date.precision === 'before' || date.precision === 'after')
    return qualify(language, style, qualifiers[language][date.precision], text, isDay);
  return text;
}

/**
 * The date with the preposition that a sentence needs: "on August 14, 2019", "in August 2019", "about March 2019",
 * "el 14 de agosto de 2019", "en marzo de 2019". Empty for an unknown date.
 */
export function formatWhen(date: PartialDate, language: TextLanguage): string {
  if (date.precision === 'unknown' || date.value === '') return '';
  const text = formatPartialDate(date, language);
  if (date.precision === 'about' || date.precision === 'before' || date.precision === 'after') return text;
  const isDay = date.value.length === 10;
  if (language === 'en') return `${isDay ? 'on' : 'in'} ${text}`;
  if (language === 'es') return `${isDay ? 'el' : 'en'} ${text}`;
  if (language === 'pt') return `${isDay ? 'no dia' : 'em'} ${text}`;
  return isDay ? text : `nan ${text}`;
}

/** Weekday of YYYY-MM-DD: "Tuesday", "martes". */
export function formatWeekday(isoDate: string, language: TextLanguage): string {
  const [year = 0, number = 1, date = 1] = isoDate.split('-').map(Number);
  return weekdayNames[language][new Date(Date.UTC(year, number - 1, date)).getUTCDay()] ?? '';
}

/**
 * A wall time HH:MM. `table`: "16:30"; `prose`: "4:30 p.m." (en), "4:30 p. m." (es), "16h30" (pt),
 * "4:30 apremidi" (ht).
 */
export function formatTime(time: string, language: TextLanguage, style: DateStyle = 'prose'): string {
  if (style === 'table') return time;
  const [hoursText = '0', minutes = '00'] = time.split(':');
  const hours = Number(hoursText);
  if (language === 'pt') return `${hours}h${minutes}`;
  const half = hours < 12 ? 'a' : 'p';
  const haitian = hours < 12 ? 'dimaten' : hours < 18 ? 'apremidi' : 'diswa';
  const suffix = language === 'ht' ? haitian : language === 'es' ? `${half}.\u00a0m.` : `${half}.m.`;
  return `${hours % 12 === 0 ? 12 : hours % 12}:${minutes}\u00a0${suffix}`;
}

/** A place in words: the reference name of its code and what was typed beside it. Empty when neither is there. */
export function formatPlace(place: Place, language: TextLanguage): string {
  const known = place.code ? placeLabel(place.code, language) : '';
  return [place.text.trim(), known].filter(Boolean).join(', ');
}

export type NameStyle = 'full' | 'initials';

function isName(from: PersonName | Person): from is PersonName {
  return 'given' in from;
}

/** The name to show: the person's own, else as written on a paper, else an alias; null when there is none yet. */
export function mainName(person: Person): PersonName | null {
  const names = Object.values(person.names).sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const kind of ['own', 'asWritten', 'alias'] as const) {
    const found = names.find((name) => name.kind === kind && name.given.length + name.surnames.length > 0);
    if (found) return found;
  }
  return null;
}

/** First letter of the first word that bears the name: de la Cruz → C. */
function initial(parts: readonly string[]): string {
  const words = parts.flatMap((part) => part.split(/\s+/));
  const first = words.find((word) => word !== '' && !nameOpeners.has(word.toLowerCase())) ?? words[0] ?? '';
  const letter = [...first][0];
  return letter ? `${letter.toUpperCase()}.` : '';
}

function writeName(name: PersonName, style: NameStyle): string {
  const given = name.given.join(' ');
  const surnames = name.surnames.join(' ');
  if (style === 'initials') return [initial(name.given), initial(name.surnames)].filter(Boolean).join(' ');
  return (name.surnameFirst ? [surnames, given] : [given, surnames]).filter(Boolean).join(' ');
}

/**
 * A name as text. `full`: in the person's own order; `initials`: first given name and first surname ("M. I."), for
 * masked lists. Empty when a person has no name.
 */
export function formatName(from: PersonName | Person, style: NameStyle = 'full'): string {
  const name = isName(from) ? from : mainName(from);
  return name ? writeName(name, style) : '';
}

/** The name, or the description that stands in for it ("woman, about 20, two children"), or empty. */
export function displayName(person: Person): string {
  return formatName(person) || person.description.trim();
}

/** Every way the person's name is written, the shown one first, without repeats. */
export function allNames(person: Person): string[] {
  const main = formatName(person);
  const all = Object.values(person.names)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((name) => writeName(name, 'full'));
  return [...new Set([main, ...all])].filter(Boolean);
}

export type ANumberStyle = 'plain' | 'masked' | 'court';

/** `plain` "A 000 000 417", `masked` "A ••• ••• 417", `court` "A000-000-417". Takes nine digits. */
export function formatANumber(digits: string, style: ANumberStyle = 'plain'): string {
  const groups = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)];
  if (style === 'court') return `A${groups.join('-')}`;
  if (style === 'masked') return `A ••• ••• ${groups[2]}`;
  return `A ${groups.join(' ')}`;
}

/** A text as a line of its own begins: with a capital, whatever word or place stands first. */
export function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
