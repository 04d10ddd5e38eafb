import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream } from './library.ts';

/** A font of a reopened file: its embedded program, and the letter of each two-byte code. */
export interface ReadFont {
  readonly name: string;
  readonly program: Uint8Array | null;
  readonly letters: ReadonlyMap<number, string>;
}
export interface ReadString {
  readonly font: string;
  readonly codes: readonly number[];
  readonly text: string;
  /** Where its baseline begins, in points from the bottom left of the sheet. */
  readonly x: number;
  readonly y: number;
}
export interface ReadPage {
  readonly width: number;
  readonly height: number;
  /** Strings in the order in which they are painted, each as text with its codes. */
  readonly strings: readonly ReadString[];
  readonly fonts: ReadonlyMap<string, ReadFont>;
}

/**
 * Opens a file made by this engine and reads its pages back from the bytes alone: content operators, font programs and
 * ToUnicode tables. Independent of the tree it was made from, so that the self-check checks the file, not the intent.
 */
export async function readPdf(bytes: Uint8Array): Promise<ReadPage[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const cache = new Map<PDFDict, ReadFont>();
  return document.getPages().map((page) => {
    const { width, height } = page.getSize();
    const fonts = new Map<string, ReadFont>();
    const fontDict = page.node.Resources()?.lookupMaybe(PDFName.of('Font'), PDFDict);
    for (const [name] of fontDict?.entries() ?? []) {
      const dict = fontDict?.lookup(name, PDFDict);
      if (!dict) continue;
      let font = cache.get(dict);
      if (!font) {
        font = readFont(dict);
        cache.set(dict, font);
      }
      fonts.set(name.decodeText(), font);
    }
    const contents = page.node.Contents();
    const content = contents instanceof PDFRawStream ? latin(decodePDFRawStream(contents).decode()) : '';
    return { width, height, fonts, strings: readStrings(content, fonts) };
  });
}

function readFont(dict: PDFDict): ReadFont {
  const descendants = dict.lookup(PDFName.of('DescendantFonts'), PDFArray);
  const descriptor = descendants.lookup(0, PDFDict).lookup(PDFName.of('FontDescriptor'), PDFDict);
  const program = descriptor.lookup(PDFName.of('FontFile2'));
  const unicode = dict.lookup(PDFName.of('ToUnicode'));
  const letters = new Map<number, string>();
  if (unicode instanceof PDFRawStream) {
    for (const pair of latin(decodePDFRawStream(unicode).decode()).matchAll(/<([0-9a-f]{4})><([0-9a-f]{4})>\n/g)) {
      letters.set(Number.parseInt(pair[1] ?? '', 16), String.fromCharCode(Number.parseInt(pair[2] ?? '', 16)));
    }
  }
  return {
    name: dict.lookup(PDFName.of('BaseFont'), PDFName).decodeText(),
    program: program instanceof PDFRawStream ? decodePDFRawStream(program).decode() : null,
    letters,
  };
}

/** Font changes, moves and painted literal strings, in order (ISO 32000-1, 9.3 and 9.4). */
function readStrings(content: string, fonts: ReadonlyMap<string, ReadFont>): ReadString[] {
  const strings: ReadString[] = [];
  let font = '';
  let x = 0;
  let y = 0;
  for (const token of content.matchAll(operators)) {
    const [, fontName, dx, dy, literal] = token;
    if (fontName !== undefined) font = fontName;
    else if (dx !== undefined) {
      x += Number(dx);
      y += Number(dy);
    } else if (literal !== undefined) {
      const codes = codesOf(literal);
      const letters = fonts.get(font)?.letters;
      strings.push({ font, codes, text: codes.map((code) => letters?.get(code) ?? '\ufffd').join(''), x, y });
    } else {
      x = 0;
      y = 0;
    }
  }
  return strings;
}
const operators = /\/(\w+) [\d.]+ Tf|([-\d.]+) ([-\d.]+) Td|\(((?:[^\\()]|\\[\s\S])*)\) Tj|\bBT\b/g;

function codesOf(literal: string): number[] {
  const raw = literal.replace(/\\([\s\S])/g, (_, escaped: string) => (escaped === 'r' ? '\r' : escaped));
  const codes: number[] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) codes.push((raw.charCodeAt(at) << 8) | raw.charCodeAt(at + 1));
  return codes;
}

function latin(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 4096) text += String.fromCharCode(...bytes.subarray(at, at + 4096));
  return text;
}
