import type { FaceKey, FontSet } from './fonts.ts';
import type { FaceUse } from './embed-font.ts';
import { faceUses } from './embed-font.ts';
import { PageWriter } from './page-writer.ts';
import type { Page } from './paginate.ts';
import { printable } from './printable.ts';
import { bodyStyle, plainRich } from './rich-text.ts';
import type { Draw, Row } from './rows.ts';
import type { RenderOptions } from './sheet.ts';
import { sheet } from './sheet.ts';
import type { Tag } from './tags.ts';
import { attach } from './tags.ts';

export interface LinkArea {
  /** Left, bottom, right, top on the sheet. */
  readonly rect: readonly [number, number, number, number];
  readonly href: string;
}
export interface DrawnPage {
  /** Operators; each character is one byte. */
  readonly content: string;
  /** Structure node of each marked-content id. */
  readonly marked: readonly Tag[];
  readonly links: readonly LinkArea[];
}
export interface Destination {
  readonly page: number;
  /** Distance from the bottom of the sheet. */
  readonly y: number;
}
export interface OutlineEntry extends Destination {
  readonly level: number;
  readonly title: string;
}
export interface Drawing {
  readonly pages: readonly DrawnPage[];
  readonly faces: readonly FaceUse[];
  readonly outline: readonly OutlineEntry[];
  readonly destinations: ReadonlyMap<string, Destination>;
}

/** Marks on every page of a draft; in both languages of the office, whatever the document's own. */
export const draftMark = 'DRAFT / BORRADOR';
const draftColour = [0.706, 0.137, 0.094] as const;
const footerSize = 10;

/** Inks the pages: text area, footer and draft mark, with marked content for the structure tree when tagged. */
export function drawPages(pages: readonly Page<Row>[], fonts: FontSet, options: RenderOptions): Drawing {
  const uses = faceUses(fonts);
  const outline: OutlineEntry[] = [];
  const destinations = new Map<string, Destination>();
  const drawn = pages.map((page, index) => {
    for (const { row, y, repeated } of page) {
      if (repeated) continue;
      const top = sheet.height - sheet.margin - y;
      if (!destinations.has(row.blockId)) destinations.set(row.blockId, { page: index, y: top });
      if (row.outline) outline.push({ ...row.outline, page: index, y: top });
    }
    return new PageDrawer(index, fonts, uses.get, options).draw(page, pages.length);
  });
  return { pages: drawn, faces: uses.all(), outline, destinations };
}

class PageDrawer {
  private readonly writer = new PageWriter();
  private readonly marked: Tag[] = [];
  private readonly links: LinkArea[] = [];
  /** What is open: a node, an artifact (null), or nothing yet. */
  private open: Tag | null | undefined;
  private readonly page: number;
  private readonly fonts: FontSet;
  private readonly use: (key: FaceKey) => FaceUse;
  private readonly options: RenderOptions;

  constructor(page: number, fonts: FontSet, use: PageDrawer['use'], options: RenderOptions) {
    this.page = page;
    this.fonts = fonts;
    this.use = use;
    this.options = options;
  }

  draw(page: Page<Row>, count: number): DrawnPage {
    for (const [index, { row, y, repeated }] of page.entries()) {
      const top = sheet.height - sheet.margin - y;
      if (index === 0) this.strokes(row.atPageStart, top);
      if (index === page.length - 1) this.strokes(row.atPageEnd, top);
      if (this.options.tagged && !repeated) for (const node of row.require) attach(node);
      for (const part of row.parts) {
        if (part.draws.length === 0) continue;
        this.enter(repeated ? null : part.tag);
        for (const draw of part.draws) this.ink(draw, top, part.tag);
      }
    }
    this.leave();
    this.furniture(count);
    return { content: this.writer.finish(), marked: this.marked, links: this.links };
  }

  private strokes(draws: readonly Draw[], top: number): void {
    if (draws.length === 0) return;
    this.enter(null);
    for (const draw of draws) this.ink(draw, top, null);
  }

  private enter(node: Tag | null): void {
    if (!this.options.tagged || this.open === node) return;
    this.leave();
    if (node === null) this.writer.begin('/Artifact <<>>');
    else {
      attach(node);
      const mcid = this.marked.push(node) - 1;
      node.kids.push({ kind: 'content', page: this.page, mcid });
      this.writer.begin(`/${node.role} <</MCID ${mcid}>>`);
    }
    this.open = node;
  }

  private leave(): void {
    if (this.open !== undefined) this.writer.end();
    this.open = undefined;
  }

  private ink(draw: Draw, top: number, node: Tag | null): void {
    const left = sheet.margin;
    switch (draw.kind) {
      case 'text':
        this.inkText(draw, left + draw.x, top - draw.y, node);
        break;
      case 'line':
        this.writer.line(left + draw.x1, top - draw.y1, left + draw.x2, top - draw.y2, draw.weight);
        break;
      case 'check':
        this.writer.check(left + draw.x, top - draw.y - draw.size, draw.size, draw.checked);
        break;
    }
  }

  private inkText(draw: Draw & { kind: 'text' }, x: number, y: number, node: Tag | null): void {
    this.writer.text(draw.text, this.use(draw.face), draw.size, x, y);
    if (draw.underline) this.writer.underline(x, y, draw.width, draw.size);
    if (draw.href === null) return;
    const rect = [x, y - draw.size * 0.22, x + draw.width, y + draw.size * 0.9] as const;
    const link = this.links.push({ rect, href: draw.href }) - 1;
    if (node?.role === 'Link') node.kids.push({ kind: 'annotation', page: this.page, link });
  }

  /** Footer and draft mark: pagination artifacts (ISO 32000-1, 14.8.2.2.2), never read as part of the text. */
  private furniture(count: number): void {
    const { footer, draft, tagged } = this.options;
    const first = this.options.pageNumberStart ?? 1;
    const total = this.options.pageNumberTotal ?? first + count - 1;
    const page = footer.pageOf.replace('{n}', String(first + this.page)).replace('{m}', String(total));
    if (footer.left !== '' || page !== '') {
      if (tagged) this.writer.begin('/Artifact <</Type /Pagination /Subtype /Footer>>');
      if (footer.left !== '') this.label(footer.left, footerSize, false, sheet.margin, 40);
      if (page !== '') {
        const right = sheet.width - sheet.margin - this.widthOf(page, footerSize, false);
        this.label(page, footerSize, false, right, 40);
      }
      if (tagged) this.writer.end();
    }
    if (!draft) return;
    if (tagged) this.writer.begin('/Artifact <</Type /Pagination /Subtype /Header>>');
    this.writer.fill(draftColour);
    this.label(draftMark, 10, true, sheet.width - sheet.margin - this.widthOf(draftMark, 10, true), sheet.height - 48);
    this.writer.fill(null);
    if (tagged) this.writer.end();
  }

  private widthOf(text: string, size: number, strong: boolean): number {
    const rich = plainRich(text, { ...bodyStyle, size, strong }, this.fonts);
    return rich.x[rich.text.length] ?? 0;
  }

  private label(text: string, size: number, strong: boolean, x: number, y: number): void {
    this.writer.text(printable(text), this.use(strong ? 'bold' : 'regular'), size, x, y);
  }
}
