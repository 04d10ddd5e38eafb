/** Harm and threats, in Mexico or at home. */
import { z } from 'zod';
import { answer, factShape, partialDate, place, wallTime, words, yesNo } from './base.ts';

export const harmKinds = [
  'kidnapping',
  'threat',
  'extortion',
  'assault',
  'sexualViolence',
  'robbery',
  'followed',
  'killingOfRelative',
  'policeAbuse',
  'discrimination',
  'other',
] as const;

export const harm = z.strictObject({
  ...factShape,
  where: z.enum(['mexico', 'home', 'elsewhere']),
  kinds: z.array(z.enum(harmKinds)).default([]),
  narrative: answer(words),
  date: answer(partialDate),
  time: answer(wallTime),
  until: answer(partialDate),
  place: answer(place),
  byWhom: answer(words),
  byKind: answer(z.enum(['cartelOrGang', 'police', 'immigrationAuthority', 'knownPerson', 'unknownPerson', 'other'])),
  demand: answer(words),
  paid: answer(yesNo),
  whoPaid: answer(z.string()),
  amount: answer(z.string()),
  injuries: answer(words),
  medicalCare: answer(yesNo),
  reported: answer(yesNo),
  reportedTo: answer(z.string()),
  whyNotReported: answer(words),
  toldToOfficer: answer(yesNo),
  toldToWhom: answer(z.string()),
});
export type Harm = z.infer<typeof harm>;
