import { createRequire } from 'node:module';
import type { FontSet } from '#shared/pdf/fonts.ts';
import type { BenchText } from './pdf-texts.ts';

/**
 * The same declaration through PDFKit and pdfmake: finished paragraphs, the same sheet, margins, type, leading, footer
 * and compression. Their parsed fonts are kept between documents, as ours are.
 */
const require = createRequire(import.meta.url);

interface KitDocument {
  on(event: 'data', listener: (part: Uint8Array) => void): void;
  on(event: 'end', listener: () => void): void;
  font(source: unknown, size?: number): KitDocument;
  fontSize(size: number): KitDocument;
  text(text: string, options: Record<string, unknown>): KitDocument;
  text(text: string, x: number, y: number, options: Record<string, unknown>): KitDocument;
  bufferedPageRange(): { start: number; count: number };
  switchToPage(page: number): void;
  end(): void;
}
type KitConstructor = new (options: Record<string, unknown>) => KitDocument;
const margins = { top: 72, bottom: 72, left: 72, right: 72 };
/** Tinos' own line is 1.149 of its size; this adds up to 24 points. */
const lineGap = 24 - 12 * 1.149;

/** PDFKit with a parsed font handed in, which it accepts in place of bytes. */
export function byPdfKit(text: BenchText, fonts: FontSet): Promise<Uint8Array> {
  const Kit = require('pdfkit') as KitConstructor;
  return new Promise((resolve) => {
    const parts: Uint8Array[] = [];
    const document = new Kit({ size: 'LETTER', margins, compress: true, bufferPages: true, font: null });
    document.on('data', (part) => parts.push(part));
    document.on('end', () => resolve(Buffer.concat(parts)));
    document.font(fonts.bold.font, 12).text(text.title, { align: 'center', lineGap });
    document.font(fonts.regular.font, 12);
    for (const [index, paragraph] of text.paragraphs.entries()) {
      document.text(`${index + 1}.  ${paragraph}`, { lineGap, indent: 36 });
    }
    const { count } = document.bufferedPageRange();
    for (let page = 0; page < count; page++) {
      document.switchToPage(page);
      document.fontSize(10);
      const footer = { lineBreak: false, baseline: 'alphabetic' };
      document.text(text.code, 72, 752, footer);
      document.text(`${page + 1} of ${count}`, 500, 752, footer);
    }
    document.end();
  });
}

interface MakeDocument {
  getBuffer(): Promise<Uint8Array>;
}
interface PdfMake {
  addFonts(fonts: Record<string, unknown>): void;
  setLocalAccessPolicy?(policy: () => boolean): void;
  setUrlAccessPolicy?(policy: () => boolean): void;
  createPdf(definition: Record<string, unknown>): MakeDocument;
}

/** pdfmake reads its fonts by path; the file is in the disk cache, and it offers no way to keep a parsed one. */
export function pdfMake(paths: { regular: string; bold: string }): (text: BenchText) => Promise<Uint8Array> {
  const make = require('pdfmake') as PdfMake;
  make.setLocalAccessPolicy?.(() => true);
  make.setUrlAccessPolicy?.(() => false);
  make.addFonts({
    Tinos: { normal: paths.regular, bold: paths.bold, italics: paths.regular, bolditalics: paths.bold },
  });
  return (text) =>
    make
      .createPdf({
        pageSize: 'LETTER',
        pageMargins: [72, 72, 72, 72],
        compress: true,
        defaultStyle: { font: 'Tinos', fontSize: 12, lineHeight: 24 / (12 * 1.149) },
        footer: (page: number, count: number) => ({
          margin: [72, 26, 72, 0],
          fontSize: 10,
          columns: [{ text: text.code }, { text: `${page} of ${count}`, alignment: 'right' }],
        }),
        content: [
          { text: text.title, bold: true, alignment: 'center' },
          ...text.paragraphs.map((paragraph, index) => ({
            text: `${index + 1}.  ${paragraph}`,
            leadingIndent: 36,
          })),
        ],
      })
      .getBuffer();
}
