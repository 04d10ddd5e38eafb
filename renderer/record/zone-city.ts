/** How a clock is named beside an hour: by the places of this border that keep it. */
import type { UiLanguage } from '#shared/domain/date-words.ts';
import { placeShort, placesOfKind } from '#shared/reference/places.ts';

/** Ports and cities on the clock of a zone: "El Paso" for America/Denver; "New York" for a zone without any. */
export function zonePlaces(zone: string, language: UiLanguage): readonly string[] {
  const names = placesOfKind(['port', 'city'])
    .filter((entry) => entry.zone === zone)
    .map((entry) => placeShort(entry.code, language));
  if (names.length > 0) return [...new Set(names)];
  return [(zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')];
}

/** The place that names a clock: the one given, if it keeps that zone, else the first that does. */
export function clockName(
  zone: string,
  language: UiLanguage,
  preferred: readonly (string | null | undefined)[],
): string {
  const own = placesOfKind(['port', 'city', 'court', 'hearingFacility']).filter((entry) => entry.zone === zone);
  const found = preferred.find((code) => own.some((entry) => entry.code === code));
  return found ? placeShort(found, language) : (zonePlaces(zone, language)[0] ?? zone);
}
