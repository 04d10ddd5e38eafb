/** Read-back: the text is read to the declarant paragraph by paragraph; only what changed since is read again. */
import type { Id } from '#shared/domain/base.ts';
import type { DraftFile, DraftParagraph, ReadBack } from '#shared/domain/draft.ts';
import { paragraphHash, paragraphsInOrder } from './content-hash.ts';

/** Newest tick of a paragraph over all read-backs, if its text is still what was read. */
function isRead(draft: DraftFile, paragraph: DraftParagraph): boolean {
  const hash = paragraphHash(paragraph);
  return Object.values(draft.readBacks).some((one) => one.ticks[paragraph.id]?.textHash === hash);
}

/** Paragraphs that still have to be read, in order: never read, or changed since. */
export function paragraphsToRead(draft: DraftFile): DraftParagraph[] {
  return paragraphsInOrder(draft).filter((paragraph) => paragraph.kind !== 'heading' && !isRead(draft, paragraph));
}

/** The read-back with a paragraph ticked as read and understood at `at`; `corrected` when its text was changed now. */
export function tickParagraph(readBack: ReadBack, paragraph: DraftParagraph, at: string, corrected = false): ReadBack {
  const tick = { paragraphId: paragraph.id, at, textHash: paragraphHash(paragraph), corrected };
  return { ...readBack, ticks: { ...readBack.ticks, [paragraph.id]: tick } };
}

/** Every paragraph was read as it stands now and the last read-back was ended. */
export function isReadBackComplete(draft: DraftFile): boolean {
  const all = Object.values(draft.readBacks);
  return all.length > 0 && all.every((one) => one.endedAt !== null) && paragraphsToRead(draft).length === 0;
}

export type CertificateItem = 'name' | 'address' | 'phone' | 'competence';

/** What each certificate still lacks (practice manual 3.3(a)); one certificate per interpreter. */
export function certificateGaps(draft: DraftFile): { index: number; name: string; missing: CertificateItem[] }[] {
  return interpretations(draft).flatMap(({ readBack, index }, place) => {
    const link = readBack.relay[index];
    if (!link) return [];
    const missing = (['name', 'address', 'phone', 'competence'] as const).filter((item) => link[item].trim() === '');
    return [{ index: place, name: link.name, missing }];
  });
}

/**
 * Each interpreter who has to certify, once: over all read-backs, because a later one may read only the paragraphs
 * that changed, with somebody else interpreting.
 */
export function interpretations(draft: DraftFile): { readBack: ReadBack; index: number }[] {
  const seen = new Set<string>();
  return Object.values(draft.readBacks)
    .sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1))
    .flatMap((readBack) => readBack.relay.map((link, index) => ({ readBack, index, link })))
    .filter(({ link }) => {
      const key = [link.name, link.from, link.to].join('\n');
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .map(({ readBack, index }) => ({ readBack, index }));
}

/** Ids of the interpreters of the office in the relay, in order. */
export function interpretersOf(readBack: ReadBack): Id[] {
  return readBack.relay.flatMap((link) => link.interpreterId ?? []);
}
