import type { FaceKey } from './fonts.ts';
import type { Tag } from './tags.ts';

/** Things to ink. x is from the left margin, y from the top of the row, downwards, both in points. */
export type Draw =
  | {
      readonly kind: 'text';
      readonly x: number;
      /** Baseline. */
      readonly y: number;
      readonly width: number;
      readonly face: FaceKey;
      readonly size: number;
      readonly text: string;
      readonly lang: string | null;
      readonly underline: boolean;
      readonly href: string | null;
    }
  | {
      readonly kind: 'line';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly weight: number;
    }
  | {
      readonly kind: 'check';
      readonly x: number;
      readonly y: number;
      readonly size: number;
      readonly checked: boolean;
    };

/** Ink that belongs to one structure node; `tag` null is an artifact (ISO 32000-1, 14.8.2.2). */
export interface Part {
  readonly tag: Tag | null;
  readonly draws: readonly Draw[];
}

/** What pagination needs to know: the smallest piece that never splits. */
export interface FlowRow<R> {
  readonly height: number;
  /** Space above, dropped at the top of a page. */
  readonly before: number;
  /** Must stand on the same page as the row after it. */
  readonly keepNext: boolean;
  readonly breakBefore: boolean;
  /** Rows to repeat above this one when it begins a page (table headers). */
  readonly header: readonly R[] | null;
}

export interface Row extends FlowRow<Row> {
  readonly blockId: string;
  readonly parts: readonly Part[];
  /** Heading level when the row begins a heading, for the outline. */
  readonly outline: { readonly level: number; readonly title: string } | null;
  /** Structure nodes that must exist even when nothing is inked for them (empty table cells). */
  readonly require: readonly Tag[];
  /** Strokes that close a frame when the row is the last of its page, or open it again when it is the first. */
  readonly atPageEnd: readonly Draw[];
  readonly atPageStart: readonly Draw[];
}

export function row(blockId: string, height: number, parts: readonly Part[], rest: Partial<Row> = {}): Row {
  return {
    blockId,
    height,
    parts,
    before: 0,
    keepNext: false,
    breakBefore: false,
    header: null,
    outline: null,
    require: [],
    atPageEnd: [],
    atPageStart: [],
    ...rest,
  };
}
