/** Partial dates: bounds, order and comparison (features.md SR2, CP9). */
import type { PartialDate } from './base.ts';
import { addDays, addMonths, daysInMonth, isoDay } from './calendar.ts';

export { parsePartialDate } from './partial-date-parse.ts';

export const unknownPartialDate: PartialDate = { value: '', precision: 'unknown' };

/** An exact day. */
export function exactDay(value: string): PartialDate {
  return { value: value.slice(0, 10), precision: 'day' };
}

/** First and last day of the period that `value` names; null when the date is unknown. */
function period(date: PartialDate): { first: string; last: string } | null {
  if (date.value === '') return null;
  const [year = 0, month, day] = date.value.split('-').map(Number);
  if (month === undefined) return { first: isoDay(year, 1, 1), last: isoDay(year, 12, 31) };
  if (day === undefined) return { first: isoDay(year, month, 1), last: isoDay(year, month, daysInMonth(year, month)) };
  return { first: date.value, last: date.value };
}

/**
 * The earliest and latest day that the date can mean; null on a side that is open. "about" widens by a week for a
 * day, a month for a month, a year for a year.
 */
export function dateBounds(date: PartialDate): { earliest: string | null; latest: string | null } {
  const span = period(date);
  if (!span || date.precision === 'unknown') return { earliest: null, latest: null };
  if (date.precision === 'before') return { earliest: null, latest: addDays(span.first, -1) };
  if (date.precision === 'after') return { earliest: addDays(span.last, 1), latest: null };
  if (date.precision !== 'about') return { earliest: span.first, latest: span.last };
  if (date.value.length === 10) return { earliest: addDays(span.first, -7), latest: addDays(span.last, 7) };
  const months = date.value.length === 7 ? 1 : 12;
  const lastMonth = addMonths(`${span.last.slice(0, 7)}-01`, months);
  const [year = 0, month = 1] = lastMonth.split('-').map(Number);
  return { earliest: addMonths(span.first, -months), latest: isoDay(year, month, daysInMonth(year, month)) };
}

/**
 * Text that sorts dates: "before X" ahead of X, a year ahead of its months, a month ahead of its days, "about March"
 * inside March (so between February and April), "after X" behind X, unknown last.
 */
export function dateSortKey(date: PartialDate | undefined): string {
  const span = date ? period(date) : null;
  if (!date || !span) return '9999-99-99#9';
  if (date.precision === 'before') return `${span.first}#0`;
  if (date.precision === 'after') return `${span.last}#8`;
  const rank = { 4: 1, 7: 3, 10: 5 }[date.value.length] ?? 5;
  return `${span.first}#${date.precision === 'about' ? rank + 1 : rank}`;
}

/** Negative, zero or positive for sorting; unknown and missing dates last. */
export function comparePartialDates(a: PartialDate | undefined, b: PartialDate | undefined): number {
  const [left, right] = [dateSortKey(a), dateSortKey(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Whether both dates can mean one and the same day. An unknown date contradicts nothing. */
export function datesCanAgree(a: PartialDate, b: PartialDate): boolean {
  const [left, right] = [dateBounds(a), dateBounds(b)];
  if (left.latest !== null && right.earliest !== null && left.latest < right.earliest) return false;
  return !(right.latest !== null && left.earliest !== null && right.latest < left.earliest);
}

/** The day itself when the date is exact, else null. */
export function asExactDay(date: PartialDate | undefined): string | null {
  return date?.precision === 'day' ? date.value : null;
}

/** Whether the date can lie in the days `from`..`to` (YYYY-MM-DD, inclusive). */
export function dateCanLieIn(date: PartialDate, from: string, to: string): boolean {
  const { earliest, latest } = dateBounds(date);
  return (earliest === null || earliest <= to) && (latest === null || latest >= from);
}
