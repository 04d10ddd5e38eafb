/** The choices of a fear event in the language of the screen. */
import { agencies, silenceReasons } from '#shared/domain/fear.ts';
import type { Key, Vars } from '#renderer/i18n/i18n.ts';

type T = (key: Key, vars?: Vars) => string;

function list<V extends string>(values: readonly V[], label: (value: V) => string): { value: V; label: string }[] {
  return values.map((value) => ({ value, label: label(value) }));
}

export const agencyOptions = (t: T) => list(agencies, (v) => t(`fear.agency.${v}`));
export const silenceOptions = (t: T) => list(silenceReasons, (v) => t(`fear.silence.${v}`));
export const legalStepOptions = (t: T) =>
  list(['firstProcessing', 'reEntryForHearing', 'afterHearing', 'interview', 'other'] as const, (v) =>
    t(`fear.legalStep.${v}`),
  );
export const mediumOptions = (t: T) => list(['inPerson', 'telephone', 'video'] as const, (v) => t(`fear.medium.${v}`));
export const askedOptions = (t: T) => list(['yes', 'no'] as const, (v) => t(`fear.asked.${v}`));
export const statedOptions = (t: T) =>
  list(['volunteered', 'whenAsked', 'no', 'prevented'] as const, (v) => t(`fear.stated.${v}`));
export const understoodOptions = (t: T) => list(['all', 'part', 'none'] as const, (v) => t(`fear.understood.${v}`));
export const questionOptions = (t: T) =>
  list(['yes', 'part', 'no', 'notRecorded'] as const, (v) => t(`fear.questionUnderstood.${v}`));
export const interpreterKindOptions = (t: T) =>
  list(['official', 'telephone', 'officer', 'family', 'otherPerson'] as const, (v) => t(`fear.interpreterKind.${v}`));
export const qualityOptions = (t: T) => list(['good', 'poor', 'stopped'] as const, (v) => t(`fear.quality.${v}`));
export const documentsOptions = (t: T) =>
  list(['accepted', 'refused', 'none'] as const, (v) => t(`fear.documents.${v}`));
export const restraintOptions = (t: T) =>
  list(['handcuffs', 'legIrons', 'waistChain', 'zipTies', 'other'] as const, (v) => t(`fear.restraint.${v}`));
export const duringOptions = (t: T) =>
  list(['interview', 'transport', 'holding', 'other'] as const, (v) => t(`fear.during.${v}`));
export const counselOptions = (t: T) =>
  list(['present', 'telephone', 'refused', 'notNeeded'] as const, (v) => t(`fear.counsel.${v}`));
export const preScreenOptions = (t: T) =>
  list(['referred', 'notReferred', 'neverTold'] as const, (v) => t(`fear.preScreen.${v}`));
export const interviewOptions = (t: T) =>
  list(['positive', 'negative', 'administrativelyClosed', 'withdrawn', 'pending', 'neverTold'] as const, (v) =>
    t(`fear.interview.${v}`),
  );
export const togetherOptions = (t: T) => list(['together', 'apart'] as const, (v) => t(`fear.together.${v}`));
