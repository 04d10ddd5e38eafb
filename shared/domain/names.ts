/** Names of people as they are shown, printed in captions and masked. Never "first/last". */
import type { Person, PersonName } from './person.ts';

export type NameStyle = 'full' | 'caption' | 'initials';

/** Particles that join surnames and stand for no initial: de la Cruz → C. */
const particles = new Set([
  'de',
  'del',
  'la',
  'las',
  'los',
  'y',
  'da',
  'das',
  'do',
  'dos',
  'e',
  'van',
  'von',
  'der',
  'san',
  'santa',
]);

function isName(from: PersonName | Person): from is PersonName {
  return 'given' in from;
}

/** The name to show: the person's own, else as written on a paper, else an alias; null when there is none yet. */
export function mainName(person: Person): PersonName | null {
  const names = Object.values(person.names).sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const kind of ['own', 'asWritten', 'alias'] as const) {
    const found = names.find((name) => name.kind === kind && name.given.length + name.surnames.length > 0);
    if (found) return found;
  }
  return null;
}

function initial(parts: readonly string[]): string {
  const words = parts.flatMap((part) => part.split(/\s+/));
  const first = words.find((word) => word !== '' && !particles.has(word.toLowerCase())) ?? words[0] ?? '';
  const letter = [...first][0];
  return letter ? `${letter.toUpperCase()}.` : '';
}

function writeName(name: PersonName, style: NameStyle): string {
  const given = name.given.join(' ');
  const surnames = name.surnames.join(' ');
  if (style === 'initials') return [initial(name.given), initial(name.surnames)].filter(Boolean).join(' ');
  if (style === 'caption') {
    if (!surnames) return given.toUpperCase();
    return given ? `${surnames.toUpperCase()}, ${given}` : surnames.toUpperCase();
  }
  return (name.surnameFirst ? [surnames, given] : [given, surnames]).filter(Boolean).join(' ');
}

/**
 * A name as text. `full`: in the person's own order; `caption`: SURNAMES, Given (court captions);
 * `initials`: first given name and first surname ("M. I."), for masked lists. Empty when a person has no name.
 */
export function formatName(from: PersonName | Person, style: NameStyle = 'full'): string {
  const name = isName(from) ? from : mainName(from);
  return name ? writeName(name, style) : '';
}

/** The name, or the description that stands in for it ("woman, about 20, two children"), or empty. */
export function displayName(person: Person, style: NameStyle = 'full'): string {
  return formatName(person, style) || person.description.trim();
}

/** Every way the person's name is written, the shown one first, without repeats. */
export function allNames(person: Person): string[] {
  const main = formatName(person);
  const all = Object.values(person.names)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((name) => writeName(name, 'full'));
  return [...new Set([main, ...all])].filter(Boolean);
}
