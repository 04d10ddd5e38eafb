/** New, unanswered items of a fear event; ids are given by the caller. */
import type { Id } from '#shared/domain/base.ts';
import {
  interpreterLink,
  officer,
  questionUnderstood,
  restraint,
  signedPaper,
  type FearEvent,
  type Officer,
} from '#shared/domain/fear.ts';

export function blankOfficer(id: Id): Officer {
  return officer.parse({ id });
}

/** A link that goes on where the relay stands: from the language reached so far into Spanish, then English. */
export function blankLink(id: Id, event: FearEvent, ownLanguage: string): FearEvent['interpreters'][string] {
  const links = Object.values(event.interpreters).sort((a, b) => a.order - b.order);
  const from = links.at(-1)?.to ?? ownLanguage;
  const to = from === 'es' ? 'en' : 'es';
  return interpreterLink.parse({ id, order: links.length + 1, kind: 'otherPerson', from, to });
}

export function blankQuestion(id: Id, event: FearEvent): FearEvent['questions'][string] {
  const last = Object.values(event.questions).reduce((max, question) => Math.max(max, question.order), 0);
  return questionUnderstood.parse({ id, order: last + 1 });
}

export function blankRestraint(id: Id, personId: Id): FearEvent['restraints'][string] {
  return restraint.parse({ id, personId, kind: 'handcuffs', during: 'interview' });
}

export function blankSignedPaper(id: Id): FearEvent['signedPapers'][string] {
  return signedPaper.parse({ id });
}
