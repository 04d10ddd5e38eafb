/** Days on which the immigration courts are open. Closings by order (weather, shutdown) are not known here. */
import { addDays, daysInMonth, isoDay } from '#shared/domain/calendar.ts';
import { federalHolidays } from '#shared/reference/deadlines.ts';
import type { FederalHoliday } from '#shared/reference/types.ts';

/** Sunday 0 to Saturday 6 of YYYY-MM-DD. */
function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

function dayInYear(holiday: FederalHoliday, year: number): string | null {
  if (holiday.kind === 'observed' || (holiday.since !== null && year < holiday.since)) return null;
  if (holiday.kind === 'fixed') return isoDay(year, holiday.month, holiday.day);
  const days = Array.from({ length: daysInMonth(year, holiday.month) }, (_, index) =>
    isoDay(year, holiday.month, index + 1),
  ).filter((day) => weekdayOf(day) === holiday.weekday);
  return days.at(holiday.nth < 0 ? holiday.nth : holiday.nth - 1) ?? null;
}

/** The day on which a holiday is kept: one on a weekend moves as the reference says. */
function keptOn(day: string): string {
  const observed = federalHolidays.find((entry) => entry.kind === 'observed' && entry.weekday === weekdayOf(day));
  return observed?.kind === 'observed' ? addDays(day, observed.shift) : day;
}

/** Federal holidays (5 U.S.C. 6103) as kept in a year, sorted; New Year's Day of the next year may be among them. */
function holidaysIn(year: number): string[] {
  return [year, year + 1]
    .flatMap((one) => federalHolidays.flatMap((holiday) => dayInYear(holiday, one) ?? []))
    .map(keptOn)
    .filter((day) => day.startsWith(String(year)))
    .sort();
}

/** Whether the courts are open on YYYY-MM-DD: no weekend, no federal holiday. */
function isCourtDay(day: string): boolean {
  const weekday = weekdayOf(day);
  return weekday !== 0 && weekday !== 6 && !holidaysIn(Number(day.slice(0, 4))).includes(day);
}

/** The day itself when the courts are open, else the next (`step` 1) or the last one before (-1) on which they are. */
export function nearestCourtDay(day: string, step: 1 | -1): string {
  let found = day;
  while (!isCourtDay(found)) found = addDays(found, step);
  return found;
}
