/**
 * Shapes of resources/reference. Each entry says where it comes from, when that was checked and how sure it is:
 * V1 primary text, V2 secondary source, CALC computed, MEM from memory (always `disputed`).
 */
import { z } from 'zod';

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const bilingual = z.strictObject({ en: z.string().min(1), es: z.string().min(1) });

const provenance = {
  source: z.string().min(1),
  checkedOn: day,
  tag: z.enum(['V1', 'V2', 'MEM', 'CALC']),
  disputed: z.boolean(),
} as const;
const effective = { effectiveFrom: day.nullable(), effectiveTo: day.nullable() } as const;

/** From memory is never settled. */
function settled(entry: { tag: string; disputed: boolean }): boolean {
  return entry.tag !== 'MEM' || entry.disputed;
}
const settledMessage = 'an entry from memory must be marked disputed';

export const placeEntry = z
  .strictObject({
    code: z.string().min(2),
    kind: z.enum(['port', 'station', 'city', 'hearingFacility', 'court']),
    /** Courts and hearing places are named in the languages of the letters too; other names are proper names. */
    name: bilingual.extend({ pt: z.string().min(1).optional(), ht: z.string().min(1).optional() }),
    short: z.string().optional(),
    /** Cities: what people type besides the names ("Juárez"). Read, never printed. */
    typedAs: z.array(z.string().min(1)).optional(),
    /** Spanish article in a sentence; `el` when left out. */
    article: z.enum(['el', 'la']).optional(),
    country: z.enum(['US', 'MX']),
    state: z.string(),
    zone: z.string(),
    /** Ports: Mexican city across. */
    across: z.string().optional(),
    hearingPlace: z.string().optional(),
    filingCourt: z.string().optional(),
    /** Courts: city and state as the cover page prints them, lines of the address, the ICE office to serve. */
    city: z.string().optional(),
    address: z.array(z.string()).optional(),
    opla: z.string().optional(),
    detained: z.boolean().optional(),
    phone: z.string().optional(),
    eoirCode: z.string().optional(),
    cbpPort: z.string().optional(),
    note: z.string().optional(),
    effectiveFrom: day.nullable().optional(),
    effectiveTo: day.nullable().optional(),
    ...provenance,
  })
  .refine(settled, settledMessage);
export type PlaceEntry = z.infer<typeof placeEntry>;

export const stateEntry = z
  .strictObject({
    name: z.string().min(1),
    country: z.enum(['US', 'MX']),
    typedAs: z.array(z.string().min(1)),
    ...provenance,
  })
  .refine(settled, settledMessage);
export type StateEntry = z.infer<typeof stateEntry>;

export const oplaOffice = z
  .strictObject({
    code: z.string(),
    area: z.string(),
    address: z.array(z.string()),
    phone: z.string(),
    ...effective,
    ...provenance,
  })
  .refine(settled, settledMessage);
export type OplaOffice = z.infer<typeof oplaOffice>;

export const languageEntry = z.strictObject({
  /** BCP 47 tag that is stored; groups without an ISO code have a private tag. */
  tag: z.string(),
  iso3: z.string().nullable(),
  name: bilingual,
  /** Name in the language itself, when known. */
  own: z.string().nullable(),
  /** EOIR's codes and spellings for court papers; several where EOIR splits what ISO joins. */
  eoir: z.array(z.strictObject({ code: z.string(), name: z.string() })),
  /** `group` = not one language: ask for the town. */
  group: z.boolean(),
  sign: z.boolean(),
  note: z.string(),
});
export type LanguageEntry = z.infer<typeof languageEntry>;

export const programmeVersionEntry = z
  .strictObject({
    id: z.enum(['MPP1', 'WIND', 'MPP2', 'MPP3']),
    name: bilingual,
    effectiveFrom: day,
    effectiveTo: day.nullable(),
    /** Whether officers had to ask about fear of Mexico. */
    fear: z.enum(['volunteered', 'mustAsk', 'notApplicable', 'unknown']),
    standard: z.enum(['moreLikelyThanNot', 'reasonablePossibility', 'notApplicable', 'unknown']),
    counsel: bilingual,
    /** Hours to prepare before the interview that the version promised; null when none. */
    preparationHours: z.number().int().positive().nullable(),
    exemptCodes: z.array(z.string()),
    note: z.string(),
    ...provenance,
  })
  .refine(settled, settledMessage);
export type ProgrammeVersionEntry = z.infer<typeof programmeVersionEntry>;

export const irregularityEntry = z.strictObject({
  code: z.string().regex(/^[A-Z][A-Z-]+$/),
  name: bilingual,
  /** What the type covers and, where a neighbour is close, what it does not: no two claim the same act. */
  definition: bilingual,
  /** Rule of shared/rules/triggers.ts that proposes it; null when only a person adds it. */
  rule: z.string().nullable(),
  /** Rows of the requirements that it answers to. */
  rows: z.array(z.string()),
  /** Step of the process at which it happens (SR35). */
  step: z.enum(['intake', 'fear', 'interview', 'notice', 'return', 'hearing', 'waiting']),
  /** Entered alone, with no event behind it. */
  standalone: z.boolean(),
  source: z.string(),
  checkedOn: day,
  effectiveFrom: day.nullable(),
});
export type IrregularityEntry = z.infer<typeof irregularityEntry>;

export const vulnerabilityEntry = z
  .strictObject({
    code: z.string(),
    name: bilingual,
    rule: bilingual,
    /** On the list of 28 January 2019 of those not to be placed in the programme. */
    excluded2019: z.boolean(),
    /** A return of such a person is an irregularity of its own kind (other codes have types of their own). */
    vulnerable: z.boolean(),
    ...provenance,
  })
  .refine(settled, settledMessage);
export type VulnerabilityEntry = z.infer<typeof vulnerabilityEntry>;

export const screeningItem = z
  .strictObject({
    id: z.string().regex(/^[a-z][A-Za-z]+$/),
    section: z.string(),
    kind: z.enum(['yesNo', 'choice', 'text']),
    /** How a list of missing items names it. */
    name: bilingual,
    /** The question as it is asked. */
    wording: bilingual,
    required: z.boolean(),
    options: z.array(z.strictObject({ value: z.string(), label: bilingual })).optional(),
    /** Asked when one of these items has this answer; always when left out. */
    appliesWhen: z.strictObject({ anyOf: z.array(z.string()).min(1), is: z.string() }).optional(),
    /** Vulnerability code that a yes shows. */
    shows: z.string().optional(),
    /** What rules read the item for, whatever the version words it like. */
    meaning: z.enum(['officersKnew', 'helpAsked', 'helpGiven']).optional(),
  })
  .refine((item) => (item.kind === 'choice') === (item.options !== undefined), 'a choice, and only one, has options');
export type ScreeningItem = z.infer<typeof screeningItem>;

export const screeningInstrument = z
  .strictObject({
    id: z.string(),
    version: z.number().int().positive(),
    name: bilingual,
    sections: z.array(z.strictObject({ id: z.string(), title: bilingual })),
    items: z.array(screeningItem),
    /** Whether an attorney has approved the wording. */
    reviewed: z.boolean(),
    effectiveFrom: day,
    effectiveTo: day.nullable(),
    ...provenance,
  })
  .refine(settled, settledMessage);
export type ScreeningInstrument = z.infer<typeof screeningInstrument>;

export const exclusionEntry = z
  .strictObject({
    id: z.string(),
    number: z.string(),
    text: bilingual,
    vulnerabilityCodes: z.array(z.string()),
    version: z.enum(['MPP1', 'MPP2']),
    ...effective,
    ...provenance,
  })
  .refine(settled, settledMessage);
export type ExclusionEntry = z.infer<typeof exclusionEntry>;

export const codedEntry = z.strictObject({ code: z.string(), name: bilingual, ...provenance });
export type CodedEntry = z.infer<typeof codedEntry>;

export const statuteEntry = z.strictObject({
  id: z.string(),
  citation: z.string(),
  /** The statute's own words. */
  text: z.string(),
  /** The sentence as it is printed, one verb chosen from the statute's own. */
  printed: z.string(),
  /** Translation for the reader; never the words that are signed in English. */
  translations: z.partialRecord(
    z.enum(['es', 'pt', 'ht']),
    z.strictObject({ text: z.string(), reviewed: z.boolean() }),
  ),
  /** True: the statute's own words need no approval by an attorney. */
  reviewed: z.boolean(),
  note: z.string(),
  ...effective,
  ...provenance,
});
export type StatuteEntry = z.infer<typeof statuteEntry>;

export const countryEntry = z.strictObject({
  code: z.string().regex(/^[A-Z]{2}$/),
  name: bilingual,
  demonym: bilingual,
});
export type CountryEntry = z.infer<typeof countryEntry>;

export const practiceFigure = z
  .strictObject({
    id: z.string(),
    value: z.number(),
    unit: z.enum(['minutes', 'hours', 'minutesAfterMidnight', 'days']),
    name: bilingual,
    note: z.string(),
    ...provenance,
  })
  .refine(settled, settledMessage);
export type PracticeFigure = z.infer<typeof practiceFigure>;

/** Days before a hearing by which papers are to be filed; one entry for each reading. */
export const filingDeadline = z
  .strictObject({
    id: z.string(),
    hearing: z.enum(['master', 'individual']),
    days: z.number().int().positive(),
    citation: z.string(),
    note: z.string(),
    ...effective,
    ...provenance,
  })
  .refine(settled, settledMessage);
export type FilingDeadline = z.infer<typeof filingDeadline>;

const weekday = z.number().int().min(0).max(6);
const month = z.number().int().min(1).max(12);
/** A federal holiday, or how one is kept that falls on a weekend. Weekdays from Sunday 0; `nth` -1 is the last of a month. */
export const federalHoliday = z
  .discriminatedUnion('kind', [
    z.strictObject({
      id: z.string(),
      kind: z.literal('fixed'),
      month,
      day: z.number().int().min(1).max(31),
      since: z.number().int().nullable(),
      name: bilingual,
      ...provenance,
    }),
    z.strictObject({
      id: z.string(),
      kind: z.literal('weekday'),
      month,
      weekday,
      nth: z.number().int().min(-1).max(5),
      since: z.number().int().nullable(),
      name: bilingual,
      ...provenance,
    }),
    z.strictObject({
      id: z.string(),
      kind: z.literal('observed'),
      weekday,
      shift: z.number().int(),
      name: bilingual,
      ...provenance,
    }),
  ])
  .refine(settled, settledMessage);
export type FederalHoliday = z.infer<typeof federalHoliday>;
