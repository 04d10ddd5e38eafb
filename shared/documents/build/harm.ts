/** Harm and threats in the first person: what, when, where, by whom, demand, injuries, report. */
import type { Harm } from '#shared/domain/harm.ts';
import { both, listed, phrase, type SentenceKey } from './sentences.ts';
import { answeredFields, known, needed, sayChoice, sayWords, type Teller } from './teller.ts';
import { atTimeParam, dateParam, placeParam, typedParam, whenParam } from './values.ts';

function saidKinds(teller: Teller<Harm>): ReturnType<typeof both> | undefined {
  const kinds = teller.fact.kinds.filter((kind) => kind !== 'other');
  if (kinds.length === 0) return undefined;
  const voice = teller.voice(['kinds']);
  return both((side) =>
    listed(
      kinds.map((kind) => phrase(`harm.kind.${kind}`, voice)).map((text) => (text.kind === 'text' ? text[side] : '')),
      side,
    ),
  );
}

function sayWhat(teller: Teller<Harm>): void {
  const { fact } = teller;
  const fields = answeredFields(fact, ['date', 'time', 'place']);
  const params = {
    when: whenParam(known(fact.date)),
    atTime: atTimeParam(known(fact.time)),
    place: placeParam(known(fact.place)),
  };
  const kinds = saidKinds(teller);
  const words = known(fact.narrative);
  const quote =
    words?.text.trim() && teller.mayQuote('narrative')
      ? ({ kind: 'quote', words, path: teller.path('narrative') } as const)
      : undefined;
  if (kinds) {
    teller.say('harm.what', [...fields, 'kinds'], { ...params, kinds });
    if (quote) teller.say('ownWords', ['narrative'], { quote });
  } else if (quote) teller.say('harm.this', [...fields, 'narrative'], { ...params, quote });
}

function sayPayment(teller: Teller<Harm>): void {
  const { fact } = teller;
  const paid = known(fact.paid);
  if (paid === 'no') teller.say('harm.paid.no', ['paid']);
  if (paid !== 'yes') return;
  const who = needed(fact.whoPaid, typedParam, { path: teller.path('whoPaid'), label: 'gap.whoPaid' });
  const amount = typedParam(known(fact.amount));
  const fields = answeredFields(fact, ['paid', 'whoPaid', 'amount']);
  teller.say(who ? 'harm.paid.yes' : 'harm.paid.yesPlain', fields, { who, amount });
}

/** A record with nothing but its kind chosen still tells that kind: choosing it is the answer. */
export function sayHarm(teller: Teller<Harm>): void {
  const { fact } = teller;
  sayWhat(teller);
  const until = dateParam(known(fact.until));
  if (until) teller.say('harm.until', ['until'], { until });
  sayChoice(teller, 'byKind', (value) => (value === 'other' ? null : (`harm.byKind.${value}` as SentenceKey)));
  sayWords(teller, 'byWhom', 'harm.byWhom');
  sayWords(teller, 'demand', 'harm.demand');
  sayPayment(teller);
  sayWords(teller, 'injuries', 'harm.injuries');
  sayChoice(teller, 'medicalCare', (value) => `harm.care.${value}` as SentenceKey);
  const reported = known(fact.reported);
  if (reported === 'no') teller.say('harm.reported.no', ['reported']);
  if (reported === 'yes') {
    const who = needed(fact.reportedTo, typedParam, { path: teller.path('reportedTo'), label: 'gap.reportedTo' });
    teller.say(who ? 'harm.reported.yes' : 'harm.reported.yesPlain', answeredFields(fact, ['reported', 'reportedTo']), {
      who,
    });
  }
  sayWords(teller, 'whyNotReported', 'reason');
  const told = known(fact.toldToOfficer);
  if (told === 'yes')
    teller.say('harm.told.yes', answeredFields(fact, ['toldToOfficer', 'toldToWhom']), {
      who: typedParam(known(fact.toldToWhom)),
    });
  if (told === 'no') teller.say('harm.told.no', ['toldToOfficer']);
}
