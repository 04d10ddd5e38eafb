import type { BlockOf, Inline } from '#shared/documents/tree.ts';
import { breakLines } from './break-lines.ts';
import type { Frame, LayoutContext } from './layout-frame.ts';
import { blockText, richDraws } from './layout-frame.ts';
import { baselineIn, lineDraws, lineHeight, singleLeading } from './layout-text.ts';
import type { TextStyle } from './rich-text.ts';
import { bodyStyle, plainRich, sizeIn } from './rich-text.ts';
import type { Draw, Part, Row } from './rows.ts';
import { row } from './rows.ts';
import type { Tag } from './tags.ts';
import { tag } from './tags.ts';

/** A column of short lines set from `top` down; a line that is too long continues indented by `hang`. */
export interface Column {
  readonly parts: Part[];
  readonly height: number;
}

export function setColumn(
  lines: readonly (readonly Inline[])[],
  place: { x: number; width: number; top: number; hang: number; align?: 'left' | 'center'; style?: TextStyle },
  node: () => Tag,
  blockId: string,
  context: LayoutContext,
): Column {
  const parts: Part[] = [];
  const style = place.style ?? bodyStyle;
  let y = place.top;
  for (const inlines of lines) {
    const rich = blockText(inlines, blockId, context, style);
    const broken = breakLines(rich, place.width, place.width - place.hang);
    if (broken.length === 0) y += style.size * singleLeading;
    const draws: Draw[] = [];
    for (const [index, line] of broken.entries()) {
      const height = lineHeight(rich, line, singleLeading, style.size);
      const shift = place.align === 'center' ? (place.width - line.width) / 2 : index === 0 ? 0 : place.hang;
      const base = y + baselineIn(height, sizeIn(rich, line.start, line.end, style.size));
      draws.push(...lineDraws(rich, line, place.x + shift, base, index === broken.length - 1));
      y += height;
    }
    if (draws.length > 0) parts.push({ tag: node(), draws });
  }
  return { parts, height: y - place.top };
}

const captionPadding = 8;

/**
 * The caption of an immigration court paper: parties left of a bracket, file numbers right of it. It is one row, so
 * the bracket never breaks over a page.
 */
export function layoutCaption(block: BlockOf<'caption'>, frame: Frame, context: LayoutContext): Row[] {
  const node = tag('Div', frame.parent, block.lang ?? null);
  const side = frame.width * 0.5;
  const paragraph = (parent: Tag) => () => tag('P', parent);
  const place = { width: side - 2 * captionPadding, hang: 12 };
  const [leftNode, rightNode] = [paragraph(tag('Div', node)), paragraph(tag('Div', node))];
  const [leftParts, rightParts]: [Part[], Part[]] = [[], []];
  let top = captionPadding;
  // Line by line, so that a number stays beside its name when a long name takes two lines.
  for (let index = 0; index < Math.max(block.left.length, block.right.length); index += 1) {
    const set = (lines: readonly (readonly Inline[])[], x: number, tagOf: () => Tag): Column =>
      setColumn(lines.slice(index, index + 1), { ...place, top, x }, tagOf, block.id, context);
    const left = set(block.left, frame.x + captionPadding, leftNode);
    const right = set(block.right, frame.x + side + 12, rightNode);
    leftParts.push(...left.parts);
    rightParts.push(...right.parts);
    top += Math.max(left.height, right.height);
  }
  const height = top + captionPadding;
  const bracket: Draw[] = [
    { kind: 'line', x1: frame.x + side, y1: 0, x2: frame.x + side, y2: height, weight: 1 },
    { kind: 'line', x1: frame.x, y1: height, x2: frame.x + side + 0.5, y2: height, weight: 1 },
  ];
  return [row(block.id, height, [{ tag: null, draws: bracket }, ...leftParts, ...rightParts], { keepNext: true })];
}

/** Cover page head (Immigration Court Practice Manual, 3.3(c)(vi)): filer top left, a boxed notice top right. */
export function layoutFiler(block: BlockOf<'filerBlock'>, frame: Frame, context: LayoutContext): Row[] {
  const node = tag('Div', frame.parent, block.lang ?? null);
  const notice = block.notice ?? [];
  const wide = notice.length > 0 ? frame.width * 0.6 : frame.width;
  const paragraph = () => tag('P', node);
  const left = setColumn(block.lines, { x: frame.x, width: wide, top: 0, hang: 12 }, paragraph, block.id, context);
  if (notice.length === 0) return [row(block.id, left.height, left.parts)];
  const width = frame.width * 0.36;
  const x = frame.x + frame.width - width;
  const lines = notice.map((text): Inline[] => [{ type: 'text', text }]);
  const style = { size: 14, strong: true, em: false };
  const right = setColumn(lines, { x, width, top: 8, hang: 0, align: 'center', style }, paragraph, block.id, context);
  const bottom = right.height + 16;
  const edges: Draw[] = [
    { kind: 'line', x1: x, y1: 0, x2: x + width, y2: 0, weight: 1.5 },
    { kind: 'line', x1: x, y1: bottom, x2: x + width, y2: bottom, weight: 1.5 },
    { kind: 'line', x1: x, y1: -0.75, x2: x, y2: bottom + 0.75, weight: 1.5 },
    { kind: 'line', x1: x + width, y1: -0.75, x2: x + width, y2: bottom + 0.75, weight: 1.5 },
  ];
  const parts = [...left.parts, { tag: null, draws: edges }, ...right.parts];
  return [row(block.id, Math.max(left.height, bottom), parts)];
}

const signatureLine = 40;

/** Ruled lines with the label under each, in the right part of the page; values stand on their rule. */
export function layoutSignature(block: BlockOf<'signature'>, frame: Frame, context: LayoutContext): Row[] {
  const width = Math.min(264, frame.width);
  const x = frame.x + frame.width - width;
  return block.lines.map((line, index) => {
    const node = tag('P', frame.parent, block.lang ?? null);
    const label = plainRich(line.label, { ...bodyStyle, size: 10 }, context.metrics);
    const captions = breakLines(label, width, width);
    const ruleY = 24;
    const draws: Draw[] = [];
    if (line.value !== null) {
      draws.push(...richDraws(plainRich(`${line.value} `, bodyStyle, context.metrics), x + 2, ruleY - 4));
    }
    for (const [at, caption] of captions.entries()) {
      draws.push(...lineDraws(label, caption, x, ruleY + 10 + at * 11.5, at === captions.length - 1));
    }
    const ruled: Draw = { kind: 'line', x1: x, y1: ruleY, x2: x + width, y2: ruleY, weight: 0.75 };
    return row(
      block.id,
      signatureLine + Math.max(0, captions.length - 1) * 11.5,
      [
        { tag: null, draws: [ruled] },
        { tag: node, draws },
      ],
      { keepNext: index < block.lines.length - 1, before: index === 0 ? 6 : 0 },
    );
  });
}
