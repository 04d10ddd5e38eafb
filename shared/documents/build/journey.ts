/** Crossings, returns, stays, papers and hearings in the first person. */
import type { Hearing } from '#shared/domain/hearing.ts';
import type { Encounter, Paper, Stay } from '#shared/domain/journey.ts';
import { phrase, type SentenceKey } from './sentences.ts';
import { answeredFields, known, sayChoice, sayHeld, sayWords, type Teller } from './teller.ts';
import {
  atTimeParam,
  cityParam,
  countParam,
  dateParam,
  familyParam,
  languageParam,
  languagesParam,
  oneVoice,
  placeParam,
  typedParam,
  whenParam,
} from './values.ts';

function sayMovement(teller: Teller<Encounter>): void {
  const { fact, told } = teller;
  const fields = answeredFields(fact, ['date', 'time', 'from', 'to', 'port']);
  const to = placeParam(known(fact.to));
  const port = placeParam(known(fact.port));
  const params = {
    when: whenParam(known(fact.date)),
    atTime: atTimeParam(known(fact.time)),
    from: placeParam(known(fact.from)),
  };
  switch (fact.kind) {
    case 'crossing': {
      const family = familyParam(told.file, told.speakerId, fact.about, known(fact.date));
      const place = port ?? to;
      teller.say(place ? 'crossing.came' : 'crossing.border', fields, { ...params, place, family });
      return;
    }
    case 'returnToMexico':
      teller.say(to ? 'return.sent' : 'return.mexico', fields, { ...params, place: to, port });
      return;
    case 'escortToHearing':
      teller.say('escort', fields, { ...params, place: to });
      return;
    case 'takenOut':
      teller.say('takenOut', fields, params);
      return;
    case 'move':
      if (to) teller.say('move', fields, { ...params, place: to });
  }
}

/**
 * A crossing, return, escort or move; a record with nothing answered says nothing. `isTold`: the fear event already
 * says that return and how long they were held, so only what it does not say is added.
 */
export function sayEncounter(teller: Teller<Encounter>, isTold = false): void {
  const { fact } = teller;
  if (!isTold && answeredFields(fact, ['date', 'time', 'from', 'to', 'port']).length > 0) sayMovement(teller);
  if (known(fact.withWhom)) teller.say('encounter.withWhom', ['withWhom'], { who: typedParam(known(fact.withWhom)) });
  sayChoice(teller, 'processedTogether', (value) => `processed.${value}` as SentenceKey);
  if (!isTold) sayHeld(teller, countParam);
  if (known(fact.toldWhen)) {
    const key = fact.kind === 'returnToMexico' ? 'return.toldWhen' : 'encounter.toldWhen';
    teller.say(key, ['toldWhen'], { toldWhen: typedParam(known(fact.toldWhen)) });
  }
  sayWords(teller, 'narrative', 'ownWords');
}

/** A place to sleep, why it ended, and the nights without one. Where somebody sleeps now is told to the city only. */
export function sayStay(teller: Teller<Stay>): void {
  const { fact, told } = teller;
  const fields = answeredFields(fact, ['place', 'from', 'until']);
  const isThere = known(fact.endCause) === 'stillThere';
  const place = isThere ? cityParam(known(fact.place)) : placeParam(known(fact.place));
  const params = { place, from: dateParam(known(fact.from)), until: dateParam(known(fact.until)) };
  if (fields.length > 0 && fact.kind !== 'unknown')
    teller.say('stay.kind', fields, { ...params, kind: phrase(`stay.kind.${fact.kind}`, oneVoice) });
  else if (place) teller.say('stay.place', fields, params);
  const hearing = fact.hearingId ? told.file.hearings[fact.hearingId] : undefined;
  const hearingWhen = hearing ? whenParam(known(hearing.date)) : undefined;
  sayChoice(teller, 'endCause', (value) => (value === 'other' ? null : (`stay.end.${value}` as SentenceKey)), {
    hearingWhen,
  });
  const nights = known(fact.nightsWithoutAddress);
  if (nights) teller.say('stay.nights', ['nightsWithoutAddress'], { nights: countParam(nights, 'night') });
  sayWords(teller, 'narrative', 'ownWords');
}

const servedKinds = ['noticeToAppear', 'tearSheet', 'hearingNotice', 'i213', 'i94', 'fmm'] as const;
type ServedKind = (typeof servedKinds)[number];
function isServed(kind: Paper['kind']): kind is ServedKind {
  return (servedKinds as readonly string[]).includes(kind);
}

/** A paper that an authority handed over. Papers of the client's own (birth record, passport) are exhibits, not events. */
export function sayPaper(teller: Teller<Paper>): void {
  const { fact } = teller;
  if (!isServed(fact.kind)) return;
  const paper = phrase(`paper.kind.${fact.kind}`, oneVoice);
  const how = known(fact.servedHow) ?? (known(fact.servedOn) ? 'inHand' : null);
  const when = whenParam(known(fact.servedOn));
  if (how) teller.say(`paper.${how}`, answeredFields(fact, ['servedHow', 'servedOn']), { when, paper });
  else if (answeredFields(fact, paperDetails).length > 0) teller.say('paper.about', [], { paper });
  const languages = languagesParam(known(fact.languages) ?? []);
  if (languages) teller.say('paper.language', ['languages'], { languages });
  const explained = known(fact.explained);
  if (explained)
    teller.say(
      `paper.explained.${explained}`,
      answeredFields(fact, ['explained', 'explainedBy', 'explainedLanguage']),
      {
        who: typedParam(known(fact.explainedBy)),
        language: languageParam(known(fact.explainedLanguage)),
      },
    );
  sayChoice(teller, 'understood', (value) => `paper.understood.${value}` as SentenceKey);
  sayChoice(teller, 'signed', (value) => `paper.signed.${value}` as SentenceKey);
  sayChoice(teller, 'copyGiven', (value) => `paper.copy.${value}` as SentenceKey);
  const address = known(fact.addressWritten)?.trim();
  if (address) teller.say('paper.address', ['addressWritten'], { address: typedParam(`“${address}”`) });
  const hearingWhen = whenParam(known(fact.hearingDateWritten));
  if (hearingWhen)
    teller.say('paper.hearing', answeredFields(fact, ['hearingDateWritten', 'hearingTimeWritten']), {
      hearingWhen,
      atTime: atTimeParam(known(fact.hearingTimeWritten)),
    });
}
const paperDetails = [
  'languages',
  'explained',
  'understood',
  'signed',
  'copyGiven',
  'addressWritten',
  'hearingDateWritten',
];

function hearingKey(appeared: string | undefined, isAhead: boolean): SentenceKey {
  if (appeared === 'missed') return 'hearing.missed';
  if (appeared === 'notAdmitted') return 'hearing.notAdmitted';
  if (appeared === 'appeared') return 'hearing.appeared';
  return isAhead ? 'hearing.set' : 'hearing.setFor';
}

/**
 * A hearing that was, was missed, was not reached, or is still ahead on `today` (YYYY-MM-DD). Of a past one without
 * a recorded appearance only that it was set is told.
 */
export function sayHearing(teller: Teller<Hearing>, today: string): void {
  const { fact } = teller;
  const date = known(fact.date);
  const isAhead = date?.precision === 'day' && date.value >= today;
  const key = hearingKey(known(fact.appeared), isAhead);
  const params = {
    when: whenParam(date),
    date: dateParam(date),
    atTime: atTimeParam(known(fact.time)),
    place: placeParam(known(fact.hearingPlace)),
  };
  if (known(fact.appeared) || date)
    teller.say(key, answeredFields(fact, ['date', 'time', 'hearingPlace', 'appeared']), params);
  sayWords(teller, 'missedCause', 'reason');
  const port = placeParam(known(fact.portToReport));
  const reportAt = atTimeParam(known(fact.reportTime));
  if (port) teller.say('hearing.report', answeredFields(fact, ['portToReport', 'reportTime']), { port, reportAt });
}
