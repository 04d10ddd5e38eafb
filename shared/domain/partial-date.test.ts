import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PartialDate } from './base.ts';
import { partialDate } from './base.ts';
import { addMonths, daysBetween, isoDay } from './calendar.ts';
import { formatPartialDate, formatWhen } from './format.ts';
import { comparePartialDates, dateBounds, datesCanAgree, dateSortKey, parsePartialDate } from './partial-date.ts';

const read = (text: string, language: 'en' | 'es' = 'en') => {
  const result = parsePartialDate(text, language);
  return result.ok ? `${result.value.precision}:${result.value.value}` : result.code;
};

describe('what a person types', () => {
  test.each([
    ['14 aug 2019', 'day:2019-08-14'],
    ['Aug 14, 2019', 'day:2019-08-14'],
    ['August 14th 2019', 'day:2019-08-14'],
    ['8/14/2019', 'day:2019-08-14'],
    ['8/9/2019', 'day:2019-08-09'],
    ['14/8/2019', 'day:2019-08-14'],
    ['9.8.2019', 'day:2019-08-09'],
    ['2019-08-14', 'day:2019-08-14'],
    ['8/2019', 'month:2019-08'],
    ['march 2019', 'month:2019-03'],
    ['mar-2019', 'month:2019-03'],
    ['about march 2019', 'about:2019-03'],
    ['around 2019', 'about:2019'],
    ['~ 8/2019', 'about:2019-08'],
    ['mid march 2019', 'about:2019-03'],
    ['I think it was early in march 2019', 'about:2019-03'],
    ['the end of march 2019', 'about:2019-03'],
    ['march 2019 or so', 'about:2019-03'],
    ['march 2019?', 'about:2019-03'],
    ['it was March 14, 2019', 'day:2019-03-14'],
    ['I think before May 2019', 'before:2019-05'],
    ['in the month of march 2019', 'month:2019-03'],
    ['before May 3, 2019', 'before:2019-05-03'],
    ['after 2018', 'after:2018'],
    ['2019', 'year:2019'],
    ['unknown', 'unknown:'],
    ['marzo 2019', 'month:2019-03'],
  ])('English screen: %s', (text, expected) => expect(read(text)).toBe(expected));

  test.each([
    ['8/9/2019', 'day:2019-09-08'],
    ['8/14/2019', 'day:2019-08-14'],
    ['14 de agosto de 2019', 'day:2019-08-14'],
    ['el 14 de agosto del 2019', 'day:2019-08-14'],
    ['1º de agosto de 2019', 'day:2019-08-01'],
    ['como en marzo de 2019', 'about:2019-03'],
    ['más o menos en marzo 2019', 'about:2019-03'],
    ['a mediados de marzo de 2019', 'about:2019-03'],
    ['como marzo de 2019', 'about:2019-03'],
    ['como a principios de marzo del 2019', 'about:2019-03'],
    ['como por ahí de marzo 2019', 'about:2019-03'],
    ['por marzo de 2019', 'about:2019-03'],
    ['por ahí de 2019', 'about:2019'],
    ['creo que fue en marzo de 2019', 'about:2019-03'],
    ['el mes de marzo de 2019', 'month:2019-03'],
    ['en marzo de 2019, más o menos', 'about:2019-03'],
    ['marzo 2019 aprox.', 'about:2019-03'],
    ['marzo de 2019 (?)', 'about:2019-03'],
    ['casi el 3 de mayo de 2019', 'about:2019-05-03'],
    ['fue el 14 de marzo de 2019', 'day:2019-03-14'],
    ['creo que antes de mayo de 2019', 'before:2019-05'],
    ['a principio de mayo de 2019', 'about:2019-05'],
    ['fin de mayo de 2019', 'about:2019-05'],
    ['alrededor del 3 de mayo de 2019', 'about:2019-05-03'],
    ['antes de mayo de 2019', 'before:2019-05'],
    ['antes del 3 de mayo de 2019', 'before:2019-05-03'],
    ['después de 2018', 'after:2018'],
    ['no sé', 'unknown:'],
    ['14 aug 2019', 'day:2019-08-14'],
  ])('Spanish screen: %s', (text, expected) => expect(read(text, 'es')).toBe(expected));

  test.each([
    ['30 feb 2019', 'date-impossible'],
    ['13/13/2019', 'date-impossible'],
    ['2019-02-29', 'date-impossible'],
    ['14 aug 19', 'date-year-short'],
    ['8/14/19', 'date-year-short'],
    ['when the rain began', 'date-unreadable'],
    ['', 'date-unreadable'],
    ['august', 'date-unreadable'],
    ['about', 'date-unreadable'],
    ['?', 'unknown:'],
  ])('refused with its reason: %s', (text, code) => expect(read(text)).toBe(code));
});

const days = fc
  .tuple(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([y, m, d]) => isoDay(y, m, d));
const values = fc.oneof(
  days,
  days.map((day) => day.slice(0, 7)),
  days.map((day) => day.slice(0, 4)),
);
const dates: fc.Arbitrary<PartialDate> = fc.oneof(
  values.map((value): PartialDate => {
    return { value, precision: value.length === 10 ? 'day' : value.length === 7 ? 'month' : 'year' };
  }),
  fc
    .tuple(values, fc.constantFrom('about', 'before', 'after'))
    .map(([value, precision]): PartialDate => ({ value, precision: precision as 'about' })),
  fc.constant<PartialDate>({ value: '', precision: 'unknown' }),
);

test('parse ∘ format is the identity, in both languages and both styles', () => {
  fc.assert(
    fc.property(
      dates,
      fc.constantFrom('en' as const, 'es' as const),
      fc.constantFrom('prose' as const, 'table' as const),
      (date, language, style) => {
        expect(partialDate.safeParse(date).success).toBe(true);
        expect(parsePartialDate(formatPartialDate(date, language, style), language)).toEqual({ ok: true, value: date });
      },
    ),
    { numRuns: 600 },
  );
});

test('SR2, CP9: "about March 2019" sorts between February and April and prints "about"', () => {
  const typed = ['april 2019', 'about march 2019', 'feb 2019', '28 feb 2019', '1 apr 2019', 'unknown', '2019'];
  const read2 = typed.map((text) => {
    const result = parsePartialDate(text, 'en');
    if (!result.ok) throw new Error(text);
    return result.value;
  });
  const sorted = read2.sort(comparePartialDates).map((date) => formatPartialDate(date, 'en'));
  expect(sorted).toEqual([
    '2019',
    'February 2019',
    'February 28, 2019',
    'about March 2019',
    'April 2019',
    'April 1, 2019',
    'date unknown',
  ]);
  expect(formatPartialDate({ value: '2019-03', precision: 'about' }, 'es')).toBe('alrededor de marzo de 2019');
});

test('the order is total: every key compares the same both ways', () => {
  fc.assert(
    fc.property(dates, dates, (a, b) => {
      expect(comparePartialDates(a, b)).toBe(-comparePartialDates(b, a) + 0);
      expect(dateSortKey(a) === dateSortKey(b)).toBe(comparePartialDates(a, b) === 0);
    }),
  );
});

test('bounds and agreement', () => {
  expect(dateBounds({ value: '2020-02', precision: 'month' })).toEqual({
    earliest: '2020-02-01',
    latest: '2020-02-29',
  });
  expect(dateBounds({ value: '2019-03', precision: 'about' })).toEqual({
    earliest: '2019-02-01',
    latest: '2019-04-30',
  });
  expect(dateBounds({ value: '2019-03', precision: 'before' })).toEqual({ earliest: null, latest: '2019-02-28' });
  const march = { value: '2019-03', precision: 'month' } as const;
  expect(datesCanAgree(march, { value: '2019-03-31', precision: 'day' })).toBe(true);
  expect(datesCanAgree(march, { value: '2019-04-01', precision: 'day' })).toBe(false);
  expect(datesCanAgree({ ...march, precision: 'about' }, { value: '2019-04-20', precision: 'day' })).toBe(true);
  expect(addMonths('2019-01-31', 1)).toBe('2019-02-28');
  expect(daysBetween('2020-02-28', '2020-03-01')).toBe(2);
});

test('prose in the four languages of the letter', () => {
  const day = { value: '2019-08-14', precision: 'day' } as const;
  expect(formatPartialDate(day, 'en')).toBe('August 14, 2019');
  expect(formatPartialDate(day, 'es')).toBe('14 de agosto de 2019');
  expect(formatPartialDate(day, 'pt')).toBe('14 de agosto de 2019');
  expect(formatPartialDate(day, 'ht')).toBe('14 out 2019');
  expect(formatPartialDate(day, 'en', 'table')).toBe('14 Aug 2019');
  expect(formatWhen(day, 'en')).toBe('on August 14, 2019');
  expect(formatWhen({ value: '2019-08', precision: 'month' }, 'es')).toBe('en agosto de 2019');
  expect(formatWhen({ value: '2019-08', precision: 'about' }, 'en')).toBe('about August 2019');
});
