/** Fear that was stated and of which nobody has recorded a referral (SR11). */
import { type Id, valueOf } from '#shared/domain/base.ts';
import { addDays } from '#shared/domain/calendar.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import type { FearEvent } from '#shared/domain/fear.ts';
import { dateBounds } from '#shared/domain/partial-date.ts';
import { visibleFacts } from '#shared/domain/people.ts';
import { practiceFigure } from '#shared/reference/practice.ts';
import { fearStated, interviewOnRecord } from './fear-rules.ts';

export interface OpenReferral {
  readonly event: FearEvent;
  /** YYYY-MM-DD from which it is a task: the office's number of days after the latest day the event can have been. */
  readonly dueOn: string;
}

/** Events whose referral is open, in the view of a person or the joint one. Without a date nothing falls due. */
export function openReferrals(file: CaseFile, personId: Id | null): OpenReferral[] {
  return visibleFacts(file, 'fearEvents', personId).flatMap((event) => {
    const date = valueOf(event.date);
    const latest = date === undefined ? null : dateBounds(date).latest;
    const isOpen = event.referred.status === 'notAsked' || event.referred.status === 'unknown';
    if (latest === null || !isOpen || fearStated(event) !== true || valueOf(event.preScreenOutcome) !== undefined)
      return [];
    if (event.about.some((one) => interviewOnRecord(file, event, one))) return [];
    return { event, dueOn: addDays(latest, practiceFigure('noReferralDays')) };
  });
}
