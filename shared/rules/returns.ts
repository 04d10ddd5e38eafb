/** Returns to Mexico of a person, and what must not have been true on that day. */
import type { Id, PartialDate } from '#shared/domain/base.ts';
import { valueOf } from '#shared/domain/base.ts';
import { addDays } from '#shared/domain/calendar.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import { comparePartialDates, dateBounds, dateCanLieIn } from '#shared/domain/partial-date.ts';
import { factFor, liveFacts } from '#shared/domain/people.ts';
import type { Person } from '#shared/domain/person.ts';
import { practiceFigure } from '#shared/reference/practice.ts';
import { vulnerabilityByCode } from '#shared/reference/programme.ts';
import { type Hit, hit, type Why, why } from './finding.ts';
import { helpKeptBack, knownScreenings, shownBy } from './screening-items.ts';

export interface ReturnEvent {
  readonly collection: 'fearEvents' | 'encounters';
  readonly id: Id;
  readonly date: PartialDate | undefined;
  /** Port or place that sent the person back, when known by code. */
  readonly placeCode: string | null;
}

/** Every return of the person to Mexico, from encounters and from fear events that ended in one, in date order. */
export function returnsOf(file: CaseFile, personId: Id): ReturnEvent[] {
  const fromEncounters = liveFacts(file, 'encounters')
    .filter((one) => one.kind === 'returnToMexico' && one.about.includes(personId))
    .map((one): ReturnEvent => {
      const own = factFor(one, personId);
      return {
        collection: 'encounters',
        id: own.id,
        date: valueOf(own.date),
        placeCode: valueOf(own.port)?.code ?? valueOf(own.from)?.code ?? null,
      };
    });
  const fromFear = liveFacts(file, 'fearEvents')
    .filter((one) => one.about.includes(personId) && valueOf(factFor(one, personId).returned) === 'yes')
    .map((one): ReturnEvent => {
      const own = factFor(one, personId);
      return {
        collection: 'fearEvents',
        id: own.id,
        date: valueOf(own.returnedOn) ?? valueOf(own.date),
        placeCode: valueOf(own.place)?.code ?? null,
      };
    });
  return [...fromEncounters, ...fromFear].sort((a, b) => comparePartialDates(a.date, b.date));
}

/**
 * Whether a return on `date` lies inside the pregnancy (SR30): from 280 days before the due date to the due date.
 * Null when the due date is not known.
 */
export function insidePregnancy(person: Person, date: PartialDate | undefined): boolean | null {
  const due = valueOf(person.dueDate);
  const latest = due ? (dateBounds(due).latest ?? dateBounds(due).earliest) : null;
  if (!latest || !date || date.precision === 'unknown') return null;
  return dateCanLieIn(date, addDays(latest, -practiceFigure('pregnancyDays')), latest);
}

/** A return of a pregnant woman; outside the window of the due date there is none. */
export function pregnantReturned(person: Person, date: PartialDate | undefined): Hit | null {
  const inside = insidePregnancy(person, date);
  if (inside === true) return hit(['returned'], why('returnedInPregnancy'));
  const pregnantNow = valueOf(person.pregnant) === 'yes';
  return inside === null && pregnantNow ? hit(['returned'], why('returnedPregnantDueUnknown')) : null;
}

/**
 * A return of a person with a known vulnerability, by a finding or by a screening; one that CBP did not know of triggers
 * nothing. After an interview (`interviewed`) also of a child or another person from whom needed help was kept back (SR8).
 */
export function vulnerableReturned(file: CaseFile, personId: Id, interviewed: boolean): Hit | null {
  const isVulnerable = (code: string) => vulnerabilityByCode(code)?.vulnerable === true;
  const found = liveFacts(file, 'vulnerabilities')
    .filter((one) => one.about.includes(personId) && valueOf(factFor(one, personId).toldToCbp) !== 'no')
    .map((one) => one.code);
  const screened = knownScreenings(file, personId);
  const codes = [...found, ...screened.flatMap(shownBy)].filter(isVulnerable);
  const whys: Why[] = [...new Set(codes)].map((code) => why('vulnerableReturned', { code }));
  const withoutHelp = screened.filter((made) => interviewed && helpKeptBack(made) === true).flatMap(shownBy);
  whys.push(...[...new Set(withoutHelp)].map((code) => why('interviewedWithoutHelp', { code })));
  if (whys.length === 0) return null;
  return hit(withoutHelp.length > 0 ? ['interviewHeld', 'returned'] : ['returned'], ...whys);
}

/** Whether the child was born after the first return of a person of the case and before a later crossing (SR31). */
export function bornDuringWait(file: CaseFile, child: Person): boolean {
  const birth = valueOf(child.birth.date);
  if (!birth || birth.precision === 'unknown') return false;
  const firstReturn = Object.keys(file.people)
    .filter((personId) => personId !== child.id)
    .flatMap((personId) => returnsOf(file, personId))
    .map((event) => event.date)
    .filter((date) => date !== undefined)
    .sort(comparePartialDates)[0];
  return firstReturn !== undefined && comparePartialDates(birth, firstReturn) >= 0;
}
