/**
 * Paragraphs of an attorney's or advocate's declaration about what went wrong: only what the signer recorded, with
 * what was seen, told and read kept apart (domain facts §5.4: personal knowledge only).
 */
import type { Id } from '#shared/domain/base.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import type { FactRef } from '#shared/domain/draft.ts';
import type { Irregularity } from '#shared/domain/fear.ts';
import { formatName } from '#shared/domain/format.ts';
import { dateInZone } from '#shared/deadlines/clock.ts';
import { exactDay } from '#shared/domain/partial-date.ts';
import { placeZone } from '#shared/reference/places.ts';
import { type BuiltParagraph, factsForDeclaration, paragraphFrom } from './build.ts';
import { type Params, phrase, renderSentence, same, type SentenceKey } from './build/sentences.ts';
import { known, type Sentence } from './build/teller.ts';
import { oneVoice, placeParam, whenParam } from './build/values.ts';

function sentence(key: SentenceKey, params: Params, refs: readonly FactRef[]): Sentence[] {
  const [en, es] = [renderSentence(key, params, oneVoice, 'en'), renderSentence(key, params, oneVoice, 'es')];
  return en && es ? [{ en, es, refs }] : [];
}

const keyOfBasis = { firstHand: 'member.observed', told: 'member.told', paper: 'member.paper' } as const;

function irregularityParagraph(file: CaseFile, one: Irregularity): Sentence[] {
  const words = known(one.note);
  if (!words?.text.trim()) return [];
  const event = one.fearEventId ? file.fearEvents[one.fearEventId] : undefined;
  const path = `irregularities.${one.id}.note`;
  const params: Params = {
    quote: { kind: 'quote', words, path },
    when: whenParam(known(one.date) ?? (event && known(event.date))),
    place: placeParam(known(one.place) ?? (event && known(event.place))),
  };
  // Seen with own eyes needs an observer as source: a client's account recorded as first-hand was told to the member.
  const basis = one.basis === 'firstHand' && one.source.kind !== 'observer' ? 'told' : one.basis;
  return sentence(keyOfBasis[basis], params, [{ collection: 'irregularities', id: one.id, field: 'note' }]);
}

/** The day of an attempt on the client's clock: in the evening the day in UTC is already the next one. */
function dayWhereClientIs(file: CaseFile, clientId: Id, at: string): string {
  const client = file.people[clientId];
  const code = client ? known(client.placeNow)?.code : null;
  const zone = code ? placeZone(code) : null;
  return zone ? dateInZone(at, zone) : at;
}

export interface MemberOptions {
  readonly memberId: Id;
  readonly clientId: Id;
  readonly facts: readonly FactRef[] | null;
}

/** What the member recorded about the client: irregularities with a note, then the attempts to reach the client. */
export function buildMemberDeclaration(file: CaseFile, options: MemberOptions): BuiltParagraph[] {
  const { memberId, clientId, facts } = options;
  const isChosen = (collection: string, id: Id): boolean =>
    facts === null || facts.some((ref) => ref.collection === collection && ref.id === id);
  const observations = factsForDeclaration(file, clientId)
    .filter(({ collection, id }) => collection === 'irregularities' && isChosen(collection, id))
    .flatMap(({ id }) => file.irregularities[id] ?? [])
    .filter((one) => one.recorded.by === memberId);
  const client = file.people[clientId];
  const name = client ? formatName(client) : '';
  const attempts = Object.values(file.attempts)
    .filter((one) => one.deleted === null && one.recorded.by === memberId && one.about.includes(clientId))
    .filter((one) => isChosen('attempts', one.id))
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  const tried = attempts.flatMap((one) => {
    const channel = one.channelId ? file.channels[one.channelId] : undefined;
    const params: Params = {
      when: whenParam(exactDay(dayWhereClientIs(file, clientId, one.at))),
      client: name === '' ? undefined : same(name),
      channel: phrase(`channel.${channel?.kind ?? 'other'}`, oneVoice),
    };
    return sentence(`member.attempt.${one.result}`, params, [{ collection: 'attempts', id: one.id, field: 'result' }]);
  });
  return [
    ...observations.map((one) =>
      paragraphFrom(file, clientId, `irregularities:${one.id}:member`, irregularityParagraph(file, one)),
    ),
    paragraphFrom(file, clientId, 'attempts:member', tried),
  ].flatMap((paragraph) => paragraph ?? []);
}
