/**
 * By when papers are to be filed before a hearing. Where the sources differ every reading is given, the earliest first;
 * an order of the judge prevails over all of them, and nothing here decides which reading holds.
 */
import { addDays } from '#shared/domain/calendar.ts';
import { filingDeadlines } from '#shared/reference/deadlines.ts';
import { nearestCourtDay } from './court-days.ts';

export interface FilingReading {
  readonly ruleId: string;
  /** Days before the hearing; the day before it is day 1. */
  readonly days: number;
  /** Last day by the rule: a day on which the court is closed moves to the next open one (8 CFR 1001.1(h)). */
  readonly due: string;
  /** The open day before a closed one, for the cautious; `due` itself where nothing moved. */
  readonly safe: string;
}

/**
 * Readings for a hearing on `hearingDay` (YYYY-MM-DD), by the day that is safe. Empty where the reference has no rule:
 * bond and other hearings, and the detained docket, for which the court sets the day. An unknown docket ('') is read as
 * the non-detained one.
 */
export function filingReadings(hearingDay: string, kind: string, docket: string): FilingReading[] {
  if (docket === 'detained') return [];
  return filingDeadlines
    .filter((rule) => rule.hearing === kind)
    .filter((rule) => (rule.effectiveFrom ?? '') <= hearingDay && hearingDay <= (rule.effectiveTo ?? '9999'))
    .map((rule) => {
      const last = addDays(hearingDay, -rule.days);
      return {
        ruleId: rule.id,
        days: rule.days,
        due: nearestCourtDay(last, 1),
        safe: nearestCourtDay(last, -1),
      };
    })
    .sort((a, b) => (a.safe < b.safe ? -1 : 1));
}
