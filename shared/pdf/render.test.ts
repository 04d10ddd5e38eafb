import { expect, test } from 'vitest';
import { greyPages, ink, openTinos, pdfInfo, qpdfCheck, textPages } from '#e2e/bench/pdf-files.ts';
import type { Block, DocumentTree } from '#shared/documents/tree.ts';
import {
  blank,
  box,
  caption,
  checkbox,
  courtHeading,
  em,
  filerBlock,
  gap,
  heading,
  list,
  numbered,
  pageBreak,
  paragraph,
  plain,
  quote,
  signature,
  strong,
  table,
  text,
} from '#shared/documents/tree-make.ts';
import { AppError } from '#shared/errors.ts';
import { checkPdf } from './check.ts';
import { readPdf } from './read-back.ts';
import type { RenderOptions } from './render.ts';
import { renderDocument } from './render.ts';

const fonts = openTinos();
const code = '2019-088 · d3 · 7KQ2';
const options: RenderOptions = {
  draft: false,
  footer: { left: code, pageOf: '{n} of {m}' },
  date: '2019-11-24T10:00:00Z',
  tagged: true,
  pdfa: true,
  compress: true,
};
function tree(blocks: Block[], title = 'Declaration of María José Ixcoy Tzoc'): DocumentTree {
  return { version: 1, templateId: 'test', title, language: 'en', blocks };
}
const make = (blocks: Block[], rest: Partial<RenderOptions> = {}) =>
  renderDocument(tree(blocks), { ...options, ...rest }, fonts);
function thrown(run: () => unknown): AppError {
  try {
    run();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}
const sentence = 'The officer did not ask me if I was afraid to go back to Ciudad Juárez. ';
const perjury =
  'I declare under penalty of perjury under the laws of the United States of America that the foregoing is true and correct.';

const everything: Block[] = [
  filerBlock('filer', ['Ana Muñoz', '(915) 555-0100'], ['DETAINED']),
  courtHeading('court', ['UNITED STATES DEPARTMENT OF JUSTICE', 'EL PASO, TEXAS']),
  caption('caption', ['In the Matters of:', [strong('María José Ixcoy Tzoc')]], ['File No. A 000 000 417']),
  heading('title', 1, 'DECLARATION OF MARÍA JOSÉ IXCOY TZOC'),
  numbered('p1', ['I speak ', em('qʼanjobʼal'), '. I was born in Xꞌaan. Ñandú, Üben, x\u0302.']),
  numbered('p2', ['See ', text('Exhibit A', { href: '#exhibits' }), ' and ', text('una frase', { lang: 'es' }), '.']),
  heading('later', 2, 'What happened later'),
  quote('quote', sentence.repeat(3)),
  list('list', ['one thing', 'another thing'], { ordered: true }),
  table(
    'exhibits',
    [
      { width: 1, header: 'Tab' },
      { width: 4, header: 'Exhibit' },
    ],
    [
      ['A', 'Notice to appear'],
      ['B', ''],
    ],
  ),
  box('box', [checkbox('yes', true, 'GRANTED'), checkbox('no', false, 'DENIED')]),
  paragraph('perjury', perjury),
  signature('sign', [
    { label: 'Executed on (date)', value: null },
    { label: 'Name', value: 'María José Ixcoy Tzoc' },
  ]),
];

test('every kind of block comes out as text that can be read back, in a file that qpdf finds clean', async () => {
  const bytes = make(everything);
  expect(qpdfCheck(bytes)).toContain('No syntax or stream encoding errors found');
  const all = textPages(bytes).join('\n');
  for (const part of [
    'Ana Muñoz',
    'DETAINED',
    'María José Ixcoy Tzoc',
    'A 000 000 417',
    'qʼanjobʼal',
    'Xꞌaan',
    'Ñandú, Üben',
    'Notice to appear',
    'GRANTED',
    'Executed on (date)',
    code,
    '1 of 1',
  ]) {
    expect(all).toContain(part);
  }
  expect(all).not.toMatch(/[?\ufffd□]/);
  expect((await checkPdf(bytes, { footer: code, draftMark: null })).problems).toEqual([]);
});

test('the same facts and date give the same bytes; another date or code does not', () => {
  const first = make(everything);
  expect(Buffer.compare(first, make(everything))).toBe(0);
  expect(Buffer.compare(first, make(everything, { date: '2019-11-25T10:00:00Z' }))).not.toBe(0);
  expect(Buffer.compare(first, make(everything, { footer: { left: 'x', pageOf: '' } }))).not.toBe(0);
});

test('each letter of the languages spoken leaves ink, also the combining ones', () => {
  const blankPage = greyPages(make([plain('p', ' ')], { footer: { left: '', pageOf: '' } }), 100)[0];
  expect(blankPage && ink(blankPage)).toBe(0);
  for (const letter of ['ʼ', 'ꞌ', 'ñ', 'Ü', 'ẍ', 'ɨ', 'ʔ', 'ā', '§', '¿', '•', 'Ж', '\u2019']) {
    const page = greyPages(make([plain('p', letter)], { footer: { left: '', pageOf: '' } }), 100)[0];
    expect(page && ink(page), letter).toBeGreaterThan(2);
  }
  const bare = greyPages(make([plain('p', 'xxxx')]), 144)[0];
  const hats = greyPages(make([plain('p', 'x\u0302x\u0302x\u0302x\u0302')]), 144)[0];
  expect(bare && hats && ink(hats) - ink(bare)).toBeGreaterThan(20);
  // A mark stands over its letter: it adds ink above, none to the right of the last letter.
  const right = (page: typeof bare) => page && ink(page, { left: 144 + 48, top: 144, bottom: 180 });
  expect(right(hats)).toBe(right(bare));
});

test('accents typed as two characters print as one letter', () => {
  expect(textPages(make([plain('p', 'Jose\u0301 Nun\u0303ez')]))[0]).toContain('José Nuñez');
});

test('a letter that the font lacks is refused by name, code point and block, before anything is made', () => {
  const error = thrown(() => make([plain('p1', 'fine'), plain('p2', 'name 漢')]));
  expect(error.code).toBe('character-not-in-font');
  expect(error.detail).toEqual({ character: '漢', codePoint: 'U+6F22', where: 'p2' });
  expect(thrown(() => make([plain('p', 'smile 😀')])).detail.codePoint).toBe('U+1F600');
});

test('a gap is a blank line on a draft and stops a final document; a blank for ink stays on both', () => {
  const blocks = [
    numbered('p', ['At ', gap('returns.0.time', 'time of return'), ' we left.']),
    plain('b', [blank(60)]),
  ];
  expect(thrown(() => make(blocks)).code).toBe('not-ready');
  expect(thrown(() => make(blocks)).detail).toEqual({ label: 'time of return', where: 'p' });
  const draft = textPages(make(blocks, { draft: true }))[0] ?? '';
  expect(draft).toContain('At ______________ we left.');
  expect(draft).not.toContain('time of return');
  expect(textPages(make([plain('b', [blank(60)])]))[0]).toContain('_'.repeat(10));
});

test('a draft is marked on every page, a final document on none', async () => {
  const blocks = Array.from({ length: 12 }, (_, index) => numbered(`p${index}`, sentence.repeat(6)));
  const draft = make(blocks, { draft: true });
  const pages = textPages(draft);
  expect(pages.length).toBeGreaterThan(2);
  for (const page of pages) expect(page).toContain('DRAFT / BORRADOR');
  const mark = { text: 'DRAFT / BORRADOR', expected: false };
  expect((await checkPdf(draft, { footer: code, draftMark: mark })).problems.map((problem) => problem.code)).toEqual(
    pages.map(() => 'draft-mark'),
  );
  expect(textPages(make(blocks)).join('')).not.toContain('DRAFT');
});

test('the printed page number is the page of the file, and goes on from a given start', () => {
  const blocks = Array.from({ length: 14 }, (_, index) => numbered(`p${index}`, sentence.repeat(5)));
  const pages = textPages(make(blocks));
  expect(pages.length).toBe(3);
  for (const [index, page] of pages.entries()) expect(page).toContain(`${index + 1} of 3`);
  const later = make(blocks, { pageNumberStart: 8, pageNumberTotal: 20 });
  for (const [index, page] of textPages(later).entries()) expect(page).toContain(`${index + 8} of 20`);
  expect(Buffer.from(later).toString('latin1')).toMatch(/\/PageLabels <<\s*\/Nums \[ 0 <<\s*\/S \/D\s*\/St 8/);
});

test('body text is double-spaced Times metrics at 12 points inside one-inch margins', async () => {
  const page = (await readPdf(make([numbered('p', sentence.repeat(8))])))[0];
  const lines = page?.strings.filter((string) => string.y > 100) ?? [];
  expect(page?.width).toBe(612);
  expect(page?.height).toBe(792);
  const baselines = [...new Set(lines.map((line) => Math.round(line.y * 10) / 10))];
  for (let index = 1; index < baselines.length; index++) {
    expect((baselines[index - 1] ?? 0) - (baselines[index] ?? 0)).toBeCloseTo(24, 1);
  }
  for (const line of lines) expect(line.x).toBeGreaterThanOrEqual(72);
  const grey = greyPages(make([numbered('p', sentence.repeat(60))]), 72)[0];
  expect(grey && ink(grey, { right: 71 }) + ink(grey, { left: 541 })).toBe(0);
});

test('a signature is never alone: the perjury sentence stands on its page, however long the text before it', () => {
  for (let lines = 20; lines <= 32; lines++) {
    const body = Array.from({ length: lines }, (_, index) =>
      plain(`p${index}`, 'A line of text.', { spacing: 'double' }),
    );
    const sign = signature('sign', [
      { label: 'Executed on', value: null },
      { label: 'Signature', value: null },
    ]);
    const pages = textPages(make([...body, paragraph('perjury', perjury), sign]));
    const last = pages[pages.length - 1] ?? '';
    expect(last).toContain('I declare under penalty of perjury');
    expect(last).toContain('foregoing is true and correct');
    expect(last).toContain('Executed on');
    expect(last).toContain('Signature');
  }
});

test('the page of the oath and the signature holds words of the declaration, wherever the text ends', () => {
  for (let lines = 20; lines <= 32; lines++) {
    const body = Array.from({ length: lines }, (_, index) => numbered(`p${index}`, `Fact ${index} was told.`));
    const read = plain('read', 'This declaration was read to me.', { spacing: 'double' });
    const sign = signature('sign', [{ label: 'Signature', value: null }]);
    const pages = textPages(make([...body, read, paragraph('perjury', perjury), sign]));
    const last = pages[pages.length - 1] ?? '';
    expect(last).toContain('Signature');
    expect(last).toContain(`Fact ${lines - 1} was told.`);
  }
});

test('no paragraph leaves one line alone at the foot or the top of a page', async () => {
  const blocks = Array.from({ length: 24 }, (_, index) => numbered(`p${index}`, sentence.repeat(3 + (index % 4))));
  const pages = await readPdf(make(blocks));
  for (const page of pages.slice(0, -1)) {
    const lines = page.strings.filter((string) => string.y > 60);
    const last = lines[lines.length - 1];
    expect(last?.text).not.toMatch(/^\d+\. /);
    expect(lines[lines.length - 2]?.text === undefined || /^\d+\. $/.test(lines[lines.length - 2]?.text ?? '')).toBe(
      false,
    );
  }
});

test('a narrative of 3,000 characters in a table cell runs over the page under a repeated header', () => {
  const story = sentence.repeat(60).slice(0, 3000).trim();
  const rows = [
    ['2018', 'before'],
    ['2019', story],
    ['2020', 'after'],
  ];
  const filler = Array.from({ length: 18 }, (_, index) => plain(`f${index}`, 'Filler.', { spacing: 'double' }));
  const bytes = make([
    ...filler,
    table(
      't',
      [
        { width: 1, header: 'When' },
        { width: 3, header: 'What' },
      ],
      rows,
    ),
  ]);
  const pages = textPages(bytes);
  expect(pages.length).toBe(2);
  for (const page of pages) expect(page).toContain('When');
  const flat = pages.join(' ').replace(/\s+/g, ' ');
  expect(flat.split('The officer did not ask').length - 1).toBe(story.split('The officer did not ask').length - 1);
});

test('a long surname in a caption stays inside its side of the bracket', async () => {
  const surname = 'Hernández-Villanueva de la Santísima Trinidad Xoyón Sacalxot y Chávez';
  const page = (await readPdf(make([caption('c', [[strong(surname)]], ['File No. A 000 000 417'])])))[0];
  const left = page?.strings.filter((string) => string.y > 100 && string.x < 300) ?? [];
  expect(left.map((string) => string.text).join('')).toBe(surname);
  expect(left.length).toBeGreaterThan(1);
});

test('a number of a caption stands beside its name, also below a name that takes two lines', async () => {
  const names = [[strong('DE LA CRUZ ÑAMENDI, Yesenia del Carmen Asunción')], [strong('GAITÁN, Lucía')]];
  const page = (await readPdf(make([caption('c', names, ['A000-000-431', 'A000-000-432'])])))[0];
  const y = (text: string) => page?.strings.find((string) => string.text.includes(text))?.y;
  expect(y('A000-000-431')).toBeCloseTo(y('DE LA CRUZ') ?? 0, 1);
  expect(y('A000-000-432')).toBeCloseTo(y('GAITÁN') ?? 0, 1);
});

test('page breaks never leave a blank page', () => {
  const pages = textPages(
    make([pageBreak('a'), plain('p', 'one'), pageBreak('b'), pageBreak('c'), plain('q', 'two'), pageBreak('d')]),
  );
  expect(pages.length).toBe(2);
});

test('the structure tree has headings, paragraphs, lists, real tables and links, in reading order', () => {
  const structure = pdfInfo(make(everything), '-struct-text');
  for (const role of ['H1', 'H2', 'P', 'BlockQuote', 'L', 'LI', 'Lbl', 'LBody', 'Table', 'TR', 'TH', 'TD', 'Link']) {
    expect(structure).toMatch(new RegExp(`^\\s*${role}(:| \\(|$)`, 'm'));
  }
  expect(structure.match(/^\s*TD$/gm)?.length).toBe(4);
  expect(structure).toContain('"1. I speak qʼanjobʼal. I was born in Xꞌaan.');
  const linked = ['"2. See "', 'Link (inline)', '"Exhibit A"', '" and "', 'Span (inline)', '"una frase"', '"."'];
  let from = 0;
  for (const part of linked) {
    const at = structure.indexOf(part, from);
    expect(at, part).toBeGreaterThan(-1);
    from = at;
  }
  expect(structure).not.toContain(code);
  expect(structure).not.toContain('1 of 1');
});

test('metadata: title, language, tagged, PDF/A-2b and PDF/UA-1, dates as given, no name and no path', () => {
  const bytes = make(everything);
  const info = pdfInfo(bytes);
  expect(info).toMatch(/Title:\s+Declaration of María José Ixcoy Tzoc/);
  expect(info).toMatch(/Producer:\s+Amparo/);
  expect(info).toMatch(/Tagged:\s+yes/);
  expect(info).toMatch(/Page size:\s+612 x 792 pts \(letter\)/);
  const raw = Buffer.from(bytes).toString('latin1');
  for (const part of [
    '<pdfaid:part>2</pdfaid:part>',
    '<pdfaid:conformance>B</pdfaid:conformance>',
    '<pdfuaid:part>1</pdfuaid:part>',
    '/GTS_PDFA1',
    '/Lang (en)',
    '/DisplayDocTitle true',
    '(D:20191124100000Z)',
  ]) {
    expect(raw).toContain(part);
  }
  expect(raw).not.toMatch(/\/Author|\/home\/|node_modules/);
  const plainRaw = Buffer.from(make(everything, { tagged: false, pdfa: false })).toString('latin1');
  expect(plainRaw).not.toMatch(/StructTreeRoot|pdfaid|MarkInfo/);
});

test('space and no-break space share a glyph and still read back as themselves', async () => {
  const page = (await readPdf(make([plain('p', 'a b\u00a0c')])))[0];
  expect(page?.strings[0]?.text).toBe('a b\u00a0c');
});
