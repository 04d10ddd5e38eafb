/** Days of the calendar as text (YYYY-MM-DD), without a clock and without a time zone. */

/** Days in a month (1-12) of a year. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Whether year-month-day exists in the calendar and lies in the years that this app accepts (1900-2100). */
export function isRealDay(year: number, month: number, day: number): boolean {
  if (year < 1900 || year > 2100 || month < 1 || month > 12) return false;
  return day >= 1 && day <= daysInMonth(year, month);
}

/** YYYY-MM-DD, or null when the text is not a real day. */
export function readIsoDay(text: string): { year: number; month: number; day: number } | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isRealDay(year, month, day) ? { year, month, day } : null;
}

export function isoDay(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function toUtc(day: string): number {
  const [year = 0, month = 1, date = 1] = day.slice(0, 10).split('-').map(Number);
  return Date.UTC(year, month - 1, date);
}

/** The day `count` days after (negative: before) `day`; both YYYY-MM-DD. */
export function addDays(day: string, count: number): string {
  const moved = new Date(toUtc(day) + count * 86_400_000);
  return isoDay(moved.getUTCFullYear(), moved.getUTCMonth() + 1, moved.getUTCDate());
}

/** Whole days from `from` to `to`; negative when `to` is earlier. Accepts days and instants (their first 10 letters). */
export function daysBetween(from: string, to: string): number {
  return Math.round((toUtc(to) - toUtc(from)) / 86_400_000);
}

/** Same day of the month `months` later, or the last day of that month. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.slice(0, 10).split('-').map(Number);
  const index = year * 12 + (month - 1) + months;
  const newYear = Math.floor(index / 12);
  const newMonth = (index % 12) + 1;
  return isoDay(newYear, newMonth, Math.min(date, daysInMonth(newYear, newMonth)));
}
