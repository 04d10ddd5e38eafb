/** Documents of a case, or of all. */
import type { Id } from '#shared/domain/base.ts';
import type { DraftSummary } from '../contract.ts';
import type { DraftEntry } from '../index/entries.ts';
import type { OpenStore } from '../session/open-store.ts';

function summary(store: OpenStore, entry: DraftEntry): DraftSummary {
  const person = entry.personId === null ? undefined : store.index.people.get(entry.personId)?.person;
  const { caseId, templateId, title, personId, state, version, gaps, changedAt, signed } = entry;
  const name = person?.name ?? '';
  const initials = person?.initials ?? '';
  return {
    draftId: entry.id,
    caseId,
    templateId,
    title,
    personId,
    name,
    initials,
    state,
    version,
    gaps,
    changedAt,
    signed,
  };
}

/** Last changed first; taken-back ones left out. */
export function drafts(store: OpenStore, caseId: Id | null): DraftSummary[] {
  const found: DraftSummary[] = [];
  for (const entry of store.index.entries.drafts()) {
    if (entry.deleted || (caseId !== null && entry.caseId !== caseId)) continue;
    found.push(summary(store, entry));
  }
  return found.sort((a, b) => (a.changedAt === b.changedAt ? 0 : a.changedAt < b.changedAt ? 1 : -1));
}
