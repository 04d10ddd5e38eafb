/** Crossings, returns, stays and papers: what happened on the way and what was handed over. */
import { z } from 'zod';
import {
  answer,
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

/** A crossing, an escort to court, a return or a move; out and back on one day is one pair (SR32). */
export const encounter = z.strictObject({
  ...factShape,
  kind: z.enum(['crossing', 'returnToMexico', 'escortToHearing', 'takenOut', 'move']),
  date: answer(partialDate),
  time: answer(wallTime),
  zone: zone.nullable().default(null),
  from: answer(place),
  to: answer(place),
  port: answer(place),
  withWhom: answer(z.string()),
  processedTogether: answer(z.enum(['together', 'apart'])),
  nightsHeld: answer(z.number().int().min(0).max(400)),
  hoursHeld: answer(z.number().min(0).max(10_000)),
  placeHeld: answer(place),
  toldWhen: answer(z.string()),
  narrative: answer(words),
});
export type Encounter = z.infer<typeof encounter>;

/** A place to sleep, with why it ended (SR22, SR23). */
export const stay = z.strictObject({
  ...factShape,
  kind: z.enum(['shelter', 'rented', 'family', 'street', 'detention', 'noFixedPlace', 'unknown']),
  place: answer(place),
  from: answer(partialDate),
  until: answer(partialDate),
  endCause: answer(z.enum(['stillThere', 'leftForHearing', 'askedToLeave', 'danger', 'moved', 'other'])),
  hearingId: id.nullable().default(null),
  nightsWithoutAddress: answer(z.number().int().min(0).max(400)),
  narrative: answer(words),
});
export type Stay = z.infer<typeof stay>;

export const paperKinds = [
  'noticeToAppear',
  'tearSheet',
  'hearingNotice',
  'i213',
  'i94',
  'fmm',
  'birthRecord',
  'passport',
  'idCard',
  'medical',
  'policeReport',
  'photo',
  'other',
] as const;
/** A paper and how it was served: language, explained, understood (SR6); its address against the real one. */
export const paper = z.strictObject({
  ...factShape,
  kind: z.enum(paperKinds),
  title: z.string().default(''),
  date: answer(partialDate),
  servedOn: answer(partialDate),
  servedHow: answer(z.enum(['inHand', 'mail', 'onlyShown', 'notServed'])),
  languages: answer(z.array(languageTag)),
  explained: answer(yesNo),
  explainedBy: answer(z.string()),
  explainedLanguage: answer(languageTag),
  understood: answer(z.enum(['all', 'part', 'none'])),
  signed: answer(yesNo),
  copyGiven: answer(yesNo),
  addressWritten: answer(z.string()),
  hearingDateWritten: answer(partialDate),
  hearingTimeWritten: answer(wallTime),
  hearingId: id.nullable().default(null),
  /** Scans kept in the vault: blob id, SHA-256 and page count. */
  scans: z
    .record(
      id,
      z.strictObject({
        id,
        blobId: id,
        sha256: z.string(),
        type: z.string(),
        pages: z.number().int().nullable(),
        addedAt: instant,
      }),
    )
    .default({}),
});
export type Paper = z.infer<typeof paper>;
