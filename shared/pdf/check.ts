import { create } from 'fontkit';
import { AppError } from '#shared/errors.ts';
import type { ReadFont, ReadPage } from './read-back.ts';
import { readPdf } from './read-back.ts';
import { sheet } from './sheet.ts';

/** What can be wrong with a file; `page` counts from 1, 0 is the whole file. */
export interface PdfProblem {
  readonly code:
    | 'unreadable'
    | 'no-pages'
    | 'wrong-paper'
    | 'blank-page'
    | 'footer-missing'
    | 'font-not-embedded'
    | 'letter-without-ink'
    | 'missing-glyph'
    | 'draft-mark'
    | 'too-large';
  readonly page: number;
  readonly detail: string;
}
export interface PdfCheck {
  readonly pages: number;
  readonly size: number;
  readonly problems: readonly PdfProblem[];
}
export interface CheckExpectations {
  /** Version code that must stand on every page; empty for none. */
  readonly footer: string;
  /** Text that every page must carry (a draft) or none may (a final document). */
  readonly draftMark: { readonly text: string; readonly expected: boolean } | null;
  /** Limit of one document in an electronic filing, 25 MB (ECAS) unless told otherwise. */
  readonly maxBytes?: number;
}

const ecasLimit = 25 * 1024 * 1024;

/**
 * Reopens finished bytes and looks for what would shame a court paper: a page without text or without its version
 * code, a font that is not in the file, a letter that has a code but no outline (the page would look empty though the
 * text can be copied), the missing-glyph box, a draft mark on a final document or none on a draft.
 */
export async function checkPdf(bytes: Uint8Array, expected: CheckExpectations): Promise<PdfCheck> {
  let pages: ReadPage[];
  try {
    pages = await readPdf(bytes);
  } catch {
    return { pages: 0, size: bytes.length, problems: [{ code: 'unreadable', page: 0, detail: '' }] };
  }
  const problems: PdfProblem[] = [];
  const limit = expected.maxBytes ?? ecasLimit;
  if (pages.length === 0) problems.push({ code: 'no-pages', page: 0, detail: '' });
  if (bytes.length > limit) problems.push({ code: 'too-large', page: 0, detail: `${bytes.length} > ${limit}` });
  const used = new Map<ReadFont, Set<number>>();
  for (const [index, page] of pages.entries()) problems.push(...checkPage(page, index + 1, expected, used));
  for (const [font, codes] of used) problems.push(...checkInk(font, codes));
  return { pages: pages.length, size: bytes.length, problems };
}

/** Throws `pdf-check-failed` with the first problem and its page when there is one. */
export async function assertPdf(bytes: Uint8Array, expected: CheckExpectations): Promise<PdfCheck> {
  const check = await checkPdf(bytes, expected);
  const first = check.problems[0];
  if (first) throw new AppError('pdf-check-failed', { problem: first.code, page: first.page, what: first.detail });
  return check;
}

function checkPage(
  page: ReadPage,
  number: number,
  expected: CheckExpectations,
  used: Map<ReadFont, Set<number>>,
): PdfProblem[] {
  const problems: PdfProblem[] = [];
  const report = (code: PdfProblem['code'], detail = '') => problems.push({ code, page: number, detail });
  if (page.width !== sheet.width || page.height !== sheet.height) report('wrong-paper', `${page.width}×${page.height}`);
  const texts = page.strings.map((string) => string.text);
  const marked = expected.draftMark ? texts.includes(expected.draftMark.text) : false;
  // What stands in the margins is footer and draft mark; a page needs words of its own between them.
  const own = page.strings.filter(
    ({ text, y }) => y > sheet.margin - 8 && y < sheet.height - sheet.margin && /[\p{L}\p{N}_]/u.test(text),
  );
  if (own.length === 0) report('blank-page');
  if (expected.footer !== '' && !texts.includes(expected.footer)) report('footer-missing', expected.footer);
  if (expected.draftMark && marked !== expected.draftMark.expected) report('draft-mark', expected.draftMark.text);
  for (const { font: name, codes } of page.strings) {
    const font = page.fonts.get(name);
    if (!font?.program) {
      report('font-not-embedded', name);
      continue;
    }
    const seen = used.get(font) ?? new Set();
    used.set(font, seen);
    for (const code of codes) seen.add(code);
    if (codes.some((code) => code === 0 || !font.letters.has(code))) report('missing-glyph', name);
  }
  return problems;
}

function checkInk(font: ReadFont, codes: ReadonlySet<number>): PdfProblem[] {
  if (!font.program) return [];
  const opened = create(font.program as Parameters<typeof create>[0]);
  if (!('getGlyph' in opened)) return [{ code: 'font-not-embedded', page: 0, detail: font.name }];
  const problems: PdfProblem[] = [];
  for (const code of codes) {
    const letter = font.letters.get(code) ?? '';
    if (/^[\s\u00a0]$/u.test(letter)) continue;
    if (opened.getGlyph(code).path.commands.length === 0) {
      problems.push({ code: 'letter-without-ink', page: 0, detail: letter });
    }
  }
  return problems;
}
