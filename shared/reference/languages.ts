/** Languages: names people use, EOIR's codes and spellings for court papers (domain facts: EOIR codes are not ISO). */
import data from '#resources/reference/languages.json' with { type: 'json' };
import type { TextLanguage } from '#shared/domain/date-words.ts';
import type { LanguageEntry } from './types.ts';

const entries = data.entries as readonly LanguageEntry[];
const byTag = new Map(entries.map((entry) => [entry.tag, entry]));

/** Languages of this work first in every list; the rest follows by name. */
const common = ['es', 'mam', 'quc', 'kek', 'kjb', 'ixl', 'knj', 'acr', 'cac', 'cak', 'cab', 'miq', 'pt-BR', 'ht', 'en'];

/** Entry of a tag; a tag with a region or variant falls back to its language ("es-HN" → "es", "pt" → "pt-BR"). */
export function languageByTag(tag: string): LanguageEntry | null {
  const exact = byTag.get(tag);
  if (exact) return exact;
  const base = tag.split('-')[0] ?? tag;
  return byTag.get(base) ?? entries.find((entry) => entry.tag.split('-')[0] === base) ?? null;
}

/** Every language, the ones common in this work first, then by name in the given language. */
export function allLanguages(language: TextLanguage): readonly LanguageEntry[] {
  const key = language === 'en' ? 'en' : 'es';
  const rank = (entry: LanguageEntry) => {
    const index = common.indexOf(entry.tag);
    return index < 0 ? common.length : index;
  };
  return [...entries].sort(
    (a, b) => rank(a) - rank(b) || (a.name[key].toLowerCase() < b.name[key].toLowerCase() ? -1 : 1),
  );
}

/** Name of a language: "Qʼanjobʼal"; an unknown tag is shown as it is. Portuguese and Creole letters use the Spanish name. */
export function languageLabel(tag: string, language: TextLanguage): string {
  const entry = languageByTag(tag);
  return entry ? entry.name[language === 'en' ? 'en' : 'es'] : tag;
}

/** Name in the language itself when known, else the English name. */
export function ownLanguageName(tag: string): string {
  const entry = languageByTag(tag);
  return entry ? (entry.own ?? entry.name.en) : tag;
}

/** EOIR's spelling for a court paper; `choices` when EOIR splits the language and the town decides. */
export function eoirLanguageName(tag: string): { name: string | null; choices: readonly string[] } {
  const names = languageByTag(tag)?.eoir.map((entry) => entry.name) ?? [];
  return { name: names.length === 1 ? (names[0] ?? null) : null, choices: names };
}

/** Whether two tags name one language for a reader or listener: "es-HN" and "es" do. */
export function sameLanguage(a: string, b: string): boolean {
  if (a === b) return true;
  const [left, right] = [languageByTag(a), languageByTag(b)];
  return left !== null && left === right;
}
