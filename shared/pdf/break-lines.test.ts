import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Inline } from '#shared/documents/tree.ts';
import { binds, breakLines } from './break-lines.ts';
import type { FaceMetrics, Metrics } from './fonts.ts';
import { richText } from './rich-text.ts';

/** A typewriter: every letter is half an em, so 6 points at 12 points. */
const typewriter: FaceMetrics = { widths: new Int16Array(0x10000).fill(500), resolve: () => 500 };
typewriter.widths[10] = -2;
const metrics: Metrics = { regular: typewriter, bold: typewriter, italic: typewriter, boldItalic: typewriter };

function broken(text: string | Inline[], columns: number, first = columns): string[] {
  const inlines: Inline[] = typeof text === 'string' ? [{ type: 'text', text }] : text;
  const rich = richText(inlines, { size: 12, strong: false, em: false }, { metrics, draft: true, blockId: 'p' });
  return breakLines(rich, first * 6, columns * 6).map((line) => rich.text.slice(line.start, line.end));
}

test('lines are filled greedily and trailing spaces have no width', () => {
  expect(broken('the officer did not ask', 11)).toEqual(['the officer', 'did not ask']);
  expect(broken('the officer did not ask', 10)).toEqual(['the', 'officer', 'did not', 'ask']);
});

test('the first line may be shorter than the others', () => {
  expect(broken('aa bb cc dd', 11, 5)).toEqual(['aa bb', 'cc dd']);
});

test('letters of Mayan names do not break: U+02BC and saltillo', () => {
  expect(broken('su lengua es qʼanjobʼal, no español', 16)).toEqual(['su lengua es', 'qʼanjobʼal, no', 'español']);
  expect(broken('vive en Xꞌaan ahora', 11)).toEqual(['vive en', 'Xꞌaan ahora']);
});

test('citations, clock times, titles and A-numbers stay whole', () => {
  expect(broken('as said in 28 U.S.C. § 1746 before', 18)).toEqual(['as said in', '28 U.S.C. § 1746', 'before']);
  expect(broken('the report time 9:00 a.m. there', 21)).toEqual(['the report time', '9:00 a.m. there']);
  expect(broken('her number is A 000 000 417 now', 18)).toEqual(['her number is', 'A 000 000 417 now']);
  expect(binds('see Matter of Ms. Ixcoy', 18)).toBe(true);
  expect(binds('see the papers', 8)).toBe(false);
});

test('a dash of direct speech stays with its first and its last word', () => {
  expect(broken('me dijo: —Eso cuénteselo al juez— y se fue', 10)).toEqual([
    'me dijo:',
    '—Eso',
    'cuénteselo',
    'al juez— y',
    'se fue',
  ]);
  expect(broken('the officer—nobody else—asked', 19)).toEqual(['the officer—nobody', 'else—asked']);
});

test('a word wider than the line is cut, and no letter is lost', () => {
  expect(broken('x abcdefghijkl y', 5)).toEqual(['x', 'abcde', 'fghij', 'kl y']);
});

test('a break inline ends the line', () => {
  const inlines: Inline[] = [{ type: 'text', text: 'one' }, { type: 'break' }, { type: 'text', text: 'two' }];
  expect(broken(inlines, 20)).toEqual(['one', 'two']);
});

test('whatever the text, its letters come out once and in order, and no line is too wide', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'ab cñʼ. §1-28 U.S.C.—'), maxLength: 120 });
  fc.assert(
    fc.property(letters, fc.integer({ min: 1, max: 30 }), (text, columns) => {
      const lines = broken(text, columns);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.normalize('NFC').replaceAll(' ', ''));
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(columns);
    }),
  );
});
