/** The texts of the templates for the store worker; loaded when a document is made final. */
import type { TemplateTexts } from '#shared/documents/library.ts';

const texts = import.meta.glob<string>('../../resources/templates/*/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export const templateTexts: TemplateTexts = Object.fromEntries(
  Object.entries(texts).map(([path, text]) => [path.replace(/^.*resources\/templates\//, ''), text]),
);
