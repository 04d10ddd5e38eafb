/**
 * Who may give roles: a practitioner; while the office has none, its owner (whoever is at work), which the record
 * shows. Wordings are ticked as reviewed by a practitioner only.
 */
import { isPractitioner, type OfficeFile, type Role } from '#shared/domain/office.ts';
import { AppError } from '#shared/errors.ts';
import { sameJson } from '#shared/vault/canonical.ts';
import type { Json } from '#shared/vault/vault.ts';

function hasPractitioner(office: OfficeFile): boolean {
  return Object.values(office.members).some((member) => member.deleted === null && isPractitioner(member.role));
}

/** Checks a change of the office file; throws `not-allowed` {what, role}. */
export function checkOffice(before: OfficeFile | null, after: OfficeFile, role: Role): void {
  if (before === null || isPractitioner(role)) return;
  const isRoleGiven = Object.values(after.members).some(
    (member) => isPractitioner(member.role) && before.members[member.id]?.role !== member.role,
  );
  if (isRoleGiven && hasPractitioner(before)) throw new AppError('not-allowed', { what: 'role', role });
  if (!sameJson(before.reviewed as Json, after.reviewed as Json))
    throw new AppError('not-allowed', { what: 'reviewed', role });
}
