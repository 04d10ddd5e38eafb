/** US letter paper with one-inch margins (8 CFR 1003.32(b) asks for 8.5 by 11 inches), in points. */
export const sheet = { width: 612, height: 792, margin: 72 } as const;
export const textWidth = sheet.width - 2 * sheet.margin;
export const textHeight = sheet.height - 2 * sheet.margin;

/** How the document is to be printed. */
export interface RenderOptions {
  /** True marks every page and lets gaps stand as blank lines. */
  readonly draft: boolean;
  readonly footer: {
    /** Version code, bottom left, e.g. `2019-088 · d3 · 7KQ2`; empty for none. */
    readonly left: string;
    /** `{n} of {m}` in the language of the document; empty for no page numbers. */
    readonly pageOf: string;
  };
  /** ISO 8601 instant in UTC (`2019-08-14T17:00:00Z`), written as creation and change date. */
  readonly date: string;
  /** Structure tree, so that a screen reader can read it (PDF/UA-1). */
  readonly tagged: boolean;
  /** PDF/A-2b identification, metadata and output intent; with `tagged` also PDF/UA-1. */
  readonly pdfa: boolean;
  readonly compress: boolean;
  /** Those of the tree unless given. */
  readonly language?: string;
  readonly title?: string;
  /** Number printed on the first page, 1 unless the document continues a package. */
  readonly pageNumberStart?: number;
  /** Last number of the package for `{m}`; the document's own last number unless given. */
  readonly pageNumberTotal?: number;
}
