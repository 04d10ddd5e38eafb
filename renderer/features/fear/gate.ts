/** When "what this adds up to" opens: the account is told and every step was gone through, answered or not. */
import { type FearEvent, type FearStep, fearSteps } from '#shared/domain/fear.ts';

/** Steps nobody has gone through yet; the account counts as gone through when it is marked told. */
export function stepsLeft(event: Pick<FearEvent, 'accountTold' | 'doneSteps'>): FearStep[] {
  return fearSteps.filter((step) => (step === 'account' ? !event.accountTold : !event.doneSteps.includes(step)));
}
