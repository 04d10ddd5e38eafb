/** What of a case needs somebody's look, as lists show it. The rules are those of shared/rules, as on the client page. */
import type { CaseFile } from '#shared/domain/case-file.ts';
import { visibleFacts } from '#shared/domain/people.ts';
import type { Person } from '#shared/domain/person.ts';
import type { At } from '#shared/rules/finding.ts';
import { mayNotBelong, noticesDiffer } from '#shared/rules/flags.ts';
import { findAll, openFindings } from '#shared/rules/triggers.ts';

interface CountedFlag {
  readonly flag: string;
  readonly count: number;
}

/** Hearings whose papers name another day or hour (J4), in the view of one person or all. The language is not kept. */
function differingNotices(file: CaseFile, personId: string | null): number {
  return visibleFacts(file, 'hearings', personId).filter(
    (hearing) => noticesDiffer(file, hearing, 'en', personId) !== null,
  ).length;
}

export function personFlags(file: CaseFile, person: Person): string[] {
  const flags: string[] = [];
  if (differingNotices(file, person.id) > 0) flags.push('noticesDiffer');
  if (mayNotBelong(file, person.id).some(({ people }) => people.includes(person.id))) flags.push('mayNotBelong');
  return flags;
}

/** Whether a finding stands on a fact that everybody of the case may see. */
function isJoint(file: CaseFile, at: At): boolean {
  if (at.collection === 'people' || at.collection === 'separations') return true;
  return file[at.collection][at.id]?.notForFamily === false;
}

/** Flags of the whole case: facts told alone do not count here. */
export function caseFlags(file: CaseFile): CountedFlag[] {
  const flags = [{ flag: 'noticesDiffer', count: differingNotices(file, null) }];
  const undecided = openFindings(file, findAll(file)).filter(({ at }) => isJoint(file, at));
  flags.push({ flag: 'undecided', count: undecided.length });
  return flags.filter(({ count }) => count > 0);
}
