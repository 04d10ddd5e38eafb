/** Rows of the lists, made from index entries for a given day. */
import type { ClientRow } from '../contract.ts';
import type { CaseEntry, PersonEntry } from './entries.ts';

/** The first open hearing on or after a day (YYYY-MM-DD); a month or year counts until it is over. */
export function nextHearing(person: PersonEntry, day: string): string {
  return person.hearings.find((date) => date >= day.slice(0, date.length)) ?? '';
}

export function clientRow(entry: CaseEntry, person: PersonEntry, day: string): ClientRow {
  return {
    personId: person.personId,
    caseId: entry.id,
    officeNumber: entry.officeNumber,
    name: person.name,
    initials: person.initials,
    aNumber: person.aNumbers[0] ?? '',
    aNumberState: person.aNumbers.length > 0 ? 'has' : person.aNumberState,
    languages: person.languages,
    placeNow: person.placeNow,
    port: person.port,
    nextHearing: nextHearing(person, day),
    lastContact: person.lastContact,
    flags: person.flags,
    familySize: entry.people.length,
    createdAt: person.createdAt,
  };
}

const DAY = 86_400_000;
/** Whole days from one day (YYYY-MM-DD…) to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / DAY);
}
/** The day some days after another. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}

/** Days that the questions of a list are compared with, worked out once for all its rows. */
export interface DayLimits {
  readonly day: string;
  readonly soon: string;
  readonly hearingUntil: string;
  readonly silentSince: string;
}
export function dayLimits(day: string): DayLimits {
  return {
    day,
    soon: dayAfter(day, SOON),
    hearingUntil: dayAfter(day, HEARING_WITHIN),
    silentSince: dayAfter(day, -SILENT_FOR),
  };
}

/** Hearings this near are "soon", in days. */
const SOON = 14;
/** A hearing this many days ahead makes it matter that somebody was not reached … */
const HEARING_WITHIN = 60;
/** … for this many days. */
const SILENT_FOR = 14;

/**
 * Whether somebody with a hearing in the next 60 days was not really reached for 14 days; a person just taken in was
 * there, so the intake counts as a contact.
 */
export function isUnreached(person: PersonEntry, limits: DayLimits): boolean {
  const hearing = nextHearing(person, limits.day);
  if (hearing === '' || hearing > limits.hearingUntil) return false;
  const last = person.lastContact > person.createdAt ? person.lastContact : person.createdAt;
  return last.slice(0, 10) <= limits.silentSince;
}
