/**
 * Index entries as short JSON arrays, without names of properties: a block of about a thousand people is read and opened
 * at every unlock. `INDEX_FORMAT` counts up with any change of what a block holds (block-text.ts): an older index is rebuilt.
 */
import type { CaseEntry, DraftEntry, HearingEntry, IndexEntry, PersonEntry, PlainEntry } from './entries.ts';

export const INDEX_FORMAT = 4;

const aNumberStates = ['notAsked', 'none', 'has', 'declined', 'unknown'] as const;
const plainKinds = ['office', 'source', 'note', 'report'] as const;

type Strings = readonly string[];
/** Null stands for "as the person before in this case": families share port, hearings, languages and recorder. */
type Shared<T> = T | null;
type PersonTuple = readonly [
  personId: string,
  name: string,
  otherNames: Strings,
  initials: string,
  aNumbers: Strings,
  aNumberState: number,
  languages: Shared<Strings>,
  placeNow: Shared<string>,
  port: Shared<string>,
  hearings: Shared<Strings>,
  lastContact: Shared<string>,
  flags: Strings,
  birth: string,
  createdAt: Shared<string>,
  inProgramme: number,
  members: Shared<Strings>,
];
type HearingTuple = readonly [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  number,
  string,
  string,
];
type ReferralTuple = readonly [string, string, string];
type HeadTuple = readonly [string, string, number, string];
type CaseTuple = readonly [
  'c',
  HeadTuple,
  string,
  string,
  readonly PersonTuple[],
  readonly HearingTuple[],
  readonly ReferralTuple[],
  readonly (readonly [string, number])[],
  number,
];
type DraftTuple = readonly [
  'd',
  HeadTuple,
  string,
  string,
  string,
  string | null,
  string,
  number,
  number,
  number,
  number,
];
type PlainTuple = readonly ['p', HeadTuple, number, string | null];
export type EntryTuple = CaseTuple | DraftTuple | PlainTuple;

function shared<T extends string | Strings>(value: T, before: T | undefined): Shared<T> {
  if (before === undefined) return value;
  const isSame = typeof value === 'string' ? value === before : value.join() === (before as Strings).join();
  return isSame ? null : value;
}

function encodePerson(person: PersonEntry, before: PersonEntry | undefined): PersonTuple {
  return [
    person.personId,
    person.name,
    person.otherNames,
    person.initials,
    person.aNumbers,
    aNumberStates.indexOf(person.aNumberState),
    shared(person.languages, before?.languages),
    shared(person.placeNow, before?.placeNow),
    shared(person.port, before?.port),
    shared(person.hearings, before?.hearings),
    shared(person.lastContact, before?.lastContact),
    person.flags,
    person.birth,
    shared(person.createdAt, before?.createdAt),
    person.inProgramme ? 1 : 0,
    shared(person.members, before?.members),
  ];
}
function decodePerson(tuple: PersonTuple, before: PersonEntry | undefined): PersonEntry {
  return {
    personId: tuple[0],
    name: tuple[1],
    otherNames: tuple[2],
    initials: tuple[3],
    aNumbers: tuple[4],
    aNumberState: aNumberStates[tuple[5]] ?? 'notAsked',
    languages: tuple[6] ?? before?.languages ?? [],
    placeNow: tuple[7] ?? before?.placeNow ?? '',
    port: tuple[8] ?? before?.port ?? '',
    hearings: tuple[9] ?? before?.hearings ?? [],
    lastContact: tuple[10] ?? before?.lastContact ?? '',
    flags: tuple[11],
    birth: tuple[12],
    createdAt: tuple[13] ?? before?.createdAt ?? '',
    inProgramme: tuple[14] === 1,
    members: tuple[15] ?? before?.members ?? [],
  };
}
function decodePeople(tuples: readonly PersonTuple[]): PersonEntry[] {
  const people: PersonEntry[] = [];
  for (const tuple of tuples) people.push(decodePerson(tuple, people.at(-1)));
  return people;
}

function encodeHearing(each: HearingEntry): HearingTuple {
  return [
    each.hearingId,
    each.personId,
    each.date,
    each.time,
    each.zone,
    each.place,
    each.reportTime,
    each.reportZone,
    each.port,
    each.people,
    each.kind,
    each.docket,
  ];
}
function decodeHearing(tuple: HearingTuple): HearingEntry {
  const [hearingId, personId, date, time, zone, place, reportTime, reportZone, port, people, kind, docket] = tuple;
  return { hearingId, personId, date, time, zone, place, reportTime, reportZone, port, people, kind, docket };
}

export function encodeEntry(entry: IndexEntry): EntryTuple {
  const head: HeadTuple = [entry.id, entry.owner, entry.revision, entry.changedAt];
  switch (entry.kind) {
    case 'case':
      return [
        'c',
        head,
        entry.officeNumber,
        entry.createdAt,
        entry.people.map((person, at) => encodePerson(person, entry.people[at - 1])),
        entry.hearings.map(encodeHearing),
        entry.referrals.map(({ factId, personId, dueOn }) => [factId, personId, dueOn] as const),
        entry.flags.map(({ flag, count }) => [flag, count] as const),
        entry.incomplete ? 1 : 0,
      ];
    case 'draft':
      return [
        'd',
        head,
        entry.caseId,
        entry.templateId,
        entry.title,
        entry.personId,
        entry.state,
        entry.version,
        entry.gaps,
        entry.signed ? 1 : 0,
        entry.deleted ? 1 : 0,
      ];
    default:
      return ['p', head, plainKinds.indexOf(entry.kind), entry.caseId];
  }
}

/** Reads what `encodeEntry` wrote; the bytes were authenticated, so a wrong shape is a bug and not input. */
export function decodeEntry(tuple: EntryTuple): IndexEntry {
  const [id, owner, revision, changedAt] = tuple[1];
  const head = { id, owner, revision, changedAt };
  switch (tuple[0]) {
    case 'c': {
      const entry: CaseEntry = {
        ...head,
        kind: 'case',
        officeNumber: tuple[2],
        createdAt: tuple[3],
        people: decodePeople(tuple[4]),
        hearings: tuple[5].map(decodeHearing),
        referrals: tuple[6].map(([factId, personId, dueOn]) => ({ factId, personId, dueOn })),
        flags: tuple[7].map(([flag, count]) => ({ flag, count })),
        incomplete: tuple[8] === 1,
      };
      return entry;
    }
    case 'd': {
      const [, , caseId, templateId, title, personId, state, version, gaps, signed, deleted] = tuple;
      const rest = { caseId, templateId, title, personId, state, version, gaps };
      const entry: DraftEntry = { ...head, kind: 'draft', ...rest, signed: signed === 1, deleted: deleted === 1 };
      return entry;
    }
    case 'p': {
      const entry: PlainEntry = { ...head, kind: plainKinds[tuple[2] as 0] ?? 'office', caseId: tuple[3] };
      return entry;
    }
  }
}
