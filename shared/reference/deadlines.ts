/** Days by which papers are to be filed, and the days on which the courts are closed, as dated data. */
import holidayData from '#resources/reference/federal-holidays.json' with { type: 'json' };
import filingData from '#resources/reference/filing-deadlines.json' with { type: 'json' };
import type { FederalHoliday, FilingDeadline } from './types.ts';

export const filingDeadlines = filingData.entries as readonly FilingDeadline[];
export const federalHolidays = holidayData.entries as readonly FederalHoliday[];
