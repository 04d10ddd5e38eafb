import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FontSet } from '#shared/pdf/fonts.ts';
import { openFonts } from '#shared/pdf/fonts.ts';

/** Fonts from disk and outside eyes on a PDF (poppler, qpdf), for tests and the bench. */

const tinos = fileURLToPath(new URL('../../node_modules/@expo-google-fonts/tinos/', import.meta.url));
export const tinosPaths = {
  regular: join(tinos, '400Regular/Tinos_400Regular.ttf'),
  bold: join(tinos, '700Bold/Tinos_700Bold.ttf'),
  italic: join(tinos, '400Regular_Italic/Tinos_400Regular_Italic.ttf'),
  boldItalic: join(tinos, '700Bold_Italic/Tinos_700Bold_Italic.ttf'),
};

let opened: FontSet | null = null;
export function openTinos(): FontSet {
  opened ??= openFonts({
    regular: readFileSync(tinosPaths.regular),
    bold: readFileSync(tinosPaths.bold),
    italic: readFileSync(tinosPaths.italic),
    boldItalic: readFileSync(tinosPaths.boldItalic),
  });
  return opened;
}

function withFile<T>(bytes: Uint8Array, use: (path: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'amparo-pdf-'));
  try {
    const path = join(folder, 'document.pdf');
    writeFileSync(path, bytes);
    return use(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(command: string, args: readonly string[]): Buffer {
  const done = spawnSync(command, args, { maxBuffer: 1 << 28 });
  if (done.error) throw done.error;
  if (done.status !== 0) throw new Error(`${command} ended with ${done.status}: ${done.stderr} ${done.stdout}`);
  return done.stdout;
}

/** Text as poppler reads it, one string a page. */
export function textPages(bytes: Uint8Array, layout = false): string[] {
  const args = layout ? ['-layout'] : [];
  const text = withFile(bytes, (path) => run('pdftotext', [...args, path, '-'])).toString('utf8');
  return text.split('\f').slice(0, -1);
}

/** Throws with qpdf's words unless the file is clean. */
export function qpdfCheck(bytes: Uint8Array): string {
  return withFile(bytes, (path) => run('qpdf', ['--check', path])).toString('utf8');
}

export function pdfInfo(bytes: Uint8Array, ...args: string[]): string {
  return withFile(bytes, (path) => run('pdfinfo', [...args, path])).toString('utf8');
}

export interface GreyPage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}
/** Pages as grey pictures at `dpi`. */
export function greyPages(bytes: Uint8Array, dpi = 72): GreyPage[] {
  const out = withFile(bytes, (path) => run('pdftoppm', ['-r', String(dpi), '-gray', path]));
  const pages: GreyPage[] = [];
  for (let at = 0; at < out.length; ) {
    const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(out.subarray(at, at + 40).toString('latin1'));
    if (!header) throw new Error('not a PGM picture');
    const [width, height] = [Number(header[1]), Number(header[2])];
    const from = at + header[0].length;
    at = from + width * height;
    pages.push({ width, height, pixels: out.subarray(from, at) });
  }
  return pages;
}

/** Dark pixels in a part of a page given in pixels; the whole page unless told. */
export function ink(
  page: GreyPage,
  area: { left?: number; top?: number; right?: number; bottom?: number } = {},
): number {
  const { left = 0, top = 0, right = page.width, bottom = page.height } = area;
  let dark = 0;
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) if ((page.pixels[y * page.width + x] ?? 255) < 128) dark++;
  }
  return dark;
}
