import type { DocumentTree, Inline } from '#shared/documents/tree.ts';
import { allBlocks, blockLines } from '#shared/documents/tree.ts';
import { AppError } from '#shared/errors.ts';
import type { Metrics } from './fonts.ts';
import { missing } from './fonts.ts';

/**
 * Text as it is printed: Unicode NFC, so that "n" + tilde finds the glyph of "ñ", and without characters that only
 * steer a screen (soft hyphen, byte order mark, bidirectional and zero-width controls), which have no ink on paper.
 */
export function printable(text: string): string {
  const composed = text.normalize('NFC');
  return invisible.test(composed) ? composed.replace(invisibleAll, '') : composed;
}
const invisible = /[\u00ad\ufeff\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069]/u;
const invisibleAll = new RegExp(invisible.source, 'gu');

export interface MissingCharacter {
  readonly character: string;
  /** `U+02BC` style. */
  readonly codePoint: string;
  readonly blockId: string;
}

/**
 * Every character of the document that a face lacks, once for each block, in reading order. A PDF library prints
 * such a letter as "?", as an empty box or not at all without saying so, hence this check before layout.
 */
export function findMissingCharacters(tree: DocumentTree, metrics: Metrics): MissingCharacter[] {
  const found: MissingCharacter[] = [];
  for (const block of allBlocks(tree.blocks)) {
    const seen = new Set<number>();
    for (const text of blockTexts(blockLines(block))) checkText(text, block.id, metrics, seen, found);
  }
  return found;
}

/** Refuses by name: throws `character-not-in-font` for the first character that cannot be printed. */
export function assertPrintable(tree: DocumentTree, metrics: Metrics, extra: readonly string[]): void {
  const found = findMissingCharacters(tree, metrics);
  for (const text of extra) checkText(text, 'footer', metrics, new Set(), found);
  const first = found[0];
  if (!first) return;
  throw new AppError('character-not-in-font', {
    character: first.character,
    codePoint: first.codePoint,
    where: first.blockId,
  });
}

function* blockTexts(lines: readonly (readonly Inline[])[]): Generator<string> {
  for (const line of lines) for (const inline of line) if (inline.type === 'text') yield inline.text;
}

const lastRegular = ['bold', 'italic', 'boldItalic', 'regular'] as const;

function checkText(raw: string, blockId: string, metrics: Metrics, seen: Set<number>, found: MissingCharacter[]): void {
  const text = printable(raw);
  const { widths } = metrics.regular;
  for (let index = 0; index < text.length; index++) {
    // The upright face is asked last below, so a width known there means that every face has the letter.
    if ((widths[text.charCodeAt(index)] ?? missing) >= 0) continue;
    const code = text.codePointAt(index) ?? 0;
    if (code > 0xffff) index++;
    if (seen.has(code) || lastRegular.every((key) => metrics[key].resolve(code) >= 0)) continue;
    seen.add(code);
    found.push({
      character: String.fromCodePoint(code),
      codePoint: `U+${code.toString(16).toUpperCase().padStart(4, '0')}`,
      blockId,
    });
  }
}
