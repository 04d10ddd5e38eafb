/** Reads a date as a person types it, in English or Spanish. */
import { fail, ok, type Result } from '#shared/errors.ts';
import type { PartialDate } from './base.ts';
import { isoDay, isRealDay } from './calendar.ts';
import { monthNames, shortMonths, type UiLanguage, unknownDate } from './date-words.ts';

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

const qualifierWords: readonly (readonly [RegExp, Qualifier])[] = [
  [/^(about|around|approximately|approx\.?|circa|ca\.?|c\.|~|sometime in|some time in|roughly)\s*/, 'about'],
  [/^(early|mid|late|beginning of|middle of|the end of|end of|early in|late in)[ -]+/, 'about'],
  [
    /^(como (en|el|a|por)|mas o menos( en| el)?|alrededor del?|aproximadamente( en| el)?|aprox\.?( en| el)?)\s+/,
    'about',
  ],
  [/^(hacia( el)?|cerca del?|por ahi de|a (principios|inicios|mediados|finales|fines) del?)\s+/, 'about'],
  [/^(principios|inicios|mediados|finales|fines) del?\s+/, 'about'],
  [/^(before|antes del?|antes)\s+/, 'before'],
  [/^(after|despues del?|despues|luego del?)\s+/, 'after'],
];

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
    .filter((token) => token !== '' && !/^(de|del|of|the|el|in|on|en)$/.test(token));
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

function takeQualifier(text: string): { rest: string; qualifier: Qualifier | null } {
  for (const [pattern, qualifier] of qualifierWords) {
    if (pattern.test(text)) return { rest: text.replace(pattern, ''), qualifier };
  }
  return { rest: text, qualifier: null };
}

/**
 * Reads "14 aug 2019", "8/2019", "8/14/2019" (month first in English, day first in Spanish; the other order when only
 * that is a real day), "about march 2019", "como en marzo de 2019", "antes del 3 de mayo de 2019", "2019", "unknown".
 * Fails with `date-impossible` (read, but no such day), `date-year-short` (two-digit year) or `date-unreadable`.
 */
export function parsePartialDate(text: string, language: UiLanguage): Result<PartialDate> {
  const folded = fold(text).replace(/[.,;]+$/, '');
  if (unknownWords.has(folded)) return ok({ value: '', precision: 'unknown' });
  const { rest, qualifier } = takeQualifier(folded.replace(/^(on|in|el|en)\s+/, ''));
  const bare = rest.replace(/^(on|in|el|en|the)\s+/, '');
  const numeric = numericParts(bare, language);
  const parts = numeric === undefined ? wordParts(bare) : numeric;
  if (parts) return ok(withPrecision(parts, qualifier));
  if (parts === null) return fail('date-impossible', { came: text.trim() });
  if (/(^|\D)\d{1,2}\D+\d{1,2}\D+'?\d{2}$/.test(bare) || /[a-z]+[^\d]+'?\d{2}$/.test(bare))
    return fail('date-year-short', { came: text.trim() });
  return fail('date-unreadable', { came: text.trim() });
}
