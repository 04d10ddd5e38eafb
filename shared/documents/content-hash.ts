/** Hashes over what a document says, so that a finalised version can be told from any other. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { DraftFile, DraftInline, DraftParagraph } from '#shared/domain/draft.ts';
import { canonicalBytes } from '#shared/vault/canonical.ts';

export function hashText(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** Paragraphs of a draft that are not taken back, in order. */
export function paragraphsInOrder(draft: DraftFile): DraftParagraph[] {
  return Object.values(draft.paragraphs)
    .filter((paragraph) => paragraph.deleted === null)
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

/** Words of one side; a gap as `[label]`. */
export function sideText(inlines: readonly DraftInline[]): string {
  return inlines.map((inline) => (inline.type === 'gap' ? `[${inline.label}]` : inline.text)).join('');
}

/** Hash of what a paragraph says in both languages; read-back ticks are bound to it. */
export function paragraphHash(paragraph: DraftParagraph): string {
  const { en, es } = paragraph.sides;
  return hashText(JSON.stringify([en ? sideText(en.inlines) : null, es ? sideText(es.inlines) : null]));
}

/**
 * Hash of all that a version stands on: text and facts of its paragraphs, route, language, fields, place of
 * signing, read-backs with their relay, overrides.
 */
export function contentHash(draft: DraftFile): string {
  const paragraphs = paragraphsInOrder(draft).map(({ id, kind, sides, facts }) => ({ id, kind, sides, facts }));
  const { templateId, title, about, memberId, route, language, fields, signingPlace, readBacks, overrides } = draft;
  const content = {
    templateId,
    title,
    about,
    memberId,
    route,
    language,
    fields,
    signingPlace,
    readBacks,
    overrides,
    paragraphs,
  };
  return bytesToHex(sha256(canonicalBytes(content)));
}
