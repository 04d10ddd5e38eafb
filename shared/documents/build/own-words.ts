/** Whose words a record holds: nobody's sentence goes into another person's mouth. */
import type { Id, Source } from '#shared/domain/base.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import { type FactBase, isMinorOn } from '#shared/domain/people.ts';

/** What an officer said is the same whoever of those present tells it. */
const wordsOfOfficers: ReadonlySet<string> = new Set(['askedWords', 'officerResponse', 'refusalReason']);

type Told = FactBase & { readonly source: Source; readonly recorded: { readonly at: string } };

/** Who told a record about several people: the first of them who was not a child when it was written down. */
export function tellerOfRecord(file: CaseFile, fact: Told): Id | null {
  const people = fact.about.flatMap((personId) => file.people[personId] ?? []);
  const grown = people.find((person) => isMinorOn(person, fact.recorded.at.slice(0, 10)) !== true);
  return (grown ?? people[0])?.id ?? null;
}

/**
 * Whether `speakerId` may quote the words in `field` as the own ones. Words that an observer or a third person
 * reported are nobody's own; of several people only the one who told it owns them, or who has words that differ.
 */
export function mayQuote(file: CaseFile, fact: Told, speakerId: Id, field: string): boolean {
  if (fact.exceptions[speakerId]?.[field] !== undefined) return true;
  if (wordsOfOfficers.has(field)) return true;
  if (fact.source.kind === 'observer' || fact.source.kind === 'toldByOther') return false;
  return tellerOfRecord(file, fact) === speakerId;
}
