/** Figures of practice behind suggestions and warnings; none is a rule of law. */
import data from '#resources/reference/practice-figures.json' with { type: 'json' };
import type { PracticeFigure } from './types.ts';

const entries = data.entries as readonly PracticeFigure[];

export type FigureId =
  | 'reportHoursBefore'
  | 'earlyReportBefore'
  | 'unreachedDays'
  | 'pregnancyDays'
  | 'noReferralDays'
  | 'lateNoticeMinutes';

/** Value of a figure; throws for an id that the reference lacks (a bug). */
export function practiceFigure(figureId: FigureId): number {
  const entry = entries.find((candidate) => candidate.id === figureId);
  if (!entry) throw new Error(`no figure ${figureId}`);
  return entry.value;
}
