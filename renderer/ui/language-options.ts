import type { Language } from '#renderer/i18n/i18n.ts';
import { allLanguages, languageLabel } from '#shared/reference/languages.ts';
import type { Option } from './select-field.tsx';

/** The languages people here speak most often; the rest follows in alphabetical order. */
const first = ['es', 'en', 'mam', 'quc', 'kek', 'pt', 'ht'];

const made = new Map<Language, readonly Option[]>();

/** Every language of the reference as options, the frequent ones on top. */
export function languageOptions(screen: Language): readonly Option[] {
  const known = made.get(screen);
  if (known) return known;
  const collator = new Intl.Collator(screen);
  const rank = (tag: string): number => (first.includes(tag) ? first.indexOf(tag) : first.length);
  const options = allLanguages()
    .map((entry) => ({ value: entry.tag, label: languageLabel(entry.tag, screen) }))
    .sort((a, b) => rank(a.value) - rank(b.value) || collator.compare(a.label, b.label));
  made.set(screen, options);
  return options;
}
