import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paginate } from './paginate.ts';
import type { FlowRow } from './rows.ts';

interface TestRow extends FlowRow<TestRow> {
  readonly name: string;
}
function line(name: string, rest: Partial<TestRow> = {}): TestRow {
  return { name, height: 10, before: 0, keepNext: false, breakBefore: false, header: null, ...rest };
}
const names = (pages: ReturnType<typeof paginate<TestRow>>) => pages.map((page) => page.map(({ row }) => row.name));

test('rows fill a page and go on to the next; space above is dropped at its top', () => {
  const rows = [line('a'), line('b', { before: 5 }), line('c', { before: 5 })];
  const pages = paginate(rows, 30);
  expect(names(pages)).toEqual([['a', 'b'], ['c']]);
  expect(pages[0]?.map(({ y }) => y)).toEqual([0, 15]);
  expect(pages[1]?.map(({ y }) => y)).toEqual([0]);
});

test('a heading goes with the first lines after it', () => {
  const rows = [line('a'), line('b'), line('heading', { keepNext: true }), line('c', { keepNext: true }), line('d')];
  expect(names(paginate(rows, 40))).toEqual([
    ['a', 'b'],
    ['heading', 'c', 'd'],
  ]);
});

test('a chain taller than a page is split, and nothing is lost', () => {
  const rows = ['a', 'b', 'c', 'd', 'e'].map((name) => line(name, { keepNext: true }));
  expect(names(paginate(rows, 20))).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
});

test('breaks never make an empty page, also when doubled, first, last or before space', () => {
  const space = line('space', { height: 0, before: 8, breakBefore: true });
  const rows = [line('a', { breakBefore: true }), space, line('b', { breakBefore: true }), { ...space }];
  expect(names(paginate(rows, 100))).toEqual([['a'], ['b']]);
});

test('a table header is repeated on the pages that follow, and marked as repeated', () => {
  const header = [line('head', { keepNext: true })];
  const rows = [...header, ...['1', '2', '3', '4'].map((name) => line(name, { header }))];
  const pages = paginate(rows, 30);
  expect(names(pages)).toEqual([
    ['head', '1', '2'],
    ['head', '3', '4'],
  ]);
  expect(pages.map((page) => page[0]?.repeated)).toEqual([false, true]);
});

test('every inked row is placed once, in order, inside its page, whatever the rows', () => {
  const anyRow = fc.record({
    height: fc.integer({ min: 1, max: 40 }),
    before: fc.integer({ min: 0, max: 20 }),
    keepNext: fc.boolean(),
    breakBefore: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 60 }), (shapes) => {
      const rows = shapes.map((shape, index) => line(String(index), shape));
      const pages = paginate(rows, 100);
      expect(pages.flat().map(({ row }) => row.name)).toEqual(rows.map((row) => row.name));
      for (const page of pages) {
        expect(page.length).toBeGreaterThan(0);
        for (const { row, y } of page) expect(y + row.height).toBeLessThanOrEqual(100.01);
      }
    }),
  );
});
