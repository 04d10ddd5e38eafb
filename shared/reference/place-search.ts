/** Finding a place of the reference by what people call it: "garita de Nogales", "juarez", "puente Brownsville". */
import { foldText } from '#shared/search/fold.ts';
import { placesOfKind } from './places.ts';
import type { PlaceEntry } from './types.ts';

/** What a port of entry is called in everyday Spanish and English; says what kind of place is meant, not which. */
const portWords = new Set([
  'garita',
  'puente',
  'cruce',
  'puerto',
  'entrada',
  'port',
  'poe',
  'bridge',
  'crossing',
  'entry',
]);
const smallWords = new Set([
  'de',
  'del',
  'la',
  'el',
  'los',
  'las',
  'of',
  'the',
  'at',
  'in',
  'en',
  'internacional',
  'international',
]);

const tokensOf = (text: string): string[] => foldText(text).split(' ').filter(Boolean);
const bearing = (text: string): string[] =>
  tokensOf(text).filter((token) => !smallWords.has(token) && !portWords.has(token));

/** Every way to name a place: its names, whole, without what stands in brackets, only that; its short and typed names. */
function namesOf({ name, short, typedAs = [] }: PlaceEntry): string[] {
  const whole = [name.en, name.es];
  const split = whole.flatMap((text) => [
    text,
    text.replace(/\(.*?\)/g, ''),
    ...(text.match(/(?<=\().*?(?=\))/g) ?? []),
  ]);
  return [...new Set([...split, ...(short === undefined ? [] : [short]), ...typedAs])];
}

/**
 * Whether a place is offered for what was typed so far: each typed word begins a word of its name in either language or
 * of its state. Words for "port of entry" ask for a port and are no part of a name; accents and case do not count.
 */
export function placeFits(entry: PlaceEntry, typed: string): boolean {
  const words = new Set([...namesOf(entry), entry.state].flatMap(tokensOf));
  const begins = (token: string): boolean => [...words].some((word) => word.startsWith(token));
  const rest = tokensOf(typed).filter((token) => !smallWords.has(token) || begins(token));
  return rest.every(
    (token) => begins(token) || (entry.kind === 'port' && [...portWords].some((word) => word.startsWith(token))),
  );
}

/**
 * Code of the one port that a text names in everyday words ("Garita de Nogales", "Nogales POE", "puente Paso del
 * Norte"): a word for a port and the port's name, nothing else. Null for everything else, also for "la garita".
 */
export function portNamedIn(text: string): string | null {
  if (!tokensOf(text).some((token) => portWords.has(token))) return null;
  const typed = bearing(text).sort().join(' ');
  if (typed === '') return null;
  const found = placesOfKind(['port']).filter((port) =>
    namesOf(port).some((name) => bearing(name).sort().join(' ') === typed),
  );
  return found.length === 1 ? (found[0]?.code ?? null) : null;
}
