/** The life of a document: which step may come next, and whose role allows it (design: domain-2 §9.1 rule 1). */
import type { DraftFile, lifeStates } from '#shared/domain/draft.ts';
import { isPractitioner, type Role } from '#shared/domain/roles.ts';
import type { DocumentKind } from './notation/template.ts';

export type LifeState = (typeof lifeStates)[number];
export type StepRefusal = 'practitionerOnly' | 'notReady';

const following: Readonly<Record<LifeState, readonly LifeState[]>> = {
  draft: ['readBack', 'readyToSign'],
  readBack: ['draft', 'readyToSign'],
  readyToSign: ['draft', 'printed', 'signed'],
  printed: ['draft', 'signed'],
  signed: ['draft', 'readyToFile'],
  readyToFile: ['draft', 'filed'],
  filed: ['served', 'accepted', 'rejected'],
  served: ['accepted', 'rejected'],
  accepted: [],
  rejected: ['draft', 'readyToFile'],
};

/** State of a draft: its last step, or `draft` before any. */
export function lifeOf(draft: DraftFile): LifeState {
  const steps = Object.values(draft.life).sort((a, b) =>
    a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1,
  );
  return steps.at(-1)?.state ?? 'draft';
}

/** Frozen: text and facts of the version no longer change; a change begins a new version (`draft` again). */
export function isFrozen(state: LifeState): boolean {
  return state !== 'draft' && state !== 'readBack';
}

export interface LifeSituation {
  readonly state: LifeState;
  readonly kind: DocumentKind;
  /** A request to DHS made as representative: treated as a court filing is. */
  readonly asRepresentative: boolean;
  readonly role: Role;
  /** The named list is empty, or what is left of it was overridden. */
  readonly isReady: boolean;
}

/** Whether only a practitioner may take a step: every step to file, and to make ready a court filing. */
export function needsPractitioner(next: LifeState, kind: DocumentKind, asRepresentative: boolean): boolean {
  if (next === 'readyToFile') return true;
  return next === 'readyToSign' && (kind === 'courtFiling' || asRepresentative);
}

/** The steps that may follow, each allowed or with the reason why not; steps out of order are not listed. */
export function nextSteps(situation: LifeSituation): { state: LifeState; refusal: StepRefusal | null }[] {
  const { state, kind, asRepresentative, role, isReady } = situation;
  return following[state].map((next) => {
    if (needsPractitioner(next, kind, asRepresentative) && !isPractitioner(role))
      return { state: next, refusal: 'practitionerOnly' as const };
    if (next === 'readyToSign' && !isReady) return { state: next, refusal: 'notReady' as const };
    return { state: next, refusal: null };
  });
}
