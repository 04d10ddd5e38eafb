/** Ports of return, cities, hearing places, courts and stations of resources/reference/places.json. */
import offices from '#resources/reference/opla-offices.json' with { type: 'json' };
import places from '#resources/reference/places.json' with { type: 'json' };
import type { TextLanguage } from '#shared/domain/date-words.ts';
import type { OplaOffice, PlaceEntry } from './types.ts';

const entries = places.entries as readonly PlaceEntry[];
const byCode = new Map(entries.map((entry) => [entry.code, entry]));

/** A place by code, or null when the reference has no such place. */
export function placeByCode(code: string): PlaceEntry | null {
  return byCode.get(code) ?? null;
}

/** Places of the given kinds, in the order of the reference. */
export function placesOfKind(kinds: readonly PlaceEntry['kind'][]): readonly PlaceEntry[] {
  return entries.filter((entry) => kinds.includes(entry.kind));
}

const portWords: Readonly<Record<TextLanguage, (name: string) => string>> = {
  en: (name) => `${name} port of entry`,
  es: (name) => `puerto de entrada de ${name}`,
  pt: (name) => `porto de entrada de ${name}`,
  ht: (name) => `pòs fwontyè ${name}`,
};

/** Name with its kind: "San Ysidro port of entry", "Ciudad Juárez, Chihuahua". An unknown code is shown as it is. */
export function placeLabel(code: string, language: TextLanguage): string {
  const entry = byCode.get(code);
  if (!entry) return code;
  const name = entry.name[language] ?? entry.name.es;
  return entry.kind === 'port' ? portWords[language](name) : name;
}

/** Bare name: "San Ysidro", "Ciudad Juárez". */
export function placeShort(code: string, language: TextLanguage): string {
  const entry = byCode.get(code);
  if (!entry) return code;
  return entry.short ?? entry.name[language === 'en' ? 'en' : 'es'];
}

/** The name as it stands in a sentence, with its article: "the San Ysidro port of entry", "el puerto de entrada de …". */
export function placeInSentence(code: string, language: TextLanguage): string {
  const entry = byCode.get(code);
  const label = placeLabel(code, language);
  if (!entry || entry.kind === 'city') return label;
  if (language === 'en') return `the ${label}`;
  if (language === 'es') {
    const inside = entry.kind === 'court' ? label : `${label[0]?.toLowerCase() ?? ''}${label.slice(1)}`;
    return `${entry.article ?? 'el'} ${inside}`;
  }
  return language === 'pt' ? `o ${label}` : label;
}

/** IANA zone of the place, or null when the code is unknown. */
export function placeZone(code: string): string | null {
  return byCode.get(code)?.zone ?? null;
}

/** Country of the place ('US' or 'MX'), or null when the code is unknown. */
export function placeCountry(code: string): 'US' | 'MX' | null {
  return byCode.get(code)?.country ?? null;
}

/** The Mexican city across from a port, or null. */
export function cityAcross(portCode: string): PlaceEntry | null {
  const across = byCode.get(portCode)?.across;
  return across ? (byCode.get(across) ?? null) : null;
}

/** The court that takes the filings of a port or hearing place (administrative control), or null. */
export function filingCourtOf(code: string): PlaceEntry | null {
  const entry = byCode.get(code);
  if (entry?.kind === 'court') return entry;
  return entry?.filingCourt ? (byCode.get(entry.filingCourt) ?? null) : null;
}

/** The ICE office to serve for a court, or null. */
export function oplaOfCourt(courtCode: string): OplaOffice | null {
  const code = byCode.get(courtCode)?.opla;
  return (offices.entries as readonly OplaOffice[]).find((office) => office.code === code) ?? null;
}

/** Every ICE attorneys' office of the reference. */
export function oplaOffices(): readonly OplaOffice[] {
  return offices.entries as readonly OplaOffice[];
}
