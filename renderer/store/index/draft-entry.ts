/** A document as lists show it. */
import type { DraftFile } from '#shared/domain/draft.ts';
import type { DraftEntry, EntryHead } from './entries.ts';

type LifeStep = DraftFile['life'][string];

/** Where a document stands: the last step of its life, 'draft' before any. */
export function lifeState(draft: Pick<DraftFile, 'life'>): LifeStep['state'] {
  let last: LifeStep | null = null;
  for (const step of Object.values(draft.life)) {
    const isLater = last === null || step.at > last.at || (step.at === last.at && step.id > last.id);
    if (isLater) last = step;
  }
  return last?.state ?? 'draft';
}

/** Gaps on paper: the side with more of them counts. */
function gapsOf(draft: DraftFile): number {
  let gaps = 0;
  for (const paragraph of Object.values(draft.paragraphs)) {
    if (paragraph.deleted !== null) continue;
    const sides = Object.values(paragraph.sides).map(
      (side) => side.inlines.filter((inline) => inline.type === 'gap').length,
    );
    gaps += Math.max(0, ...sides);
  }
  return gaps;
}

export function draftEntry(draft: DraftFile, head: EntryHead): DraftEntry {
  const versions = Object.values(draft.versions);
  const newest = versions.reduce((highest, version) => Math.max(highest, version.number), 0);
  return {
    ...head,
    kind: 'draft',
    caseId: draft.caseId,
    templateId: draft.templateId,
    title: draft.title,
    personId: draft.about[0] ?? null,
    state: lifeState(draft),
    version: newest,
    gaps: gapsOf(draft),
    signed: versions.some((version) => version.number === newest && version.signedScan !== null),
    deleted: draft.deleted !== null,
  };
}
