/** A paper announces one hearing at most, and the hearing names the papers that announced it: both sides in one commit. */
import type { Id } from '#shared/domain/base.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import { liveFacts } from '#shared/domain/people.ts';
import type { Change } from '#renderer/store/contract.ts';
import { withChanges } from '#renderer/store/with-changes.ts';

/**
 * What changes when a paper is said to announce a hearing (or none): the paper's own link, and the lists of the hearings
 * that gain or lose it. What is right already is not written again.
 */
export function linkPaper(file: CaseFile, paperId: Id, hearingId: Id | null): Change[] {
  const changes: Change[] = [];
  const paper = file.papers[paperId];
  if (paper !== undefined && paper.hearingId !== hearingId) {
    changes.push({ path: ['papers', paperId, 'hearingId'], value: hearingId });
  }
  for (const hearing of liveFacts(file, 'hearings')) {
    const announces = hearing.announcedBy.includes(paperId);
    if (announces === (hearing.id === hearingId)) continue;
    const others = hearing.announcedBy.filter((one) => one !== paperId);
    const value = announces ? others : [...others, paperId];
    changes.push({ path: ['hearings', hearing.id, 'announcedBy'], value });
  }
  return changes;
}

/** What changes when a paper is ticked or unticked on the page of a hearing. */
export function tickPaper(file: CaseFile, hearingId: Id, paperId: Id, isTicked: boolean): Change[] {
  if (isTicked) return linkPaper(file, paperId, hearingId);
  const linked = file.papers[paperId]?.hearingId ?? null;
  // A paper that names another hearing keeps it.
  const keeps = linked === hearingId ? null : linked;
  const changes = linkPaper(file, paperId, keeps);
  return changes.filter(({ path }) => path[0] === 'papers' || path[1] === hearingId);
}

/** What changes beside the list itself when the papers that announced a hearing are these. */
export function tickPapers(file: CaseFile, hearingId: Id, papers: readonly Id[]): Change[] {
  const before = file.hearings[hearingId]?.announcedBy ?? [];
  const turned = [...new Set([...before, ...papers])].filter(
    (paperId) => before.includes(paperId) !== papers.includes(paperId),
  );
  const changes: Change[] = [];
  // Each from the case as the one before leaves it: two papers may leave the same hearing.
  for (const paperId of turned) {
    changes.push(...tickPaper(withChanges(file, changes), hearingId, paperId, papers.includes(paperId)));
  }
  return changes.filter(({ path }) => !(path[0] === 'hearings' && path[1] === hearingId));
}
