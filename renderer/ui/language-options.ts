import type { Language } from '#renderer/i18n/i18n.ts';
import { allLanguages, languageLabel } from '#shared/reference/languages.ts';
import type { Option } from './select-field.tsx';

const made = new Map<Language, readonly Option[]>();

/** Every language of the reference as options, the ones common in this work on top. */
export function languageOptions(screen: Language): readonly Option[] {
  const known = made.get(screen);
  if (known) return known;
  const options = allLanguages(screen).map(({ tag }) => ({ value: tag, label: languageLabel(tag, screen) }));
  made.set(screen, options);
  return options;
}
