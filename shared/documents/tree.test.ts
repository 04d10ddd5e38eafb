import { expect, test } from 'vitest';
import type { DocumentTree } from './tree.ts';
import { documentTreeSchema, gapsOf, paragraphNumbers, plainText } from './tree.ts';
import { box, caption, checkbox, gap, heading, lineBreak, numbered, plain, strong, table } from './tree-make.ts';

function tree(blocks: DocumentTree['blocks']): DocumentTree {
  return { version: 1, templateId: 'test', title: 'Test', language: 'en', blocks };
}

test('a tree made by the constructors passes its own schema unchanged', () => {
  const made = tree([
    heading('h', 1, 'DECLARATION'),
    caption('c', [['In the Matter of:'], [strong('María José Ixcoy Tzoc')]], ['File No. A 000 000 417']),
    numbered('p1', ['At ', gap('returns.0.time', 'time of return'), ' we were sent back.']),
    table('t', [{ width: 1, header: 'Tab' }, { width: 3 }], [['A', 'Notice to appear']]),
    box('b', [checkbox('k', true, 'DETAINED')]),
  ]);
  expect(documentTreeSchema.parse(made)).toEqual(made);
  expect(documentTreeSchema.parse(JSON.parse(JSON.stringify(made)))).toEqual(made);
});

test('what the schema does not know is refused, not dropped', () => {
  const unknownBlock = { ...tree([]), blocks: [{ type: 'image', id: 'i' }] };
  const unknownKey = tree([{ ...numbered('p1', 'x'), colour: 'red' } as never]);
  const unknownInline = tree([{ ...numbered('p1', 'x'), inlines: [{ type: 'html', text: '<b>' }] } as never]);
  const control = tree([numbered('p1', 'line\nend')]);
  for (const bad of [unknownBlock, unknownKey, unknownInline, control, { ...tree([]), version: 2 }]) {
    expect(documentTreeSchema.safeParse(bad).success).toBe(false);
  }
});

test('block ids are unique, boxes included, and table rows have one cell a column', () => {
  expect(documentTreeSchema.safeParse(tree([numbered('a', 'x'), box('b', [plain('a', 'y')])])).success).toBe(false);
  expect(documentTreeSchema.safeParse(tree([table('t', [{ width: 1 }, { width: 1 }], [['one']])])).success).toBe(false);
});

test('numbers run through the document and start again where told', () => {
  const made = tree([
    numbered('a', 'one'),
    plain('x', 'between'),
    numbered('b', 'two'),
    numbered('c', 'uno', { startAt: 1 }),
    numbered('d', 'dos'),
  ]);
  expect([...paragraphNumbers(made)]).toEqual([
    ['a', 1],
    ['b', 2],
    ['c', 1],
    ['d', 2],
  ]);
});

test('plain text has numbers, gap labels and line ends; gaps are found in reading order', () => {
  const made = tree([
    heading('h', 1, 'DECLARATION'),
    numbered('p1', ['At ', gap('returns.0.time', 'time of return'), lineBreak(), 'we left.']),
    box('b', [plain('p2', ['In ', gap('place', 'place')])]),
  ]);
  expect(plainText(made)).toBe('DECLARATION\n1. At [time of return]\nwe left.\nIn [place]');
  expect(gapsOf(made)).toEqual([
    { blockId: 'p1', path: 'returns.0.time', label: 'time of return' },
    { blockId: 'p2', path: 'place', label: 'place' },
  ]);
});
