/** How a fear event ended: pre-screen by CBP, referral, interview by USCIS, return, and what followed. */
import type { FearEvent } from '#shared/domain/fear.ts';
import { agencyKey } from './fear.ts';
import { phrase, type SentenceKey } from './sentences.ts';
import {
  answeredFields,
  known,
  neededAtTime,
  neededWhen,
  sayChoice,
  sayHeld,
  sayWords,
  type Teller,
} from './teller.ts';
import { atTimeParam, countParam, oneVoice, placeParam, timeParam, typedParam, whenParam } from './values.ts';

type Fear = Teller<FearEvent>;

/** The CBP pre-screen stands apart from the interview; "never referred" is said in plain words. */
export function sayScreening(fear: Fear): void {
  const { fact } = fear;
  sayChoice(fear, 'preScreened', (value) => `preScreen.${value}` as SentenceKey);
  const saysReferral = known(fact.referred) === 'no' && known(fact.preScreenOutcome) === 'notReferred';
  if (!saysReferral) sayChoice(fear, 'preScreenOutcome', (value) => `preScreen.${value}` as SentenceKey);
  const fields = answeredFields(fact, ['referred', 'referredOn']);
  const referred = known(fact.referred);
  if (referred === 'yes') fear.say('referred.yes', fields, { referredWhen: whenParam(known(fact.referredOn)) });
  if (referred === 'no') fear.say('referred.no', saysReferral ? ['referred', 'preScreenOutcome'] : ['referred']);
  sayWords(fear, 'refusalReason', 'refusal.reason');
  const agency = known(fact.refusalBy);
  if (agency) fear.say('refusal.by', ['refusalBy'], { officer: phrase(agencyKey(agency), oneVoice) });
}

export function sayInterview(fear: Fear): void {
  const { fact } = fear;
  const held = known(fact.interviewHeld);
  const interviewWhen = neededWhen(fact.interviewDate, fear.path('interviewDate'), 'gap.interviewDate');
  if (held === 'yes')
    fear.say('interview.yes', answeredFields(fact, ['interviewHeld', 'interviewDate']), { interviewWhen });
  if (held === 'no') fear.say('interview.no', ['interviewHeld']);
  sayChoice(fear, 'interviewMedium', (value) => `interview.medium.${value}` as SentenceKey);
  if (known(fact.interviewMinutes) !== undefined)
    fear.say('interview.minutes', ['interviewMinutes'], {
      minutes: countParam(known(fact.interviewMinutes), 'minute'),
    });
  sayChoice(fear, 'interviewOutcome', (value) => `outcome.${value}` as SentenceKey);
  if (known(fact.outcomeTold)) fear.say('outcome.how', ['outcomeTold'], { how: typedParam(known(fact.outcomeTold)) });
  sayChoice(fear, 'writtenReason', (value) => `outcome.written.${value}` as SentenceKey);
}

function sayReturn(fear: Fear): void {
  const { fact } = fear;
  if (known(fact.returned) === 'no') fear.say('return.no', ['returned']);
  if (known(fact.returned) !== 'yes') return;
  const place = placeParam(known(fact.returnedTo));
  fear.say(
    place ? 'return.sent' : 'return.mexico',
    answeredFields(fact, ['returned', 'returnedOn', 'returnedTime', 'returnedTo']),
    {
      when: neededWhen(fact.returnedOn, fear.path('returnedOn'), 'gap.returnDate'),
      atTime: neededAtTime(fact.returnedTime, atTimeParam, fear.path('returnedTime'), 'gap.returnTime'),
      place,
    },
  );
}

/** Nights and hours held, the return with its date and time, the family, the shelter, and the words on what followed. */
export function sayFollowed(fear: Fear): void {
  const { fact } = fear;
  const from = known(fact.heldFrom);
  if (from) fear.say('held.from', ['heldFrom'], { time: timeParam(from), sinceTime: timeParam(from) });
  sayHeld(fear, countParam);
  sayReturn(fear);
  const [toldOn, toldAt] = [known(fact.toldOfReturnOn), known(fact.toldOfReturnTime)];
  if (toldOn || toldAt)
    fear.say('return.toldTime', answeredFields(fact, ['toldOfReturnOn', 'toldOfReturnTime']), {
      when: whenParam(toldOn),
      atTime: atTimeParam(toldAt),
    });
  sayChoice(fear, 'familyTogether', (value) => `family.${value}` as SentenceKey);
  sayChoice(fear, 'lostShelter', (value) => `shelter.lost.${value}` as SentenceKey);
  sayWords(fear, 'followed', 'followed');
}
