import type { BlockOf, Inline } from '#shared/documents/tree.ts';
import { breakLines } from './break-lines.ts';
import type { Frame, LayoutContext } from './layout-frame.ts';
import { blockText } from './layout-frame.ts';
import { baselineIn, lineDraws, lineHeight, singleLeading, inlineTagger } from './layout-text.ts';
import { bodyStyle, sizeIn } from './rich-text.ts';
import type { Draw, Part, Row } from './rows.ts';
import { row } from './rows.ts';
import type { Tag } from './tags.ts';
import { tag } from './tags.ts';

interface CellLine {
  readonly height: number;
  readonly parts: (top: number) => Part[];
}
interface Edges {
  readonly left: number;
  readonly columns: readonly number[];
}

const padding = 4;
const cellSize = 11;
/** A table row taller than this is set line by line, so that a long narrative in a cell can run over a page. */
const splitAbove = 220;

/**
 * A ruled table with real row, header and data cells (ISO 32000-1, 14.8.4.3.4). Rows stay whole and the header row is
 * repeated on each page; a very tall row splits between lines.
 */
export function layoutTable(block: BlockOf<'table'>, frame: Frame, context: LayoutContext): Row[] {
  const node = tag('Table', frame.parent, block.lang ?? null);
  const edges = columnEdges(
    block.columns.map((column) => column.width),
    frame,
  );
  const hasHeader = block.columns.some((column) => column.header);
  const headerCells = block.columns.map((column) => column.header ?? []);
  const header = hasHeader
    ? tableRow(headerCells, { blockId: block.id, edges, node, head: true, context, ruled: true })
    : [];
  const rows = block.rows.flatMap((cells) =>
    tableRow(cells, { blockId: block.id, edges, node, head: false, context, ruled: true }),
  );
  const repeat = header.length > 0 ? header : null;
  return [...header.map((made) => ({ ...made, keepNext: true })), ...rows.map((made) => ({ ...made, header: repeat }))];
}

/** Names and values in two columns without rules: a table whose first cell heads its row. */
export function layoutKeyValue(block: BlockOf<'keyValue'>, frame: Frame, context: LayoutContext): Row[] {
  const node = tag('Table', frame.parent, block.lang ?? null);
  const edges = columnEdges([35, 65], frame);
  return block.rows.flatMap(({ key, value }) =>
    tableRow([key, value], { blockId: block.id, edges, node, head: 'row', context, ruled: false }),
  );
}

function columnEdges(shares: readonly number[], frame: Frame): Edges {
  const total = shares.reduce((sum, share) => sum + share, 0);
  let x = frame.x;
  const columns = shares.map((share) => {
    x += (share / total) * frame.width;
    return x;
  });
  return { left: frame.x, columns };
}

interface RowStyle {
  readonly blockId: string;
  readonly edges: Edges;
  readonly node: Tag;
  readonly head: boolean | 'row';
  readonly context: LayoutContext;
  readonly ruled: boolean;
}

function tableRow(cells: readonly (readonly Inline[])[], style: RowStyle): Row[] {
  const { edges } = style;
  const parent = tag('TR', style.node);
  const tags: Tag[] = [];
  const side = style.ruled ? padding : 0;
  const columns = cells.map((inlines, index) => {
    const heads = style.head === true || (style.head === 'row' && index === 0);
    const scope = { owner: 'Table', scope: style.head === true ? 'Column' : 'Row' } as const;
    const cell = tag(heads ? 'TH' : 'TD', parent, null, heads ? scope : null);
    tags.push(cell);
    const from = index === 0 ? edges.left : (edges.columns[index - 1] ?? edges.left);
    const to = (edges.columns[index] ?? from) - (style.ruled ? padding : 8);
    return cellLines(inlines, heads, { x: from + side, width: to - from - side }, cell, style);
  });
  const heights = columns.map((lines) => lines.reduce((sum, line) => sum + line.height, 0));
  // An empty row is as high as one of a single line.
  const tall = Math.max(cellSize * singleLeading, ...heights);
  const gap = style.ruled ? padding : 2;
  if (tall <= splitAbove) {
    const parts = columns.flatMap((lines) => stack(lines, gap - 1));
    return [framed(tall + 2 * gap, parts, tags, style, { top: true, bottom: true })];
  }
  const count = Math.max(...columns.map((lines) => lines.length));
  return Array.from({ length: count }, (_, index) => {
    const top = index === 0 ? gap : 0;
    const slice = columns.map((lines) => lines.slice(index, index + 1));
    const height = Math.max(...slice.map((lines) => lines[0]?.height ?? 0)) + top + (index === count - 1 ? gap : 0);
    const parts = slice.flatMap((lines) => stack(lines, top));
    const edge = { top: index === 0, bottom: index === count - 1 };
    const made = framed(height, parts, index === 0 ? tags : [], style, edge);
    return { ...made, keepNext: index === 0 || index === count - 2 };
  });
}

function cellLines(
  inlines: readonly Inline[],
  strong: boolean,
  place: { x: number; width: number },
  cell: Tag,
  { blockId, context }: RowStyle,
): CellLine[] {
  const style = { ...bodyStyle, size: cellSize, strong };
  const rich = blockText(inlines, blockId, context, style);
  const lines = breakLines(rich, place.width, place.width);
  const tagged = inlineTagger(cell);
  return lines.map((line, index) => {
    const height = lineHeight(rich, line, singleLeading, style.size);
    const base = baselineIn(height, sizeIn(rich, line.start, line.end, style.size));
    const last = index === lines.length - 1;
    return { height, parts: (top) => tagged(lineDraws(rich, line, place.x, top + base, last)) };
  });
}

function stack(lines: readonly CellLine[], top: number): Part[] {
  let y = top;
  return lines.flatMap((line) => {
    const parts = line.parts(y);
    y += line.height;
    return parts;
  });
}

function framed(
  height: number,
  parts: readonly Part[],
  require: readonly Tag[],
  { blockId, edges, ruled }: RowStyle,
  edge: { top: boolean; bottom: boolean },
): Row {
  if (!ruled) return row(blockId, height, parts, { require });
  const right = edges.columns[edges.columns.length - 1] ?? edges.left;
  const lines: Draw[] = [edges.left, ...edges.columns].map((x) => ({
    kind: 'line',
    x1: x,
    y1: 0,
    x2: x,
    y2: height,
    weight: 0.5,
  }));
  const across = (y: number): Draw => ({ kind: 'line', x1: edges.left, y1: y, x2: right, y2: y, weight: 0.5 });
  if (edge.top) lines.push(across(0));
  if (edge.bottom) lines.push(across(height));
  const frame = { atPageEnd: edge.bottom ? [] : [across(height)], atPageStart: edge.top ? [] : [across(0)] };
  return row(blockId, height, [{ tag: null, draws: lines }, ...parts], { require, ...frame });
}
