/** What of a case needs somebody's look. Keys under `flags.` in the locales; the rules are those of shared/rules. */
import { valueOf } from '#shared/domain/base.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import { visibleFacts } from '#shared/domain/people.ts';
import type { Person } from '#shared/domain/person.ts';
import type { At } from '#shared/rules/finding.ts';
import { findAll, findForPeople, isInProgramme, openFindings } from '#shared/rules/triggers.ts';

interface CountedFlag {
  readonly flag: string;
  readonly count: number;
}

/** Hearings whose announcing papers name another day or hour than each other (J4), in the view of one person or all. */
function differingNotices(file: CaseFile, personId: string | null): number {
  const papers = visibleFacts(file, 'papers', personId);
  return visibleFacts(file, 'hearings', personId).filter((hearing) => {
    const announced = papers.filter(
      (paper) => paper.hearingId === hearing.id || hearing.announcedBy.includes(paper.id),
    );
    const dates = new Set(announced.flatMap((paper) => valueOf(paper.hearingDateWritten)?.value ?? []));
    const times = new Set(announced.flatMap((paper) => valueOf(paper.hearingTimeWritten) ?? []));
    return dates.size > 1 || times.size > 1;
  }).length;
}

/** Somebody in the programme who by nationality, a relative's nationality or a vulnerability may not belong in it. */
function mayNotBelong(file: CaseFile, person: Person): boolean {
  if (!isInProgramme(file, person.id)) return false;
  if (visibleFacts(file, 'vulnerabilities', person.id).length > 0) return true;
  return findForPeople(file).some((finding) => finding.people.includes(person.id));
}

export function personFlags(file: CaseFile, person: Person): string[] {
  const flags: string[] = [];
  if (differingNotices(file, person.id) > 0) flags.push('noticesDiffer');
  if (mayNotBelong(file, person)) flags.push('mayNotBelong');
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

/** A record that misses an item it needs to be counted: a fear event without its day or agency, a person without name. */
export function isIncomplete(file: CaseFile): boolean {
  const isNameless = Object.values(file.people).some(
    (person) => person.deleted === null && Object.keys(person.names).length === 0,
  );
  const events = Object.values(file.fearEvents).filter((event) => event.deleted === null);
  const lacksItem = events.some(
    (event) =>
      event.date.status !== 'answered' ||
      !Object.values(event.officers).some((officer) => officer.agency.status === 'answered'),
  );
  return isNameless || lacksItem;
}
