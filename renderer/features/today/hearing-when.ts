/** A hearing on both sides of the border: the hour to report at the port and the hour in court, each by its own clock. */
import { inZone, zoneResolves } from '#shared/deadlines/clock.ts';
import { isEarlyReport } from '#shared/deadlines/hearing-clock.ts';
import { cityAcross, placeShort } from '#shared/reference/places.ts';
import type { Language } from '#renderer/i18n/i18n.ts';
import type { HearingRow } from '#renderer/store/contract.ts';
import { formatWeekday } from '#shared/domain/format.ts';
import { shortMonths } from '#shared/domain/date-words.ts';

/** "Thu 26 Nov", "jue 26 nov". */
export function shortDay(iso: string, language: Language): string {
  const month = shortMonths[language][Number(iso.slice(5, 7)) - 1] ?? '';
  return `${formatWeekday(iso, language).slice(0, 3)} ${Number(iso.slice(8, 10))} ${month}`;
}

export function isBeforeDawn(row: HearingRow): boolean {
  return row.reportTime !== '' && isEarlyReport(row.reportTime);
}

/** Hearings by day, in the order they came. */
export function byDay(rows: readonly HearingRow[]): readonly (readonly [string, readonly HearingRow[]])[] {
  const days = new Map<string, HearingRow[]>();
  for (const row of rows) days.set(row.date, [...(days.get(row.date) ?? []), row]);
  return [...days];
}

export interface Across {
  readonly report: string;
  readonly hearing: string;
  /** Mexican city across from the port. */
  readonly city: string;
}

/** The same hours on the Mexican side; null when the port, the day or the zone data do not tell. */
export function acrossTimes(row: HearingRow, language: Language): Across | null {
  const city = cityAcross(row.port);
  if (city === null || row.date.length !== 10 || !zoneResolves(city.zone)) return null;
  const there = (time: string, zone: string): string =>
    time === '' || zone === '' ? '' : inZone({ date: row.date, time, zone }, city.zone).time;
  const report = there(row.reportTime, row.reportZone);
  const hearing = there(row.hearingTime, row.hearingZone);
  return report === '' && hearing === '' ? null : { report, hearing, city: placeShort(city.code, language) };
}
