/** What the answers of a screening mean: which items apply, which are missing, what they show (SR8). */
import { type Answer, type Id, valueOf } from '#shared/domain/base.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import type { UiLanguage } from '#shared/domain/date-words.ts';
import { liveFacts } from '#shared/domain/people.ts';
import type { Screening } from '#shared/domain/screening.ts';
import { instrumentOf, itemOf, screeningInstruments } from '#shared/reference/screenings.ts';
import type { ScreeningInstrument, ScreeningItem } from '#shared/reference/types.ts';

/** An item that a screening lacks: `screening/<instrument>/<version>/<item>`. Its name is data, not a text of the screen. */
export type MissingScreeningItem = `screening/${string}`;

const notAsked: Answer<never> = { status: 'notAsked' };

/** The answer to an item, "not asked yet" when nothing is stored. */
function answerTo(made: Screening, item: ScreeningItem): Answer<unknown> {
  return (item.kind === 'text' ? made.texts[item.id] : made.answers[item.id]) ?? notAsked;
}

/** What was chosen for an item by its id; undefined while there is no answer. */
function chosen(made: Screening, itemId: string): string | undefined {
  return valueOf(made.answers[itemId] ?? notAsked);
}

function isMissing(made: Screening, item: ScreeningItem): boolean {
  return item.required && applies(made, item) && answerTo(made, item).status === 'notAsked';
}

/** Whether the item is to be asked, by what was answered before. */
function applies(made: Screening, item: ScreeningItem): boolean {
  const when = item.appliesWhen;
  return !when || when.anyOf.some((itemId) => chosen(made, itemId) === when.is);
}

/** Items to show: those that apply, and any that was answered before another answer was changed. */
export function itemsToShow(made: Screening, instrument: ScreeningInstrument): ScreeningItem[] {
  return instrument.items.filter((item) => applies(made, item) || answerTo(made, item).status !== 'notAsked');
}

/**
 * Required items that apply and that nobody has asked yet, in the order of the screening's own version; null when this
 * program does not hold that version, so that nothing can be said of it.
 */
export function missingOfScreening(
  made: Screening,
  entries: readonly ScreeningInstrument[] = screeningInstruments,
): MissingScreeningItem[] | null {
  const instrument = instrumentOf(made, entries);
  if (!instrument) return null;
  return instrument.items
    .filter((item) => isMissing(made, item))
    .map((item): MissingScreeningItem => `screening/${instrument.id}/${instrument.version}/${item.id}`);
}

/** Name of a missing item in the words of its version; null for an item that is none of a screening. */
export function screeningItemName(missing: string, language: UiLanguage): string | null {
  const [kind, instrumentId = '', version = '', itemId = ''] = missing.split('/');
  if (kind !== 'screening') return null;
  const instrument = instrumentOf({ instrument: instrumentId, version: Number(version) });
  return (instrument && itemOf(instrument, itemId)?.name[language]) ?? itemId;
}

type Meaning = NonNullable<ScreeningItem['meaning']>;

function itemOfMeaning(made: Screening, meaning: Meaning): ScreeningItem | undefined {
  return instrumentOf(made)?.items.find((one) => one.meaning === meaning);
}
function valueOfMeaning(made: Screening, meaning: Meaning): string | undefined {
  const item = itemOfMeaning(made, meaning);
  return item && chosen(made, item.id);
}

/** Vulnerability codes that the answers show (a yes to an item that shows one), each once, in the order of the items. */
export function shownBy(made: Screening): string[] {
  const items = instrumentOf(made)?.items ?? [];
  const codes = items.flatMap((item) => (item.shows && chosen(made, item.id) === 'yes' ? [item.shows] : []));
  return [...new Set(codes)];
}

/** Whether needed help was kept back, wholly or in part; null while that is not answered. */
export function helpKeptBack(made: Screening): boolean | null {
  const given = valueOfMeaning(made, 'helpGiven');
  return given === undefined ? null : given === 'none' || given === 'part';
}

/** Words of the answer to a choice of a meaning, for a line; null when there is none. */
export function meaningWords(made: Screening, meaning: Meaning, language: UiLanguage): string | null {
  const value = valueOfMeaning(made, meaning);
  const options = itemOfMeaning(made, meaning)?.options;
  return options?.find((option) => option.value === value)?.label[language] ?? null;
}

/** Screenings of a person that officers could have acted on: not those where they did not know. */
export function knownScreenings(file: CaseFile, personId: Id): Screening[] {
  return liveFacts(file, 'screenings').filter(
    (made) => made.about.includes(personId) && valueOfMeaning(made, 'officersKnew') !== 'no',
  );
}
