/**
 * Which required items a record lacks. Everything is always saved; an incomplete record names what is missing and
 * enters no count. Only "we have not asked yet" is missing: declined and "does not know" were asked.
 */
import { type Answer, valueOf } from '#shared/domain/base.ts';
import type { CaseFile, FactCollection } from '#shared/domain/case-file.ts';
import type { Irregularity, Officer } from '#shared/domain/fear.ts';
import { mainName } from '#shared/domain/format.ts';
import { peopleInOrder } from '#shared/domain/people.ts';
import type { Person } from '#shared/domain/person.ts';
import { type MissingScreeningItem, missingOfScreening } from './screening-items.ts';

/** Items a record can lack; each has a text under `missing.` in the locales. */
export const missingItemNames = [
  'address',
  'agency',
  'asked',
  'byAgency',
  'code',
  'court',
  'date',
  'instrument',
  'kindOfHarm',
  'kindOfHearing',
  'language',
  'narrative',
  'place',
  'port',
  'said',
  'time',
  'toldToCbp',
  'version',
  'zone',
] as const;
export type MissingItem = (typeof missingItemNames)[number] | MissingScreeningItem;

type FactOf<C extends FactCollection> = CaseFile[C][string];

function notAsked(answer: Answer<unknown>): boolean {
  return answer.status === 'notAsked';
}

function lacking(items: readonly (readonly [MissingItem, boolean])[]): MissingItem[] {
  return items.filter(([, isMissing]) => isMissing).map(([item]) => item);
}

function noAgency(officers: Readonly<Record<string, Officer>>): boolean {
  const list = Object.values(officers);
  return list.length === 0 || list.some((officer) => notAsked(officer.agency));
}

function noPlaceZone(zone: string | null, place: Answer<{ code: string | null }>): boolean {
  return zone === null && !valueOf(place)?.code;
}

/**
 * Whether an irregularity was entered by itself (pressure on asylum officers, an observation of the office) and so says
 * when, where and by whom; one that is linked to a record repeats nothing of it.
 */
export function standsAlone(one: Irregularity): boolean {
  const links = [one.fearEventId, one.encounterId, one.hearingId, one.paperId, one.stayId];
  return [...links, one.separationId, one.personId].every((link) => link === null);
}

const rules: { readonly [C in FactCollection]: (fact: FactOf<C>) => MissingItem[] } = {
  // SR9: every step carries the agency that took it; "la migra, not clear which" is an agency of its own
  fearEvents: (event) =>
    lacking([
      ['date', notAsked(event.date)],
      ['place', notAsked(event.place)],
      ['agency', noAgency(event.officers)],
      ['asked', notAsked(event.officerAsked)],
      ['said', notAsked(event.statedFear)],
    ]),
  encounters: (encounter) =>
    lacking([
      ['date', notAsked(encounter.date)],
      ['place', notAsked(encounter.port) && notAsked(encounter.from) && notAsked(encounter.to)],
    ]),
  stays: (stay) =>
    lacking([
      ['date', notAsked(stay.from)],
      ['place', notAsked(stay.place) && stay.kind !== 'noFixedPlace' && stay.kind !== 'street'],
    ]),
  papers: (paper) =>
    lacking([
      ['date', notAsked(paper.date) && notAsked(paper.servedOn)],
      ['language', notAsked(paper.languages)],
    ]),
  irregularities: (one) =>
    standsAlone(one)
      ? lacking([
          ['code', one.type === ''],
          ['date', notAsked(one.date)],
          ['place', notAsked(one.place)],
          ['byAgency', notAsked(one.byAgency)],
        ])
      : [],
  harms: (harm) =>
    lacking([
      ['kindOfHarm', harm.kinds.length === 0],
      ['date', notAsked(harm.date)],
      ['place', notAsked(harm.place)],
      ['narrative', notAsked(harm.narrative)],
    ]),
  hearings: (hearing) =>
    lacking([
      ['date', notAsked(hearing.date)],
      ['time', notAsked(hearing.time)],
      ['kindOfHearing', notAsked(hearing.kind)],
      ['court', notAsked(hearing.court)],
      ['zone', noPlaceZone(hearing.zone, hearing.hearingPlace)],
    ]),
  channels: (channel) => lacking([['address', channel.address.trim() === '']]),
  attempts: () => [],
  vulnerabilities: (one) =>
    lacking([
      ['code', one.code === ''],
      ['toldToCbp', notAsked(one.toldToCbp)],
    ]),
  // SR8: nothing is refused; each required item of its own version that nobody asked is named
  screenings: (one) => [
    ...lacking([['date', notAsked(one.date)]]),
    ...(missingOfScreening(one) ?? lacking([['instrument', true]])),
  ],
  programme: (one) =>
    one.status === 'neverIn'
      ? []
      : lacking([
          ['version', notAsked(one.version)],
          ['date', notAsked(one.from)],
          ['port', notAsked(one.portOfReturn)],
        ]),
  representation: () => [],
  proceedings: (one) => lacking([['court', notAsked(one.court)]]),
};

/** Required items that a fact lacks, in the order of its form; empty when it is complete. */
export function missingItems<C extends FactCollection>(collection: C, fact: FactOf<C>): MissingItem[] {
  const rule = rules[collection] as (given: FactOf<C>) => MissingItem[];
  return rule(fact);
}

/** Whether a fact may enter a count. */
export function isComplete<C extends FactCollection>(collection: C, fact: FactOf<C>): boolean {
  return missingItems(collection, fact).length === 0;
}

/** Whether anything in a case misses a required item: a record that is not taken back, or a person without a name. */
export function isCaseIncomplete(file: CaseFile): boolean {
  const isNameless = peopleInOrder(file).some((person) => mainName(person) === null);
  const collections = Object.keys(rules) as FactCollection[];
  const misses = <C extends FactCollection>(collection: C): boolean =>
    (Object.values(file[collection]) as FactOf<C>[]).some(
      (fact) => fact.deleted === null && missingItems(collection, fact).length > 0,
    );
  return isNameless || collections.some(misses);
}

export const missingPersonItems = [
  'name',
  'aNumber',
  'birthDate',
  'nationality',
  'language',
  'placeNow',
  'consent',
] as const;
export type MissingPersonItem = (typeof missingPersonItems)[number];

/** Items of a person still to be asked; texts under `missing.`. Nothing but a name or description is required. */
export function missingOfPerson(person: Person): MissingPersonItem[] {
  const items: readonly (readonly [MissingPersonItem, boolean])[] = [
    ['name', mainName(person) === null],
    ['aNumber', person.aNumberState === 'notAsked' && Object.keys(person.aNumbers).length === 0],
    ['birthDate', notAsked(person.birth.date)],
    ['nationality', Object.keys(person.nationalities).length === 0],
    ['language', Object.keys(person.languages).length === 0],
    ['placeNow', notAsked(person.placeNow)],
    ['consent', (person.consents.representation?.given ?? 'notAsked') === 'notAsked'],
  ];
  return items.filter(([, isMissing]) => isMissing).map(([item]) => item);
}
