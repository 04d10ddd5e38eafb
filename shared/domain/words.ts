/** Free texts of a record: where they stand, whether they are translated, which text a reader gets. */
import type { Words } from './base.ts';
import type { UiLanguage } from './date-words.ts';

export interface WordsAt {
  /** Path of field names and ids from the record. */
  readonly path: readonly string[];
  readonly words: Words;
}

function isWords(value: object): value is Words {
  return 'text' in value && 'language' in value && 'translations' in value;
}

/** Every free text in a record, with its path, in the order of the record's fields. Empty texts are left out. */
export function wordsIn(record: unknown, path: readonly string[] = []): WordsAt[] {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return [];
  if (isWords(record)) return record.text.trim() === '' ? [] : [{ path, words: record }];
  return Object.entries(record).flatMap(([key, value]) => wordsIn(value, [...path, key]));
}

function languageBase(tag: string): string {
  return tag.split('-')[0] ?? tag;
}

/** The text in a language: the original when it is in it, else its translation; null when there is none. */
export function textIn(
  words: Words,
  language: UiLanguage,
): { text: string; state: 'original' | 'draft' | 'checked' } | null {
  if (languageBase(words.language) === language) return { text: words.text, state: 'original' };
  const translation = words.translations[language];
  return translation && translation.text.trim() !== '' ? { text: translation.text, state: translation.state } : null;
}

/** Whether the text still needs a translation into `language`, or a check of one. */
export function needsTranslation(words: Words, language: UiLanguage): boolean {
  if (words.text.trim() === '') return false;
  const found = textIn(words, language);
  return found === null || found.state === 'draft';
}
