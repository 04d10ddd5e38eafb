/** What is wrong with one field, as a code; the text comes from `errors.<code>`. */
import { asKey, useT } from '#renderer/i18n/i18n.ts';
import type { ErrorDetail } from '#shared/errors.ts';

export interface Problem {
  readonly code: string;
  readonly detail?: ErrorDetail;
}

/** The sentence of a problem in the language of the screen, or null. A string is already a sentence. */
export function useProblemText(problem: Problem | string | null | undefined): string | null {
  const t = useT();
  if (problem === null || problem === undefined) return null;
  return typeof problem === 'string' ? problem : t(asKey(`errors.${problem.code}`), problem.detail);
}
