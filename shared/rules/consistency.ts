/**
 * Statements that differ: dates, places, counts. A judge may rely on any inconsistency (INA 240(c)(4)(C)), so each is
 * listed with both sides; which one is right only a person can say.
 */
import { type Id, type PartialDate, valueOf, type Words } from '#shared/domain/base.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import type { UiLanguage } from '#shared/domain/date-words.ts';
import { datesInText, numbersInText } from '#shared/domain/dates-in-text.ts';
import { formatName, formatPartialDate } from '#shared/domain/format.ts';
import { addDays } from '#shared/domain/calendar.ts';
import { dateBounds, dateCanLieIn, datesCanAgree } from '#shared/domain/partial-date.ts';
import { liveFacts, peopleInOrder } from '#shared/domain/people.ts';
import { wordsIn } from '#shared/domain/words.ts';
import { noticesDiffer } from './flags.ts';

export interface Place {
  readonly collection: string;
  readonly id: Id;
  readonly field: string;
}

export interface Difference {
  /** Text under `differences.<kind>` in the locales. */
  readonly kind:
    | 'nameWritten'
    | 'noticeDate'
    | 'returnDate'
    | 'nights'
    | 'dateInWords'
    | 'numbersInTranslation'
    | 'dateNotOnRecord';
  readonly people: readonly Id[];
  /** Both sides, printed. */
  readonly left: string;
  readonly right: string;
  readonly at: readonly Place[];
}

function foldName(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/\s+/g, ' ');
}

/** Names on papers that are spelled otherwise than the person says; accents and capitals alone do not count. */
function nameDifferences(file: CaseFile): Difference[] {
  return peopleInOrder(file).flatMap((person) => {
    const own = formatName(person);
    return Object.values(person.names)
      .filter((name) => name.kind === 'asWritten' && foldName(formatName(name)) !== foldName(own))
      .map((name): Difference => {
        const right = name.writtenOn ? `${formatName(name)} (${name.writtenOn})` : formatName(name);
        return {
          kind: 'nameWritten',
          people: [person.id],
          left: own,
          right,
          at: [{ collection: 'people', id: person.id, field: 'names' }],
        };
      });
  });
}

function near(a: PartialDate, b: PartialDate): boolean {
  const { earliest, latest } = dateBounds(a);
  return earliest !== null && latest !== null && dateCanLieIn(b, addDays(earliest, -3), addDays(latest, 3));
}

/** A return told in a fear event and one recorded as a movement that are days apart, or differ in nights held. */
function returnDifferences(file: CaseFile, language: UiLanguage): Difference[] {
  const returns = liveFacts(file, 'encounters').filter((one) => one.kind === 'returnToMexico');
  return liveFacts(file, 'fearEvents').flatMap((event) => {
    const told = valueOf(event.returnedOn);
    if (!told) return [];
    return returns.flatMap((one): Difference[] => {
      const people = one.about.filter((personId) => event.about.includes(personId));
      const recorded = valueOf(one.date);
      if (people.length === 0 || !recorded || !near(told, recorded)) return [];
      const at = (field: string, other: string) => [
        { collection: 'fearEvents', id: event.id, field },
        { collection: 'encounters', id: one.id, field: other },
      ];
      const found: Difference[] = [];
      if (!datesCanAgree(told, recorded))
        found.push({
          kind: 'returnDate',
          people,
          left: formatPartialDate(told, language),
          right: formatPartialDate(recorded, language),
          at: at('returnedOn', 'date'),
        });
      const [nights, otherNights] = [valueOf(event.nightsHeld), valueOf(one.nightsHeld)];
      if (nights !== undefined && otherNights !== undefined && nights !== otherNights)
        found.push({
          kind: 'nights',
          people,
          left: String(nights),
          right: String(otherNights),
          at: at('nightsHeld', 'nightsHeld'),
        });
      return found;
    });
  });
}

function uiLanguage(tag: string): UiLanguage | null {
  const base = tag.split('-')[0];
  return base === 'en' || base === 'es' ? base : null;
}

/** Numbers of a text against those of its translation: a count that changed on the way is seen (never dates alone). */
export function translationDifference(words: Words): { left: string; right: string } | null {
  const from = uiLanguage(words.language);
  if (!from) return null;
  for (const to of ['en', 'es'] as const) {
    const translation = words.translations[to];
    if (!translation || to === from || translation.text.trim() === '') continue;
    const [left, right] = [numbersInText(words.text, from), numbersInText(translation.text, to)];
    if (left.join() !== right.join()) return { left: left.join(', '), right: right.join(', ') };
  }
  return null;
}

const dateField = { fearEvents: 'date', harms: 'date', encounters: 'date', stays: 'from' } as const;

/** Dates in the words of a fact, none of which can be the fact's own date; and numbers lost in translation. */
function wordDifferences(file: CaseFile, language: UiLanguage): Difference[] {
  const found: Difference[] = [];
  for (const collection of Object.keys(dateField) as (keyof typeof dateField)[]) {
    for (const fact of liveFacts(file, collection)) {
      const record = fact as unknown as Record<string, CaseFile['fearEvents'][string]['date']>;
      const answer = record[dateField[collection]];
      const date = answer ? valueOf(answer) : undefined;
      for (const { path, words } of wordsIn(fact)) {
        const at = [{ collection, id: fact.id, field: path[0] ?? '' }];
        const numbers = translationDifference(words);
        if (numbers) found.push({ kind: 'numbersInTranslation', people: fact.about, ...numbers, at });
        const own = uiLanguage(words.language);
        const told = own ? datesInText(words.text, own) : [];
        if (!date || told.length === 0 || told.some((one) => datesCanAgree(one.date, date))) continue;
        found.push({
          kind: 'dateInWords',
          people: fact.about,
          left: told.map((one) => one.text).join(', '),
          right: formatPartialDate(date, language),
          at,
        });
      }
    }
  }
  return found;
}

/** Everything in a case that differs between what was said, written and recorded. */
export function differencesIn(file: CaseFile, language: UiLanguage): Difference[] {
  const notices = liveFacts(file, 'hearings').flatMap((hearing): Difference[] => {
    const differ = noticesDiffer(file, hearing, language);
    const [left = '', ...others] = String(differ?.vars.values ?? '').split(' / ');
    const at = [{ collection: 'hearings', id: hearing.id, field: 'date' }];
    return differ ? [{ kind: 'noticeDate', people: hearing.about, left, right: others.join(' / '), at }] : [];
  });
  return [
    ...nameDifferences(file),
    ...notices,
    ...returnDifferences(file, language),
    ...wordDifferences(file, language),
  ];
}

function allDates(file: CaseFile): PartialDate[] {
  const found: PartialDate[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('precision' in value && 'value' in value) found.push(value as PartialDate);
    else for (const item of Object.values(value)) visit(item);
  };
  visit({ ...file, createdAt: '' });
  return found.filter((date) => date.precision !== 'unknown');
}

/** Dates in a text (of a declaration, say) that no date of the record can agree with. */
export function datesNotOnRecord(file: CaseFile, text: string, language: UiLanguage): string[] {
  const onRecord = allDates(file);
  return datesInText(text, language)
    .filter(
      (one) =>
        !onRecord.some(
          (date) => datesCanAgree(one.date, date) && date.precision !== 'after' && date.precision !== 'before',
        ),
    )
    .map((one) => one.text);
}
