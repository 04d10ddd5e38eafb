/**
 * Tells one fact in the first person of one declarant: reads its fields with the declarant's exceptions, decides
 * between "I" and "we", and keeps which field went into which sentence.
 */
import type { Answer, Id, PartialDate, Place, Recorded, Source, Words } from '#shared/domain/base.ts';
import type { CaseFile, FactCollection } from '#shared/domain/case-file.ts';
import type { FactRef } from '#shared/domain/draft.ts';
import { type FactBase, factFor } from '#shared/domain/people.ts';
import {
  gapParam,
  type Param,
  type Params,
  renderSentence,
  type SentenceKey,
  type Side,
  type Voice,
} from './sentences.ts';
import type { DraftInline } from '#shared/domain/draft.ts';
import { mayQuote } from './own-words.ts';
import { genderOf, placeParam, whenParam } from './values.ts';

export interface Sentence {
  readonly en: readonly DraftInline[];
  readonly es: readonly DraftInline[];
  readonly refs: readonly FactRef[];
}

export interface Told {
  readonly file: CaseFile;
  readonly speakerId: Id;
}

export interface Teller<T extends FactBase> {
  readonly told: Told;
  /** The fact with the declarant's exceptions applied. */
  readonly fact: T;
  readonly sentences: Sentence[];
  ref(field: string): FactRef;
  /** Path of a field for gaps: `fearEvents.<id>.returnedTime`. */
  path(field: string): string;
  voice(fields: readonly string[]): Voice;
  /** Whether the words in a field are the declarant's own to quote. */
  mayQuote(field: string): boolean;
  /** Adds a sentence made from these fields; says nothing when a fact it needs is missing. */
  say(key: SentenceKey, fields: readonly string[], params?: Params, voice?: Voice): void;
}

/** Value of an answer if answered; the short form used throughout the builder. */
export function known<V>(answer: Answer<V>): V | undefined {
  return answer.status === 'answered' ? answer.value : undefined;
}

/** A record with what every record carries about its origin. */
export type ToldFact = FactBase & { readonly source: Source; readonly recorded: Recorded };

export function tell<T extends ToldFact>(told: Told, collection: FactCollection, original: T): Teller<T> {
  const { file, speakerId } = told;
  const fact = factFor(original, speakerId);
  const others = original.about.filter((personId) => personId !== speakerId && file.people[personId]?.deleted === null);
  const gender = genderOf(file.people[speakerId]);
  const sentences: Sentence[] = [];
  const differs = (field: string): boolean =>
    [speakerId, ...others].some((personId) => original.exceptions[personId]?.[field.split('.')[0] ?? ''] !== undefined);
  const voice = (fields: readonly string[]): Voice => ({ plural: others.length > 0 && !fields.some(differs), gender });
  const ref = (field: string): FactRef => ({ collection, id: fact.id, field });
  const say = (key: SentenceKey, fields: readonly string[], params: Params = {}, forced?: Voice): void => {
    const used = forced ?? voice(fields);
    const render = (side: Side) => renderSentence(key, params, used, side);
    const [en, es] = [render('en'), render('es')];
    if (en && es) sentences.push({ en, es, refs: fields.map(ref) });
  };
  return {
    told,
    fact,
    sentences,
    ref,
    path: (field) => `${collection}.${fact.id}.${field}`,
    voice,
    mayQuote: (field) => mayQuote(file, original, speakerId, field),
    say,
  };
}

/** A needed value: the value, a gap while nobody asked, undefined when the client declined or does not know. */
export function needed<V>(
  answer: Answer<V>,
  show: (value: V) => Param | undefined,
  gap: { path: string; label: SentenceKey; lead?: Readonly<Record<Side, string>> },
): Param | undefined {
  if (answer.status === 'answered') return show(answer.value);
  return answer.status === 'notAsked' ? gapParam(gap.path, gap.label, gap.lead) : undefined;
}

const onLead = { en: 'on ', es: 'el ' } as const;
const atLead = { en: 'at ', es: 'a las ' } as const;
export function neededWhen(answer: Answer<PartialDate>, path: string, label: SentenceKey): Param | undefined {
  return needed(answer, whenParam, { path, label, lead: onLead });
}
export function neededAtTime(
  answer: Answer<string>,
  show: (time: string | undefined) => Param | undefined,
  path: string,
  label: SentenceKey,
): Param | undefined {
  return needed(answer, show, { path, label, lead: atLead });
}

type Keys<T, V> = { [K in keyof T]: T[K] extends V ? K : never }[keyof T] & string;

/** Says `${stem}.${value}` for an answered yes/no or choice; a choice without such a sentence says nothing. */
export function sayChoice<T extends FactBase>(
  teller: Teller<T>,
  field: Keys<T, Answer<string>>,
  choose: (value: string) => SentenceKey | null,
  params: Params = {},
): void {
  const answer = teller.fact[field] as Answer<string>;
  const key = answer.status === 'answered' ? choose(answer.value) : null;
  if (key) teller.say(key, [field], params);
}

/** Says a sentence around somebody's own words; nothing where they are another person's. */
export function sayWords<T extends FactBase>(teller: Teller<T>, field: Keys<T, Answer<Words>>, key: SentenceKey): void {
  const answer = teller.fact[field] as Answer<Words>;
  if (answer.status !== 'answered' || answer.value.text.trim() === '' || !teller.mayQuote(field)) return;
  teller.say(key, [field], { quote: { kind: 'quote', words: answer.value, path: teller.path(field) } });
}

/** Fields among `names` that are answered: only they are facts of a sentence. */
export function answeredFields(fact: object, names: readonly string[]): string[] {
  const record = fact as Readonly<Record<string, unknown>>;
  return names.filter((name) => {
    const value = record[name];
    return typeof value === 'object' && value !== null && 'status' in value && value.status === 'answered';
  });
}

/** How long and where somebody was held: one sentence from hours, nights and place. */
export function sayHeld<
  T extends FactBase & { hoursHeld: Answer<number>; nightsHeld: Answer<number>; placeHeld: Answer<Place> },
>(teller: Teller<T>, count: (value: number | undefined, unit: 'hour' | 'night') => Param | undefined): void {
  const { hoursHeld, nightsHeld, placeHeld } = teller.fact;
  const hours = known(hoursHeld) ? count(known(hoursHeld), 'hour') : undefined;
  const nights = known(nightsHeld) ? count(known(nightsHeld), 'night') : undefined;
  const place = placeParam(known(placeHeld));
  const fields = answeredFields(teller.fact, ['hoursHeld', 'nightsHeld', 'placeHeld']);
  const key = hours && nights ? 'held.both' : hours ? 'held.hours' : nights ? 'held.nights' : 'held.place';
  teller.say(key, fields, { hours, nights, place });
}
