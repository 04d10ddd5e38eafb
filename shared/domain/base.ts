/**
 * The pieces every record is made of. A case is JSON; collections are objects keyed by random ids, never arrays
 * with positions, so that a patch path stays true when two laptops write.
 */
import { z } from 'zod';

/** Random 128-bit id, 32 lower-case hex digits. */
export const id = z.string().regex(/^[0-9a-f]{32}$/);
export type Id = string;

/** ISO 8601 instant in UTC, e.g. 2026-11-24T03:52:54Z. */
export const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
/** Wall time HH:MM, 24 hours; its zone stands beside it. */
export const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** IANA zone of the place, never of the laptop. */
export const zone = z.string().regex(/^[A-Za-z]+\/[A-Za-z_/]+$/);

/**
 * A date as well as it is known. `value` is YYYY, YYYY-MM or YYYY-MM-DD (empty when unknown);
 * day/month/year say how exact it is, about/before/after qualify any of the three lengths.
 */
export const partialDate = z
  .strictObject({
    value: z.string().regex(/^(\d{4}(-\d\d(-\d\d)?)?)?$/),
    precision: z.enum(['day', 'month', 'year', 'about', 'before', 'after', 'unknown']),
  })
  .refine((date) => (date.precision === 'unknown') === (date.value === ''), 'a date that is not unknown needs a value')
  .refine((date) => date.precision !== 'day' || date.value.length === 10, 'a day needs YYYY-MM-DD')
  .refine((date) => date.precision !== 'month' || date.value.length === 7, 'a month needs YYYY-MM')
  .refine((date) => date.precision !== 'year' || date.value.length === 4, 'a year needs YYYY');
export type PartialDate = z.infer<typeof partialDate>;

/** Why there is no value. What an officer did not ask is never one of these: it is a value. */
export const noAnswer = z.enum(['notAsked', 'declined', 'unknown']);
export type NoAnswer = z.infer<typeof noAnswer>;

/** An answer with its status: only `answered` has a value, and only that yields sentences and counts. */
export function answer<T extends z.ZodType>(value: T) {
  return z
    .discriminatedUnion('status', [
      z.strictObject({ status: z.literal('answered'), value }),
      z.strictObject({ status: z.literal('notAsked') }),
      z.strictObject({ status: z.literal('declined') }),
      z.strictObject({ status: z.literal('unknown') }),
    ])
    .default({ status: 'notAsked' });
}
export type Answer<T> = { status: 'answered'; value: T } | { status: NoAnswer };

/** The value of an answer, or undefined when there is none (for whatever reason). */
export function valueOf<T>(given: Answer<T>): T | undefined {
  return given.status === 'answered' ? given.value : undefined;
}
export function answered<T>(value: T): Answer<T> {
  return { status: 'answered', value };
}

/** BCP 47 tag from resources/reference/languages.json, e.g. `mam`, `kjb`, `es`. */
export const languageTag = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/);

/**
 * Free text in the language it was told in, with translations made by a person. `checked` means a competent
 * person confirmed the translation; `draft` prints marked.
 */
export const words = z.strictObject({
  text: z.string(),
  language: languageTag,
  translations: z
    .partialRecord(
      z.enum(['en', 'es']),
      z.strictObject({ text: z.string(), state: z.enum(['draft', 'checked']), by: z.string().default('') }),
    )
    .default({}),
});
export type Words = z.infer<typeof words>;

/** Who wrote a fact down, when, on which device and in which capacity. */
export const recorded = z.strictObject({
  by: z.string(),
  at: instant,
  device: id,
  capacity: z.enum(['underCounsel', 'ownOrganisation']),
});
export type Recorded = z.infer<typeof recorded>;

/** Where a fact comes from; reliability of the source and of the information are two things (SR4, SR14). */
export const source = z.strictObject({
  kind: z.enum(['clientWords', 'paper', 'observer', 'toldByOther']),
  /** Paper id when kind is `paper`; free text names of observers stay out of exports. */
  paperId: id.nullable().default(null),
  note: z.string().default(''),
  reliability: z.enum(['unrated', 'firstHand', 'secondHand', 'doubtful']).default('unrated'),
});
export type Source = z.infer<typeof source>;

/** A record that was taken back: it stays, marked, and is shown and counted nowhere. */
export const tombstone = z.strictObject({ at: instant, by: z.string() }).nullable().default(null);

/**
 * What every fact carries. `about` names the people it is true of; `exceptions` holds, per person, the fields
 * that differ for that person. `notForFamily`: told alone, shown in no joint view or document.
 */
export const factShape = {
  id,
  about: z.array(id),
  exceptions: z.record(id, z.record(z.string(), z.unknown())).default({}),
  recorded,
  source: source.default({ kind: 'clientWords', paperId: null, note: '', reliability: 'unrated' }),
  notForFamily: z.boolean().default(false),
  deleted: tombstone,
} as const;

/** A collection keyed by id. */
export function collection<T extends z.ZodType>(item: T) {
  return z.record(id, item).default({});
}

/** Place of an event: a port/station/city code of resources/reference/places.json, or free words, or both. */
export const place = z.strictObject({
  code: z.string().nullable().default(null),
  text: z.string().default(''),
  /** Country decides the 28 U.S.C. 1746 clause for a place of signing; null = not known. */
  country: z.enum(['US', 'MX', 'other']).nullable().default(null),
});
export type Place = z.infer<typeof place>;

export const yesNo = z.enum(['yes', 'no']);
