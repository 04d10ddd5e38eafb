/** The texts that a user reads, from the same files as the screens; a spec names a key and a language. */
import en from '#resources/locales/en.json' with { type: 'json' };
import es from '#resources/locales/es.json' with { type: 'json' };

export type Language = 'en' | 'es';

/** The text under a dotted key; blanks `{{name}}` are filled from `values`. */
export function word(
  key: string,
  language: Language = 'en',
  values: Readonly<Record<string, string | number>> = {},
): string {
  let here: unknown = language === 'es' ? es : en;
  for (const part of key.split('.')) {
    here = typeof here === 'object' && here !== null ? Reflect.get(here, part) : undefined;
  }
  if (typeof here !== 'string') throw new Error(`No ${language} text under "${key}".`);
  return here.replace(/\{\{\s*(\w+)\s*\}\}/g, (_blank, name: string) => String(values[name] ?? ''));
}
