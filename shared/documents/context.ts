/** What a document is made from: the case, the office, the draft, and the templates. */
import type { Id } from '#shared/domain/base.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import type { DraftFile, ReadBack } from '#shared/domain/draft.ts';
import type { Hearing } from '#shared/domain/hearing.ts';
import type { Member, OfficeFile } from '#shared/domain/office.ts';
import type { Person } from '#shared/domain/person.ts';
import { nextHearing } from '#shared/deadlines/hearing-clock.ts';
import { sameLanguage } from '#shared/reference/languages.ts';
import type { TemplateLibrary } from './library.ts';

export interface DocumentContext {
  readonly draft: DraftFile;
  readonly file: CaseFile;
  readonly office: OfficeFile | null;
  readonly library: TemplateLibrary;
  /** YYYY-MM-DD. */
  readonly today: string;
}

/** The client of the document: the first person it is about. */
export function clientOf({ draft, file }: Pick<DocumentContext, 'draft' | 'file'>): Person | null {
  const id = draft.about[0];
  return id ? (file.people[id] ?? null) : null;
}

/** Who signs for the office, or null. */
export function memberOf({ draft, office }: Pick<DocumentContext, 'draft' | 'office'>): Member | null {
  return draft.memberId ? (office?.members[draft.memberId] ?? null) : null;
}

/** The hearing that was chosen for the document, else the client's next one on or after today. */
export function hearingOf({ draft, file, today }: Pick<DocumentContext, 'draft' | 'file' | 'today'>): Hearing | null {
  const chosen: Id | undefined = draft.fields.hearingId;
  if (chosen) return file.hearings[chosen] ?? null;
  return nextHearing(file, draft.about[0] ?? null, today);
}

/** The read-back that counts: the one started last. */
export function lastReadBack(draft: DraftFile): ReadBack | null {
  const all = Object.values(draft.readBacks).sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
  return all.at(-1) ?? null;
}

/**
 * Whether a person reads a language well, as far as the record says: reading of that language recorded as good, and
 * not at the same time "cannot read" or "reads a little". What nobody asked is not good reading.
 */
export function readsWell(person: Person, tag: string): boolean {
  const { canRead } = person;
  if (canRead.status === 'answered' && canRead.value !== 'yes') return false;
  return Object.values(person.languages).some((skill) => skill.reads === 'well' && sameLanguage(skill.tag, tag));
}

/** Whether the record says that a person understands a language well when it is spoken. */
export function understandsWell(person: Person, tag: string): boolean {
  return Object.values(person.languages).some((skill) => skill.understands === 'well' && sameLanguage(skill.tag, tag));
}
