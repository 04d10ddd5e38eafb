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
  /** Nothing comes after it, or only its state. */
  readonly isLast: boolean;
}

/** "Tijuana, B.C." and "Tijuana B.C." are both Tijuana in Baja California; a state behind a place is no place itself. */
function stretchesOf(parts: readonly string[]): Stretch[] {
  return parts.flatMap((part, at): Stretch[] => {
    const after = states.get(parts[at + 1] ?? '') ?? null;
    if (at > 0 && after === null && states.has(part)) return [];
    const isLast = at + (after === null ? 1 : 2) >= parts.length;
    const short = [...states.keys()].find((name) => part.endsWith(` ${name}`));
    const apart =
      short === undefined ? [] : [{ text: part.slice(0, -short.length - 1), state: states.get(short) ?? null, isLast }];
    return [{ text: part, state: after, isLast }, ...apart];
  });
}

/** The city itself, or "in" it; the name of a state alone is not its capital, nor a city that of another state. */
function isNamed(entry: PlaceEntry, names: readonly string[], { text, state }: Stretch): boolean {
  const found = names.find(
    (name) => text === name || ` ${text}`.endsWith(` in ${name}`) || ` ${text}`.endsWith(` en ${name}`),
  );
  if (found === undefined) return false;
  return state === null ? !states.has(found) || found !== foldText(entry.short ?? '') : state === entry.state;
}

/** Whether its state stands with it, or nothing that could be another one and the country goes without saying. */
function isSure(entry: PlaceEntry, { state, isLast }: Stretch, within: string | null): boolean {
  return state === entry.state || (isLast && (entry.country === 'MX' || within === 'US'));
}

/**
 * Code of the one city that a typed place names; null for none, for several, and where it may be another of that name:
 * under oath the country alone is better than the wrong town. A city counts where a stretch between commas is its name,
 * or ends with "in" or "en" and its name, and only its own state or nothing follows: "Calle Juárez 12" and "near Tijuana"
 * name no city, "Matamoros, Morelos" is another town, "Nuevo Laredo" is not Laredo, "Chihuahua" alone may be the state.
 * A city of the United States needs its state or the country: people say "Laredo" for Nuevo Laredo. A country, chosen or
 * typed, leaves out the cities of the other.
 */
export function cityNamedIn({ text, country }: Pick<Place, 'text' | 'country'>): string | null {
  const parts = text
    .split(/[,;:()/\n–—]|\s-\s/u)
    .map(foldText)
    .filter(Boolean);
  const typedCountry = parts.flatMap((part) => countries.get(part) ?? [])[0];
  const within = country ?? typedCountry ?? null;
  const stretches = stretchesOf(parts.filter((part) => !countries.has(part)));
  const named = cities.flatMap(({ entry, names }) => {
    if (within !== null && entry.country !== within) return [];
    const found = stretches.filter((stretch) => isNamed(entry, names, stretch));
    return found.length === 0 ? [] : [{ entry, sure: found.every((stretch) => isSure(entry, stretch, within)) }];
  });
  return named.length === 1 && named[0]?.sure === true ? named[0].entry.code : null;
}

/** The whole text is a city's name and nothing else. */
export function isCityName(text: string): boolean {
  const typed = foldText(text);
  return cities.some(({ names }) => names.includes(typed));
}
