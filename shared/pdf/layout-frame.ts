import type { Inline } from '#shared/documents/tree.ts';
import type { Metrics } from './fonts.ts';
import type { RichText, TextStyle } from './rich-text.ts';
import { bodyStyle, richText } from './rich-text.ts';
import type { Draw } from './rows.ts';
import type { Tag } from './tags.ts';

/** Where a block stands: the column it fills and the structure node it hangs under. */
export interface Frame {
  readonly x: number;
  readonly width: number;
  readonly parent: Tag;
}
export interface LayoutContext {
  readonly metrics: Metrics;
  readonly draft: boolean;
  readonly numbers: ReadonlyMap<string, number>;
}

/** Inlines of a block as measured text. */
export function blockText(
  inlines: readonly Inline[],
  blockId: string,
  context: LayoutContext,
  style: TextStyle = bodyStyle,
): RichText {
  return richText(inlines, style, { metrics: context.metrics, draft: context.draft, blockId });
}

/** A one-line rich text as draws. */
export function richDraws(rich: RichText, x: number, y: number): Draw[] {
  return rich.spans.map((span) => ({
    kind: 'text',
    x: x + (rich.x[span.start] ?? 0),
    y,
    width: (rich.x[span.end] ?? 0) - (rich.x[span.start] ?? 0),
    face: span.face,
    size: span.size,
    text: rich.text.slice(span.start, span.end),
    lang: span.lang,
    underline: span.underline,
    href: null,
  }));
}
