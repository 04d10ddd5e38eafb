/** The few texts that the system shows for us: menu and dialogs. Same files as the screens. */
import en from '#resources/locales/en.json';
import es from '#resources/locales/es.json';
import { language } from './preferences.ts';

/** The text under a dotted key. A missing key is a bug and throws; a test reads every key that is used here. */
export function textOf(tree: unknown, key: string): string {
  let here = tree;
  for (const part of key.split('.')) {
    here = typeof here === 'object' && here !== null ? Reflect.get(here, part) : undefined;
  }
  if (typeof here !== 'string') throw new Error(`No text under "${key}".`);
  return here;
}

/** A function from key to text in the language on screen. */
export function words(): (key: string) => string {
  const tree: unknown = language() === 'es' ? es : en;
  return (key) => textOf(tree, key);
}
