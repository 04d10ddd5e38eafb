/**
 * Read-back: the text that will be signed is read to the declarant paragraph by paragraph; only what changed since is
 * read again. Through interpreters each of them certifies (practice manual 3.3(a)); read in the document's own language
 * to somebody who understands it, the reader states so.
 */
import type { Id } from '#shared/domain/base.ts';
import type { DraftFile, DraftParagraph, ReadBack } from '#shared/domain/draft.ts';
import type { Person } from '#shared/domain/person.ts';
import { sameLanguage } from '#shared/reference/languages.ts';
import type { Side } from './build/sentences.ts';
import { hashText, paragraphHash, paragraphsInOrder, sideText } from './content-hash.ts';
import { readsWell } from './context.ts';

/** Signed in the client's language, with a certified English translation. */
export function isTranslated(draft: Pick<DraftFile, 'route'>): boolean {
  return draft.route === 'clientLanguageWithTranslation';
}

/** Tag of the language that is signed: English, or on the second route the document's own. */
export function signedTag(draft: Pick<DraftFile, 'route' | 'language'>): string {
  return isTranslated(draft) ? draft.language : 'en';
}

/** The column that is signed. */
export function signedSide(draft: Pick<DraftFile, 'route' | 'language'>): Side {
  return sameLanguage(signedTag(draft), 'es') ? 'es' : 'en';
}

/**
 * Whether a client's declaration has to be read to the person before it is signed: always, unless the record says
 * that the person reads well the language that will be signed. Other documents are not read back.
 */
export function needsReadBack(draft: Pick<DraftFile, 'templateId' | 'route' | 'language'>, person: Person): boolean {
  return draft.templateId === 'declaration' && !readsWell(person, signedTag(draft));
}

/**
 * Hash of what is read. Where English is signed that is both columns, because it is read through the other one; on
 * the second route the signed column alone: a better translation is not read to anybody again.
 */
export function readHash(draft: DraftFile, paragraph: DraftParagraph): string {
  if (!isTranslated(draft)) return paragraphHash(paragraph);
  const side = signedSide(draft);
  return hashText(JSON.stringify([side, sideText(paragraph.sides[side]?.inlines ?? [])]));
}

/**
 * A pair out of step keeps a paragraph from being ticked, because nobody knows which of the two was read. Not on the
 * second route while only the translation has yet to follow the signed text.
 */
export function mayTick(draft: DraftFile, paragraph: DraftParagraph): boolean {
  const { outOfStep } = paragraph;
  return outOfStep === null || (isTranslated(draft) && outOfStep === signedSide(draft));
}

/** Newest tick of a paragraph over all read-backs, if its text is still what was read. */
function isRead(draft: DraftFile, paragraph: DraftParagraph): boolean {
  const hash = readHash(draft, paragraph);
  return Object.values(draft.readBacks).some((one) => one.ticks[paragraph.id]?.textHash === hash);
}

/** Paragraphs that still have to be read, in order: never read, or changed since. */
export function paragraphsToRead(draft: DraftFile): DraftParagraph[] {
  return paragraphsInOrder(draft).filter((paragraph) => paragraph.kind !== 'heading' && !isRead(draft, paragraph));
}

/** The read-back with a paragraph ticked as read and understood at `at`; `corrected` when its text was changed now. */
export function tickParagraph(
  draft: DraftFile,
  readBack: ReadBack,
  paragraph: DraftParagraph,
  at: string,
  corrected = false,
): ReadBack {
  const tick = { paragraphId: paragraph.id, at, textHash: readHash(draft, paragraph), corrected };
  return { ...readBack, ticks: { ...readBack.ticks, [paragraph.id]: tick } };
}

/** Every paragraph was read as it stands now and the last read-back was ended. */
export function isReadBackComplete(draft: DraftFile): boolean {
  const all = Object.values(draft.readBacks);
  return all.length > 0 && all.every((one) => one.endedAt !== null) && paragraphsToRead(draft).length === 0;
}

/** Read in the document's own language: the one case in which nobody has to interpret. */
export function isOwnLanguage(draft: Pick<DraftFile, 'route' | 'language'>, readBack: ReadBack): boolean {
  return sameLanguage(readBack.language, signedTag(draft));
}

/** Languages of each interpreter when a document is read in `language`, in the order the words travel. */
export function relayLanguages(
  draft: Pick<DraftFile, 'route' | 'language'>,
  language: string,
): readonly (readonly [from: string, to: string])[] {
  const signed = signedTag(draft);
  if (sameLanguage(language, signed)) return [];
  if (sameLanguage(language, 'es') || sameLanguage(signed, 'es')) return [[language, signed]];
  return [
    [language, 'es'],
    ['es', signed],
  ];
}

export type CertificateItem = 'name' | 'address' | 'phone' | 'competence';

/** What each certificate still lacks (practice manual 3.3(a)); one certificate per interpreter. */
export function certificateGaps(
  draft: DraftFile,
): { index: number; name: string; readBackId: Id; missing: CertificateItem[] }[] {
  return interpretations(draft).flatMap(({ readBack, index }, place) => {
    const link = readBack.relay[index];
    if (!link) return [];
    const missing = (['name', 'address', 'phone', 'competence'] as const).filter((item) => link[item].trim() === '');
    return [{ index: place, name: link.name, readBackId: readBack.id, missing }];
  });
}

function inTime(draft: DraftFile): ReadBack[] {
  return Object.values(draft.readBacks).sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
}

/** The newest of each kind, at the place of the first: what was completed later is what is printed. */
function newestOfEach<T>(all: readonly T[], keyOf: (one: T) => string): T[] {
  return [...new Map(all.map((one) => [keyOf(one), one])).values()];
}

/**
 * Each interpreter who has to certify, once: over all read-backs, because a later one may read only the paragraphs
 * that changed, with somebody else interpreting. Who interpreted in person and later by telephone certifies each.
 */
export function interpretations(draft: DraftFile): { readBack: ReadBack; index: number }[] {
  const all = inTime(draft).flatMap((readBack) => readBack.relay.map((link, index) => ({ readBack, index, link })));
  const keyOf = ({ readBack, link }: (typeof all)[number]): string =>
    [link.name.trim(), link.from, link.to, readBack.language, readBack.medium].join('\n');
  return newestOfEach(all, keyOf).map(({ readBack, index }) => ({ readBack, index }));
}

/** Each read-back that a reader states, once per reader, language and way of reading. */
export function readings(draft: DraftFile): ReadBack[] {
  const all = inTime(draft).filter((one) => one.relay.length === 0 && isOwnLanguage(draft, one));
  return newestOfEach(all, (one) => [one.reader?.name.trim() ?? '', one.language, one.medium].join('\n'));
}

/** Ids of the interpreters of the office in the relay, in order. */
export function interpretersOf(readBack: ReadBack): Id[] {
  return readBack.relay.flatMap((link) => link.interpreterId ?? []);
}
