/**
 * Index entries as short JSON arrays: a block of 1,024 people is read, opened and parsed at every unlock, so names of
 * properties are left out. The numbers of `INDEX_FORMAT` change with any change here: an older index is rebuilt.
 */
import type { CaseEntry, DraftEntry, HearingEntry, IndexEntry, PersonEntry, PlainEntry } from './entries.ts';

export const INDEX_FORMAT = 1;

const aNumberStates = ['notAsked', 'none', 'has', 'declined', 'unknown'] as const;
const plainKinds = ['office', 'source', 'note', 'report'] as const;

type Strings = readonly string[];
type PersonTuple = readonly [
  string,
  string,
  Strings,
  string,
  Strings,
  number,
  Strings,
  string,
  string,
  Strings,
  string,
  Strings,
  string,
  string,
  number,
  Strings,
];
type HearingTuple = readonly [string, string, string, string, string, string, string, string, string, number];
type HeadTuple = readonly [string, string, number, string];
type CaseTuple = readonly [
  'c',
  HeadTuple,
  string,
  string,
  readonly PersonTuple[],
  readonly HearingTuple[],
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

function encodePerson(person: PersonEntry): PersonTuple {
  return [
    person.personId,
    person.name,
    person.otherNames,
    person.initials,
    person.aNumbers,
    aNumberStates.indexOf(person.aNumberState),
    person.languages,
    person.placeNow,
    person.port,
    person.hearings,
    person.lastContact,
    person.flags,
    person.birth,
    person.createdAt,
    person.inProgramme ? 1 : 0,
    person.members,
  ];
}
function decodePerson(tuple: PersonTuple): PersonEntry {
  return {
    personId: tuple[0],
    name: tuple[1],
    otherNames: tuple[2],
    initials: tuple[3],
    aNumbers: tuple[4],
    aNumberState: aNumberStates[tuple[5]] ?? 'notAsked',
    languages: tuple[6],
    placeNow: tuple[7],
    port: tuple[8],
    hearings: tuple[9],
    lastContact: tuple[10],
    flags: tuple[11],
    birth: tuple[12],
    createdAt: tuple[13],
    inProgramme: tuple[14] === 1,
    members: tuple[15],
  };
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
  ];
}
function decodeHearing(tuple: HearingTuple): HearingEntry {
  const [hearingId, personId, date, time, zone, place, reportTime, reportZone, port, people] = tuple;
  return { hearingId, personId, date, time, zone, place, reportTime, reportZone, port, people };
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
        entry.people.map(encodePerson),
        entry.hearings.map(encodeHearing),
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
        people: tuple[4].map(decodePerson),
        hearings: tuple[5].map(decodeHearing),
        flags: tuple[6].map(([flag, count]) => ({ flag, count })),
        incomplete: tuple[7] === 1,
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
