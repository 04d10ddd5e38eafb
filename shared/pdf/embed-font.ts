import { AppError } from '#shared/errors.ts';
import type { Face, FaceKey, FontSet } from './fonts.ts';
import { faceKeys } from './fonts.ts';
import type { PDFContext, PDFRef } from './library.ts';
import { PDFString } from './library.ts';

/** fontkit's TrueType subset, which its published types describe only in part. */
interface GlyphSubset {
  readonly glyphs: number[];
  includeGlyph(glyphId: number): number;
  encode(): Uint8Array;
}

/** A face as one document uses it: its subset grows with the letters met. */
export interface FaceUse {
  /** Resource name on the pages, `F1` to `F4`. */
  readonly name: string;
  readonly face: Face;
  readonly subset: GlyphSubset;
  /** Letter of each glyph of the subset, by its number there; 0 is the missing glyph. */
  readonly letters: number[];
  readonly low: (string | undefined)[];
  readonly high: Map<number, string>;
}

/** Hands out one `FaceUse` for each face that the document really uses. */
export function faceUses(fonts: FontSet): { get(key: FaceKey): FaceUse; all(): FaceUse[] } {
  const uses = new Map<FaceKey, FaceUse>();
  return {
    get(key) {
      let use = uses.get(key);
      if (!use) {
        const face = fonts[key];
        const subset = face.font.createSubset() as unknown as GlyphSubset;
        const name = `F${faceKeys.indexOf(key) + 1}`;
        use = { name, face, subset, letters: [0], low: new Array(0x250), high: new Map() };
        uses.set(key, use);
      }
      return use;
    },
    all: () => faceKeys.flatMap((key) => uses.get(key) ?? []),
  };
}

/** The two bytes of a letter for Identity-H, escaped for a literal string (ISO 32000-1, 7.3.4.2 and 9.7.5.2). */
export function codeOf(use: FaceUse, codePoint: number): string {
  return (codePoint < 0x250 ? use.low[codePoint] : use.high.get(codePoint)) ?? addLetter(use, codePoint);
}

function addLetter(use: FaceUse, codePoint: number): string {
  const glyph = use.face.font.glyphForCodePoint(codePoint).id;
  if (glyph === 0) {
    // The check before layout refuses such letters; this is the last line of defence against an empty box on paper.
    throw new AppError('character-not-in-font', {
      character: String.fromCodePoint(codePoint),
      codePoint: `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`,
      where: use.face.key,
    });
  }
  const known = use.subset.glyphs.indexOf(glyph);
  // Two letters may share one glyph (space and no-break space); each gets its own number, so both read back right.
  const cid = known === -1 ? use.subset.includeGlyph(glyph) : use.subset.glyphs.push(glyph) - 1;
  use.letters[cid] = codePoint;
  const code = escapeByte(cid >> 8) + escapeByte(cid & 0xff);
  if (codePoint < 0x250) use.low[codePoint] = code;
  else use.high.set(codePoint, code);
  return code;
}

function escapeByte(byte: number): string {
  if (byte === 0x28) return '\\(';
  if (byte === 0x29) return '\\)';
  if (byte === 0x5c) return '\\\\';
  if (byte === 0x0d) return '\\r';
  return String.fromCharCode(byte);
}

/**
 * Embeds the subset as a composite font (ISO 32000-1, 9.7.4.2 CIDFontType2, 9.10.3 ToUnicode; PDF/A-2, 6.2.11:
 * embedded program, matching widths, Unicode for every glyph).
 */
export function embedFont(context: PDFContext, use: FaceUse, compress: boolean): PDFRef {
  const { font } = use.face;
  const scale = (value: number) => Math.round((value * 1000) / font.unitsPerEm);
  const base = `${subsetTag(use)}+${font.postscriptName}`;
  const program = use.subset.encode();
  const stream = (bytes: Uint8Array | string, dict: Record<string, number>) =>
    context.register(compress ? context.flateStream(bytes, dict) : context.stream(bytes, dict));
  const descriptor = context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: base,
      // Serif and symbolic; a subset coded by glyph number is symbolic (9.8.2). Italic where it is.
      Flags: 2 + 4 + (font.italicAngle === 0 ? 0 : 64),
      FontBBox: [font.bbox.minX, font.bbox.minY, font.bbox.maxX, font.bbox.maxY].map(scale),
      ItalicAngle: font.italicAngle,
      Ascent: scale(font.ascent),
      Descent: scale(font.descent),
      CapHeight: scale(font.capHeight),
      StemV: use.face.key.startsWith('bold') ? 140 : 82,
      FontFile2: stream(program, { Length1: program.length }),
    }),
  );
  const widths = use.letters.map((letter, cid) =>
    cid === 0 ? scale(font.getGlyph(0).advanceWidth) : use.face.resolve(letter),
  );
  const descendant = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: base,
      CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
      FontDescriptor: descriptor,
      CIDToGIDMap: 'Identity',
      W: [0, widths],
    }),
  );
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: base,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: stream(toUnicode(use.letters), {}),
    }),
  );
}

/** Six letters that differ when the subset differs (9.6.4), the same for the same letters. */
function subsetTag(use: FaceUse): string {
  let hash = 0x811c9dc5;
  for (const letter of use.letters) hash = Math.imul(hash ^ letter, 0x01000193) >>> 0;
  let out = '';
  for (let index = 0; index < 6; index++) {
    out += String.fromCharCode(65 + (hash % 26));
    hash = Math.floor(hash / 26);
  }
  return out;
}

function toUnicode(letters: readonly number[]): string {
  const pairs = letters
    .map((letter, cid) => (cid === 0 ? '' : `<${hex4(cid)}><${hex4(letter)}>`))
    .filter((pair) => pair !== '');
  let body = '';
  for (let from = 0; from < pairs.length; from += 100) {
    const part = pairs.slice(from, from + 100);
    body += `${part.length} beginbfchar\n${part.join('\n')}\nendbfchar\n`;
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><ffff>
endcodespacerange
${body}endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}

function hex4(value: number): string {
  return value.toString(16).padStart(4, '0');
}
