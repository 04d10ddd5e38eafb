/** Whether an attorney of this office confirmed a wording; shown to the office, never printed on a client's copy. */
import type { OfficeFile } from '#shared/domain/office.ts';
import { hashText } from './content-hash.ts';
import type { Template } from './notation/template.ts';

export type ReviewState = 'reviewed' | 'notReviewed' | 'changedSince';

/** Key under `office.reviewed`, e.g. `en/hearing-letter`. */
export function reviewKey(template: Template): string {
  return `${template.language}/${template.id}`;
}

/** A review is bound to the hash of the template's text: a changed wording is not reviewed. */
export function reviewState(template: Template, office: OfficeFile | null): ReviewState {
  if (template.reviewed) return 'reviewed';
  const review = office?.reviewed[reviewKey(template)];
  if (!review) return 'notReviewed';
  return review.hash === hashText(template.text) ? 'reviewed' : 'changedSince';
}
