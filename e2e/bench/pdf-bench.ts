import { fileURLToPath } from 'node:url';
import { buildDeclaration } from '#shared/documents/build.ts';
import type { DocumentTree } from '#shared/documents/tree.ts';
import { inlineText } from '#shared/documents/tree.ts';
import { heading, numbered } from '#shared/documents/tree-make.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import type { FontSet } from '#shared/pdf/fonts.ts';
import { renderDocument } from '#shared/pdf/render.ts';
import { benchCase, declarantId } from './pdf-cases.ts';
import { greyPages, ink, openTinos, tinosPaths } from './pdf-files.ts';
import { byPdfKit, pdfMake } from './pdf-peers.ts';
import type { BenchText } from './pdf-texts.ts';
import { benchTexts } from './pdf-texts.ts';

/** One line of the bench table; `ratio` is ours divided by the peer's, smaller is better. */
export interface Row {
  readonly name: string;
  readonly figure: number;
  readonly unit: string;
  readonly peer: string;
  readonly peerFigure: number;
  readonly ratio: number;
  readonly goal: string;
  readonly pass: boolean;
}

const buildOptions = { declarantId, facts: null, today: '2019-10-01' } as const;

/** The finished English paragraphs of a case, which the peers are given. */
function finished(text: BenchText, file: CaseFile): BenchText {
  const paragraphs = buildDeclaration(file, null, buildOptions).map(({ sides }) => inlineText(sides.en));
  return { ...text, paragraphs };
}

/** Our way: facts to paragraphs (in both languages) to a document tree to bytes; no tags, no PDF/A, compressed. */
export function byAmparo(title: string, code: string, file: CaseFile, fonts: FontSet): Uint8Array {
  const tree: DocumentTree = {
    version: 1,
    templateId: 'bench',
    title,
    language: 'en',
    blocks: [
      heading('title', 1, title),
      ...buildDeclaration(file, null, buildOptions).map(({ origin, sides }) => numbered(origin, sides.en)),
    ],
  };
  const options = {
    draft: false,
    footer: { left: code, pageOf: '{n} of {m}' },
    date: '2019-08-14T17:00:00Z',
    tagged: false,
    pdfa: false,
    compress: true,
  };
  return renderDocument(tree, options, fonts);
}

/**
 * A nine-page declaration, facts to bytes, against PDFKit and pdfmake that are given the finished paragraphs: median
 * milliseconds over 50 different case files, the three taking turns case by case after a warm-up. Each way has three
 * tries at a case and the best counts, because other work on the machine only ever adds time. Ours and PDFKit share
 * the same parsed fonts. Does not pass when a document is not nine pages or when ours has lost ink.
 */
export async function benchPdf(): Promise<Row[]> {
  const fonts = openTinos();
  const make = pdfMake(tinosPaths);
  const texts = benchTexts();
  const cases = new Map(texts.map((text, index) => [text, benchCase(text, index)]));
  const done = new Map([...cases].map(([text, file]) => [text, finished(text, file)]));
  const ways: { name: string; run: (text: BenchText) => Uint8Array | Promise<Uint8Array>; times: number[] }[] = [
    { name: 'Amparo', run: (text) => byAmparo(text.title, text.code, cases.get(text) as CaseFile, fonts), times: [] },
    { name: 'PDFKit', run: (text) => byPdfKit(done.get(text) as BenchText, fonts), times: [] },
    { name: 'pdfmake', run: (text) => make(done.get(text) as BenchText), times: [] },
  ];
  for (const text of texts.slice(0, 8)) for (const way of ways) await way.run(text);
  const uneven: string[] = [];
  for (const text of texts) {
    for (const way of ways) {
      let bytes: Uint8Array = new Uint8Array();
      let best = Number.POSITIVE_INFINITY;
      for (let round = 0; round < 3; round++) {
        const start = performance.now();
        bytes = await way.run(text);
        best = Math.min(best, performance.now() - start);
      }
      way.times.push(best);
      if (pagesOf(bytes) !== 9) uneven.push(`${way.name} ${text.code}: ${pagesOf(bytes)} pages`);
    }
  }
  if (uneven.length > 0) console.error(uneven.join('\n'));
  const sample = texts[0] as BenchText;
  const files = await Promise.all(ways.map(async ({ name, run }) => ({ name, bytes: await run(sample) })));
  const same = uneven.length === 0 && compareInk(files);
  const [ours = 0, kit = 0, other = 0] = ways.map((way) => median(way.times));
  return [
    {
      ...figures('9-page declaration, plain', ours, 'PDFKit', kit),
      goal: '≤ 0.5 × PDFKit',
      pass: same && ours <= kit / 2,
    },
    { ...figures('9-page declaration, plain', ours, 'pdfmake', other), goal: 'beside it', pass: same },
  ];
}

function figures(name: string, ours: number, peer: string, theirs: number) {
  const round = (value: number) => Math.round(value * 100) / 100;
  return { name, figure: round(ours), unit: 'ms', peer, peerFigure: round(theirs), ratio: round(ours / theirs) };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** The page count as the file itself says it. */
function pagesOf(bytes: Uint8Array): number {
  return Number(/\/Type \/Pages\b[^>]*?\/Count (\d+)/.exec(Buffer.from(bytes).toString('latin1'))?.[1] ?? 0);
}

/** Not less ink over the whole document than 95 % of what each peer put there: no glyph was lost. */
function compareInk(files: readonly { name: string; bytes: Uint8Array }[]): boolean {
  const seen = files.map(({ name, bytes }) => ({
    name,
    size: bytes.length,
    dark: greyPages(bytes).reduce((sum, page) => sum + ink(page), 0),
  }));
  for (const { name, size, dark } of seen) console.error(`${name}: ${size} bytes, ${dark} dark pixels`);
  const ours = seen[0]?.dark ?? 0;
  return seen.every(({ dark }) => dark > 0 && ours >= dark * 0.95);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table(await benchPdf());
