/** Generated passphrases in the language of the screen; the lists load only when this step is shown. */
import type { Language } from '#renderer/i18n/i18n.ts';
import { generatePassphrase, normalizePassphrase, WORD_COUNT } from '#shared/vault/passphrase.ts';

const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));

/** Six English or seven Spanish words, each equally likely. */
export async function newWords(language: Language): Promise<readonly string[]> {
  const list =
    language === 'es'
      ? (await import('#resources/wordlists/spanish.ts')).spanish
      : (await import('#resources/wordlists/english.ts')).english;
  return generatePassphrase(list, WORD_COUNT[language], random).split(' ');
}

/** How many words, from the first on, were typed right. Accents may be left out while typing; the stored words keep them. */
export function wordsTyped(words: readonly string[], typed: string): number {
  const given = normalizePassphrase(typed.toLowerCase()).split(' ').map(plain);
  let count = 0;
  while (count < words.length && given[count] === plain(words[count] ?? '')) count += 1;
  return given.length > words.length ? 0 : count;
}

function plain(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '');
}
