/**
 * Reads a template: Markdown with block directives. Text directives are off, so "8:30" and "In re:" are text.
 * `{client.fullName}` is our own construct, checked against the list of fields; anything off the list is a problem
 * that names file, line and what was expected.
 */
import type { Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { directive } from 'micromark-extension-directive';
import { type FieldName, fieldOf, isFieldName } from './fields.ts';
import { readHead } from './front-matter.ts';
import {
  type GroupName,
  groupNames,
  type Template,
  type TemplateBlock,
  type TemplateInline,
  type TemplateProblem,
  type Test,
  type TextStyle,
} from './template.ts';

interface Reader {
  readonly report: (node: Nodes, expected: string, came: string) => void;
  /** Item fields of the `each` around; null outside of one. */
  readonly items: readonly string[] | null;
}

const blankWidth = { default: 144, least: 6, most: 468 } as const;

function readField(name: string, style: TextStyle, node: Nodes, reader: Reader): TemplateInline[] {
  const [, points] = /^blank(?: (\d+))?$/.exec(name) ?? [null];
  if (/^blank( \d+)?$/.test(name)) {
    const width = points ? Number(points) : blankWidth.default;
    if (width >= blankWidth.least && width <= blankWidth.most) return [{ type: 'blank', points: width }];
    reader.report(node, `a blank of ${blankWidth.least} to ${blankWidth.most} points`, `{${name}}`);
    return [];
  }
  const [, item] = /^item\.(\w+)$/.exec(name) ?? [];
  if (item !== undefined) {
    if (reader.items?.includes(item)) return [{ type: 'item', name: item, ...style }];
    reader.report(node, `a field of the list: ${reader.items?.join(', ') ?? 'only inside of each'}`, `{${name}}`);
    return [];
  }
  if (isFieldName(name) && fieldOf(name).kind === 'text') return [{ type: 'field', name, ...style }];
  reader.report(node, 'a text field of the list', `{${name}}`);
  return [];
}

function readText(value: string, style: TextStyle, node: Nodes, reader: Reader): TemplateInline[] {
  return value
    .replace(/\s*\n\s*/g, ' ')
    .split(/(\{[^{}]*\})/)
    .flatMap((part): TemplateInline[] => {
      if (part === '') return [];
      if (part.startsWith('{') && part.endsWith('}')) return readField(part.slice(1, -1).trim(), style, node, reader);
      if (/[{}]/.test(part)) reader.report(node, 'braces only around a field', part);
      return [{ type: 'text', text: part, ...style }];
    });
}

function readInlines(nodes: readonly PhrasingContent[], reader: Reader, style: TextStyle = {}): TemplateInline[] {
  return nodes.flatMap((node): TemplateInline[] => {
    switch (node.type) {
      case 'text':
        return readText(node.value, style, node, reader);
      case 'strong':
        return readInlines(node.children, reader, { ...style, strong: true });
      case 'emphasis':
        return readInlines(node.children, reader, { ...style, em: true });
      case 'break':
        return [{ type: 'break' }];
      default:
        reader.report(node, 'text, **bold**, *italic* or a line break', node.type);
        return [];
    }
  });
}

function readParagraphs(nodes: readonly RootContent[], reader: Reader, what: string): TemplateInline[] {
  return nodes.flatMap((node, index): TemplateInline[] => {
    if (node.type !== 'paragraph') {
      reader.report(node, `only text in a ${what}`, node.type);
      return [];
    }
    const inlines = readInlines((node satisfies Paragraph).children, reader);
    return index === 0 ? inlines : [{ type: 'break' }, ...inlines];
  });
}

function readTest(node: Nodes, attributes: Readonly<Record<string, string>>, field: FieldName, reader: Reader): Test {
  const { field: _, ...rest } = attributes;
  const [key, value = ''] = Object.entries(rest)[0] ?? [];
  if (Object.keys(rest).length > 1) reader.report(node, 'one test: is=…, not=… or missing', JSON.stringify(rest));
  if (key === undefined) return { kind: 'known' };
  if (key === 'missing') return { kind: 'missing' };
  if (key !== 'is' && key !== 'not') {
    reader.report(node, 'is=…, not=… or missing', key);
    return { kind: 'known' };
  }
  const kind = fieldOf(field);
  if (kind.kind !== 'choice' || !kind.values.includes(value))
    reader.report(node, kind.kind === 'choice' ? `one of ${kind.values.join(', ')}` : 'a field with choices', value);
  return { kind: key, value };
}

function readContainer(
  node: Extract<RootContent, { type: 'containerDirective' }>,
  attributes: Readonly<Record<string, string>>,
  reader: Reader,
): TemplateBlock[] {
  if (node.name === 'when') {
    const field = attributes.field ?? '';
    if (isFieldName(field))
      return [
        {
          type: 'when',
          field,
          test: readTest(node, attributes, field, reader),
          blocks: readBlocks(node.children, reader),
        },
      ];
    reader.report(node, 'when{field=…} with a field of the list', field);
    return [];
  }
  if (node.name === 'each') {
    const name = attributes.list ?? '';
    const field = isFieldName(name) ? fieldOf(name) : null;
    if (isFieldName(name) && field?.kind === 'list')
      return [{ type: 'each', list: name, blocks: readBlocks(node.children, { ...reader, items: field.item }) }];
    reader.report(node, 'each{list=…} with a list', name);
    return [];
  }
  const group = groupNames.find((name): name is GroupName => name === node.name);
  if (group) return [{ type: 'group', name: group, attributes, blocks: readBlocks(node.children, reader) }];
  reader.report(node, `when, each, ${groupNames.join(', ')}`, node.name);
  return [];
}

function readLeaf(
  node: Extract<RootContent, { type: 'leafDirective' }>,
  attributes: Readonly<Record<string, string>>,
  reader: Reader,
): TemplateBlock[] {
  if (node.name === 'rule' || node.name === 'page-break' || node.name === 'perjury') return [{ type: node.name }];
  const points = Number(attributes.points);
  if (node.name === 'spacer' && points >= 0 && points <= 648) return [{ type: 'spacer', points }];
  reader.report(node, 'rule, page-break, perjury or spacer{points=…}', node.name);
  return [];
}

function readBlocks(nodes: readonly RootContent[], reader: Reader): TemplateBlock[] {
  return nodes.flatMap((node): TemplateBlock[] => {
    switch (node.type) {
      case 'paragraph':
        return [{ type: 'paragraph', inlines: readInlines(node.children, reader) }];
      case 'heading':
        if (node.depth > 3) reader.report(node, 'a heading of level 1 to 3', `level ${node.depth}`);
        return [
          {
            type: 'heading',
            level: node.depth === 1 ? 1 : node.depth === 2 ? 2 : 3,
            inlines: readInlines(node.children, reader),
          },
        ];
      case 'blockquote':
        return [{ type: 'quote', inlines: readParagraphs(node.children, reader, 'quotation') }];
      case 'list':
        return [
          {
            type: 'list',
            ordered: node.ordered === true,
            items: node.children.map((item) => readParagraphs(item.children, reader, 'list item')),
          },
        ];
      case 'containerDirective':
      case 'leafDirective': {
        const attributes = Object.fromEntries(
          Object.entries(node.attributes ?? {}).map(([key, value]) => [key, value ?? '']),
        );
        if (node.type === 'leafDirective') return readLeaf(node, attributes, reader);
        return readContainer(node, attributes, reader);
      }
      default:
        reader.report(node, 'a paragraph, heading, quotation, list or :::directive', node.type);
        return [];
    }
  });
}

/** The template, or its problems. `file` is only named in problems. */
export function parseTemplate(
  file: string,
  text: string,
): { ok: true; template: Template } | { ok: false; problems: readonly TemplateProblem[] } {
  const problems: TemplateProblem[] = [];
  const head = readHead(file, text, problems);
  if (!head) return { ok: false, problems };
  const body = text.split('\n').slice(head.lines).join('\n');
  const { flow } = directive();
  const tree = fromMarkdown(body, { extensions: [{ flow }], mdastExtensions: [directiveFromMarkdown()] });
  const report: Reader['report'] = (node, expected, came) =>
    problems.push({ file, line: (node.position?.start.line ?? 1) + head.lines, expected, came });
  const blocks = readBlocks(tree.children, { report, items: null });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, template: { ...head.head, blocks, text } };
}

/** "declaration.md:12: expected …, came …". */
export function problemText(problem: TemplateProblem): string {
  return `${problem.file}:${problem.line}: expected ${problem.expected}; came ${problem.came || 'nothing'}`;
}
