/**
 * The texts of the screen. i18next holds both languages in memory, so that a switch needs no restart and no request.
 * The language of the screen is not the language of a document.
 */
import { createInstance, type i18n } from 'i18next';
import { useSyncExternalStore } from 'react';
import en from '#resources/locales/en.json';
import es from '#resources/locales/es.json';
import type { Key, Language, Vars } from './keys.ts';

export type { Key, Language, Vars } from './keys.ts';

const instance: i18n = createInstance();

/** Starts the texts in one language; call once, before the first render. */
export function initI18n(language: Language): void {
  instance.init({
    lng: language,
    fallbackLng: false,
    supportedLngs: ['en', 'es'],
    resources: { en: { translation: en }, es: { translation: es } },
    interpolation: { escapeValue: false },
    returnNull: false,
    initAsync: false,
  });
  document.documentElement.lang = language;
}

/** Switches every text on screen; the caller keeps it as a preference. */
export function setLanguage(language: Language): void {
  void instance.changeLanguage(language);
  document.documentElement.lang = language;
}

/** The text of a key in the language of the screen, outside a component. */
export function translate(key: Key, vars: Vars = {}): string {
  return instance.t(key, vars);
}

/** The text of a key in a language that may differ from the screen's, e.g. on a sheet to print. */
export function translateIn(language: Language, key: Key, vars: Vars = {}): string {
  return instance.t(key, { ...vars, lng: language });
}

export function currentLanguage(): Language {
  return instance.language === 'es' ? 'es' : 'en';
}

/** Puts a text of the screen: what `useT` answers. */
export type Translate = (key: Key, vars?: Vars) => string;

/** One function per language, so that a component with the same `t` need not render again. */
const translators: Readonly<Record<Language, Translate>> = {
  en: (key, vars = {}) => instance.t(key, { ...vars, lng: 'en' }),
  es: (key, vars = {}) => instance.t(key, { ...vars, lng: 'es' }),
};

function subscribe(listener: () => void): () => void {
  instance.on('languageChanged', listener);
  return () => instance.off('languageChanged', listener);
}

/** The language of the screen; the component renders again when it is switched. */
export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, currentLanguage);
}

/** `t` of the screen's language; the component renders again when it is switched. */
export function useT(): Translate {
  return translators[useLanguage()];
}

/**
 * A key put together from data, e.g. `flags.` and a flag of the store. A key without a text is a bug and throws in the
 * build for tests; elsewhere the key itself is shown, never another text.
 */
export function asKey(key: string): Key {
  const exists = instance.exists(key) || instance.exists(key, { count: 1 });
  if (!exists && __TEST_BUILD__) throw new Error(`no text for the key ${key}`);
  return key as Key;
}

const numberLocale = { en: 'en-US', es: 'es-MX' } as const;

/** A whole number as the screen writes it: 70,000 in both languages, as in Mexico and the United States. */
export function formatCount(count: number, language: Language): string {
  return count.toLocaleString(numberLocale[language]);
}
