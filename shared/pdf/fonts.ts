import type { Font } from 'fontkit';
import { create } from 'fontkit';

export type FaceKey = 'regular' | 'bold' | 'italic' | 'boldItalic';
export const faceKeys: readonly FaceKey[] = ['regular', 'bold', 'italic', 'boldItalic'];

/** What layout needs to know of a face; a test can stand in for a font with it. */
export interface FaceMetrics {
  /** Advance of each code unit of the Basic Multilingual Plane in 1/1000 em; `unknown` until asked for. */
  readonly widths: Int16Array;
  /** Advance in 1/1000 em, or `missing` when the face has no glyph for it. Fills `widths`. */
  resolve(codePoint: number): number;
}
export type Metrics = Readonly<Record<FaceKey, FaceMetrics>>;

export const unknown = -1;
export const missing = -2;

/** An opened face: the parsed font and the advances seen so far, both kept between documents. */
export interface Face extends FaceMetrics {
  readonly key: FaceKey;
  readonly font: Font;
}
export type FontSet = Readonly<Record<FaceKey, Face>>;
export type FontBytes = Readonly<Record<FaceKey, Uint8Array>>;

/**
 * Parses the four faces once. Fonts are TrueType with Times metrics (Tinos); `bytes` must not change afterwards,
 * because fontkit reads glyphs from them when a document is made.
 */
export function openFonts(bytes: FontBytes): FontSet {
  return {
    regular: openFace('regular', bytes.regular),
    bold: openFace('bold', bytes.bold),
    italic: openFace('italic', bytes.italic),
    boldItalic: openFace('boldItalic', bytes.boldItalic),
  };
}

function openFace(key: FaceKey, bytes: Uint8Array): Face {
  // fontkit reads any Uint8Array; its types ask for a Node Buffer.
  const opened = create(bytes as Parameters<typeof create>[0]);
  if (!('glyphForCodePoint' in opened)) throw new Error(`font ${key} is a collection, not one face`);
  const font = opened;
  keepOutlines(font);
  const widths = new Int16Array(0x10000).fill(unknown);
  return {
    key,
    font,
    widths,
    resolve(codePoint) {
      if (codePoint > 0xffff) return missing;
      const known = widths[codePoint] ?? unknown;
      if (known !== unknown) return known;
      const glyph = font.glyphForCodePoint(codePoint);
      // The rounded width is the one written in the W array, so layout and viewer add up the same numbers.
      const width = glyph.id === 0 ? missing : Math.round((glyph.advanceWidth * 1000) / font.unitsPerEm);
      widths[codePoint] = width;
      return width;
    },
  };
}

/** fontkit's reading of one TrueType outline, which it repeats for every document unless the result is kept. */
interface OutlineReader {
  _decode?: () => unknown;
}

/** Keeps each outline once parsed with the parsed font; making a subset reads them and changes nothing in them. */
function keepOutlines(font: Font): void {
  const getGlyph = font.getGlyph.bind(font);
  font.getGlyph = (...wanted) => {
    const glyph = getGlyph(...wanted);
    const reader = glyph as OutlineReader;
    if (reader._decode && !Object.hasOwn(reader, '_decode')) {
      const read = reader._decode.bind(glyph);
      let kept: unknown;
      reader._decode = () => {
        kept ??= read();
        return kept;
      };
    }
    return glyph;
  };
}

/** The face for a run of text. */
export function faceFor(strong: boolean, em: boolean): FaceKey {
  if (strong) return em ? 'boldItalic' : 'bold';
  return em ? 'italic' : 'regular';
}
