/** Partial dates: reading what is typed in English or Spanish, bounds, order and comparison. */
import { fail, ok, type Result } from '#shared/errors.ts';
import type { PartialDate } from './base.ts';
import { addDays, addMonths, daysInMonth, isoDay, isRealDay } from './calendar.ts';
import { monthNames, shortMonths, type UiLanguage, unknownDate } from './date-words.ts';

export const unknownPartialDate: PartialDate = { value: '', precision: 'unknown' };

/** An exact day. */
export function exactDay(value: string): PartialDate {
  return { value: value.slice(0, 10), precision: 'day' };
}

/** First and last day of the period that `value` names; null when the date is unknown. */
function period(date: PartialDate): { first: string; last: string } | null {
  if (date.value === '') return null;
  const [year = 0, month, day] = date.value.split('-').map(Number);
  if (month === undefined) return { first: isoDay(year, 1, 1), last: isoDay(year, 12, 31) };
  if (day === undefined) return { first: isoDay(year, month, 1), last: isoDay(year, month, daysInMonth(year, month)) };
  return { first: date.value, last: date.value };
}

/**
 * The earliest and latest day that the date can mean; null on a side that is open. "about" widens by a week for a
 * day, a month for a month, a year for a year.
 */
export function dateBounds(date: PartialDate): { earliest: string | null; latest: string | null } {
  const span = period(date);
  if (!span || date.precision === 'unknown') return { earliest: null, latest: null };
  if (date.precision === 'before') return { earliest: null, latest: addDays(span.first, -1) };
  if (date.precision === 'after') return { earliest: addDays(span.last, 1), latest: null };
  if (date.precision !== 'about') return { earliest: span.first, latest: span.last };
  if (date.value.length === 10) return { earliest: addDays(span.first, -7), latest: addDays(span.last, 7) };
  const months = date.value.length === 7 ? 1 : 12;
  const lastMonth = addMonths(`${span.last.slice(0, 7)}-01`, months);
  const [year = 0, month = 1] = lastMonth.split('-').map(Number);
  return { earliest: addMonths(span.first, -months), latest: isoDay(year, month, daysInMonth(year, month)) };
}

/**
 * Text that sorts dates: "before X" ahead of X, a year ahead of its months, a month ahead of its days, "about March"
 * inside March (so between February and April), "after X" behind X, unknown last.
 */
export function dateSortKey(date: PartialDate | undefined): string {
  const span = date ? period(date) : null;
  if (!date || !span) return '9999-99-99#9';
  if (date.precision === 'before') return `${span.first}#0`;
  if (date.precision === 'after') return `${span.last}#8`;
  const rank = { 4: 1, 7: 3, 10: 5 }[date.value.length] ?? 5;
  return `${span.first}#${date.precision === 'about' ? rank + 1 : rank}`;
}

/** Negative, zero or positive for sorting; unknown and missing dates last. */
export function comparePartialDates(a: PartialDate | undefined, b: PartialDate | undefined): number {
  const [left, right] = [dateSortKey(a), dateSortKey(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Whether both dates can mean one and the same day. An unknown date contradicts nothing. */
export function datesCanAgree(a: PartialDate, b: PartialDate): boolean {
  const [left, right] = [dateBounds(a), dateBounds(b)];
  if (left.latest !== null && right.earliest !== null && left.latest < right.earliest) return false;
  return !(right.latest !== null && left.earliest !== null && right.latest < left.earliest);
}

/** The day itself when the date is exact, else null. */
export function asExactDay(date: PartialDate | undefined): string | null {
  return date?.precision === 'day' ? date.value : null;
}

/** Whether the date can lie in the days `from`..`to` (YYYY-MM-DD, inclusive). */
export function dateCanLieIn(date: PartialDate, from: string, to: string): boolean {
  const { earliest, latest } = dateBounds(date);
  return (earliest === null || earliest <= to) && (latest === null || latest >= from);
}

type Qualifier = 'about' | 'before' | 'after';

function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const months: ReadonlyMap<string, number> = new Map([
  ...(['en', 'es'] as const).flatMap((language) =>
    [monthNames[language], shortMonths[language]].flatMap((list) =>
      list.map((name, index): [string, number] => [fold(name), index + 1]),
    ),
  ),
  ['sept', 9],
  ['setiembre', 9],
  ['set', 9],
]);

/** How people begin a date they are not sure of, or that bounds another; folded, accents gone. */
const qualifierWords: readonly (readonly [RegExp, Qualifier])[] = [
  [/^(about|around|approximately|approx\.?|circa|ca|some ?time in|roughly)\s+/, 'about'],
  [/^(~|ca?\.)\s*/, 'about'],
  [/^(maybe|perhaps|possibly|i think)\s+/, 'about'],
  [/^(the )?(early|mid|late|beginning of|middle of|end of)( in)?[ -]+/, 'about'],
  [/^como( por ahi de| por| en| a| el)?\s+/, 'about'],
  [/^(mas o menos|alrededor del?|aproximadamente|aprox\.?|hacia|cerca del?)\s+/, 'about'],
  [/^por( ahi| alla)?( de)?\s+/, 'about'],
  [/^(creo que|tal vez|quizas?|a lo mejor|casi)\s+/, 'about'],
  [/^(a )?(principios?|inicios?|mediados|finales|fin|fines) del?\s+/, 'about'],
  [/^(before|antes del?|antes)\s+/, 'before'],
  [/^(after|despues del?|despues|luego del?)\s+/, 'after'],
];

/** How they end one. */
const doubtAtTheEnd = /[\s,(]*(\?|or so|approximately|approx\.?|mas o menos|aproximadamente|aprox\.?|o? ?por ahi)\)?$/;

const unknownWords = new Set(
  [
    '?',
    'unknown',
    'not known',
    'desconocida',
    'desconocido',
    'no se',
    'no sabe',
    'no recuerda',
    'does not know',
    unknownDate.en,
    unknownDate.es,
  ].map(fold),
);

type Parts = { year: number; month?: number; day?: number };

function real(parts: Parts): boolean {
  return isRealDay(parts.year, parts.month ?? 1, parts.day ?? 1);
}

/** Reads 8/14/2019 by the order of the language; the other order is taken when only that one is a day. */
function numericDay(first: number, second: number, year: number, monthFirst: boolean): Parts | null {
  const usual = monthFirst ? { year, month: first, day: second } : { year, month: second, day: first };
  const other = monthFirst ? { year, month: second, day: first } : { year, month: first, day: second };
  if (real(usual)) return usual;
  return real(other) ? other : null;
}

function numericParts(text: string, language: UiLanguage): Parts | null | undefined {
  let match = /^(\d{4})[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?$/.exec(text);
  if (match) {
    const parts: Parts = { year: Number(match[1]), month: Number(match[2]) };
    if (match[3] !== undefined) parts.day = Number(match[3]);
    return real(parts) ? parts : null;
  }
  match = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4})$/.exec(text);
  if (match)
    return numericDay(Number(match[1]), Number(match[3]), Number(match[4]), language === 'en' && match[2] !== '.');
  match = /^(\d{1,2})[-/. ](\d{4})$/.exec(text);
  if (match) {
    const parts = { year: Number(match[2]), month: Number(match[1]) };
    return real(parts) ? parts : null;
  }
  if (/^\d{4}$/.test(text)) return real({ year: Number(text) }) ? { year: Number(text) } : null;
  return undefined;
}

function wordParts(text: string): Parts | null | undefined {
  const tokens = text
    .split(/[\s,/.-]+/)
    .filter((token) => token !== '' && !/^(de|del|of|the|el|in|on|en|mes|month)$/.test(token));
  const named = tokens.findIndex((token) => months.has(token));
  if (named < 0) return undefined;
  const month = months.get(tokens[named] ?? '') ?? 0;
  const numbers: number[] = [];
  for (const [index, token] of tokens.entries()) {
    if (index === named) continue;
    const match = /^(\d{1,4})(st|nd|rd|th|o|ro|er|º|°)?$/.exec(token);
    if (!match) return undefined;
    numbers.push(Number(match[1]));
  }
  const year = numbers.find((number) => number >= 1000);
  const rest = numbers.filter((number) => number !== year);
  if (year === undefined || rest.length > 1) return undefined;
  const parts: Parts = rest[0] === undefined ? { year, month } : { year, month, day: rest[0] };
  return real(parts) ? parts : null;
}

function withPrecision(parts: Parts, qualifier: Qualifier | null): PartialDate {
  const { year, month, day } = parts;
  if (month === undefined) return { value: String(year), precision: qualifier ?? 'year' };
  if (day === undefined) return { value: isoDay(year, month, 1).slice(0, 7), precision: qualifier ?? 'month' };
  return { value: isoDay(year, month, day), precision: qualifier ?? 'day' };
}

/** Words around a date that change nothing: "it was in …", "fue el …". */
const plainWords = /^(it was|fue|on|in|el|en|the)\s+/;

/** Takes every word of doubt off; "before" and "after" say more than a doubt about them. */
function takeQualifier(text: string): { rest: string; qualifier: Qualifier | null } {
  const certain = text.replace(doubtAtTheEnd, '');
  let [rest, qualifier]: [string, Qualifier | null] = [certain, certain === text ? null : 'about'];
  for (;;) {
    const bare = rest.replace(plainWords, '');
    const found = qualifierWords.find(([pattern]) => pattern.test(bare));
    if (found === undefined && bare === rest) return { rest, qualifier };
    rest = found === undefined ? bare : bare.replace(found[0], '');
    if (found !== undefined && (qualifier === null || qualifier === 'about')) qualifier = found[1];
  }
}

/**
 * Reads "14 aug 2019", "8/2019", "8/14/2019" (month first in English, day first in Spanish; the other order when only
 * that is a real day), "about march 2019", "como a principios de marzo de 2019", "marzo 2019?", "antes del 3 de mayo de 2019",
 * "2019", "unknown".
 * Fails with `date-impossible` (read, but no such day), `date-year-short` (two-digit year) or `date-unreadable`.
 */
export function parsePartialDate(text: string, language: UiLanguage): Result<PartialDate> {
  const folded = fold(text).replace(/[.,;]+$/, '');
  if (unknownWords.has(folded)) return ok({ value: '', precision: 'unknown' });
  const { rest: bare, qualifier } = takeQualifier(folded);
  const numeric = numericParts(bare, language);
  const parts = numeric === undefined ? wordParts(bare) : numeric;
  if (parts) return ok(withPrecision(parts, qualifier));
  if (parts === null) return fail('date-impossible', { came: text.trim() });
  if (/(^|\D)\d{1,2}\D+\d{1,2}\D+'?\d{2}$/.test(bare) || /[a-z]+[^\d]+'?\d{2}$/.test(bare))
    return fail('date-year-short', { came: text.trim() });
  return fail('date-unreadable', { came: text.trim() });
}
