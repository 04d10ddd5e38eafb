/** Resets: each hearing names the one that replaced it, so that the whole chain can be read from any of them. */
import type { Id } from './base.ts';
import type { CaseFile } from './case-file.ts';
import type { Hearing } from './hearing.ts';

type WithHearings = Pick<CaseFile, 'hearings'>;

/** The hearing that replaced this one; null when none did, or when that one was taken back. */
export function replacedBy(file: WithHearings, hearing: Hearing): Hearing | null {
  const next = hearing.resetTo === null ? undefined : file.hearings[hearing.resetTo];
  return next === undefined || next.deleted !== null || next.id === hearing.id ? null : next;
}

/** The hearings of one chain, first to last, without those taken back; a loop in the data ends it. */
export function hearingChain(file: WithHearings, hearingId: Id): Hearing[] {
  const live = Object.values(file.hearings).filter((one) => one.deleted === null);
  const before = (id: Id): Hearing | undefined => live.find((one) => replacedBy(file, one)?.id === id);
  const seen = new Set<Id>([hearingId]);
  let first = live.find((one) => one.id === hearingId);
  for (let earlier = before(hearingId); earlier && !seen.has(earlier.id); earlier = before(earlier.id)) {
    seen.add(earlier.id);
    first = earlier;
  }
  const chain: Hearing[] = [];
  for (let at: Hearing | null = first ?? null; at !== null && !chain.includes(at); at = replacedBy(file, at))
    chain.push(at);
  return chain;
}
