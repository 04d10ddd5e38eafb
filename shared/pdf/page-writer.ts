import type { FaceUse } from './embed-font.ts';
import { codeOf } from './embed-font.ts';

/** A number as PDF writes it: at most two decimals (1/100 point is below what any printer shows), no exponent. */
export function decimal(value: number): string {
  return String(Math.round(value * 100) / 100 || 0);
}

/**
 * Writes the operators of one page (ISO 32000-1, 9.4 text, 8.5 paths, 14.6 marked content) into one string whose
 * characters are bytes. Coordinates are PDF's own: points from the bottom left corner of the sheet.
 */
export class PageWriter {
  private out = '';
  private inText = false;
  private font = '';
  private x = 0;
  private y = 0;
  private weight = -1;
  private readonly underlines: [number, number, number, number][] = [];

  /** Inks `text` with its baseline beginning at (x, y). */
  text(text: string, use: FaceUse, size: number, x: number, y: number): void {
    if (!this.inText) {
      this.out += 'BT\n';
      this.inText = true;
      this.x = 0;
      this.y = 0;
    }
    const font = `/${use.name} ${decimal(size)} Tf\n`;
    if (font !== this.font) {
      this.out += font;
      this.font = font;
    }
    this.moveText(x, y);
    let bytes = '';
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      if (code >= 0x300 && isMark(code) && index > 0) {
        this.out += `(${bytes}) Tj\n`;
        bytes = '';
        this.mark(text, index, use, { size, x, y });
      } else bytes += codeOf(use, code);
    }
    if (bytes !== '') this.out += `(${bytes}) Tj\n`;
  }

  /** Fonts with Times metrics carry no anchor points, so a combining mark is centred over its letter here. */
  private mark(text: string, index: number, use: FaceUse, at: { size: number; x: number; y: number }): void {
    const { size, x, y } = at;
    let pen = x;
    for (let i = 0; i < index; i++) pen += (Math.max(0, use.face.resolve(text.charCodeAt(i))) * size) / 1000;
    let baseIndex = index - 1;
    while (baseIndex > 0 && isMark(text.charCodeAt(baseIndex))) baseIndex--;
    const offset = markOffset(use, text.charCodeAt(baseIndex), text.charCodeAt(index));
    this.moveText(pen + (offset.dx * size) / 1000, y + (offset.dy * size) / 1000);
    this.out += `(${codeOf(use, text.charCodeAt(index))}) Tj\n`;
    this.moveText(pen, y);
  }

  private moveText(x: number, y: number): void {
    const toX = Math.round(x * 100) / 100;
    const toY = Math.round(y * 100) / 100;
    this.out += `${decimal(toX - this.x)} ${decimal(toY - this.y)} Td\n`;
    this.x = toX;
    this.y = toY;
  }

  /** Underlines are paths and wait until the text object ends. */
  underline(x: number, y: number, width: number, size: number): void {
    this.underlines.push([x, y - size * 0.11, x + width, size * 0.05]);
  }

  endText(): void {
    if (this.inText) this.out += 'ET\n';
    this.inText = false;
    this.font = '';
    for (const [x, y, to, weight] of this.underlines.splice(0)) this.line(x, y, to, y, weight);
  }

  line(x1: number, y1: number, x2: number, y2: number, weight: number): void {
    this.endText();
    if (weight !== this.weight) {
      this.out += `${decimal(weight)} w\n`;
      this.weight = weight;
    }
    this.out += `${decimal(x1)} ${decimal(y1)} m ${decimal(x2)} ${decimal(y2)} l S\n`;
  }

  /** A square box with its lower left corner at (x, y), crossed when ticked. */
  check(x: number, y: number, size: number, checked: boolean): void {
    this.endText();
    this.out += `0.75 w ${decimal(x)} ${decimal(y)} ${decimal(size)} ${decimal(size)} re S\n`;
    this.weight = 0.75;
    if (!checked) return;
    const inset = size * 0.2;
    this.line(x + inset, y + inset, x + size - inset, y + size - inset, 1.1);
    this.line(x + inset, y + size - inset, x + size - inset, y + inset, 1.1);
  }

  /** Fill colour for text, as device RGB parts 0 to 1; null is black. */
  fill(colour: readonly [number, number, number] | null): void {
    this.endText();
    this.out += colour ? `${colour.join(' ')} rg\n` : '0 g\n';
  }

  /** Opens a marked-content sequence; `operands` is written as is, e.g. `/P <</MCID 0>>`. */
  begin(operands: string): void {
    this.endText();
    this.out += `${operands} BDC\n`;
  }

  end(): void {
    this.endText();
    this.out += 'EMC\n';
  }

  finish(): string {
    this.endText();
    return this.out;
  }
}

function isMark(code: number): boolean {
  return (
    (code >= 0x300 && code <= 0x36f) ||
    (code >= 0x1ab0 && code <= 0x1aff) ||
    (code >= 0x1dc0 && code <= 0x1dff) ||
    (code >= 0x20d0 && code <= 0x20ff)
  );
}

/** How far a mark moves from the pen after its letter, in 1/1000 em. Mark outlines are centred on their own origin. */
function markOffset(use: FaceUse, base: number, mark: number): { dx: number; dy: number } {
  const { font } = use.face;
  const scale = 1000 / font.unitsPerEm;
  const letter = font.glyphForCodePoint(base);
  const sign = font.glyphForCodePoint(mark);
  const dx = ((letter.bbox.minX + letter.bbox.maxX) / 2 - letter.advanceWidth) * scale;
  const above = sign.bbox.minY > 0;
  const dy = above ? Math.max(0, letter.bbox.maxY - font.xHeight - 30) * scale : Math.min(0, letter.bbox.minY) * scale;
  return { dx: Number.isFinite(dx) ? dx : 0, dy: Number.isFinite(dy) ? dy : 0 };
}
