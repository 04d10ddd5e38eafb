import type { Line } from './break-lines.ts';
import type { RichText } from './rich-text.ts';
import { sizeIn } from './rich-text.ts';
import type { Draw, Part, Row } from './rows.ts';
import { row } from './rows.ts';
import type { Tag } from './tags.ts';
import { tag } from './tags.ts';

export type Align = 'left' | 'center' | 'right';

/** Times-like faces sit well on 1.15 of the type size; court bodies are double-spaced (24 points for 12). */
export const singleLeading = 1.15;
export const doubleLeading = 2;
/** Part of the type size above the baseline, Tinos' ascent. */
const ascent = 0.891;
const descent = 0.216;

/** Distance of the baseline from the top of a line, the text centred in its leading. */
export function baselineIn(height: number, size: number): number {
  return (height - (ascent + descent) * size) / 2 + ascent * size;
}

/** Keeps the first two and the last two lines of a paragraph together; three lines or fewer stay whole. */
export function keepsNext(index: number, count: number): boolean {
  if (index >= count - 1) return false;
  return count <= 3 || index === 0 || index === count - 2;
}

export interface LineStyle {
  readonly leading: number;
  readonly align: Align;
  /** Left edge and width of the column in points. */
  readonly x: number;
  readonly width: number;
  /** Extra indent of the first line. */
  readonly indent: number;
  /** Ink before the first line: a number, a bullet, a box. */
  readonly lead?: readonly Part[];
}

/** The ink of one line with its baseline `y`; spans become text draws, their links stay on them. */
export function lineDraws(rich: RichText, line: Line, x: number, y: number, last: boolean): Draw[] {
  const draws: Draw[] = [];
  const origin = rich.x[line.start] ?? 0;
  for (const span of rich.spans) {
    if (span.end <= line.start || span.start >= line.end) continue;
    const start = Math.max(span.start, line.start);
    const end = Math.min(span.end, line.end);
    // One space is kept at the end of a line, so that reading the text back does not join words of two lines.
    const tail = end === line.end && !last && line.end < line.next && rich.text.charCodeAt(line.end) === 32 ? 1 : 0;
    draws.push({
      kind: 'text',
      x: x + (rich.x[start] ?? 0) - origin,
      y,
      width: (rich.x[end] ?? 0) - (rich.x[start] ?? 0),
      face: span.face,
      size: span.size,
      text: rich.text.slice(start, end + tail),
      lang: span.lang,
      underline: span.underline || span.href !== null,
      href: span.href,
    });
  }
  return draws;
}

/** Height of a line from the largest type in it. */
export function lineHeight(rich: RichText, line: Line, leading: number, fallback: number): number {
  return sizeIn(rich, line.start, line.end, fallback) * leading;
}

function lineX(line: Line, style: LineStyle, first: boolean): number {
  const indent = first ? style.indent : 0;
  if (style.align === 'left') return style.x + indent;
  const free = style.width - line.width;
  return style.x + (style.align === 'center' ? free / 2 : free);
}

/**
 * Hangs links and words in another language as nodes of their own under `node`, line after line; one that runs over
 * the end of a line stays one node. Marked content is not nested, because some readers lose what follows an inner end.
 */
export function inlineTagger(node: Tag): (draws: readonly Draw[]) => Part[] {
  let key = ' ';
  let current = node;
  return (draws) => {
    const parts: { tag: Tag; draws: Draw[] }[] = [];
    for (const draw of draws) {
      const { href, lang } = draw.kind === 'text' ? draw : { href: null, lang: null };
      const next = `${href ?? ''} ${lang ?? ''}`;
      if (next !== key) {
        key = next;
        current = href === null && lang === null ? node : tag(href === null ? 'Span' : 'Link', node, lang);
      }
      const last = parts[parts.length - 1];
      if (last?.tag === current) last.draws.push(draw);
      else parts.push({ tag: current, draws: [draw] });
    }
    return parts;
  };
}

/** Rows of a run of lines, all of one structure node. */
export function textRows(blockId: string, rich: RichText, lines: readonly Line[], style: LineStyle, node: Tag): Row[] {
  const { lead = [] } = style;
  const tagged = inlineTagger(node);
  return lines.map((line, index) => {
    const height = lineHeight(rich, line, style.leading, 12);
    const y = baselineIn(height, sizeIn(rich, line.start, line.end, 12));
    const draws = lineDraws(rich, line, lineX(line, style, index === 0), y, index === lines.length - 1);
    const parts = tagged(draws);
    return row(blockId, height, index === 0 && lead.length > 0 ? [...lead, ...parts] : parts, {
      keepNext: keepsNext(index, lines.length),
    });
  });
}
