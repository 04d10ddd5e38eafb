/** Report time and hearing time of a hearing on both sides of the border. */
import type { Id } from '#shared/domain/base.ts';
import { valueOf } from '#shared/domain/base.ts';
import { daysBetween } from '#shared/domain/calendar.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import type { Hearing } from '#shared/domain/hearing.ts';
import { replacedBy } from '#shared/domain/hearing-chain.ts';
import { asExactDay } from '#shared/domain/partial-date.ts';
import { visibleFacts } from '#shared/domain/people.ts';
import { minutesOf } from '#shared/domain/time-of-day.ts';
import { cityAcross, placeZone } from '#shared/reference/places.ts';
import { practiceFigure } from '#shared/reference/practice.ts';
import { type BothClocks, bothClocks, instantOf, inZone, moveClock, type WallClock } from './clock.ts';

/** Zone of the hearing: as recorded, else of the hearing place; null when neither is known. */
export function hearingZone(hearing: Hearing): string | null {
  return hearing.zone ?? zoneOfPlace(hearing.hearingPlace);
}

/** Zone of the port to report at: as recorded, else of the port; null when neither is known. */
export function reportZone(hearing: Hearing): string | null {
  return hearing.reportZone ?? zoneOfPlace(hearing.portToReport);
}

function zoneOfPlace(place: Hearing['hearingPlace']): string | null {
  const code = valueOf(place)?.code;
  return code ? placeZone(code) : null;
}

/** The client's zone: of the place where the person is now, else of the city across the port; null when unknown. */
export function clientZone(file: CaseFile, personId: Id | null, hearing: Hearing): string | null {
  const person = personId ? file.people[personId] : undefined;
  const now = person ? valueOf(person.placeNow)?.code : null;
  const portCode = valueOf(hearing.portToReport)?.code;
  return (now ? placeZone(now) : null) ?? (portCode ? (cityAcross(portCode)?.zone ?? null) : null);
}

export interface HearingClocks {
  /** Hearing at its place and where the client waits; null while date, time or a zone is missing. */
  readonly hearing: BothClocks | null;
  /** Report time at the port and where the client waits. */
  readonly report: BothClocks | null;
  /** Report time is after the hearing began: one of the two was written down wrong. */
  readonly reportAfterHearing: boolean;
  /** Report time before 6 a.m. where the client waits, or at the port when the client's clock is unknown. */
  readonly early: boolean;
}

function both(date: string | null, time: string | undefined, zone: string | null, other: string | null) {
  if (!date || !time || !zone) return null;
  return bothClocks({ date, time, zone }, other ?? zone);
}

/** Both clocks of a hearing for a client in `client` (IANA zone; null = unknown, then only the place's clock). */
export function hearingClocks(hearing: Hearing, client: string | null): HearingClocks {
  const date = asExactDay(valueOf(hearing.date));
  const at = both(date, valueOf(hearing.time), hearingZone(hearing), client);
  const report = both(date, valueOf(hearing.reportTime), reportZone(hearing), client);
  const reportTime = report?.there.time ?? valueOf(hearing.reportTime);
  return {
    hearing: at,
    report,
    reportAfterHearing: at !== null && report !== null && instantOf(report.here) > instantOf(at.here),
    early: reportTime !== undefined && isEarlyReport(reportTime),
  };
}

/** Before 6 a.m., when shelters are locked and the street is least safe (a figure of practice, not a rule). */
export function isEarlyReport(time: string): boolean {
  return minutesOf(time) < practiceFigure('earlyReportBefore');
}

/**
 * Suggested report time at the port, four hours before the hearing (CBP practice; "read it from the sheet"), on the
 * port's clock; null while the hearing's date, time or a zone is missing.
 */
export function suggestReportTime(hearing: Hearing): WallClock | null {
  const date = asExactDay(valueOf(hearing.date));
  const time = valueOf(hearing.time);
  const zone = hearingZone(hearing);
  const port = reportZone(hearing) ?? zone;
  if (!date || !time || !zone || !port) return null;
  return moveClock(inZone({ date, time, zone }, port), -60 * practiceFigure('reportHoursBefore'));
}

/** The next hearing of a person (null: of the case) on or after `today` (YYYY-MM-DD), or null. */
export function nextHearing(file: CaseFile, personId: Id | null, today: string): Hearing | null {
  const ahead = visibleFacts(file, 'hearings', personId)
    .filter((hearing) => replacedBy(file, hearing) === null)
    .flatMap((hearing) => {
      const date = asExactDay(valueOf(hearing.date));
      return date && date >= today ? [{ hearing, key: `${date} ${valueOf(hearing.time) ?? '24'}` }] : [];
    })
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  return ahead[0]?.hearing ?? null;
}

/** The last time somebody reached the person (null: anybody of the case): instant, or null when never. */
export function lastContact(file: CaseFile, personId: Id | null): string | null {
  const answeredAt = visibleFacts(file, 'attempts', personId)
    .filter((attempt) => attempt.result === 'answered')
    .map((attempt) => attempt.at)
    .sort();
  return answeredAt.at(-1) ?? null;
}

/** Whole days from an instant to `now` (both ISO 8601 in UTC); for "last contact 5 days". */
export function wholeDaysSince(instant: string, now: string): number {
  return Math.floor((Date.parse(now) - Date.parse(instant)) / 86_400_000);
}

/** Days from `today` to the hearing, or null without an exact date. */
export function daysToHearing(hearing: Hearing, today: string): number | null {
  const date = asExactDay(valueOf(hearing.date));
  return date ? daysBetween(today, date) : null;
}
