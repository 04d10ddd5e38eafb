import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TemplateTexts } from '#shared/documents/library.ts';

/** resources/templates of this repository. */
export const templatesFolder = join(import.meta.dirname, '..', '..', 'resources', 'templates');

/** Every template file by its path below the folder, e.g. `en/declaration.md`. */
export async function readTemplateTexts(folder: string = templatesFolder): Promise<TemplateTexts> {
  const texts: Record<string, string> = {};
  const folders = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  for (const language of folders.map((entry) => entry.name).sort()) {
    for (const name of (await readdir(join(folder, language))).sort()) {
      if (name.endsWith('.md')) texts[`${language}/${name}`] = await readFile(join(folder, language, name), 'utf8');
    }
  }
  return texts;
}
