/** The head of a template: `key: value` lines between two lines of three dashes. */
import { isFieldName, type FieldName } from './fields.ts';
import { type DocumentKind, documentKinds, type Template, type TemplateProblem } from './template.ts';

export type Head = Omit<Template, 'blocks' | 'text'>;
const keys = ['id', 'title', 'language', 'kind', 'reviewed', 'source', 'needs', 'body'] as const;
type Key = (typeof keys)[number];
const languages = ['en', 'es', 'pt', 'ht'] as const;

interface Line {
  readonly value: string;
  readonly line: number;
}
type Report = (line: number, expected: string, came: string) => void;

function isKey(text: string): text is Key {
  return (keys as readonly string[]).includes(text);
}

function readLines(lines: readonly string[], report: Report): Map<Key, Line> {
  const found = new Map<Key, Line>();
  lines.forEach((text, index) => {
    if (text.trim() === '') return;
    const [, key = '', value = ''] = /^([a-zA-Z]+):\s*(.*)$/.exec(text) ?? [];
    if (!isKey(key)) report(index + 2, `one of ${keys.join(', ')}, then a colon and a value`, text);
    else if (found.has(key)) report(index + 2, `${key} only once`, text);
    else found.set(key, { value: value.trim(), line: index + 2 });
  });
  return found;
}

function oneOf<T extends string>(choices: readonly T[], text: string): T | null {
  return choices.find((choice) => choice === text) ?? null;
}

/** The head and the number of lines it takes; every fault is reported with its line. */
export function readHead(
  file: string,
  text: string,
  problems: TemplateProblem[],
): { head: Head; lines: number } | null {
  const report: Report = (line, expected, came) => problems.push({ file, line, expected, came });
  const lines = text.split('\n');
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || end < 0) {
    report(1, 'a head between two lines ---', lines[0] ?? '');
    return null;
  }
  const found = readLines(lines.slice(1, end), report);
  const value = (key: Key): string => found.get(key)?.value ?? '';
  const wanted = <T extends string>(key: Key, choices: readonly T[], fallback: T): T => {
    const chosen = oneOf(choices, value(key));
    if (chosen === null) report(found.get(key)?.line ?? 1, `${key}: ${choices.join(' | ')}`, value(key));
    return chosen ?? fallback;
  };
  for (const key of ['id', 'title', 'source'] as const)
    if (value(key) === '') report(found.get(key)?.line ?? 1, `${key}: a text`, '');
  if (!/^[a-z0-9-]*$/.test(value('id')))
    report(found.get('id')?.line ?? 1, 'id: small letters, digits, dashes', value('id'));
  const needs = value('needs')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const known = needs.filter((name): name is FieldName => isFieldName(name));
  for (const name of needs)
    if (!isFieldName(name)) report(found.get('needs')?.line ?? 1, 'needs: fields of the list', name);
  const head: Head = {
    id: value('id'),
    title: value('title'),
    language: wanted('language', languages, 'en'),
    kind: wanted<DocumentKind>('kind', documentKinds, 'letter'),
    reviewed: wanted('reviewed', ['true', 'false'], 'false') === 'true',
    source: value('source'),
    needs: known,
    body: found.has('body') ? wanted('body', ['single', 'double'], 'single') : 'single',
  };
  return { head, lines: end + 1 };
}
