/** The office file: who works here and what belongs to no single case. Names the user and the wordings of the office. */
import { z } from 'zod';
import { collection, id, instant, languageTag, recorded, tombstone } from './base.ts';
import { schemaVersion } from './case-file.ts';
import { role } from './roles.ts';

/** Somebody of the office. `slotId` links to the passphrase slot by which this person unlocks. */
export const member = z.strictObject({
  id,
  name: z.string().default(''),
  role,
  /** How the role came: declared by the first person, granted by a practitioner, or by the owner while there is none. */
  roleGrantedBy: z.enum(['declared', 'practitioner', 'owner']).default('declared'),
  barNumber: z.string().default(''),
  barState: z.string().default(''),
  eoirId: z.string().default(''),
  email: z.string().default(''),
  phone: z.string().default(''),
  slotId: id.nullable().default(null),
  recorded,
  deleted: tombstone,
});
export type Member = z.infer<typeof member>;

/** Interpreter or translator with the sentence on competence that the certificate prints. */
export const interpreter = z.strictObject({
  id,
  name: z.string(),
  address: z.string().default(''),
  phone: z.string().default(''),
  pairs: z.array(z.strictObject({ from: languageTag, to: languageTag })).default([]),
  competence: z.string().default(''),
  recorded,
  deleted: tombstone,
});
export type Interpreter = z.infer<typeof interpreter>;

export const officeFile = z.strictObject({
  kind: z.literal('office'),
  schemaVersion: z.literal(schemaVersion),
  id,
  name: z.string().default(''),
  address: z.array(z.string()).default([]),
  phone: z.string().default(''),
  email: z.string().default(''),
  /** Prefix and counter for office file numbers, e.g. 2019-088. */
  numberPrefix: z.string().default(''),
  members: collection(member),
  interpreters: collection(interpreter),
  /** Wordings an attorney of this office ticked as reviewed: template id → who, when, hash of the text. */
  reviewed: z.record(z.string(), z.strictObject({ by: z.string(), at: instant, hash: z.string() })).default({}),
  /** Overrides of reference data: dataset → key → replacement, with who and when. */
  overrides: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
  createdAt: instant,
  /** Of before each sheet had its own day: counts for the sheets in `sheets` without one; written no more. */
  recoverySheet: z
    .strictObject({ madeAt: instant.nullable().default(null), confirmedAt: instant.nullable().default(null) })
    .prefault({}),
  /**
   * Recovery sheets in force by their slot: whose, when made and when one group was typed back. The header decides which
   * there are.
   */
  sheets: z
    .record(id, z.strictObject({ holder: id, madeAt: instant, confirmedAt: instant.nullable().optional() }))
    .optional(),
});
export type OfficeFile = z.infer<typeof officeFile>;

/**
 * ISO instant at which one group of this sheet was typed back, or null. A sheet whose own day was never kept counts by
 * the one day of the vault.
 */
export function sheetConfirmedAt(office: OfficeFile | null, slotId: string): string | null {
  const own = office?.sheets?.[slotId]?.confirmedAt;
  return own === undefined ? (office?.recoverySheet.confirmedAt ?? null) : own;
}
