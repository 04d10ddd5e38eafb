/** Which city of the reference a typed place names: "Albergue La Estrella, Cd. Juárez, Chih." → MX-JUZ. */
import countryData from '#resources/reference/countries.json' with { type: 'json' };
import stateData from '#resources/reference/states.json' with { type: 'json' };
import type { Place } from '#shared/domain/base.ts';
import { foldText } from '#shared/search/fold.ts';
import { placesOfKind } from './places.ts';
import type { PlaceEntry, StateEntry } from './types.ts';

const folded = (names: readonly (string | undefined)[]): string[] => [
  ...new Set(names.flatMap((name) => (name === undefined ? [] : foldText(name)))),
];
const cities = placesOfKind(['city']).map((entry) => ({
  entry,
  names: folded([entry.short, entry.name.en, entry.name.es, ...(entry.typedAs ?? [])]),
}));
const states = new Map(
  (stateData.entries as readonly StateEntry[]).flatMap((state) =>
    folded([state.name, ...state.typedAs]).map((name) => [name, state.name] as const),
  ),
);
const countries = new Map(
  countryData.entries.flatMap((country) =>
    folded([country.name.en, country.name.es]).map((name) => [name, country.code] as const),
  ),
);

interface Stretch {
  /** Folded text between two commas, without a state at its end. */
  readonly text: string;
  /** The state that stands at its end or right after it. */
  readonly state: string | null;
}

/** "Tijuana, B.C." and "Tijuana B.C." are both Tijuana in Baja California; a state behind a place is no place itself. */
function stretchesOf(parts: readonly string[]): Stretch[] {
  return parts.flatMap((part, at): Stretch[] => {
    const after = states.get(parts[at + 1] ?? '') ?? null;
    if (at > 0 && after === null && states.has(part)) return [];
    const short = [...states.keys()].find((name) => part.endsWith(` ${name}`));
    const apart =
      short === undefined ? [] : [{ text: part.slice(0, -short.length - 1), state: states.get(short) ?? null }];
    return [{ text: part, state: after }, ...apart];
  });
}

/** The city itself, or "in" it; the name of a state alone is not its capital. */
function isNamed(entry: PlaceEntry, names: readonly string[], { text, state }: Stretch): boolean {
  const found = names.find(
    (name) => text === name || ` ${text}`.endsWith(` in ${name}`) || ` ${text}`.endsWith(` en ${name}`),
  );
  if (found === undefined) return false;
  return state === null ? !states.has(found) || found !== foldText(entry.short ?? '') : state === entry.state;
}

/**
 * Code of the one city that a typed place names; null for none, or for several. A city counts where a stretch between
 * commas is its name, or ends with "in" or "en" and its name, and the state that follows, if any, is its own:
 * "Calle Juárez 12" and "near Tijuana" name no city, "Juárez, Nuevo León" is another town, "Nuevo Laredo" is not Laredo,
 * "Chihuahua" alone may be the state. A country, chosen or typed, leaves out the cities of the other.
 */
export function cityNamedIn({ text, country }: Pick<Place, 'text' | 'country'>): string | null {
  const parts = text
    .split(/[,;:()/\n–—]|\s-\s/u)
    .map(foldText)
    .filter(Boolean);
  const typedCountry = parts.flatMap((part) => countries.get(part) ?? [])[0];
  const within = country ?? typedCountry ?? null;
  const stretches = stretchesOf(parts.filter((part) => !countries.has(part)));
  const named = cities.filter(
    ({ entry, names }) =>
      (within === null || entry.country === within) && stretches.some((stretch) => isNamed(entry, names, stretch)),
  );
  return named.length === 1 ? (named[0]?.entry.code ?? null) : null;
}

/** The whole text is a city's name and nothing else. */
export function isCityName(text: string): boolean {
  const typed = foldText(text);
  return cities.some(({ names }) => names.includes(typed));
}
