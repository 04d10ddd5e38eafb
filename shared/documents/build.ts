/**
 * The declaration from the facts: numbered first-person paragraphs in time order, English and Spanish each made
 * from the same facts. Only answered facts yield sentences; what nobody asked yet yields none, and a gap stands
 * only in a sentence that another answered fact produced.
 */
import type { Id, PartialDate } from '#shared/domain/base.ts';
import type { CaseFile, FactCollection } from '#shared/domain/case-file.ts';
import type { DraftInline, FactRef } from '#shared/domain/draft.ts';
import type { FearEvent, Irregularity } from '#shared/domain/fear.ts';
import type { Encounter } from '#shared/domain/journey.ts';
import type { OfficeFile } from '#shared/domain/office.ts';
import { dateSortKey } from '#shared/domain/partial-date.ts';
import { type FactBase, factFor, isVisible, visibleFacts } from '#shared/domain/people.ts';
import { saySaid, sayAsked, sayDone, sayLanguage, sayOfficers, saySigned, sayWhenWhere } from './build/fear.ts';
import { sayFollowed, sayInterview, sayScreening } from './build/fear-result.ts';
import { sayHarm } from './build/harm.ts';
import { sayEncounter, sayHearing, sayPaper, sayStay } from './build/journey.ts';
import { familySentences, openingSentences } from './build/opening.ts';
import { joinSentences, renderSentence, type Side } from './build/sentences.ts';
import { known, type Sentence, sayWords, tell, type Teller, type Told, type ToldFact } from './build/teller.ts';
import { genderOf, placeParam, whenParam } from './build/values.ts';
import { printedValue } from './printed.ts';

export interface BuiltParagraph {
  /** Names the paragraph so that a refresh finds it again, e.g. `fearEvents:<id>:said`. */
  readonly origin: string;
  readonly sides: Readonly<Record<Side, readonly DraftInline[]>>;
  readonly facts: readonly { readonly ref: FactRef; readonly printed: string }[];
  /** What its text is made of, in order; none for wording of the template. */
  readonly sentences: readonly Sentence[];
}

export interface BuildOptions {
  /** Who speaks. Each person signs an own declaration; facts about others too are told as "we". */
  readonly declarantId: Id;
  /** Facts to tell; `null` tells every fact that `factsForDeclaration` lists. */
  readonly facts: readonly FactRef[] | null;
  /** YYYY-MM-DD: decides whether a hearing is ahead and a pregnancy is present. */
  readonly today: string;
}

/** Collections that a declaration tells. */
export const toldCollections = [
  'encounters',
  'papers',
  'fearEvents',
  'irregularities',
  'stays',
  'harms',
  'hearings',
] as const satisfies readonly FactCollection[];
export type ToldCollection = (typeof toldCollections)[number];

export interface TimedFact {
  readonly collection: ToldCollection;
  readonly id: Id;
  readonly date: PartialDate | undefined;
  /** Where it stands within its day: the wall time, or what is usual for its kind. */
  readonly time: string;
}

/** Where a fact without an hour stands within its day: arrivals first, then what officers did, then the return. */
const usualTime = {
  arrival: '00:00',
  paper: '12:00',
  fear: '12:01',
  hearing: '12:03',
  leaving: '23:57',
  stay: '23:58',
  harm: '23:59',
} as const;

function encounterTime(kind: Encounter['kind']): string {
  return kind === 'crossing' || kind === 'escortToHearing' ? usualTime.arrival : usualTime.leaving;
}

type Timed = Pick<TimedFact, 'date' | 'time'>;

function timedEvent(event: FearEvent | undefined): Timed {
  return { date: event && known(event.date), time: (event && known(event.startTime)) ?? usualTime.fear };
}

/** A paper is handed over after the arrival or the hearing of its day, whatever the hour of that. */
function paperTime(file: CaseFile, date: PartialDate | undefined, declarantId: Id): string {
  if (date?.precision !== 'day') return usualTime.paper;
  const arrivals = visibleFacts(file, 'encounters', declarantId).filter(
    (one) => one.kind === 'crossing' || one.kind === 'escortToHearing',
  );
  const hearings = visibleFacts(file, 'hearings', declarantId);
  const before = [...arrivals, ...hearings]
    .filter((one) => known(one.date)?.value === date.value)
    .flatMap((one) => known(one.time) ?? []);
  return before.reduce((latest, time) => (time >= latest ? `${time}+` : latest), usualTime.paper as string);
}

function timed(file: CaseFile, collection: ToldCollection, id: Id, declarantId: Id): Timed {
  const own = <T extends FactBase>(fact: T | undefined): T | undefined => fact && factFor(fact, declarantId);
  switch (collection) {
    case 'encounters': {
      const fact = own(file.encounters[id]);
      return { date: fact && known(fact.date), time: fact ? (known(fact.time) ?? encounterTime(fact.kind)) : '' };
    }
    case 'papers': {
      const fact = own(file.papers[id]);
      const date = fact && (known(fact.servedOn) ?? known(fact.date));
      return { date, time: paperTime(file, date, declarantId) };
    }
    case 'fearEvents':
      return timedEvent(own(file.fearEvents[id]));
    case 'irregularities': {
      const fact = own(file.irregularities[id]);
      const event = fact?.fearEventId ? own(file.fearEvents[fact.fearEventId]) : undefined;
      // Right behind its event: any text behind an hour sorts after the hour itself.
      if (event) return { date: timedEvent(event).date, time: `${timedEvent(event).time}+` };
      return { date: fact && known(fact.date), time: usualTime.fear };
    }
    case 'stays': {
      const fact = own(file.stays[id]);
      return { date: fact && (known(fact.from) ?? known(fact.until)), time: usualTime.stay };
    }
    case 'harms': {
      const fact = own(file.harms[id]);
      return { date: fact && known(fact.date), time: (fact && known(fact.time)) ?? usualTime.harm };
    }
    case 'hearings': {
      const fact = own(file.hearings[id]);
      return { date: fact && known(fact.date), time: (fact && known(fact.time)) ?? usualTime.hearing };
    }
  }
}

/**
 * Facts that may stand in this person's declaration, in time order: about the person, not taken back, and not told
 * alone by somebody else. Dropped irregularities are left out.
 */
export function factsForDeclaration(file: CaseFile, declarantId: Id): TimedFact[] {
  const found = toldCollections.flatMap((collection) =>
    Object.values<FactBase>(file[collection])
      .filter((fact) => isVisible(fact, { personId: declarantId }))
      .filter((fact) => collection !== 'irregularities' || file.irregularities[fact.id]?.decision !== 'dropped')
      .map((fact): TimedFact => ({ collection, id: fact.id, ...timed(file, collection, fact.id, declarantId) })),
  );
  return found
    .map((fact) => ({ fact, key: `${dateSortKey(fact.date)} ${fact.time} ${fact.id}` }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ fact }) => fact);
}

interface Part {
  readonly name: string;
  readonly sentences: readonly Sentence[];
}

function fearParts(told: Told, file: CaseFile, id: Id): Part[] {
  const event = file.fearEvents[id];
  if (!event) return [];
  const part = (name: string, ...says: readonly ((teller: Teller<FearEvent>) => void)[]): Part => {
    const teller = tell(told, 'fearEvents', event);
    for (const say of says) say(teller);
    return { name, sentences: teller.sentences };
  };
  return [
    part('whenWhere', sayWhenWhere, sayOfficers),
    part('account', (teller) => sayWords(teller, 'account', 'fear.account')),
    part('language', sayLanguage),
    part('said', sayAsked, saySaid),
    part('done', sayDone),
    part('signed', saySigned),
    part('result', sayScreening, sayInterview),
    part('followed', sayFollowed),
  ];
}

function sayIrregularity(told: Told, irregularity: Irregularity): Sentence[] {
  const teller = tell(told, 'irregularities', irregularity);
  const words = known(teller.fact.note);
  if (!words?.text.trim() || !teller.mayQuote('note')) return [];
  const quote = { kind: 'quote', words, path: teller.path('note') } as const;
  if (irregularity.fearEventId) teller.say('irregularity.note', ['note'], { quote });
  else
    teller.say('irregularity.alone', ['note', 'date', 'place'], {
      quote,
      when: whenParam(known(teller.fact.date)),
      place: placeParam(known(teller.fact.place)),
    });
  return teller.sentences;
}

/** A return that a chosen fear event tells with the same day and hour would stand twice; a different hour stands, to be seen. */
function toldByFear(told: Told, encounter: Encounter, events: readonly FearEvent[]): boolean {
  const date = known(encounter.date);
  if (encounter.kind !== 'returnToMexico' || !date) return false;
  return events
    .map((event) => factFor(event, told.speakerId))
    .some((event) => {
      const [on, time, encounterTime] = [known(event.returnedOn), known(event.returnedTime), known(encounter.time)];
      const isSameTime = encounterTime === undefined || time === encounterTime;
      return known(event.returned) === 'yes' && on?.value === date.value && isSameTime;
    });
}

function partsOf(told: Told, { collection, id }: TimedFact, events: readonly FearEvent[], today: string): Part[] {
  const { file } = told;
  const single = <T extends ToldFact>(fact: T | undefined, say: (teller: Teller<T>) => void): Part[] => {
    if (!fact) return [];
    const teller = tell(told, collection, fact);
    say(teller);
    return [{ name: '', sentences: teller.sentences }];
  };
  switch (collection) {
    case 'encounters':
      return single(file.encounters[id], (teller) => sayEncounter(teller, toldByFear(told, teller.fact, events)));
    case 'papers':
      return single(file.papers[id], sayPaper);
    case 'fearEvents':
      return fearParts(told, file, id);
    case 'irregularities': {
      const irregularity = file.irregularities[id];
      return irregularity ? [{ name: '', sentences: sayIrregularity(told, irregularity) }] : [];
    }
    case 'stays':
      return single(file.stays[id], sayStay);
    case 'harms':
      return single(file.harms[id], sayHarm);
    case 'hearings':
      return single(file.hearings[id], (teller) => sayHearing(teller, today));
  }
}

/** One paragraph from its sentences, with each fact it rests on and the value it printed; null without a sentence. */
export function paragraphFrom(
  file: CaseFile,
  speakerId: Id,
  origin: string,
  sentences: readonly Sentence[],
): BuiltParagraph | null {
  if (sentences.length === 0) return null;
  const refs = new Map(sentences.flatMap(({ refs: used }) => used).map((ref) => [JSON.stringify(ref), ref]));
  return {
    origin,
    sides: {
      en: joinSentences(sentences.map((sentence) => sentence.en)),
      es: joinSentences(sentences.map((sentence) => sentence.es)),
    },
    facts: [...refs.values()].map((ref) => ({ ref, printed: printedValue(file, ref, speakerId) })),
    sentences,
  };
}

function purposeSentence(isFamily: boolean, gender: 'female' | 'male' | null): Sentence {
  const voice = { plural: isFamily, gender };
  const [en, es] = [renderSentence('open.purpose', {}, voice, 'en'), renderSentence('open.purpose', {}, voice, 'es')];
  return { en: en ?? [], es: es ?? [], refs: [] };
}

/** Stands among the chosen facts for "who I am and who my family is". */
export function openingRef(declarantId: Id): FactRef {
  return { collection: 'people', id: declarantId, field: '' };
}

/**
 * The paragraphs of a client's declaration. A case in which nothing was answered yields none. The office is not
 * read: nothing that the office knows about itself belongs in a client's own words.
 */
export function buildDeclaration(file: CaseFile, _office: OfficeFile | null, options: BuildOptions): BuiltParagraph[] {
  const { declarantId, facts, today } = options;
  const person = file.people[declarantId];
  if (!person) return [];
  const told: Told = { file, speakerId: declarantId };
  const wanted = facts === null ? null : new Set(facts.map((ref) => `${ref.collection} ${ref.id}`));
  const chosen = factsForDeclaration(file, declarantId).filter(
    (fact) => wanted === null || wanted.has(`${fact.collection} ${fact.id}`),
  );
  const fears = chosen.flatMap(({ collection, id }) =>
    collection === 'fearEvents' ? (file.fearEvents[id] ?? []) : [],
  );
  const events = chosen.flatMap((fact) =>
    partsOf(told, fact, fears, today).flatMap(
      ({ name, sentences }) =>
        paragraphFrom(file, declarantId, [fact.collection, fact.id, ...(name ? [name] : [])].join(':'), sentences) ??
        [],
    ),
  );
  const isIntroduced = facts === null || facts.some((ref) => ref.collection === 'people' && ref.id === declarantId);
  const family = isIntroduced ? familySentences(file, declarantId) : [];
  const opening = isIntroduced ? openingSentences(person, today) : [];
  const isFamily = chosen.some(({ collection, id }) => (file[collection][id]?.about.length ?? 0) > 1);
  const whoIAm =
    opening.length > 0 && events.length > 0 ? [...opening, purposeSentence(isFamily, genderOf(person))] : opening;
  const first = [
    paragraphFrom(file, declarantId, 'opening:who', whoIAm),
    paragraphFrom(file, declarantId, 'opening:family', family),
  ];
  return [...first.flatMap((paragraph) => paragraph ?? []), ...events];
}
