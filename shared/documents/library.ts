/** All templates by id and language. The texts come from the caller (files in Node, bundled text in the app). */
import type { TextLanguage } from '#shared/domain/date-words.ts';
import { AppError } from '#shared/errors.ts';
import { parseTemplate, problemText } from './notation/parse.ts';
import type { Template, TemplateProblem } from './notation/template.ts';

export interface TemplateLibrary {
  readonly templates: readonly Template[];
}

/** Path of a template's file relative to resources/templates, e.g. `en/declaration.md`, and its text. */
export type TemplateTexts = Readonly<Record<string, string>>;

/** The library and every problem found: of the notation, of a file in the wrong folder, of an id used twice. */
export function readLibrary(texts: TemplateTexts): { library: TemplateLibrary; problems: readonly TemplateProblem[] } {
  const problems: TemplateProblem[] = [];
  const templates: Template[] = [];
  for (const file of Object.keys(texts).sort()) {
    const parsed = parseTemplate(file, texts[file] ?? '');
    if (!parsed.ok) {
      problems.push(...parsed.problems);
      continue;
    }
    const { template } = parsed;
    const path = `${template.language}/${template.id}.md`;
    if (!file.endsWith(path)) problems.push({ file, line: 1, expected: `the file ${path}`, came: file });
    templates.push(template);
  }
  return { library: { templates }, problems };
}

/** The library; throws `template-invalid` (detail: the first problem) when a template is faulty. */
export function libraryOf(texts: TemplateTexts): TemplateLibrary {
  const { library, problems } = readLibrary(texts);
  const first = problems[0];
  if (first) throw new AppError('template-invalid', { problem: problemText(first) });
  return library;
}

/** The template in exactly this language, or null: another language is never put in its place silently (CP4). */
export function findTemplate(library: TemplateLibrary, id: string, language: TextLanguage): Template | null {
  return library.templates.find((template) => template.id === id && template.language === language) ?? null;
}

/** As `findTemplate`; throws `template-not-found` (template, language). */
export function needTemplate(library: TemplateLibrary, id: string, language: TextLanguage): Template {
  const found = findTemplate(library, id, language);
  if (!found) throw new AppError('template-not-found', { template: id, language });
  return found;
}

/** Languages a template exists in. */
export function templateLanguages(library: TemplateLibrary, id: string): TextLanguage[] {
  return library.templates.filter((template) => template.id === id).map((template) => template.language);
}
