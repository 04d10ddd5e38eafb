/** The lines of a template with their values in: conditions decided, lists repeated, gaps where nothing is known. */
import type { TextLanguage } from '#shared/domain/date-words.ts';
import type { Block, Inline } from '../tree.ts';
import { type FieldName, type FieldValues, fieldOf, itemKey, itemLabel, itemName } from './fields.ts';
import type { PrintedBlock, TemplateBlock, TemplateInline, Test } from './template.ts';

export interface Slots {
  /** The document's own paragraphs, in place of the starter text of `:::paragraphs`. */
  readonly paragraphs?: readonly Block[];
  /** The clause of 28 U.S.C. 1746 that stands where the template says `::perjury`. */
  readonly perjury?: readonly Block[];
}

export interface Setting {
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
export function fillInlines(inlines: readonly TemplateInline[], setting: Setting): Inline[] {
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
export function* opened(blocks: readonly TemplateBlock[], setting: Setting): Generator<[PrintedBlock, Setting]> {
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
export function linesOf(blocks: readonly TemplateBlock[], setting: Setting): Inline[][] {
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
export function splitLine(line: readonly TemplateInline[], mark: string): [TemplateInline[], TemplateInline[]] {
  const at = line.findIndex((inline) => inline.type === 'text' && inline.text.includes(mark));
  const found = line[at];
  if (found?.type !== 'text') return [[...line], []];
  const cut = found.text.indexOf(mark);
  const [head, tail] = [found.text.slice(0, cut), found.text.slice(cut + mark.length)];
  const before: TemplateInline[] = [...line.slice(0, at), ...(head ? [{ ...found, text: head }] : [])];
  return [before, [...(tail ? [{ ...found, text: tail }] : []), ...line.slice(at + 1)]];
}

/** Every template line of a container with its setting, for containers that split their lines. */
export function rawLines(blocks: readonly TemplateBlock[], setting: Setting): [readonly TemplateInline[], Setting][] {
  return [...opened(blocks, setting)].flatMap(([block, within]): [readonly TemplateInline[], Setting][] => {
    if (block.type === 'list') return block.items.map((item) => [item, within]);
    return block.type === 'paragraph' ? [[block.inlines, within]] : [];
  });
}

/** Text alone, breaks as commas. */
export function plainLine(inlines: readonly Inline[]): string {
  return inlines.map((inline) => (inline.type === 'text' ? inline.text : inline.type === 'break' ? ', ' : '')).join('');
}
