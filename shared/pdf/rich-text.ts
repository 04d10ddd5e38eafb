import type { Inline } from '#shared/documents/tree.ts';
import { AppError } from '#shared/errors.ts';
import type { FaceKey, Metrics } from './fonts.ts';
import { faceFor, unknown } from './fonts.ts';
import { printable } from './printable.ts';

/** How a run of characters looks; `start` and `end` are offsets in the text of its `RichText`. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly face: FaceKey;
  readonly size: number;
  readonly lang: string | null;
  readonly underline: boolean;
  readonly href: string | null;
}

/** One sequence of inlines as a string with spans, and the x of every character on one endless line, in points. */
export interface RichText {
  readonly text: string;
  readonly spans: readonly Span[];
  /** `x[i]` is where character i begins; one longer than the text. */
  readonly x: Float64Array;
}

export interface TextStyle {
  readonly size: number;
  readonly strong: boolean;
  readonly em: boolean;
}
export const bodyStyle: TextStyle = { size: 12, strong: false, em: false };

/** Length of the blank line that stands for a gap on a draft, in underscores (6 points each at 12 points). */
const gapLength = 14;

/**
 * Flattens and measures inlines. A blank becomes underscores, which ink well and survive text extraction. A gap does
 * too on a draft; on a final document it throws `not-ready` with the label and block.
 */
export function richText(
  inlines: readonly Inline[],
  style: TextStyle,
  context: { metrics: Metrics; draft: boolean; blockId: string },
): RichText {
  let text = '';
  const spans: Span[] = [];
  const push = (part: string, face: FaceKey, size: number, rest: Pick<Span, 'lang' | 'underline' | 'href'>) => {
    if (part === '') return;
    spans.push({ start: text.length, end: text.length + part.length, face, size, ...rest });
    text += part;
  };
  const face = faceFor(style.strong, style.em);
  for (const inline of inlines) {
    switch (inline.type) {
      case 'text':
        push(
          printable(inline.text),
          faceFor(style.strong || inline.strong === true, style.em || inline.em === true),
          inline.size ?? style.size,
          { lang: inline.lang ?? null, underline: inline.underline ?? false, href: inline.href ?? null },
        );
        break;
      case 'gap':
        if (!context.draft) throw new AppError('not-ready', { label: inline.label, where: context.blockId });
        push('_'.repeat(gapLength), face, style.size, plainRun);
        break;
      case 'blank':
        push('_'.repeat(Math.max(1, Math.round(inline.points / (style.size / 2)))), face, style.size, plainRun);
        break;
      case 'break':
        push('\n', face, style.size, plainRun);
        break;
    }
  }
  return { text, spans, x: measure(text, spans, context.metrics) };
}
const plainRun = { lang: null, underline: false, href: null };

/** Rich text of one string in one style. */
export function plainRich(text: string, style: TextStyle, metrics: Metrics): RichText {
  const value = printable(text);
  const face = faceFor(style.strong, style.em);
  const spans: Span[] = value === '' ? [] : [{ start: 0, end: value.length, face, size: style.size, ...plainRun }];
  return { text: value, spans, x: measure(value, spans, metrics) };
}

function measure(text: string, spans: readonly Span[], metrics: Metrics): Float64Array {
  const x = new Float64Array(text.length + 1);
  let at = 0;
  for (const span of spans) {
    const face = metrics[span.face];
    const { widths } = face;
    const scale = span.size / 1000;
    for (let index = span.start; index < span.end; index++) {
      const code = text.charCodeAt(index);
      let width = widths[code] ?? unknown;
      if (width === unknown) width = face.resolve(code);
      // A line end has no glyph; the check before layout has refused every other character without one.
      if (width > 0) at += width * scale;
      x[index + 1] = at;
    }
  }
  return x;
}

/** The largest type size in a range, for the line height. */
export function sizeIn(rich: RichText, start: number, end: number, fallback: number): number {
  const first = rich.spans[0];
  if (!first) return fallback;
  if (rich.spans.length === 1) return first.size;
  let size = 0;
  for (const span of rich.spans) if (span.start < end && span.end > start) size = Math.max(size, span.size);
  return size === 0 ? fallback : size;
}
