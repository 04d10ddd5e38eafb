/**
 * A document in the making: one file per document. A paragraph remembers the facts it came from and what they
 * printed; English and Spanish stand as a pair. A finalised version is frozen.
 */
import { z } from 'zod';
import { collection, id, instant, languageTag, partialDate, place, recorded, tombstone } from './base.ts';
import { schemaVersion } from './case-file.ts';

/** Points at a fact of the case: collection, id and, where it matters, the field. */
export const factRef = z.strictObject({ collection: z.string(), id, field: z.string().default('') });
export type FactRef = z.infer<typeof factRef>;

export const draftInline = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('text'),
    text: z.string(),
    strong: z.boolean().optional(),
    em: z.boolean().optional(),
    underline: z.boolean().optional(),
    lang: languageTag.optional(),
  }),
  /** A needed item that is not answered, in a sentence another answered fact produced. */
  z.strictObject({ type: z.literal('gap'), path: z.string(), label: z.string() }),
]);
export type DraftInline = z.infer<typeof draftInline>;

/** One language of a paragraph. `edited` text is never regenerated. */
export const draftSide = z.strictObject({
  inlines: z.array(draftInline),
  edited: z.boolean().default(false),
});
export type DraftSide = z.infer<typeof draftSide>;

export const draftParagraph = z.strictObject({
  id,
  /** Sorts paragraphs; a new one between two gets a number between. */
  order: z.number(),
  kind: z.enum(['heading', 'numbered', 'plain', 'quote']).default('numbered'),
  sides: z.partialRecord(z.enum(['en', 'es']), draftSide),
  /** Facts with the value each printed when the text was made; compared to tell "facts changed". */
  facts: z.array(z.strictObject({ ref: factRef, printed: z.string() })).default([]),
  /** Set to the language that was edited last while the other has not followed. */
  outOfStep: z.enum(['en', 'es']).nullable().default(null),
  /** Key of the builder's sentence, so that a refresh finds it again; empty for typed paragraphs. */
  origin: z.string().default(''),
  deleted: tombstone,
});
export type DraftParagraph = z.infer<typeof draftParagraph>;

export const readBackTick = z.strictObject({
  paragraphId: id,
  at: instant,
  textHash: z.string(),
  corrected: z.boolean().default(false),
});

/** Read-back: who interpreted, by voice or telephone, start and end, paragraph by paragraph. */
export const readBack = z.strictObject({
  id,
  language: languageTag,
  medium: z.enum(['inPerson', 'telephone', 'video']),
  /** Relay in order: one certificate of interpretation per interpreter. */
  relay: z.array(
    z.strictObject({
      interpreterId: id.nullable(),
      name: z.string(),
      from: languageTag,
      to: languageTag,
      competence: z.string().default(''),
      address: z.string().default(''),
      phone: z.string().default(''),
    }),
  ),
  /** Who read it without an interpreter, in the document's own language; counts only while the relay is empty. */
  reader: z.strictObject({ name: z.string() }).nullable().default(null),
  startedAt: instant,
  endedAt: instant.nullable().default(null),
  ticks: z.record(id, readBackTick).default({}),
});
export type ReadBack = z.infer<typeof readBack>;

export const override = z.strictObject({
  id,
  item: z.string(),
  reason: z.string().min(1),
  by: z.string(),
  role: z.string(),
  at: instant,
  printed: z.boolean().default(false),
  /** Taken back: the item stands on the list again. Absent, not null, in what was written before it existed. */
  takenBack: z.strictObject({ by: z.string(), at: instant }).optional(),
});
export type Override = z.infer<typeof override>;

/** An answer that came after the text was made and that somebody left out of it, for one paragraph. */
export const setAside = z.strictObject({
  ref: factRef,
  /** Paragraph it would stand in; empty where a whole fact is left out. */
  origin: z.string(),
  /** What it printed then: another answer is told anew. */
  printed: z.string(),
  by: z.string(),
  at: instant,
});

/** A short text without a language of its own as each column words it. */
export const wording = z.strictObject({ typed: z.string(), en: z.string(), es: z.string() });

export const lifeStates = [
  'draft',
  'readBack',
  'readyToSign',
  'printed',
  'signed',
  'readyToFile',
  'filed',
  'served',
  'accepted',
  'rejected',
] as const;
export const lifeStep = z.strictObject({
  id,
  state: z.enum(lifeStates),
  at: instant,
  by: z.string(),
  note: z.string().default(''),
  date: partialDate.nullable().default(null),
  place: place.nullable().default(null),
});

/** A finalised version: hash of the bytes, blob with the bytes, code in its footer, scan when it came back. */
export const version = z.strictObject({
  id,
  number: z.number().int().positive(),
  code: z.string(),
  sha256: z.string(),
  blobId: id,
  pages: z.number().int().positive(),
  finalisedAt: instant,
  finalisedBy: z.string(),
  /** Hash of the paragraphs, facts, read-back record and certificates it stands on. */
  contentHash: z.string(),
  readBackId: id.nullable().default(null),
  signedScan: z
    .strictObject({
      blobId: id,
      sha256: z.string(),
      pages: z.number().int().nullable(),
      receivedAt: instant,
      codeFound: z.boolean(),
    })
    .nullable()
    .default(null),
});
export type Version = z.infer<typeof version>;

export const draftFile = z.strictObject({
  kind: z.literal('draft'),
  schemaVersion: z.literal(schemaVersion),
  id,
  caseId: id,
  /** Template id of resources/templates, e.g. `declaration`, `hearing-letter`. */
  templateId: z.string(),
  title: z.string().default(''),
  /** The declarant or addressee; others named as people of the document. */
  about: z.array(id),
  /** Who signs: the client, or a member of the office for an attorney's or advocate's declaration. */
  memberId: id.nullable().default(null),
  route: z.enum(['englishWithInterpretation', 'clientLanguageWithTranslation']).default('englishWithInterpretation'),
  language: languageTag.default('en'),
  facts: z.array(factRef).default([]),
  /** Fields of the template that belong to the document alone (hearing chosen, judge's name, …). */
  fields: z.record(z.string(), z.string()).default({}),
  signingPlace: place.nullable().default(null),
  paragraphs: collection(draftParagraph),
  readBacks: collection(readBack),
  overrides: collection(override),
  /** By paragraph and fact. Absent in drafts written before it existed. */
  setAside: z.record(z.string(), setAside).optional(),
  /** By fact: `collection.id.field`. */
  wordings: z.record(z.string(), wording).optional(),
  /** Sensitive admissions an attorney looked at: key → who, when. */
  admissionsSeen: z.record(z.string(), z.strictObject({ by: z.string(), at: instant })).default({}),
  life: collection(lifeStep),
  versions: collection(version),
  createdAt: instant,
  recorded,
  deleted: tombstone,
});
export type DraftFile = z.infer<typeof draftFile>;
