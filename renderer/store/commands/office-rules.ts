/**
 * What an edit of the office file may not do. Who has access, and the role of who has it, change together with the
 * keys (access.ts), never by an edit. A practitioner's role for anybody else is given by whoever may grant. Wordings
 * are ticked as reviewed by a practitioner only.
 */
import type { Member, OfficeFile } from '#shared/domain/office.ts';
import { isPractitioner, type Role } from '#shared/domain/roles.ts';
import { AppError } from '#shared/errors.ts';
import { sameJson } from '#shared/vault/canonical.ts';
import type { Json } from '#shared/vault/vault.ts';

/** Whoever makes a change. `mayGrant`: a practitioner, or the owner while nobody with access is one. */
export interface Actor {
  readonly role: Role;
  readonly mayGrant: boolean;
}

/** Checks a change of the office file; throws `not-allowed` {what, role}. */
export function checkOffice(before: OfficeFile | null, after: OfficeFile, actor: Actor): void {
  if (before === null) return;
  const { role } = actor;
  for (const id of new Set([...Object.keys(before.members), ...Object.keys(after.members)])) {
    const [former, now] = [before.members[id], after.members[id]];
    if (touchesAccess(former, now)) throw new AppError('not-allowed', { what: 'slot', role });
    const isRoleGiven = former?.role !== now?.role || former?.roleGrantedBy !== now?.roleGrantedBy;
    const isPractitioners = [former, now].some((member) => member !== undefined && isPractitioner(member.role));
    if (isRoleGiven && isPractitioners && !actor.mayGrant) throw new AppError('not-allowed', { what: 'role', role });
  }
  const isReviewed = !sameJson(before.reviewed as Json, after.reviewed as Json);
  if (isReviewed && !isPractitioner(role)) throw new AppError('not-allowed', { what: 'reviewed', role });
}

/** Somebody with access stays in the office with slot and role; nobody gets access by an edit. */
function touchesAccess(former: Member | undefined, now: Member | undefined): boolean {
  if ((former?.slotId ?? null) !== (now?.slotId ?? null)) return true;
  if (former === undefined || former.slotId === null) return false;
  return now === undefined || now.role !== former.role || now.deleted !== null;
}
