/**
 * Papers and messages that a client carries or gets: what may not stand in them, because an officer, a thief or a
 * shelter neighbour may read them (domain facts §10). No relative's name, no telephone number in the United States,
 * no shelter; no lawyer and no asylum; a reminder besides names no court and has at most 300 characters.
 */
import type { TextLanguage } from '#shared/domain/date-words.ts';
import { allNames } from '#shared/domain/format.ts';
import { placesOfKind } from '#shared/reference/places.ts';
import { isCityName } from '#shared/reference/typed-city.ts';
import { foldText } from '#shared/search/fold.ts';
import { known } from './build/teller.ts';
import { clientOf, type DocumentContext } from './context.ts';
import { draftToTree } from './draft-tree.ts';
import { type DocumentTree, plainText } from './tree.ts';

export const carriedFaults = ['relativeName', 'usPhone', 'shelter', 'lawyerOrAsylum', 'court', 'tooLong'] as const;
export type CarriedFault = (typeof carriedFaults)[number];

/** Most characters of a reminder: two text messages. */
export const reminderLength = 300;

const lawyerOrAsylum = /\b(lawyers?|attorneys?|asylum|legal aid|abogad\w*|asilo|advogad\w*|avoka\w*|azil)\b/iu;
const court = /\b(courts?|judges?|cortes?|tribunal\w*|juez|jueza|juiz\w*|tribinal|jij)\b/iu;
const usPhone = /(?:\+?1[-. ]?)?(?:\(\d{3}\) ?|\b\d{3}[-. ])?\b\d{3}[-. ]\d{4}\b/u;

/** A city or port typed as such is in every letter: it betrays nothing. */
function isKnownCity(text: string): boolean {
  const typed = foldText(text);
  return (
    isCityName(text) || placesOfKind(['port']).some(({ name }) => [name.en, name.es].map(foldText).includes(typed))
  );
}

function shelterTexts({ file }: Pick<DocumentContext, 'file'>): string[] {
  const stays = Object.values(file.stays).flatMap((stay) => known(stay.place)?.text.trim() ?? []);
  const places = Object.values(file.people).flatMap((person) => known(person.placeNow)?.text.trim() ?? []);
  const addresses = Object.values(file.people).map((person) => person.usAddress.trim());
  const channels = Object.values(file.channels).map((channel) => channel.address.trim());
  return [...stays, ...places, ...addresses, ...channels].filter((text) => text.length > 3 && !isKnownCity(text));
}

/** What may not stand in a text that this client carries. `kind` decides whether courts and length count. */
export function carriedProblems(
  text: string,
  context: Pick<DocumentContext, 'draft' | 'file'>,
  kind: 'letter' | 'reminder' | 'script',
): CarriedFault[] {
  const client = clientOf(context);
  const own = new Set(client ? allNames(client) : []);
  const names = Object.values(context.file.people)
    .filter((person) => person.id !== client?.id)
    .flatMap(allNames)
    .filter((name) => !own.has(name));
  const plain = text.toLowerCase();
  const found: Record<CarriedFault, boolean> = {
    relativeName: names.some((name) => plain.includes(name.toLowerCase())),
    usPhone: usPhone.test(text),
    shelter: shelterTexts(context).some((place) => plain.includes(place.toLowerCase())),
    lawyerOrAsylum: lawyerOrAsylum.test(text),
    court: kind === 'reminder' && court.test(text),
    tooLong: kind === 'reminder' && [...text].length > reminderLength,
  };
  return carriedFaults.filter((fault) => found[fault]);
}

function isCarried(kind: string | undefined): kind is 'letter' | 'reminder' | 'script' {
  return kind === 'letter' || kind === 'reminder' || kind === 'script';
}

/** Faults of a document that is carried; empty for any other kind. */
export function carriedFaultsOf(
  context: DocumentContext,
  tree: DocumentTree,
  kind: string | undefined,
): CarriedFault[] {
  return isCarried(kind) ? carriedProblems(plainText(tree), context, kind) : [];
}

/** The reminder as text to copy into a message. */
export function reminderText(context: DocumentContext, language: TextLanguage): string {
  return plainText(draftToTree(context, language)).replaceAll('\u00a0', ' ').trim();
}
