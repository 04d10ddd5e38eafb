/** Countries by ISO 3166-1 code. */
import data from '#resources/reference/countries.json' with { type: 'json' };
import type { UiLanguage } from '#shared/domain/date-words.ts';
import type { CountryEntry } from './types.ts';

export const countries = data.entries as readonly CountryEntry[];

/** Name of a country; an unknown code is shown as it is. */
export function countryLabel(code: string, language: UiLanguage): string {
  return countries.find((entry) => entry.code === code)?.name[language] ?? code;
}

/** "Guatemalan", "guatemalteca" (agrees with "nacionalidad"); an unknown code is shown as it is. */
export function demonymLabel(code: string, language: UiLanguage): string {
  return countries.find((entry) => entry.code === code)?.demonym[language] ?? code;
}
