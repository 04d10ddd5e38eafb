import type { Block, BlockOf, DocumentTree } from '#shared/documents/tree.ts';
import { inlineText, paragraphNumbers } from '#shared/documents/tree.ts';
import { breakLines } from './break-lines.ts';
import type { Metrics } from './fonts.ts';
import { layoutCaption, layoutFiler, layoutSignature } from './layout-court.ts';
import type { Frame, LayoutContext } from './layout-frame.ts';
import { blockText, richDraws } from './layout-frame.ts';
import { layoutKeyValue, layoutTable } from './layout-table.ts';
import { baselineIn, doubleLeading, singleLeading, textRows } from './layout-text.ts';
import { bodyStyle, plainRich } from './rich-text.ts';
import type { Draw, Part, Row } from './rows.ts';
import { row } from './rows.ts';
import type { Tag } from './tags.ts';
import { spokenTag, tag } from './tags.ts';

/** The rows of the whole document in reading order, with the root of its structure tree. */
export function layoutDocument(
  tree: DocumentTree,
  context: { metrics: Metrics; draft: boolean; width: number },
): { rows: Row[]; root: Tag } {
  const root = tag('Document', null);
  const layout: LayoutContext = { ...context, numbers: paragraphNumbers(tree) };
  return { rows: layoutBlocks(tree.blocks, { x: 0, width: context.width, parent: root }, layout), root };
}

/** Space under each kind of block in points; the larger of this and the next block's own counts. */
const spaceAfter: Partial<Record<Block['type'], number>> = {
  heading: 8,
  quote: 10,
  list: 8,
  courtHeading: 16,
  caption: 18,
  filerBlock: 24,
  table: 12,
  signature: 10,
  keyValue: 8,
  checkbox: 4,
  box: 12,
};

export function layoutBlocks(blocks: readonly Block[], frame: Frame, context: LayoutContext): Row[] {
  const rows: Row[] = [];
  let after = 0;
  let breakBefore = false;
  let previous = 0;
  let told: number | null = null;
  for (const block of blocks) {
    if (block.type === 'pageBreak') {
      breakBefore = true;
      continue;
    }
    const made = layoutBlock(block, frame, context);
    const first = made[0];
    if (!first) continue;
    made[0] = { ...first, before: Math.max(first.before, after), breakBefore };
    if (block.type === 'signature' && !breakBefore) keepWithSignature(rows, previous, told);
    if (block.type !== 'spacer' && block.type !== 'rule') previous = rows.length;
    rows.push(...made);
    if (block.type === 'paragraph' && block.numbered) told = rows.length - 1;
    breakBefore = false;
    after = block.type === 'paragraph' && block.spacing === 'single' ? 8 : (spaceAfter[block.type] ?? 0);
  }
  return rows;
}

/**
 * A signature must not stand on a page without words of what it signs: the end of the last numbered paragraph with the
 * oath behind it (`told` is its last row), else the block before it, whole when it is short.
 */
function keepWithSignature(rows: Row[], previous: number, told: number | null): void {
  const short = rows.length - previous <= 8 ? previous : rows.length - 2;
  const from = told !== null && rows.length - told <= 14 ? told : short;
  for (let index = from; index < rows.length; index++) {
    const entry = rows[index];
    if (entry) rows[index] = { ...entry, keepNext: true };
  }
}

function layoutBlock(block: Block, frame: Frame, context: LayoutContext): Row[] {
  switch (block.type) {
    case 'heading':
      return layoutHeading(block, frame, context);
    case 'paragraph':
      return layoutParagraph(block, frame, context);
    case 'quote':
      return layoutQuote(block, frame, context);
    case 'list':
      return layoutList(block, frame, context);
    case 'courtHeading':
      return layoutCourtHeading(block, frame, context);
    case 'caption':
      return layoutCaption(block, frame, context);
    case 'filerBlock':
      return layoutFiler(block, frame, context);
    case 'table':
      return layoutTable(block, frame, context);
    case 'keyValue':
      return layoutKeyValue(block, frame, context);
    case 'signature':
      return layoutSignature(block, frame, context);
    case 'checkbox':
      return layoutCheckbox(block, frame, context);
    case 'box':
      return layoutBox(block, frame, context);
    case 'rule':
      return [
        row(block.id, 7, [
          { tag: null, draws: [{ kind: 'line', x1: frame.x, y1: 3, x2: frame.x + frame.width, y2: 3, weight: 0.75 }] },
        ]),
      ];
    case 'spacer':
      return [row(block.id, 0, [], { before: block.points })];
    case 'pageBreak':
      return [];
  }
}

function layoutHeading(block: BlockOf<'heading'>, frame: Frame, context: LayoutContext): Row[] {
  const rich = blockText(block.inlines, block.id, context, { size: 12, strong: true, em: block.level === 3 });
  const node = tag(block.level === 1 ? 'H1' : block.level === 2 ? 'H2' : 'H3', frame.parent, block.lang ?? null);
  const lines = breakLines(rich, frame.width, frame.width);
  const style = { leading: singleLeading, align: block.align, x: frame.x, width: frame.width, indent: 0 };
  return textRows(block.id, rich, lines, style, node).map((made, index) => ({
    ...made,
    before: index === 0 ? 12 : 0,
    keepNext: true,
    outline: index === 0 ? { level: block.level, title: inlineText(block.inlines).replaceAll('\n', ' ') } : null,
  }));
}

/** Distance from the number of a paragraph to its text. */
const numberTab = 24;

function layoutParagraph(block: BlockOf<'paragraph'>, frame: Frame, context: LayoutContext): Row[] {
  const rich = blockText(block.inlines, block.id, context);
  const node = tag('P', frame.parent, block.lang ?? null);
  const left = frame.x + (block.indentLeft ?? 0);
  const width = frame.width - (block.indentLeft ?? 0);
  const leading = block.spacing === 'double' ? doubleLeading : singleLeading;
  const number = context.numbers.get(block.id);
  const lead: Part[] = [];
  let indent = block.align === 'left' ? block.indent : 0;
  if (number !== undefined) {
    const label = plainRich(`${number}. `, bodyStyle, context.metrics);
    const y = baselineIn(12 * leading, 12);
    lead.push({ tag: node, draws: richDraws(label, left + indent, y) });
    indent += Math.max(numberTab, label.x[label.text.length] ?? 0);
  }
  const lines = breakLines(rich, width - indent, width);
  if (lines.length === 0) lines.push({ start: 0, end: 0, next: 0, width: 0 });
  const style = { leading, align: block.align, x: left, width, indent, lead };
  const rows = textRows(block.id, rich, lines, style, node);
  if (block.keepWithNext) keepLastNext(rows);
  return rows;
}

function keepLastNext(rows: Row[]): void {
  const last = rows[rows.length - 1];
  if (last) rows[rows.length - 1] = { ...last, keepNext: true };
}

function layoutQuote(block: BlockOf<'quote'>, frame: Frame, context: LayoutContext): Row[] {
  const rich = blockText(block.inlines, block.id, context);
  const node = tag('P', tag('BlockQuote', frame.parent, block.lang ?? null));
  const width = frame.width - 72;
  const lines = breakLines(rich, width, width);
  const style = { leading: singleLeading, align: 'left', x: frame.x + 36, width, indent: 0 } as const;
  return textRows(block.id, rich, lines, style, node);
}

function layoutList(block: BlockOf<'list'>, frame: Frame, context: LayoutContext): Row[] {
  const numbering = block.ordered ? 'Decimal' : 'Disc';
  const node = tag('L', frame.parent, block.lang ?? null, { owner: 'List', numbering });
  const leading = block.spacing === 'double' ? doubleLeading : singleLeading;
  const x = frame.x + 36;
  const width = frame.width - 36;
  return block.items.flatMap((item, index) => {
    const entry = tag('LI', node);
    const rich = blockText(item, block.id, context);
    const label = plainRich(block.ordered ? `${index + 1}. ` : '• ', bodyStyle, context.metrics);
    const mark: Part = { tag: tag('Lbl', entry), draws: richDraws(label, x - 18, baselineIn(12 * leading, 12)) };
    const lines = breakLines(rich, width, width);
    const style = { leading, align: 'left', x, width, indent: 0, lead: [mark] } as const;
    const rows = textRows(block.id, rich, lines, style, tag('LBody', entry));
    const first = rows[0];
    if (first && index > 0 && leading === singleLeading) rows[0] = { ...first, before: 3 };
    return rows;
  });
}

function layoutCourtHeading(block: BlockOf<'courtHeading'>, frame: Frame, context: LayoutContext): Row[] {
  return block.lines.flatMap((line) => {
    const rich = blockText(line, block.id, context, { size: 12, strong: true, em: false });
    const lines = breakLines(rich, frame.width, frame.width);
    const style = { leading: singleLeading, align: 'center', x: frame.x, width: frame.width, indent: 0 } as const;
    const node = tag('P', frame.parent, block.lang ?? null);
    return textRows(block.id, rich, lines, style, node).map((made) => ({ ...made, keepNext: true }));
  });
}

function layoutCheckbox(block: BlockOf<'checkbox'>, frame: Frame, context: LayoutContext): Row[] {
  const rich = blockText(block.inlines, block.id, context);
  const node = tag('P', frame.parent, block.lang ?? null);
  const size = 9;
  const y = baselineIn(12 * singleLeading, 12) - size + 0.5;
  const spoken = spokenTag(node, block.checked ? '\u2612 ' : '\u2610 ');
  const lead: Part = { tag: spoken, draws: [{ kind: 'check', x: frame.x + 2, y, size, checked: block.checked }] };
  const x = frame.x + 20;
  const width = frame.width - 20;
  const lines = breakLines(rich, width, width);
  const style = { leading: singleLeading, align: 'left', x, width, indent: 0, lead: [lead] } as const;
  return textRows(block.id, rich, lines, style, node);
}

const boxPadding = 8;

/** The frame is drawn row by row, so that it stays whole when a box must run over a page. */
function layoutBox(block: BlockOf<'box'>, frame: Frame, context: LayoutContext): Row[] {
  const node = tag('Div', frame.parent, block.lang ?? null);
  const inner = { x: frame.x + boxPadding, width: frame.width - 2 * boxPadding, parent: node };
  const content = layoutBlocks(block.blocks, inner, context);
  const x1 = frame.x;
  const x2 = frame.x + frame.width;
  return content.map((made, index) => {
    const first = index === 0;
    const last = index === content.length - 1;
    // Space above a row goes inside the frame, or the sides would have holes.
    const top = first ? boxPadding : made.before;
    const height = made.height + top + (last ? boxPadding : 0);
    const sides: Draw[] = [
      { kind: 'line', x1, y1: 0, x2: x1, y2: height, weight: 0.75 },
      { kind: 'line', x1: x2, y1: 0, x2, y2: height, weight: 0.75 },
    ];
    const across = (y: number): Draw => ({ kind: 'line', x1, y1: y, x2, y2: y, weight: 0.75 });
    if (first) sides.push(across(0));
    if (last) sides.push(across(height));
    return {
      ...made,
      height,
      before: first ? 6 : 0,
      keepNext: last ? made.keepNext : true,
      atPageEnd: last ? [] : [across(height)],
      atPageStart: first ? [] : [across(0)],
      parts: [{ tag: null, draws: sides }, ...made.parts.map((part) => ({ ...part, draws: shift(part.draws, top) }))],
    };
  });
}

/** The same ink lower by `dy`. */
export function shift(draws: readonly Draw[], dy: number): Draw[] {
  return draws.map((draw) =>
    draw.kind === 'line' ? { ...draw, y1: draw.y1 + dy, y2: draw.y2 + dy } : { ...draw, y: draw.y + dy },
  );
}
