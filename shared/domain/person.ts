/** A person of a case: names as on each paper, A-numbers, nationalities, birth, languages, consents. */
import { z } from 'zod';
import {
  answer,
  collection,
  id,
  instant,
  languageTag,
  partialDate,
  place,
  recorded,
  tombstone,
  words,
  yesNo,
} from './base.ts';

/** One way a name is written. Never "first/last": any number of given names and surnames, in the person's order. */
export const personName = z.strictObject({
  id,
  given: z.array(z.string().min(1)),
  surnames: z.array(z.string().min(1)),
  /** `own` = as the person says it; otherwise as written on a paper or used as an alias. */
  kind: z.enum(['own', 'asWritten', 'alias']),
  writtenOn: z.string().default(''),
  paperId: id.nullable().default(null),
  /** Some write the surname first. */
  surnameFirst: z.boolean().default(false),
});
export type PersonName = z.infer<typeof personName>;

/** An A-number: nine digits kept (eight are padded with a leading zero), with the paper it stands on. */
export const aNumber = z.strictObject({
  id,
  digits: z.string().regex(/^\d{9}$/),
  writtenOn: z.string().default(''),
  replaced: z.boolean().default(false),
});
export type ANumber = z.infer<typeof aNumber>;

export const languageSkill = z.strictObject({
  id,
  tag: languageTag,
  /** Dialect or town where it is spoken, which EOIR asks for. */
  variety: z.string().default(''),
  best: z.boolean().default(false),
  speaks: z.enum(['no', 'some', 'well']).default('well'),
  understands: z.enum(['no', 'some', 'well']).default('well'),
  reads: z.enum(['no', 'some', 'well', 'notAsked']).default('notAsked'),
});
export type LanguageSkill = z.infer<typeof languageSkill>;

export const consentPurposes = [
  'representation',
  'sharing',
  'complaint',
  'press',
  'statistics',
  'familyContact',
] as const;
export const consent = z.strictObject({
  given: z.enum(['yes', 'no', 'notAsked']).default('notAsked'),
  at: instant.nullable().default(null),
  language: languageTag.nullable().default(null),
  note: z.string().default(''),
});

export const person = z.strictObject({
  id,
  names: collection(personName),
  /** When there is no name yet: "woman, about 20, two children". */
  description: z.string().default(''),
  aNumbers: collection(aNumber),
  /** `none` = the person says there is none yet; different from not asked. */
  aNumberState: z.enum(['notAsked', 'none', 'has', 'declined', 'unknown']).default('notAsked'),
  nationalities: z
    .record(id, z.strictObject({ id, country: z.string().regex(/^[A-Z]{2}$/), paper: z.string().default('') }))
    .default({}),
  birth: z
    .strictObject({ date: answer(partialDate), place: answer(place), country: answer(z.string().regex(/^[A-Z]{2}$/)) })
    .prefault({}),
  gender: answer(z.enum(['female', 'male', 'other'])),
  pregnant: answer(yesNo),
  dueDate: answer(partialDate),
  languages: collection(languageSkill),
  canRead: answer(z.enum(['yes', 'some', 'no'])),
  religion: answer(z.string()),
  phone: z.string().default(''),
  consents: z.partialRecord(z.enum(consentPurposes), consent).default({}),
  /** For a minor: how they take part, and who speaks for them. */
  capacity: answer(words),
  placeNow: answer(place),
  /** US address the person gave or hopes for; never printed on a carried letter. */
  usAddress: z.string().default(''),
  recorded,
  deleted: tombstone,
});
export type Person = z.infer<typeof person>;

/** Kinship between two people of the case, stored once; the reverse is derived. */
export const relation = z.strictObject({
  id,
  from: id,
  to: id,
  /** `from` is the … of `to`. */
  kind: z.enum(['parent', 'spouse', 'partner', 'sibling', 'grandparent', 'auntUncle', 'cousin', 'guardian', 'other']),
  note: z.string().default(''),
  recorded,
  deleted: tombstone,
});
export type Relation = z.infer<typeof relation>;

/** A separation, once for everybody it touches (SR27). */
export const separation = z.strictObject({
  id,
  people: z.array(id),
  date: answer(partialDate),
  place: answer(place),
  orderedBy: answer(z.string()),
  reason: answer(words),
  whereNow: z.record(id, z.string()).default({}),
  reunited: answer(partialDate),
  recorded,
  deleted: tombstone,
});
export type Separation = z.infer<typeof separation>;
