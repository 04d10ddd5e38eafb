/**
 * What may be done to a document. From *ready to sign* on its text is frozen; a later change begins a new version
 * with a step back to draft. Versions and steps of its life are never changed or taken back. Only a practitioner
 * (8 CFR 1001.1(i),(k)) marks ready to file or overrides an item of the list.
 */
import type { DraftFile } from '#shared/domain/draft.ts';
import { isPractitioner, type Role } from '#shared/domain/roles.ts';
import { AppError } from '#shared/errors.ts';
import { sameJson } from '#shared/vault/canonical.ts';
import type { Json } from '#shared/vault/vault.ts';
import { lifeState } from '../index/draft-entry.ts';

/** States in which the text may be worked on. */
const open: ReadonlySet<string> = new Set(['draft', 'readBack']);
/** What a finalised version stands on. */
const content = [
  'templateId',
  'title',
  'about',
  'memberId',
  'route',
  'language',
  'facts',
  'fields',
  'signingPlace',
  'paragraphs',
  'readBacks',
  'overrides',
  'caseId',
] as const satisfies readonly (keyof DraftFile)[];

function same(left: unknown, right: unknown): boolean {
  return sameJson(left as Json | undefined, right as Json | undefined);
}

/** Keeps what was final: a version but for its signed scan coming back, and every step of its life. */
function finalStays(before: DraftFile, after: DraftFile): boolean {
  for (const [id, version] of Object.entries(before.versions)) {
    const now = after.versions[id];
    if (now === undefined) return false;
    const scan = version.signedScan ?? now.signedScan;
    if (!same({ ...version, signedScan: scan }, now)) return false;
  }
  return Object.entries(before.life).every(([id, step]) => same(step, after.life[id]));
}

/**
 * Checks a change of a document; `before` null when it is new. Throws `draft-frozen` {state} and
 * `not-allowed` {what, role}.
 */
export function checkDraft(before: DraftFile | null, after: DraftFile, role: Role): void {
  if (before !== null) {
    const state = lifeState(before);
    const wasFrozen = !open.has(state);
    const isReopened = open.has(lifeState(after));
    const isChanged = content.some((field) => !same(before[field], after[field]));
    if (!finalStays(before, after) || (wasFrozen && isChanged && !isReopened))
      throw new AppError('draft-frozen', { state });
  }
  if (isPractitioner(role)) return;
  const newSteps = Object.values(after.life).filter(({ id }) => before?.life[id] === undefined);
  if (newSteps.some(({ state }) => state === 'readyToFile'))
    throw new AppError('not-allowed', { what: 'readyToFile', role });
  const isOverridden = Object.entries(after.overrides).some(([id, given]) => !same(before?.overrides[id], given));
  if (isOverridden) throw new AppError('not-allowed', { what: 'override', role });
}
