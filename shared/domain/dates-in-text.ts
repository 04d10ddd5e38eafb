/** Dates and numbers that stand in running text, in English and Spanish: for comparing what was said with the record. */
import type { PartialDate } from './base.ts';
import { monthNames, shortMonths, type UiLanguage } from './date-words.ts';
import { parsePartialDate } from './partial-date.ts';

export interface DateInText {
  readonly date: PartialDate;
  readonly start: number;
  readonly text: string;
}

const names = (language: UiLanguage) =>
  [...monthNames[language], ...shortMonths[language].map((name) => `${name}\\.?`)].join('|');
const patterns: Readonly<Record<UiLanguage, readonly string[]>> = {
  en: [
    `(?:${names('en')})\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}`,
    `\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?(?:${names('en')}),?\\s+\\d{4}`,
    `(?:${names('en')})\\s+(?:of\\s+)?\\d{4}`,
  ],
  es: [`\\d{1,2}[º°]?\\s+de\\s+(?:${names('es')})\\s+del?\\s+\\d{4}`, `(?:${names('es')})\\s+(?:del?\\s+)?\\d{4}`],
};
const numeric = '\\d{1,2}[/-]\\d{1,2}[/-]\\d{4}|\\d{4}-\\d{2}-\\d{2}';

/** Full dates and months with a year in a text, in the order in which they stand. */
export function datesInText(text: string, language: UiLanguage): DateInText[] {
  const expression = new RegExp(
    `(?<![\\p{L}\\d])(?:${[...patterns[language], numeric].join('|')})(?![\\p{L}\\d])`,
    'giu',
  );
  return [...text.matchAll(expression)].flatMap((match) => {
    const read = parsePartialDate(match[0], language);
    return read.ok ? [{ date: read.value, start: match.index, text: match[0] }] : [];
  });
}

const numberWords: Readonly<Record<UiLanguage, Readonly<Record<string, number>>>> = {
  en: { two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12 },
  es: {
    dos: 2,
    tres: 3,
    cuatro: 4,
    cinco: 5,
    seis: 6,
    siete: 7,
    ocho: 8,
    nueve: 9,
    diez: 10,
    once: 11,
    doce: 12,
  },
};

/** Numbers in a text as digits or as words from two to twelve, sorted; "one" is left out because it is an article too. */
export function numbersInText(text: string, language: UiLanguage): number[] {
  const words = numberWords[language];
  const found = text.toLowerCase().match(/\d+(?:[.,]\d{3})*|\p{L}+/gu) ?? [];
  return found
    .flatMap((token) => {
      if (/^\d/.test(token)) return [Number(token.replace(/[.,]/g, ''))];
      const value = words[token];
      return value === undefined ? [] : [value];
    })
    .filter((number) => number !== 1)
    .sort((a, b) => a - b);
}
