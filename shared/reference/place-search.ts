/** Finding a place of the reference by what people call it: "garita de Nogales", "juarez", "puente Gateway". */
import { foldText } from '#shared/search/fold.ts';
import { placesOfKind } from './places.ts';
import type { PlaceEntry } from './types.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
/** What a port of entry is called in everyday Spanish and English; says what kind of place is meant, not which. */
const portWords = words('garita puente cruce puerto port poe bridge crossing');
const smallWords = words('de del la el los las of the at in en entrada entry internacional international');

const tokensOf = (text: string): string[] => foldText(text).split(' ').filter(Boolean);
const bearing = (text: string): string =>
  tokensOf(text)
    .filter((token) => !smallWords.has(token) && !portWords.has(token))
    .sort()
    .join(' ');

function namesOf({ name, short, typedAs = [] }: PlaceEntry): string[] {
  return [...new Set([name.en, name.es, ...(short === undefined ? [] : [short]), ...typedAs])];
}

/** What stands in brackets behind a name: which bridge of the city. */
const inBrackets = /(?<=\().*(?=\))/;

/**
 * Whether a place is offered for what was typed so far: each typed word begins a word of its name in either language or
 * of its state. Words for "port of entry" ask for a port and are no part of a name; accents and case do not count.
 */
export function placeFits(entry: PlaceEntry, typed: string): boolean {
  const own = [...namesOf(entry), entry.state].flatMap(tokensOf);
  const kind = entry.kind === 'port' ? [...portWords] : [];
  const begins = (token: string): boolean => [...own, ...kind].some((word) => word.startsWith(token));
  return tokensOf(typed).every((token) => smallWords.has(token) || begins(token));
}

/**
 * Code of the one port that a text names in everyday words ("Garita de Nogales", "Nogales POE", "puente Paso del
 * Norte"): a word for a port and the port's name, nothing else. Null for everything else: "la garita", and "puente de
 * El Paso", since a city with several bridges must not get one that nobody named.
 */
export function portNamedIn(text: string): string | null {
  if (!tokensOf(text).some((token) => portWords.has(token))) return null;
  const typed = bearing(text);
  if (typed === '') return null;
  const found = placesOfKind(['port']).filter((port) =>
    namesOf(port)
      .flatMap((name) => [name, name.match(inBrackets)?.[0] ?? name])
      .some((name) => bearing(name) === typed),
  );
  return found.length === 1 ? (found[0]?.code ?? null) : null;
}
