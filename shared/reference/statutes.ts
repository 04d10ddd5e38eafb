/** The statute's own words for unsworn declarations: the place of signing decides the form. */
import data from '#resources/reference/statutes.json' with { type: 'json' };
import type { Place } from '#shared/domain/base.ts';
import { placeCountry } from './places.ts';
import type { StatuteEntry } from './types.ts';

export const statutes = data.entries as readonly StatuteEntry[];

export type SigningForm = '1746-1' | '1746-2';

/** Country of a place from its code or its own field; null when not known. */
export function countryOfPlace(place: Place | null): 'US' | 'MX' | 'other' | null {
  if (!place) return null;
  return (place.code ? placeCountry(place.code) : null) ?? place.country;
}

/** 28 U.S.C. 1746(2) inside the United States; (1) outside and when the place is not known. */
export function signingForm(place: Place | null): SigningForm {
  return countryOfPlace(place) === 'US' ? '1746-2' : '1746-1';
}

/** The entry of a form; throws for an id that the reference lacks (a bug). */
export function statute(form: SigningForm): StatuteEntry {
  const entry = statutes.find((candidate) => candidate.id === form);
  if (!entry) throw new Error(`no statute ${form}`);
  return entry;
}
