/** A hearing on both sides of the border: the hour to report at the port and the hour in court, each by its own clock. */
import type { Language } from '#renderer/i18n/i18n.ts';
import type { HearingRow } from '#renderer/store/contract.ts';
import { formatWeekday } from '#shared/domain/format.ts';
import { minutesOf } from '#shared/domain/time-of-day.ts';
import { shortMonths } from '#shared/domain/date-words.ts';

/** Reporting before this hour means travelling by night. */
const nightEnds = 6 * 60;

/** "Thu 26 Nov", "jue 26 nov". */
export function shortDay(iso: string, language: Language): string {
  const month = shortMonths[language][Number(iso.slice(5, 7)) - 1] ?? '';
  return `${formatWeekday(iso, language).slice(0, 3)} ${Number(iso.slice(8, 10))} ${month}`;
}

export function isBeforeDawn(row: HearingRow): boolean {
  return row.reportTime !== '' && minutesOf(row.reportTime) < nightEnds;
}

/** Hearings by day, in the order they came. */
export function byDay(rows: readonly HearingRow[]): readonly (readonly [string, readonly HearingRow[]])[] {
  const days = new Map<string, HearingRow[]>();
  for (const row of rows) days.set(row.date, [...(days.get(row.date) ?? []), row]);
  return [...days];
}

/** The city of a zone as people know it: "America/Ciudad_Juarez" → "Ciudad Juarez". */
export function zoneCity(zone: string): string {
  return (zone.split('/').at(-1) ?? '').replaceAll('_', ' ');
}
