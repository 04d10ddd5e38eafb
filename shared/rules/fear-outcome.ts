/** What came of a fear event, as one code of resources/reference/fear-outcomes.json. */
import { type Id, valueOf } from '#shared/domain/base.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import type { FearEvent } from '#shared/domain/fear.ts';
import { fearStated, isPreempted } from './fear-rules.ts';

export type FearOutcome =
  | 'notAsked'
  | 'askedNoFear'
  | 'statedNotReferred'
  | 'preempted'
  | 'referred'
  | 'positive'
  | 'negative'
  | 'administrativelyClosed'
  | 'pending'
  | 'withdrawn'
  | 'neverTold'
  | 'unknown';

/** The outcome for one person (null: for the event as recorded). `unknown` also while nothing is answered. */
export function fearOutcomeOf(file: CaseFile, event: FearEvent, personId: Id | null): FearOutcome {
  const interview = valueOf(event.interviewOutcome);
  if (valueOf(event.interviewHeld) === 'yes') return interview ?? 'pending';
  if (isPreempted(file, event, personId)) return 'preempted';
  if (valueOf(event.referred) === 'yes' || valueOf(event.preScreenOutcome) === 'referred') return 'referred';
  const stated = fearStated(event);
  if (stated === true && valueOf(event.referred) === 'no') return 'statedNotReferred';
  if (stated === false && valueOf(event.officerAsked) === 'no') return 'notAsked';
  if (stated === false && valueOf(event.officerAsked) === 'yes' && valueOf(event.statedFear) === 'no')
    return 'askedNoFear';
  return 'unknown';
}
