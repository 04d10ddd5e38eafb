/** Puts values into a template: blocks of the document tree. Values enter as text and are never parsed. */
import type { Block, BlockOf, Inline, LeafBlock } from '../tree.ts';
import type { FieldValues } from './fields.ts';
import {
  fillInlines,
  linesOf,
  opened,
  plainLine,
  rawLines,
  type Setting,
  type Slots,
  splitLine,
} from './fill-lines.ts';
import type { PrintedBlock, Template, TemplateBlock, TemplateInline } from './template.ts';

function fillSignature(blocks: readonly TemplateBlock[], setting: Setting): BlockOf<'signature'> {
  const lines = rawLines(blocks, setting).map(([line, within]) => {
    const [label, value] = splitLine(line, ' = ');
    const text = plainLine(fillInlines(value, within)).trim();
    return { label: plainLine(fillInlines(label, within)).trim() || '—', value: text === '' ? null : text };
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
