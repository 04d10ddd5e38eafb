import { expect, test } from 'vitest';
import { openTinos } from '#e2e/bench/pdf-files.ts';
import type { DocumentTree } from '#shared/documents/tree.ts';
import { plain } from '#shared/documents/tree-make.ts';
import { assertPdf, checkPdf } from './check.ts';
import { renderDocument } from './render.ts';

const fonts = openTinos();
const code = '2019-088 · d3 · 7KQ2';
function make(words: string, compress = true): Uint8Array {
  const tree: DocumentTree = {
    version: 1,
    templateId: 'test',
    title: 'Test',
    language: 'en',
    blocks: words === '' ? [] : [plain('p', words)],
  };
  const footer = { left: code, pageOf: '{n} of {m}' };
  const date = '2019-11-24T10:00:00Z';
  return renderDocument(tree, { draft: false, footer, date, tagged: false, pdfa: false, compress }, fonts);
}
const expected = { footer: code, draftMark: { text: 'DRAFT / BORRADOR', expected: false } };
const codes = async (bytes: Uint8Array, more: object = {}) =>
  (await checkPdf(bytes, { ...expected, ...more })).problems.map((problem) => problem.code);

/** The same file with one string replaced by another of the same length. */
function altered(bytes: Uint8Array, from: string, to: string): Uint8Array {
  expect(to.length).toBe(from.length);
  const raw = Buffer.from(bytes).toString('latin1');
  expect(raw).toContain(from);
  return Buffer.from(raw.replace(from, to), 'latin1');
}

test('a good file has its pages, size and no problem', async () => {
  const bytes = make('María José');
  expect(await checkPdf(bytes, expected)).toEqual({ pages: 1, size: bytes.length, problems: [] });
});

test('a page without words of its own is called blank, though its footer is there', async () => {
  expect(await codes(make(''))).toEqual(['blank-page']);
  expect(await codes(make(' '))).toEqual(['blank-page']);
});

test('a missing version code, a missing draft mark and a file that is too large are named', async () => {
  expect(await codes(make('words'), { footer: '2019-089 · d1 · AAAA' })).toEqual(['footer-missing']);
  expect(await codes(make('words'), { draftMark: { text: 'DRAFT / BORRADOR', expected: true } })).toEqual([
    'draft-mark',
  ]);
  expect(await codes(make('words'), { maxBytes: 1000 })).toEqual(['too-large']);
});

test('a glyph without outline is found, though its text can be copied', async () => {
  const bytes = make('ww', false);
  const raw = Buffer.from(bytes).toString('latin1');
  // The first letter met is glyph 1 of the subset; reading letter w from the space glyph stands for a lost outline.
  expect(await codes(bytes)).toEqual([]);
  const space = /<([0-9a-f]{4})><0020>/.exec(raw)?.[1] ?? '';
  const broken = altered(bytes, `<${space}><0020>`, `<${space}><0078>`);
  expect(await codes(broken)).toContain('letter-without-ink');
});

test('the missing glyph on a page is found', async () => {
  const broken = altered(make('ww', false), '(\u0000\u0001\u0000\u0001) Tj', '(\u0000\u0000\u0000\u0000) Tj');
  expect(await codes(broken)).toContain('missing-glyph');
});

test('bytes that are no PDF are unreadable, and the error names the problem and the page', async () => {
  expect(await codes(new Uint8Array([1, 2, 3]))).toEqual(['unreadable']);
  await expect(assertPdf(make(''), expected)).rejects.toMatchObject({
    code: 'pdf-check-failed',
    detail: { problem: 'blank-page', page: 1 },
  });
});
