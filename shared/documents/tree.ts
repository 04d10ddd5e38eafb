import { z } from 'zod';

/**
 * The document tree: what a template makes from facts, what an attorney edits, what the PDF engine prints.
 * Plain JSON, stored with the draft, so every object is strict: anything unknown is refused, never dropped.
 * Lengths are in points (1/72 inch). Text is data: nothing in it is parsed again.
 */

const idSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/, 'letters, digits, dot, colon, dash or underscore, at most 64');
/** A BCP 47 language tag such as `en`, `es-MX`, `ht`, `mam`. */
export const languageTagSchema = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag such as en, es, ht or mam');
/** `https:`, `mailto:` or `tel:` outside, `#block-id` inside the document. */
const hrefSchema = z.string().regex(/^(https:\/\/|mailto:|tel:|#)[^\s]+$/, 'https:, mailto:, tel: or #block-id');

/** Printed text. Line ends are `break` inlines, so a control character is refused here. */
const textSchema = z.strictObject({
  type: z.literal('text'),
  // biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the purpose
  text: z.string().regex(/^[^\u0000-\u001f\u007f]*$/u, 'text without control characters'),
  strong: z.boolean().optional(),
  em: z.boolean().optional(),
  underline: z.boolean().optional(),
  lang: languageTagSchema.optional(),
  size: z.number().min(6).max(36).optional(),
  href: hrefSchema.optional(),
});

/** A fact that a sentence needs and the case file lacks: a chip on screen, a blank line on a draft, never on a final. */
const gapSchema = z.strictObject({ type: z.literal('gap'), path: z.string().min(1), label: z.string().min(1) });
/** A ruled blank for ink, `points` wide; allowed on a final document (date and place of signing). */
const blankSchema = z.strictObject({ type: z.literal('blank'), points: z.number().min(6).max(468) });
const breakSchema = z.strictObject({ type: z.literal('break') });

export const inlineSchema = z.discriminatedUnion('type', [textSchema, gapSchema, blankSchema, breakSchema]);
const lineSchema = z.array(inlineSchema);
const linesSchema = z.array(lineSchema);

const alignSchema = z.enum(['left', 'center', 'right']);
const spacingSchema = z.enum(['double', 'single']);
const base = { id: idSchema, lang: languageTagSchema.optional() };

const headingSchema = z.strictObject({
  ...base,
  type: z.literal('heading'),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  align: alignSchema,
  inlines: lineSchema,
});

const paragraphSchema = z.strictObject({
  ...base,
  type: z.literal('paragraph'),
  /** Numbers run through the whole document; `startAt` begins again at that number. */
  numbered: z.boolean(),
  startAt: z.number().int().min(1).optional(),
  align: alignSchema,
  /** Indent of the first line, in points. */
  indent: z.number().min(0).max(216),
  /** Indent of every line, in points. */
  indentLeft: z.number().min(0).max(216).optional(),
  inlines: lineSchema,
  keepWithNext: z.boolean().optional(),
  spacing: spacingSchema,
  /** Paths of the facts that the paragraph prints; carried for tracing, not printed. */
  facts: z.array(z.string()).optional(),
});

const quoteSchema = z.strictObject({ ...base, type: z.literal('quote'), inlines: lineSchema });
const listSchema = z.strictObject({
  ...base,
  type: z.literal('list'),
  ordered: z.boolean(),
  items: linesSchema,
  spacing: spacingSchema.optional(),
});
/** Centred lines in bold capitals at the head of a court paper. */
const courtHeadingSchema = z.strictObject({ ...base, type: z.literal('courtHeading'), lines: linesSchema });
/** The bracketed caption: parties left inside the bracket, file numbers right. */
const captionSchema = z.strictObject({
  ...base,
  type: z.literal('caption'),
  left: linesSchema,
  right: linesSchema,
});
/** Cover page head: filer top left, a boxed notice such as DETAINED or JOINT MOTION top right. */
const filerBlockSchema = z.strictObject({
  ...base,
  type: z.literal('filerBlock'),
  lines: linesSchema,
  notice: z.array(z.string().min(1)).optional(),
});
/** Each row has one cell (a list of inlines) for each column; widths are shares of the text width. */
const tableSchema = z
  .strictObject({
    ...base,
    type: z.literal('table'),
    columns: z.array(z.strictObject({ width: z.number().positive(), header: lineSchema.optional() })).min(1),
    rows: z.array(linesSchema),
  })
  .refine((table) => table.rows.every((row) => row.length === table.columns.length), {
    message: 'each row must have one cell for each column',
    path: ['rows'],
  });
/** Ruled lines to sign on; `value` null leaves the rule blank. Never parted from the text before it. */
const signatureSchema = z.strictObject({
  ...base,
  type: z.literal('signature'),
  lines: z.array(z.strictObject({ label: z.string().min(1), value: z.string().nullable() })).min(1),
});
const keyValueSchema = z.strictObject({
  ...base,
  type: z.literal('keyValue'),
  rows: z.array(z.strictObject({ key: lineSchema, value: lineSchema })),
});
const ruleSchema = z.strictObject({ ...base, type: z.literal('rule') });
const spacerSchema = z.strictObject({ ...base, type: z.literal('spacer'), points: z.number().min(0).max(648) });
const pageBreakSchema = z.strictObject({ ...base, type: z.literal('pageBreak') });
/** A square drawn as lines (Times-like fonts have no ballot box), ticked or not, with its text. */
const checkboxSchema = z.strictObject({
  ...base,
  type: z.literal('checkbox'),
  checked: z.boolean(),
  inlines: lineSchema,
});

const leafSchemas = [
  headingSchema,
  paragraphSchema,
  quoteSchema,
  listSchema,
  keyValueSchema,
  ruleSchema,
  spacerSchema,
  checkboxSchema,
  signatureSchema,
] as const;
const leafBlockSchema = z.discriminatedUnion('type', leafSchemas);
/** A frame around blocks; kept on one page where it fits. Boxes do not nest. */
const boxSchema = z.strictObject({ ...base, type: z.literal('box'), blocks: z.array(leafBlockSchema) });

export const blockSchema = z.discriminatedUnion('type', [
  ...leafSchemas,
  courtHeadingSchema,
  captionSchema,
  filerBlockSchema,
  tableSchema,
  pageBreakSchema,
  boxSchema,
]);

/** The whole document. Block ids are unique, boxes included, because edits, links and read-back name them. */
export const documentTreeSchema = z
  .strictObject({
    version: z.literal(1),
    templateId: z.string().min(1),
    title: z.string().min(1),
    language: languageTagSchema,
    blocks: z.array(blockSchema),
  })
  .superRefine((tree, context) => {
    const seen = new Set<string>();
    for (const block of allBlocks(tree.blocks)) {
      if (seen.has(block.id)) {
        context.addIssue({ code: 'custom', path: ['blocks'], message: `block id ${block.id} is used twice` });
      }
      seen.add(block.id);
    }
  });

export type Inline = z.infer<typeof inlineSchema>;
export type TextInline = z.infer<typeof textSchema>;
export type Block = z.infer<typeof blockSchema>;
export type LeafBlock = z.infer<typeof leafBlockSchema>;
export type ParagraphBlock = z.infer<typeof paragraphSchema>;
export type HeadingBlock = z.infer<typeof headingSchema>;
export type TableBlock = z.infer<typeof tableSchema>;
export type DocumentTree = z.infer<typeof documentTreeSchema>;
export type BlockOf<T extends Block['type']> = Extract<Block, { type: T }>;

/** Every block in reading order, those in boxes after their box. */
export function* allBlocks(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block;
    if (block.type === 'box') yield* block.blocks;
  }
}

/** Every inline sequence of a block, in reading order; the contents of a box are blocks of their own. */
export function blockLines(block: Block): readonly (readonly Inline[])[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'quote':
    case 'checkbox':
      return [block.inlines];
    case 'list':
      return block.items;
    case 'courtHeading':
      return block.lines;
    case 'caption':
      return [...block.left, ...block.right];
    case 'filerBlock':
      return [...block.lines, ...(block.notice ?? []).map((text): Inline[] => [{ type: 'text', text }])];
    case 'table':
      return [...block.columns.flatMap((column) => (column.header ? [column.header] : [])), ...block.rows.flat()];
    case 'keyValue':
      return block.rows.flatMap((row) => [row.key, row.value]);
    case 'signature':
      return block.lines.map((line): Inline[] => [
        { type: 'text', text: line.value === null ? line.label : `${line.label}: ${line.value}` },
      ]);
    case 'rule':
    case 'spacer':
    case 'pageBreak':
    case 'box':
      return [];
  }
}

/** The gaps that stand in the tree, in reading order, with the block that holds each. */
export function gapsOf(tree: DocumentTree): { blockId: string; path: string; label: string }[] {
  const gaps: { blockId: string; path: string; label: string }[] = [];
  for (const block of allBlocks(tree.blocks)) {
    for (const inline of blockLines(block).flat()) {
      if (inline.type === 'gap') gaps.push({ blockId: block.id, path: inline.path, label: inline.label });
    }
  }
  return gaps;
}

/** The words of one inline sequence; a gap as `[label]`, a blank as `____`, a break as a line end. */
export function inlineText(inlines: readonly Inline[]): string {
  return inlines.map(textOf).join('');
}

function textOf(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return inline.text;
    case 'gap':
      return `[${inline.label}]`;
    case 'blank':
      return '____';
    case 'break':
      return '\n';
  }
}

/** The number printed before each numbered paragraph, by block id. */
export function paragraphNumbers(tree: DocumentTree): Map<string, number> {
  const numbers = new Map<string, number>();
  let next = 1;
  for (const block of allBlocks(tree.blocks)) {
    if (block.type !== 'paragraph' || !block.numbered) continue;
    const number = block.startAt ?? next;
    numbers.set(block.id, number);
    next = number + 1;
  }
  return numbers;
}

/** The document as plain text, one line for each line of the tree, numbers before numbered paragraphs. */
export function plainText(tree: DocumentTree): string {
  const numbers = paragraphNumbers(tree);
  const out: string[] = [];
  for (const block of allBlocks(tree.blocks)) {
    const number = numbers.get(block.id);
    for (const line of blockLines(block)) out.push((number === undefined ? '' : `${number}. `) + inlineText(line));
  }
  return out.join('\n');
}
