import type { Block, BlockOf, Inline, TextInline } from './tree.ts';

/** Short constructors for templates and tests. A string stands for one plain text inline. */

export type InlineInput = string | readonly (string | Inline)[];
type TextStyle = Omit<TextInline, 'type' | 'text'>;

export function text(value: string, style: TextStyle = {}): TextInline {
  return { type: 'text', text: value, ...style };
}
export function strong(value: string, style: TextStyle = {}): TextInline {
  return text(value, { ...style, strong: true });
}
export function em(value: string, style: TextStyle = {}): TextInline {
  return text(value, { ...style, em: true });
}
export function gap(path: string, label: string): Inline {
  return { type: 'gap', path, label };
}
export function blank(points = 72): Inline {
  return { type: 'blank', points };
}
export function lineBreak(): Inline {
  return { type: 'break' };
}
/** A string, or a mixed list of strings and inlines, as inlines; empty strings are dropped. */
export function inlines(input: InlineInput): Inline[] {
  const parts = typeof input === 'string' ? [input] : input;
  return parts.flatMap((part): Inline[] => (typeof part !== 'string' ? [part] : part === '' ? [] : [text(part)]));
}

type Style<T extends Block['type']> = Partial<Omit<BlockOf<T>, 'type' | 'id'>>;

/** A centred heading unless `style` says otherwise. */
export function heading(
  id: string,
  level: 1 | 2 | 3,
  input: InlineInput,
  style: Style<'heading'> = {},
): BlockOf<'heading'> {
  return { type: 'heading', id, level, align: 'center', inlines: inlines(input), ...style };
}
/** A double-spaced paragraph with a half-inch first line, not numbered. */
export function paragraph(id: string, input: InlineInput, style: Style<'paragraph'> = {}): BlockOf<'paragraph'> {
  return {
    type: 'paragraph',
    id,
    numbered: false,
    align: 'left',
    indent: 36,
    inlines: inlines(input),
    spacing: 'double',
    ...style,
  };
}
/** A double-spaced numbered paragraph, as in a declaration. */
export function numbered(id: string, input: InlineInput, style: Style<'paragraph'> = {}): BlockOf<'paragraph'> {
  return paragraph(id, input, { numbered: true, ...style });
}
/** A single-spaced block of text without indent, as in a letter. */
export function plain(id: string, input: InlineInput, style: Style<'paragraph'> = {}): BlockOf<'paragraph'> {
  return paragraph(id, input, { indent: 0, spacing: 'single', ...style });
}
export function quote(id: string, input: InlineInput): BlockOf<'quote'> {
  return { type: 'quote', id, inlines: inlines(input) };
}
export function list(id: string, items: readonly InlineInput[], style: Style<'list'> = {}): BlockOf<'list'> {
  return { type: 'list', id, ordered: false, items: items.map(inlines), ...style };
}
export function courtHeading(id: string, lines: readonly InlineInput[]): BlockOf<'courtHeading'> {
  return { type: 'courtHeading', id, lines: lines.map(inlines) };
}
export function caption(id: string, left: readonly InlineInput[], right: readonly InlineInput[]): BlockOf<'caption'> {
  return { type: 'caption', id, left: left.map(inlines), right: right.map(inlines) };
}
export function filerBlock(id: string, lines: readonly InlineInput[], notice?: string[]): BlockOf<'filerBlock'> {
  return { type: 'filerBlock', id, lines: lines.map(inlines), ...(notice ? { notice } : {}) };
}
export function table(
  id: string,
  columns: readonly { width: number; header?: InlineInput }[],
  rows: readonly (readonly InlineInput[])[],
): BlockOf<'table'> {
  return {
    type: 'table',
    id,
    columns: columns.map(({ width, header }) =>
      header === undefined ? { width } : { width, header: inlines(header) },
    ),
    rows: rows.map((row) => row.map(inlines)),
  };
}
export function signature(id: string, lines: readonly { label: string; value: string | null }[]): BlockOf<'signature'> {
  return { type: 'signature', id, lines: [...lines] };
}
export function keyValue(id: string, rows: readonly { key: InlineInput; value: InlineInput }[]): BlockOf<'keyValue'> {
  return { type: 'keyValue', id, rows: rows.map((row) => ({ key: inlines(row.key), value: inlines(row.value) })) };
}
export function box(id: string, blocks: BlockOf<'box'>['blocks']): BlockOf<'box'> {
  return { type: 'box', id, blocks };
}
export function rule(id: string): BlockOf<'rule'> {
  return { type: 'rule', id };
}
export function spacer(id: string, points: number): BlockOf<'spacer'> {
  return { type: 'spacer', id, points };
}
export function pageBreak(id: string): BlockOf<'pageBreak'> {
  return { type: 'pageBreak', id };
}
export function checkbox(id: string, checked: boolean, input: InlineInput): BlockOf<'checkbox'> {
  return { type: 'checkbox', id, checked, inlines: inlines(input) };
}
