/**
 * Sensitive admissions in a text, for the attorney to look at before it is made ready to sign: ransom or other
 * payments, re-entry, false papers, a child brought across. Found in the facts behind a paragraph and in its words.
 */
import type { CaseFile } from '#shared/domain/case-file.ts';
import type { DraftFile, DraftParagraph } from '#shared/domain/draft.ts';
import { isMinorOn } from '#shared/domain/people.ts';
import { asExactDay } from '#shared/domain/partial-date.ts';
import { type AdmissionKind, admissionKinds, admissionsInText } from '#shared/rules/admissions.ts';
import { known } from './build/teller.ts';
import { paragraphHash, paragraphsInOrder, sideText } from './content-hash.ts';

export interface Admission {
  /** Key under `admissionsSeen`; changes with the text, so that a changed paragraph is looked at again. */
  readonly key: string;
  readonly kind: AdmissionKind;
  readonly paragraphId: string;
  readonly number: number;
  readonly isSeen: boolean;
}

function fromFacts(file: CaseFile, paragraph: DraftParagraph): AdmissionKind[] {
  return paragraph.facts.flatMap(({ ref }): AdmissionKind[] => {
    const harm = ref.collection === 'harms' ? file.harms[ref.id] : undefined;
    if (harm && known(harm.paid) === 'yes') return ['payment'];
    const crossing = ref.collection === 'encounters' ? file.encounters[ref.id] : undefined;
    if (crossing?.kind !== 'crossing') return [];
    const day = asExactDay(known(crossing.date)) ?? '';
    const withChild =
      crossing.about.length > 1 &&
      crossing.about.some((id) => {
        const person = file.people[id];
        return person !== undefined && day !== '' && isMinorOn(person, day) === true;
      });
    const isLater = Object.values(file.encounters).some(
      (other) =>
        other.id !== crossing.id &&
        other.deleted === null &&
        other.kind === 'crossing' &&
        (asExactDay(known(other.date)) ?? '9') < day,
    );
    return [...(withChild ? (['childBrought'] as const) : []), ...(isLater ? (['reEntry'] as const) : [])];
  });
}

/** Every admission found, in the order of the text. A list for a person to look at, not a judgement. */
export function findAdmissions(draft: DraftFile, file: CaseFile): Admission[] {
  let number = 0;
  return paragraphsInOrder(draft).flatMap((paragraph) => {
    if (paragraph.kind === 'numbered') number += 1;
    const text = [paragraph.sides.en, paragraph.sides.es]
      .map((side) => (side ? sideText(side.inlines) : ''))
      .join('\n');
    const found = new Set([...fromFacts(file, paragraph), ...admissionsInText(text).map((one) => one.kind)]);
    const hash = paragraphHash(paragraph).slice(0, 12);
    return admissionKinds
      .filter((kind) => found.has(kind))
      .map((kind): Admission => {
        const key = `${kind}:${paragraph.id}:${hash}`;
        return { key, kind, paragraphId: paragraph.id, number, isSeen: key in draft.admissionsSeen };
      });
  });
}
