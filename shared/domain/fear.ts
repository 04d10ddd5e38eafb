/**
 * A fear event: one occasion on which fear of Mexico was or could have been stated, from the account to what
 * followed (domain.md §5.3, features.md SR6-SR20). The CBP pre-screen stands apart from the USCIS
 * non-refoulement interview, and "never referred" is an outcome.
 */
import { z } from 'zod';
import {
  answer,
  collection,
  factShape,
  id,
  instant,
  languageTag,
  partialDate,
  place,
  wallTime,
  words,
  yesNo,
  zone,
} from './base.ts';

export const agencies = ['cbpOfo', 'usbp', 'uscis', 'ice', 'contractor', 'inm', 'migraNotClear'] as const;
export const agency = z.enum(agencies);
export type Agency = z.infer<typeof agency>;

/** An officer as far as he was seen. Names never leave in an export without names. */
export const officer = z.strictObject({
  id,
  agency: answer(agency),
  unit: answer(z.string()),
  role: answer(z.string()),
  name: answer(z.string()),
  badge: answer(z.string()),
  description: z.string().default(''),
  uniform: answer(z.string()),
});
export type Officer = z.infer<typeof officer>;

/** One link of interpretation, e.g. Mam → Spanish by the brother, then Spanish → English by telephone. */
export const interpreterLink = z.strictObject({
  id,
  order: z.number().int(),
  kind: z.enum(['official', 'telephone', 'officer', 'family', 'otherPerson']),
  who: z.string().default(''),
  from: languageTag,
  to: languageTag,
  quality: answer(z.enum(['good', 'poor', 'stopped'])),
});

/** One question of an interview and whether it was understood (SR7). */
export const questionUnderstood = z.strictObject({
  id,
  order: z.number().int(),
  question: z.string().default(''),
  understood: z.enum(['yes', 'part', 'no', 'notRecorded']).default('notRecorded'),
});

export const restraint = z.strictObject({
  id,
  personId: id,
  kind: z.enum(['handcuffs', 'legIrons', 'waistChain', 'zipTies', 'other']),
  during: z.enum(['interview', 'transport', 'holding', 'other']),
  from: answer(wallTime),
  until: answer(wallTime),
  childOrPregnant: answer(yesNo),
  reasonGiven: answer(z.string()),
});

export const signedPaper = z.strictObject({
  id,
  what: z.string().default(''),
  language: answer(languageTag),
  understood: answer(z.enum(['all', 'part', 'none'])),
  readBack: answer(yesNo),
  copyGiven: answer(yesNo),
  forced: answer(yesNo),
});

export const silenceReasons = [
  'uniforms',
  'childrenPresent',
  'coercerPresent',
  'didNotKnow',
  'toldNotTo',
  'languageBarrier',
  'exhausted',
  'other',
] as const;
export const fearSteps = ['account', 'whenWhere', 'who', 'asked', 'said', 'did', 'result', 'followed'] as const;
export type FearStep = (typeof fearSteps)[number];

export const fearEvent = z.strictObject({
  ...factShape,
  // account: the client's own words first, marked told
  account: answer(words),
  accountTold: z.boolean().default(false),
  accountToldOn: partialDate.nullable().default(null),
  accountLanguages: z.array(languageTag).default([]),
  // when and where
  date: answer(partialDate),
  startTime: answer(wallTime),
  endTime: answer(wallTime),
  zone: zone.nullable().default(null),
  place: answer(place),
  medium: answer(z.enum(['inPerson', 'telephone', 'video'])),
  legalStep: answer(z.enum(['firstProcessing', 'reEntryForHearing', 'afterHearing', 'interview', 'other'])),
  hoursInCustodyBefore: answer(z.number().min(0).max(10_000)),
  // who
  officers: collection(officer),
  othersPresent: answer(z.string()),
  childrenPresent: answer(yesNo),
  witnesses: answer(z.string()),
  // what was asked: "the officer did not ask" is the value `no`, not a missing answer
  officerAsked: answer(z.enum(['yes', 'no'])),
  askedWords: answer(words),
  toldOfRight: answer(yesNo),
  toldOfRightLanguage: answer(languageTag),
  officerLanguage: answer(languageTag),
  languageNeeded: answer(languageTag),
  interpreterPresent: answer(yesNo),
  interpreters: collection(interpreterLink),
  understanding: answer(z.enum(['all', 'part', 'none'])),
  questions: collection(questionUnderstood),
  // what was said
  statedFear: answer(z.enum(['volunteered', 'whenAsked', 'no', 'prevented'])),
  fearWords: answer(words),
  heardBy: answer(z.string()),
  silenceReasons: answer(z.array(z.enum(silenceReasons))),
  silenceNote: answer(words),
  vulnerabilitiesTold: answer(words),
  documentsOffered: answer(z.enum(['accepted', 'refused', 'none'])),
  // what they did
  officerResponse: answer(words),
  prevented: answer(yesNo),
  restrained: answer(yesNo),
  restraints: collection(restraint),
  biometricsTaken: answer(yesNo),
  toldOfSharing: answer(yesNo),
  sharedWithMexico: answer(yesNo),
  counselAsked: answer(yesNo),
  counselAllowed: answer(z.enum(['present', 'telephone', 'refused', 'notNeeded'])),
  counselMinutes: answer(z.number().int().min(0).max(10_000)),
  counselPrivate: answer(yesNo),
  preparationMinutes: answer(z.number().int().min(0).max(100_000)),
  privateRoom: answer(yesNo),
  signedPapers: collection(signedPaper),
  notesReadBack: answer(yesNo),
  chanceToCorrect: answer(yesNo),
  // result: pre-screen by CBP, referral, interview by USCIS
  preScreened: answer(yesNo),
  preScreenOutcome: answer(z.enum(['referred', 'notReferred', 'neverTold'])),
  refusalReason: answer(words),
  refusalBy: answer(agency),
  referred: answer(yesNo),
  referredOn: answer(partialDate),
  interviewHeld: answer(yesNo),
  interviewDate: answer(partialDate),
  interviewMedium: answer(z.enum(['inPerson', 'telephone', 'video'])),
  interviewMinutes: answer(z.number().int().min(0).max(10_000)),
  interviewOutcome: answer(
    z.enum(['positive', 'negative', 'administrativelyClosed', 'withdrawn', 'pending', 'neverTold']),
  ),
  outcomeTold: answer(z.string()),
  writtenReason: answer(yesNo),
  // what followed
  nightsHeld: answer(z.number().int().min(0).max(400)),
  heldFrom: answer(wallTime),
  hoursHeld: answer(z.number().min(0).max(10_000)),
  placeHeld: answer(place),
  returned: answer(yesNo),
  returnedOn: answer(partialDate),
  returnedTime: answer(wallTime),
  returnedTo: answer(place),
  toldOfReturnTime: answer(wallTime),
  /** Only when it was another day than that of the return. */
  toldOfReturnOn: answer(partialDate),
  familyTogether: answer(z.enum(['together', 'apart'])),
  lostShelter: answer(yesNo),
  followed: answer(words),
  useConsents: z.partialRecord(z.enum(['court', 'complaint', 'press', 'statistics']), yesNo).default({}),
  doneSteps: z.array(z.enum(fearSteps)).default([]),
  updatedAt: instant.nullable().default(null),
});
export type FearEvent = z.infer<typeof fearEvent>;

/** The one type that says which pressure was put on whom (SR1). */
export const pressureType = 'USCIS-PRESSURE';

/** An irregularity is a type of what happened in an event, accepted by a person; it repeats no fact of it. */
export const irregularity = z.strictObject({
  ...factShape,
  /** Code of resources/reference/irregularities.json. */
  type: z.string(),
  fearEventId: id.nullable().default(null),
  encounterId: id.nullable().default(null),
  hearingId: id.nullable().default(null),
  /** Other records it can stand on: a paper, a stay, a separation, a person's nationality. */
  paperId: id.nullable().default(null),
  stayId: id.nullable().default(null),
  separationId: id.nullable().default(null),
  personId: id.nullable().default(null),
  /** Field paths of the event that triggered the proposal, kept for traceability. */
  triggers: z.array(z.string()).default([]),
  decision: z.enum(['accepted', 'dropped', 'added']),
  basis: z.enum(['firstHand', 'told', 'paper']).default('firstHand'),
  note: answer(words),
  // when entered alone (pressure on asylum officers, SR1; advocates' observations)
  date: answer(partialDate),
  place: answer(place),
  byAgency: answer(agency),
  byRole: answer(z.string()),
  formOfPressure: answer(z.string()),
  /** On whom the pressure was put, by role; never a name. */
  pressureOn: answer(z.string()),
});
export type Irregularity = z.infer<typeof irregularity>;
