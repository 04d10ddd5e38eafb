/** Roles of the people of an office. Alone in its file: the main process knows them and no record of a client. */
import { z } from 'zod';

export const roles = ['attorney', 'accreditedRepresentative', 'paralegal', 'advocate', 'intakeVolunteer'] as const;
export const role = z.enum(roles);
export type Role = z.infer<typeof role>;

/** Practitioners in the sense of 8 CFR 1001.1(i),(k): only they mark a court filing ready to file. */
export function isPractitioner(given: Role): boolean {
  return given === 'attorney' || given === 'accreditedRepresentative';
}
