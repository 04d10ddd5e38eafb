/**
 * `npm run document -- --case FILE.json --template ID --out FILE.pdf`: makes a document from an exported case without
 * a window. `--list` names the templates. Exit 0 done, 2 something given was wrong (said on stderr), 1 anything else.
 */
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { readFile } from 'node:fs/promises';
import { readCaseExport } from '#shared/documents/case-export.ts';
import { libraryOf, type TemplateLibrary } from '#shared/documents/library.ts';
import { AppError } from '#shared/errors.ts';
import { makeDocument, type Wanted } from './make.ts';
import { readTemplateTexts } from './read-templates.ts';
import { writeWhole } from './write-whole.ts';

const usage = `Makes a document from an exported case.

  npm run document -- --list
  npm run document -- --case FILE.json --template ID --out FILE.pdf

  --language LANG   en, es, pt or ht, where the template has it (en)
  --person ID       the client: an id of the case, or its number in the case's order (1)
  --member ID       who signs for the office: an id, or the number in the order of names
  --hearing ID      the hearing of a letter or cover page (the client's next one)
  --date DATE       the day the document is made, YYYY-MM-DD (today)
  --field NAME=TEXT a field of the document alone, may be given more than once
`;

class WrongInput extends Error {}

function readOptions(): Record<string, string | boolean | string[] | undefined> {
  try {
    return parseArgs({
      options: {
        list: { type: 'boolean' },
        help: { type: 'boolean' },
        case: { type: 'string' },
        template: { type: 'string' },
        out: { type: 'string' },
        language: { type: 'string' },
        person: { type: 'string' },
        member: { type: 'string' },
        hearing: { type: 'string' },
        date: { type: 'string' },
        field: { type: 'string', multiple: true },
      },
    }).values;
  } catch (error) {
    throw new WrongInput(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
}

function listText(library: TemplateLibrary): string {
  const ids = [...new Set(library.templates.map((template) => template.id))].sort();
  const width = Math.max(...ids.map((id) => id.length));
  return ids
    .map((id) => {
      const found = library.templates.filter((template) => template.id === id);
      const languages = found.map((template) => template.language).join(', ');
      const state = found.every((template) => template.reviewed) ? '' : ' (wording not reviewed)';
      return `${id.padEnd(width)}  ${languages.padEnd(14)}  ${found[0]?.title ?? ''}${state}`;
    })
    .join('\n');
}

async function readCase(path: string) {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    throw new WrongInput(`--case: expected a file that can be read; came ${basename(path)}`);
  }
  const read = readCaseExport(text);
  if (read.ok) return read.value;
  const lines = read.problems.map(({ path: at, expected }) => `  ${at === '' ? '(whole file)' : at}: ${expected}`);
  throw new WrongInput(`${basename(path)} is not a case that this version reads:\n${lines.join('\n')}`);
}

function needText(value: unknown, name: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new WrongInput(`--${name} is missing\n\n${usage}`);
}

function readFields(values: unknown): Record<string, string> {
  const list = Array.isArray(values) ? values.map(String) : [];
  return Object.fromEntries(
    list.map((text) => {
      const at = text.indexOf('=');
      if (at < 1) throw new WrongInput(`--field: expected NAME=TEXT; came ${text}`);
      return [text.slice(0, at), text.slice(at + 1)];
    }),
  );
}

function readDay(value: unknown): string {
  if (value === undefined) return new Date().toISOString().slice(0, 10);
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value))) return value;
  throw new WrongInput(`--date: expected YYYY-MM-DD; came ${String(value)}`);
}

async function run(): Promise<void> {
  const options = readOptions();
  if (options.help) return console.log(usage);
  const library = libraryOf(await readTemplateTexts());
  if (options.list) return console.log(listText(library));
  const templateId = needText(options.template, 'template');
  if (!library.templates.some((template) => template.id === templateId))
    throw new WrongInput(`--template: there is no template ${templateId}; there are:\n${listText(library)}`);
  const out = needText(options.out, 'out');
  const given = await readCase(needText(options.case, 'case'));
  const optional = (name: string): string | null => (typeof options[name] === 'string' ? options[name] : null);
  const wanted: Wanted = {
    templateId,
    language: optional('language') ?? 'en',
    person: optional('person') ?? '1',
    member: optional('member'),
    hearing: optional('hearing'),
    today: readDay(options.date),
    fields: readFields(options.field),
  };
  const made = await makeDocument(given, library, wanted);
  if (!made.ok) throw new WrongInput(made.message);
  await writeWhole(out, made.bytes);
  for (const gap of made.gaps) console.log(`not known yet: ${gap}`);
  console.log(`${out}${made.isDraft ? ' (marked as a draft)' : ''}`);
}

function appErrorText(error: AppError): string {
  const { problem, character, codePoint } = error.detail;
  if (error.code === 'template-invalid') return `a template is faulty: ${problem}`;
  if (error.code === 'character-not-in-font') return `the font has no letter for ${character} (${codePoint})`;
  return `${error.code} ${JSON.stringify(error.detail)}`;
}

try {
  await run();
} catch (error) {
  if (error instanceof WrongInput || error instanceof AppError) {
    console.error(error instanceof AppError ? appErrorText(error) : error.message);
    process.exitCode = 2;
  } else {
    console.error(error);
    process.exitCode = 1;
  }
}
