import type { FlowRow } from './rows.ts';

/** A row on its page; `y` is the distance of its top from the top of the text area, in points. */
export interface Placed<R> {
  readonly row: R;
  readonly y: number;
  /** True for a table header shown again: an artifact, read once only. */
  readonly repeated: boolean;
}
export type Page<R> = Placed<R>[];

/**
 * Puts rows on pages of `height` points. Rows chained by `keepNext` go together (headings with what follows, the
 * first two and last two lines of a paragraph, a signature with the sentence it signs); a chain taller than a page
 * is split where it must be. No page is ever empty, whatever breaks were asked for.
 */
export function paginate<R extends FlowRow<R>>(rows: readonly R[], height: number): Page<R>[] {
  const pages: Page<R>[] = [];
  let page: Page<R> = [];
  let used = 0;
  let forced = false;
  const turn = () => {
    if (page.length > 0) pages.push(page);
    page = [];
    used = 0;
  };
  const place = (row: R) => {
    if (page.length === 0 && row.header) {
      for (const header of row.header) {
        page.push({ row: header, y: used, repeated: true });
        used += header.height;
      }
    }
    const y = page.length === 0 ? 0 : used + row.before;
    page.push({ row, y, repeated: false });
    used = y + row.height;
  };
  for (let from = 0; from < rows.length; ) {
    const to = chainEnd(rows, from);
    const chain = rows.slice(from, to);
    from = to;
    forced ||= chain.some((row) => row.breakBefore);
    if (chain.every((row) => row.height === 0)) {
      // Pure space: it never opens a page, and a break it carries waits for the next ink.
      if (!forced && page.length > 0) used += chain.reduce((sum, row) => sum + row.before, 0);
      continue;
    }
    if (forced) turn();
    forced = false;
    if (page.length > 0 && used + chainHeight(chain) > height + tolerance) turn();
    for (const row of chain) {
      if (page.length > 0 && used + row.before + row.height > height + tolerance) turn();
      place(row);
    }
  }
  turn();
  return pages;
}

const tolerance = 0.01;

function chainEnd<R extends FlowRow<R>>(rows: readonly R[], from: number): number {
  let to = from;
  while (to < rows.length - 1 && rows[to]?.keepNext && !rows[to + 1]?.breakBefore) to++;
  return to + 1;
}

function chainHeight<R extends FlowRow<R>>(chain: readonly R[]): number {
  let sum = 0;
  for (const row of chain) sum += row.before + row.height;
  return sum;
}
