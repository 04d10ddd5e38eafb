/** Hearings, reschedulings, contact and programme status. */
import { z } from 'zod';
import {
  answer,
  collection,
  factShape,
  id,
  instant,
  partialDate,
  place,
  recorded,
  tombstone,
  wallTime,
  words,
  yesNo,
  zone,
} from './base.ts';
import { programmeStates, representationStages } from './standing.ts';

export const hearingOutcomes = [
  'masterReset',
  'meritsContinued',
  'inAbsentia',
  'removalOrder',
  'reliefGranted',
  'terminated',
  'dismissed',
  'venueChanged',
  'notHeld',
  'notBrought',
  'notAdmittedByPort',
] as const;

/** A hearing: wall times with the zones of their places; report time at the port stands apart from the hearing time. */
export const hearing = z.strictObject({
  ...factShape,
  court: answer(z.string()),
  hearingPlace: answer(place),
  judge: answer(z.string()),
  kind: answer(z.enum(['master', 'individual', 'bond', 'other'])),
  date: answer(partialDate),
  time: answer(wallTime),
  zone: zone.nullable().default(null),
  portToReport: answer(place),
  reportTime: answer(wallTime),
  reportZone: zone.nullable().default(null),
  /** Papers that announced it; two that differ are flagged (J4). */
  announcedBy: z.array(id).default([]),
  resetTo: id.nullable().default(null),
  resetReason: answer(z.string()),
  appeared: answer(z.enum(['appeared', 'missed', 'notAdmitted'])),
  missedCause: answer(words),
  outcome: answer(z.enum(hearingOutcomes)),
  detainedLabel: answer(z.enum(['detained', 'nonDetained'])),
});
export type Hearing = z.infer<typeof hearing>;

/** A way to reach somebody, with its safety rule (SR21, SR24, SR25). */
export const channel = z.strictObject({
  ...factShape,
  kind: z.enum(['whatsapp', 'phone', 'messenger', 'relative', 'shelter', 'email', 'other']),
  address: z.string().default(''),
  whose: z.string().default(''),
  safeToNameOffice: answer(yesNo),
  when: z.string().default(''),
  answersAs: z.string().default(''),
  testedOn: partialDate.nullable().default(null),
  works: answer(yesNo),
  preferred: z.boolean().default(false),
});
export type Channel = z.infer<typeof channel>;

export const attempt = z.strictObject({
  ...factShape,
  channelId: id.nullable().default(null),
  at: instant,
  result: z.enum(['answered', 'noAnswer', 'leftMessage', 'wrongPerson']),
  note: z.string().default(''),
});
export type Attempt = z.infer<typeof attempt>;

/** A vulnerability or exclusion finding (domain.md §7.1). */
export const vulnerability = z.strictObject({
  ...factShape,
  code: z.string(),
  toldToCbp: answer(yesNo),
  toldOn: answer(partialDate),
  response: answer(words),
  evidence: z.string().default(''),
});
export type Vulnerability = z.infer<typeof vulnerability>;

export const programmeVersions = ['MPP1', 'WIND', 'MPP2', 'MPP3'] as const;
export const programmeStatus = z.strictObject({
  ...factShape,
  status: z.enum(programmeStates),
  version: answer(z.enum(programmeVersions)),
  from: answer(partialDate),
  until: answer(partialDate),
  portOfReturn: answer(place),
  cityOfReturn: answer(place),
  note: z.string().default(''),
});
export type ProgrammeStatus = z.infer<typeof programmeStatus>;

export const representation = z.strictObject({
  ...factShape,
  status: z.enum(representationStages),
  scope: z.string().default(''),
  from: partialDate.nullable().default(null),
  until: partialDate.nullable().default(null),
  practitionerId: id.nullable().default(null),
});
export type Representation = z.infer<typeof representation>;

export const proceeding = z.strictObject({
  ...factShape,
  court: answer(z.string()),
  controllingCourt: answer(z.string()),
  charges: z.string().default(''),
  pleadings: z.string().default(''),
  applications: z.string().default(''),
  orders: collection(z.strictObject({ id, kind: z.string(), date: partialDate, note: z.string().default('') })),
  /** The law allows one motion of a kind: when it was used. */
  oneMotionUsed: answer(partialDate),
});
export type Proceeding = z.infer<typeof proceeding>;

export const task = z.strictObject({
  id,
  text: z.string(),
  about: z.array(id).default([]),
  due: z.string().nullable().default(null),
  done: z.boolean().default(false),
  recorded,
  deleted: tombstone,
});
export type Task = z.infer<typeof task>;
