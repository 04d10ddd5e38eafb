/** Who of a separated family is away from the others. */
import type { Id } from '#shared/domain/base.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import type { Separation } from '#shared/domain/person.ts';

/**
 * People whom a separation took away from the others: those with a place of their own on record. While it says of
 * nobody where they are, or of everybody, it cannot tell who was taken from whom, and all of them are apart.
 */
export function peopleApart(separation: Separation): Id[] {
  const placed = separation.people.filter((personId) => (separation.whereNow[personId] ?? '').trim() !== '');
  return placed.length > 0 ? placed : [...separation.people];
}

/** Everybody of a case who is apart now: by a separation that is neither taken back nor ended. */
export function apartNow(file: CaseFile): ReadonlySet<Id> {
  const open = Object.values(file.separations).filter(
    (one) => one.deleted === null && one.reunited.status !== 'answered',
  );
  return new Set(open.flatMap(peopleApart));
}
