/** The texts of the templates, bundled with the page and read once. */
import { libraryOf, type TemplateLibrary } from '#shared/documents/library.ts';

const texts = import.meta.glob<string>('../../../resources/templates/*/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});

let read: TemplateLibrary | null = null;

/** All templates of the app. Throws `template-invalid` when a bundled text is faulty, which the build checks before. */
export function templateLibrary(): TemplateLibrary {
  read ??= libraryOf(
    Object.fromEntries(
      Object.entries(texts).map(([path, text]) => [path.replace(/^.*resources\/templates\//, ''), text]),
    ),
  );
  return read;
}
