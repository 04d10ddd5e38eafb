/** Puts values into a template: blocks of the document tree. Values enter as text and are never parsed. */
import type { TextLanguage } from '#shared/domain/date-words.ts';
import type { Block, BlockOf, Inline, LeafBlock } from '../tree.ts';
import { type FieldName, type FieldValues, fieldOf, itemKey, itemLabel, itemName } from './fields.ts';
import type { PrintedBlock, Template, TemplateBlock, TemplateInline, Test } from './template.ts';

export interface Slots {
  /** The document's own paragraphs, in place of the starter text of `:::paragraphs`. */
  readonly paragraphs?: readonly Block[];
  /** The clause of 28 U.S.C. 1746 that stands where the template says `::perjury`. */
  readonly perjury?: readonly Block[];
}

interface Setting {
  readonly values: FieldValues;
  readonly slots: Slots;
  readonly language: TextLanguage;
  readonly item: Readonly<Record<string, string>> | null;
  /** The list that `item` is of. */
  readonly list: FieldName | null;
  readonly spacing: 'single' | 'double';
  readonly align: 'left' | 'center';
  readonly numbered: boolean;
  readonly nextId: () => string;
}

function holds(values: FieldValues, field: FieldName, test: Test): boolean {
  const value = values.texts[field] ?? '';
  const isKnown = value !== '' || (values.lists[field]?.length ?? 0) > 0;
  if (test.kind === 'known') return isKnown;
  if (test.kind === 'missing') return !isKnown;
  return test.kind === 'is' ? value === test.value : value !== test.value;
}

function gapLabel(name: FieldName, language: TextLanguage): string {
  const field = fieldOf(name);
  return field.kind === 'text' ? field.label[language === 'en' ? 'en' : 'es'] : name;
}

/** A value may hold line ends (an address): they become breaks; other control characters become spaces. */
function valueInlines(value: string, style: object): Inline[] {
  return value.split(/\r?\n/).flatMap((line, index): Inline[] => {
    const clean = line.replace(/\p{Cc}/gu, ' ');
    const shown: Inline[] = clean === '' ? [] : [{ type: 'text', text: clean, ...style }];
    return index === 0 ? shown : [{ type: 'break' }, ...shown];
  });
}

/** A gap of a list says whose it is, so that two people's gaps are two things. */
function itemGap(name: string, { item, list, language }: Setting): Inline {
  const label = itemLabel(name, language);
  const whose = item?.[itemName] ?? '';
  return {
    type: 'gap',
    path: [list ?? 'item', item?.[itemKey] ?? '', name].filter((part) => part !== '').join('.'),
    label: whose === '' ? label : `${label} (${whose})`,
  };
}

function fillInline(inline: TemplateInline, setting: Setting): Inline[] {
  switch (inline.type) {
    case 'text': {
      const { type, text, ...style } = inline;
      return [{ type, text, ...style }];
    }
    case 'item': {
      const { type: _, name, ...style } = inline;
      const value = setting.item?.[name] ?? '';
      return value === '' ? [itemGap(name, setting)] : valueInlines(value, style);
    }
    case 'field': {
      const { type: _, name, ...style } = inline;
      const value = setting.values.texts[name] ?? '';
      if (value === '') return [{ type: 'gap', path: name, label: gapLabel(name, setting.language) }];
      return valueInlines(value, style);
    }
    default:
      return [inline];
  }
}

/** Text of the template behind a value that ends with a full stop ("9:00 a.m.") does not double it. */
function fillInlines(inlines: readonly TemplateInline[], setting: Setting): Inline[] {
  const filled: Inline[] = [];
  for (const inline of inlines) {
    const before = filled.at(-1);
    const follows =
      inline.type === 'text' && inline.text.startsWith('.') && before?.type === 'text' && before.text.endsWith('.');
    const next = fillInline(inline, setting);
    if (!follows || inline.type !== 'text') filled.push(...next);
    else if (inline.text !== '.') filled.push(...fillInline({ ...inline, text: inline.text.slice(1) }, setting));
  }
  return filled;
}

/** Blocks inside `when` and `each` opened up, each with the setting it stands in. */
function* opened(blocks: readonly TemplateBlock[], setting: Setting): Generator<[PrintedBlock, Setting]> {
  for (const block of blocks) {
    if (block.type === 'when') {
      if (holds(setting.values, block.field, block.test)) yield* opened(block.blocks, setting);
    } else if (block.type === 'each') {
      for (const item of setting.values.lists[block.list] ?? [])
        yield* opened(block.blocks, { ...setting, item, list: block.list });
    } else yield [block, setting];
  }
}

/** The lines of a container whose children are lines: paragraphs, list items, headings; a break starts a new line. */
function linesOf(blocks: readonly TemplateBlock[], setting: Setting): Inline[][] {
  const lines: Inline[][] = [];
  for (const [block, within] of opened(blocks, setting)) {
    if (block.type === 'paragraph' || block.type === 'heading' || block.type === 'quote')
      lines.push(...splitAtBreaks(fillInlines(block.inlines, within)));
    if (block.type === 'list') lines.push(...block.items.map((item) => fillInlines(item, within)));
  }
  return lines;
}
function splitAtBreaks(inlines: readonly Inline[]): Inline[][] {
  const lines: Inline[][] = [[]];
  for (const inline of inlines) {
    if (inline.type === 'break') lines.push([]);
    else lines.at(-1)?.push(inline);
  }
  return lines;
}

/** Parts a line at the first text that holds the mark; the mark must stand in the template's own text. */
function splitLine(line: readonly TemplateInline[], mark: string): [TemplateInline[], TemplateInline[]] {
  const at = line.findIndex((inline) => inline.type === 'text' && inline.text.includes(mark));
  const found = line[at];
  if (found?.type !== 'text') return [[...line], []];
  const cut = found.text.indexOf(mark);
  const [head, tail] = [found.text.slice(0, cut), found.text.slice(cut + mark.length)];
  const before: TemplateInline[] = [...line.slice(0, at), ...(head ? [{ ...found, text: head }] : [])];
  return [before, [...(tail ? [{ ...found, text: tail }] : []), ...line.slice(at + 1)]];
}

/** Every template line of a container with its setting, for containers that split their lines. */
function rawLines(blocks: readonly TemplateBlock[], setting: Setting): [readonly TemplateInline[], Setting][] {
  return [...opened(blocks, setting)].flatMap(([block, within]): [readonly TemplateInline[], Setting][] => {
    if (block.type === 'list') return block.items.map((item) => [item, within]);
    return block.type === 'paragraph' ? [[block.inlines, within]] : [];
  });
}

function plain(inlines: readonly Inline[]): string {
  return inlines.map((inline) => (inline.type === 'text' ? inline.text : inline.type === 'break' ? ', ' : '')).join('');
}

function fillSignature(blocks: readonly TemplateBlock[], setting: Setting): BlockOf<'signature'> {
  const lines = rawLines(blocks, setting).map(([line, within]) => {
    const [label, value] = splitLine(line, ' = ');
    const text = plain(fillInlines(value, within)).trim();
    return { label: plain(fillInlines(label, within)).trim() || '—', value: text === '' ? null : text };
  });
  return { type: 'signature', id: setting.nextId(), lines };
}

function fillKeyValue(blocks: readonly TemplateBlock[], setting: Setting): BlockOf<'keyValue'> {
  const rows = rawLines(blocks, setting).map(([line, within]) => {
    const [key, value] = splitLine(line, ' = ');
    return { key: fillInlines(key, within), value: fillInlines(value, within) };
  });
  return { type: 'keyValue', id: setting.nextId(), rows };
}

function fillTable(blocks: readonly TemplateBlock[], widths: string, setting: Setting): BlockOf<'table'> {
  const columns = widths
    .split(',')
    .map(Number)
    .filter((width) => width > 0);
  const rows = rawLines(blocks, setting).map(([line, within]) => {
    const cells: Inline[][] = [];
    let rest: TemplateInline[] = [...line];
    for (const [index] of columns.entries()) {
      const isLast = index === columns.length - 1;
      const [cell, after] = isLast ? [rest, []] : splitLine(rest, ' | ');
      cells.push(fillInlines(cell, within));
      rest = after;
    }
    return cells;
  });
  const [header = [], ...body] = rows;
  return {
    type: 'table',
    id: setting.nextId(),
    columns: columns.map((width, index) => ({ width, header: header[index] ?? [] })),
    rows: body,
  };
}

function fillGroup(block: Extract<TemplateBlock, { type: 'group' }>, setting: Setting): Block[] {
  const { blocks, attributes } = block;
  const part = (name: 'left' | 'right'): Inline[][] => {
    const found = blocks.find((inner) => inner.type === 'group' && inner.name === name);
    return found?.type === 'group' ? linesOf(found.blocks, setting) : [];
  };
  switch (block.name) {
    case 'numbered':
      return fillBlocks(blocks, { ...setting, numbered: true, spacing: 'double' });
    case 'single':
    case 'double':
      return fillBlocks(blocks, { ...setting, spacing: block.name });
    case 'center':
      return fillBlocks(blocks, { ...setting, align: 'center' });
    case 'paragraphs':
      return setting.slots.paragraphs
        ? [...setting.slots.paragraphs]
        : fillBlocks(blocks, { ...setting, numbered: true, spacing: 'double' });
    case 'box':
      return [{ type: 'box', id: setting.nextId(), blocks: fillBlocks(blocks, setting).filter(isLeaf) }];
    case 'court-heading':
      return [{ type: 'courtHeading', id: setting.nextId(), lines: linesOf(blocks, setting) }];
    case 'caption':
      return [{ type: 'caption', id: setting.nextId(), left: part('left'), right: part('right') }];
    case 'filer': {
      const notice = (setting.values.lists['filing.notices'] ?? []).flatMap((item) => item.text || []);
      const lines = linesOf(blocks, setting);
      return [{ type: 'filerBlock', id: setting.nextId(), lines, ...(notice.length > 0 ? { notice } : {}) }];
    }
    case 'signature':
      return [fillSignature(blocks, setting)];
    case 'key-value':
      return [fillKeyValue(blocks, setting)];
    case 'table':
      return [fillTable(blocks, attributes.columns ?? '1', setting)];
    case 'checkbox': {
      const checked = attributes.checked === 'yes';
      return [{ type: 'checkbox', id: setting.nextId(), checked, inlines: linesOf(blocks, setting).flat() }];
    }
    case 'left':
    case 'right':
      return fillBlocks(blocks, setting);
  }
}

function isLeaf(block: Block): block is LeafBlock {
  return !['courtHeading', 'caption', 'filerBlock', 'table', 'pageBreak', 'box'].includes(block.type);
}

function fillParagraph(inlines: readonly TemplateInline[], setting: Setting): BlockOf<'paragraph'> {
  const { numbered, align, spacing } = setting;
  return {
    type: 'paragraph',
    id: setting.nextId(),
    numbered,
    align,
    indent: spacing === 'double' && align === 'left' ? 36 : 0,
    inlines: fillInlines(inlines, setting),
    spacing,
  };
}

function fillBlock(block: PrintedBlock, within: Setting): Block[] {
  const id = (): string => within.nextId();
  switch (block.type) {
    case 'paragraph':
      return [fillParagraph(block.inlines, within)];
    case 'heading':
      return [
        {
          type: 'heading',
          id: id(),
          level: block.level,
          align: block.level === 1 ? 'center' : 'left',
          inlines: fillInlines(block.inlines, within),
        },
      ];
    case 'quote':
      return [{ type: 'quote', id: id(), inlines: fillInlines(block.inlines, within) }];
    case 'list': {
      const items = block.items.map((item) => fillInlines(item, within));
      return [{ type: 'list', id: id(), ordered: block.ordered, items, spacing: within.spacing }];
    }
    case 'rule':
      return [{ type: 'rule', id: id() }];
    case 'page-break':
      return [{ type: 'pageBreak', id: id() }];
    case 'spacer':
      return [{ type: 'spacer', id: id(), points: block.points }];
    case 'perjury':
      return [...(within.slots.perjury ?? [])];
    case 'group':
      return fillGroup(block, within);
  }
}

function fillBlocks(blocks: readonly TemplateBlock[], setting: Setting): Block[] {
  return [...opened(blocks, setting)].flatMap(([block, within]) => fillBlock(block, within));
}

/** Blocks of a filled template; ids run `<prefix>1`, `<prefix>2`, … in reading order. */
export function fillTemplate(template: Template, values: FieldValues, slots: Slots = {}, prefix = 't'): Block[] {
  let count = 0;
  const nextId = (): string => {
    count += 1;
    return `${prefix}${count}`;
  };
  return fillBlocks(template.blocks, {
    values,
    slots,
    language: template.language,
    item: null,
    list: null,
    spacing: template.body,
    align: 'left',
    numbered: false,
    nextId,
  });
}

/** The starter paragraphs of a template (what stands in `:::paragraphs`), for a new draft. */
export function starterParagraphs(template: Template, values: FieldValues): BlockOf<'paragraph'>[] {
  const inside = (blocks: readonly TemplateBlock[]): readonly TemplateBlock[] =>
    blocks.flatMap((block) =>
      block.type === 'group' ? (block.name === 'paragraphs' ? [block] : inside(block.blocks)) : [],
    );
  const blocks = fillTemplate({ ...template, blocks: inside(template.blocks) }, values, {}, 'starter');
  return blocks.filter((block): block is BlockOf<'paragraph'> => block.type === 'paragraph');
}
