/** "Who you are", typed at the first start, and the office file made from it. */
import { z } from 'zod';
import type { Id } from '#shared/domain/base.ts';
import { schemaVersion } from '#shared/domain/case-file.ts';
import type { FileOf } from '#shared/domain/files.ts';
import { officeFile } from '#shared/domain/office.ts';
import { role, type Role } from '#shared/domain/roles.ts';
import { AppError } from '#shared/errors.ts';

const text = z.string().default('');
/** JSON that the unlock window passes to `unlock.begin` for a new vault. Everything but the role may come later. */
export const setup = z.object({
  language: z.enum(['en', 'es']).default('en'),
  member: z.object({
    name: text,
    role,
    barNumber: text,
    barState: text,
    eoirId: text,
    email: text,
    phone: text,
  }),
  office: z
    .object({ name: text, address: z.array(z.string()).default([]), phone: text, email: text, numberPrefix: text })
    .prefault({}),
});
export type Setup = z.infer<typeof setup>;

/** Reads setup bytes; null stands for the sample vault's invented attorney. Throws `bad-request`. */
export function readSetup(bytes: Uint8Array | null): Setup {
  if (bytes === null) return setup.parse({ member: { name: '', role: 'attorney' } });
  let raw: unknown;
  try {
    raw = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new AppError('bad-request', { field: 'setup' });
  }
  const parsed = setup.safeParse(raw);
  if (!parsed.success) throw new AppError('bad-request', { field: parsed.error.issues[0]?.path.join('.') ?? 'setup' });
  return parsed.data;
}

export interface NewOffice {
  readonly officeId: Id;
  readonly memberId: Id;
  readonly slotId: Id;
  readonly device: Id;
  readonly role: Role;
  /** ISO instant. */
  readonly at: string;
}

/** The office with its first person, whose role is the one declared. */
export function newOffice(given: NewOffice, details: Setup | null): FileOf<'office'> {
  const { officeId, memberId, slotId, device, role: declared, at } = given;
  const capacity = declared === 'advocate' || declared === 'intakeVolunteer' ? 'ownOrganisation' : 'underCounsel';
  const recorded = { by: memberId, at, device, capacity };
  const member = { ...details?.member, id: memberId, role: declared, roleGrantedBy: 'declared', slotId, recorded };
  return officeFile.parse({
    ...details?.office,
    kind: 'office',
    schemaVersion,
    id: officeId,
    members: { [memberId]: member },
    createdAt: at,
  });
}
