/** A case as lists show it: one entry per person, the hearings, what needs a look. */
import { valueOf, type Answer, type PartialDate, type Place } from '#shared/domain/base.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import type { Hearing } from '#shared/domain/hearing.ts';
import { replacedBy } from '#shared/domain/hearing-chain.ts';
import { allNames, displayName, formatName } from '#shared/domain/format.ts';
import { peopleInOrder, visibleFacts } from '#shared/domain/people.ts';
import type { Person } from '#shared/domain/person.ts';
import { isCaseIncomplete } from '#shared/rules/completeness.ts';
import { openReferrals } from '#shared/rules/referral.ts';
import { programmeFrom, standingOf } from '#shared/rules/standing.ts';
import type { CaseEntry, EntryHead, HearingEntry, PersonEntry, ReferralEntry } from './entries.ts';
import { caseFlags, personFlags } from './flags.ts';

/** Code of a known place, else what was typed; '' when not answered. */
export function placeText(given: Answer<Place>): string {
  const place = valueOf(given);
  if (place === undefined) return '';
  return place.code ?? place.text;
}

function dateText(given: Answer<PartialDate>): string {
  return valueOf(given)?.value ?? '';
}

/** The fact with the latest date; facts without a date precede all others, ties go by id. */
function latestBy<T extends { readonly id: string }>(facts: readonly T[], dateOf: (fact: T) => string): T | undefined {
  return [...facts].sort((a, b) => {
    const [left, right] = [`${dateOf(a)} ${a.id}`, `${dateOf(b)} ${b.id}`];
    return left < right ? 1 : -1;
  })[0];
}

function placeNow(file: CaseFile, person: Person): string {
  const told = placeText(person.placeNow);
  if (told !== '') return told;
  const stays = visibleFacts(file, 'stays', person.id).filter((stay) => {
    const end = valueOf(stay.endCause);
    return valueOf(stay.until) === undefined && (end === undefined || end === 'stillThere');
  });
  const last = latestBy(stays, (stay) => dateText(stay.from));
  return last === undefined ? '' : placeText(last.place);
}

function isOpenHearing(file: CaseFile, hearing: Hearing): boolean {
  return replacedBy(file, hearing) === null && hearing.appeared.status !== 'answered' && dateText(hearing.date) !== '';
}

function lastContact(file: CaseFile, personId: string): string {
  return visibleFacts(file, 'attempts', personId)
    .filter((attempt) => attempt.result === 'answered')
    .reduce((latest, attempt) => (attempt.at > latest ? attempt.at : latest), '');
}

function bestLanguagesFirst(person: Person): string[] {
  const rank = (skill: Person['languages'][string]): number =>
    (skill.best ? 0 : 4) + { well: 0, some: 1, no: 2 }[skill.speaks];
  return Object.values(person.languages)
    .filter((skill) => skill.speaks !== 'no' || skill.understands !== 'no')
    .sort((a, b) => rank(a) - rank(b) || (a.tag < b.tag ? -1 : 1))
    .map((skill) => skill.tag);
}

/** Numbers in use first, replaced ones after, each by its digits. */
function aNumbersOf(person: Person): string[] {
  return Object.values(person.aNumbers)
    .sort((a, b) => Number(a.replaced) - Number(b.replaced) || (a.digits < b.digits ? -1 : 1))
    .map((number) => number.digits);
}

function personEntry(file: CaseFile, person: Person): PersonEntry {
  const [, ...otherNames] = allNames(person);
  const programme = standingOf(visibleFacts(file, 'programme', person.id), programmeFrom);
  const representation = visibleFacts(file, 'representation', person.id);
  const practitioners = representation.flatMap((fact) => fact.practitionerId ?? []);
  return {
    personId: person.id,
    name: displayName(person),
    otherNames,
    initials: formatName(person, 'initials'),
    aNumbers: aNumbersOf(person),
    aNumberState: person.aNumberState,
    languages: bestLanguagesFirst(person),
    placeNow: placeNow(file, person),
    port: programme === undefined ? '' : placeText(programme.portOfReturn),
    hearings: visibleFacts(file, 'hearings', person.id)
      .filter((hearing) => isOpenHearing(file, hearing))
      .map((hearing) => dateText(hearing.date))
      .sort(),
    lastContact: lastContact(file, person.id),
    flags: personFlags(file, person),
    birth: dateText(person.birth.date),
    createdAt: person.recorded.at,
    inProgramme: programme?.status === 'in' || programme?.status === 'windDown',
    members: [...new Set([person.recorded.by, ...practitioners])].sort(),
  };
}

function hearingEntry(hearing: Hearing): HearingEntry {
  return {
    hearingId: hearing.id,
    personId: hearing.about[0] ?? '',
    date: dateText(hearing.date),
    time: valueOf(hearing.time) ?? '',
    zone: hearing.zone ?? '',
    place: placeText(hearing.hearingPlace),
    reportTime: valueOf(hearing.reportTime) ?? '',
    reportZone: hearing.reportZone ?? '',
    port: placeText(hearing.portToReport),
    people: hearing.about.length,
    kind: valueOf(hearing.kind) ?? '',
    docket: valueOf(hearing.detainedLabel) ?? '',
  };
}

/** A hearing told alone stands on Today under its own person only, so it is taken from that person's view. */
function hearingsOf(file: CaseFile, people: readonly Person[]): HearingEntry[] {
  const joint = visibleFacts(file, 'hearings', null);
  const alone = people.flatMap((person) =>
    visibleFacts(file, 'hearings', person.id).filter((hearing) => hearing.notForFamily),
  );
  const byId = new Map([...joint, ...alone].map((hearing) => [hearing.id, hearing]));
  return [...byId.values()]
    .filter((hearing) => isOpenHearing(file, hearing))
    .map(hearingEntry)
    .sort((a, b) => (a.date + a.hearingId < b.date + b.hearingId ? -1 : 1));
}

/** Like hearings: one told alone stands under its own person only. */
function referralsOf(file: CaseFile, people: readonly Person[]): ReferralEntry[] {
  const joint = openReferrals(file, null);
  const alone = people.flatMap((person) => openReferrals(file, person.id).filter(({ event }) => event.notForFamily));
  const byId = new Map([...joint, ...alone].map((open) => [open.event.id, open]));
  return [...byId.values()]
    .map(({ event, dueOn }) => ({ factId: event.id, personId: event.about[0] ?? '', dueOn }))
    .sort((a, b) => (a.dueOn + a.factId < b.dueOn + b.factId ? -1 : 1));
}

/** `conflicts`: how many values two laptops wrote differently. */
export function caseEntry(file: CaseFile, head: EntryHead, conflicts: number): CaseEntry {
  const people = peopleInOrder(file);
  const flags = caseFlags(file);
  return {
    ...head,
    kind: 'case',
    officeNumber: file.officeNumber,
    createdAt: file.createdAt,
    people: people.map((person) => personEntry(file, person)),
    hearings: hearingsOf(file, people),
    referrals: referralsOf(file, people),
    flags: conflicts > 0 ? [...flags, { flag: 'twoValues', count: conflicts }] : flags,
    incomplete: isCaseIncomplete(file),
  };
}
