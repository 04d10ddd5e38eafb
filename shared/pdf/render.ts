import type { DocumentTree } from '#shared/documents/tree.ts';
import { assemble } from './assemble.ts';
import { draftMark, drawPages } from './draw.ts';
import type { FontSet } from './fonts.ts';
import { layoutDocument } from './layout-blocks.ts';
import { paginate } from './paginate.ts';
import { assertPrintable } from './printable.ts';
import { row } from './rows.ts';
import type { RenderOptions } from './sheet.ts';
import { textHeight, textWidth } from './sheet.ts';

export type { RenderOptions } from './sheet.ts';

/**
 * Makes the PDF of a document tree: character check, measure, lines, pages, ink, structure, bytes. Pure: the same
 * tree, options and fonts give the same bytes.
 *
 * @throws AppError `character-not-in-font` naming the letter, its code point and the block, before anything is laid
 * out; AppError `not-ready` when a gap stands in a document that is not a draft.
 */
export function renderDocument(tree: DocumentTree, options: RenderOptions, fonts: FontSet): Uint8Array {
  const title = options.title ?? tree.title;
  const language = options.language ?? tree.language;
  assertPrintable(tree, fonts, [options.footer.left, options.footer.pageOf, draftMark]);
  const { rows, root } = layoutDocument(tree, { metrics: fonts, draft: options.draft, width: textWidth });
  const pages = paginate(rows, textHeight);
  // A document without text still is one sheet; the self-check refuses it before it can be called ready.
  if (pages.length === 0) pages.push([{ row: row('empty', 0, []), y: 0, repeated: false }]);
  return assemble(drawPages(pages, fonts, options), root, { ...options, title, language });
}
