/** Which of several records that follow one another in time stands now: programme status, representation. */
import { type PartialDate, valueOf } from '#shared/domain/base.ts';
import type { ProgrammeStatus, Representation } from '#shared/domain/hearing.ts';
import { dateSortKey } from '#shared/domain/partial-date.ts';

interface Following {
  readonly id: string;
  readonly recorded: { readonly at: string };
}
type FromOf<T> = (fact: T) => PartialDate | undefined;

export function programmeFrom(one: ProgrammeStatus): PartialDate | undefined {
  return valueOf(one.from);
}
export function representationFrom(one: Representation): PartialDate | undefined {
  return one.from ?? undefined;
}

/** The beginning as a key that sorts; null when nobody knows it. */
function startKey<T>(fact: T, fromOf: FromOf<T>): string | null {
  const from = fromOf(fact);
  return from === undefined || from.value === '' ? null : dateSortKey(from);
}

/**
 * The record that stands: the last one written down, unless it began before the one that stood until then (somebody
 * writes down afterwards what was earlier). A record without a beginning is taken to follow what was known before it.
 */
export function standingOf<T extends Following>(facts: readonly T[], fromOf: FromOf<T>): T | undefined {
  const asWritten = [...facts].sort((a, b) => (`${a.recorded.at} ${a.id}` < `${b.recorded.at} ${b.id}` ? -1 : 1));
  return asWritten.reduce<T | undefined>((stands, next) => {
    if (stands === undefined) return next;
    const [before, after] = [startKey(stands, fromOf), startKey(next, fromOf)];
    return before !== null && after !== null && after < before ? stands : next;
  }, undefined);
}

/** The one that stands first, then the others from the latest to the earliest; those without a beginning at the end. */
export function standingFirst<T extends Following>(facts: readonly T[], fromOf: FromOf<T>): T[] {
  const stands = standingOf(facts, fromOf);
  const key = (fact: T): string => `${startKey(fact, fromOf) ?? ''} ${fact.recorded.at} ${fact.id}`;
  const others = facts.filter((fact) => fact !== stands).sort((a, b) => (key(a) < key(b) ? 1 : -1));
  return stands === undefined ? others : [stands, ...others];
}
