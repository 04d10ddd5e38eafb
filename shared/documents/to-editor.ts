/** One language side of a draft as a document of the editor (TipTap / ProseMirror JSON). */
import type { DraftInline, DraftParagraph } from '#shared/domain/draft.ts';
import type { Side } from './build/sentences.ts';

export interface EditorMark {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
}
export interface EditorNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly EditorNode[];
  readonly marks?: readonly EditorMark[];
  readonly text?: string;
}

/** Node names of the editor's schema by kind of paragraph; each has attrs `id` and `origin`. */
export const nodeOfKind = {
  numbered: 'numberedParagraph',
  plain: 'plainParagraph',
  heading: 'heading',
  quote: 'quote',
} as const satisfies Readonly<Record<DraftParagraph['kind'], string>>;

/** Marks in the order in which they are written: strong `bold`, em `italic`, underline `underline`, lang `lang{lang}`. */
function marksOf(inline: Extract<DraftInline, { type: 'text' }>): EditorMark[] {
  return [
    ...(inline.strong ? [{ type: 'bold' }] : []),
    ...(inline.em ? [{ type: 'italic' }] : []),
    ...(inline.underline ? [{ type: 'underline' }] : []),
    ...(inline.lang ? [{ type: 'lang', attrs: { lang: inline.lang } }] : []),
  ];
}

function inlineNode(inline: DraftInline): EditorNode[] {
  if (inline.type === 'gap') return [{ type: 'gap', attrs: { path: inline.path, label: inline.label } }];
  if (inline.text === '') return [];
  const marks = marksOf(inline);
  return [{ type: 'text', text: inline.text, ...(marks.length > 0 ? { marks } : {}) }];
}

/** The document for one side; a paragraph without text in that language is an empty node, so that the pair stays. */
export function toEditor(paragraphs: readonly DraftParagraph[], side: Side): EditorNode {
  const content = paragraphs.map((paragraph): EditorNode => {
    const inlines = (paragraph.sides[side]?.inlines ?? []).flatMap(inlineNode);
    return {
      type: nodeOfKind[paragraph.kind],
      attrs: { id: paragraph.id, origin: paragraph.origin },
      ...(inlines.length > 0 ? { content: inlines } : {}),
    };
  });
  return { type: 'doc', content };
}
