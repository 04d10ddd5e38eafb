/**
 * Screening instruments with every published version. A screening names its instrument and version and is read in that
 * version's words for ever; a new one is made with the version in force.
 */
import data from '#resources/reference/screening-instruments.json' with { type: 'json' };
import type { ScreeningInstrument, ScreeningItem } from './types.ts';

export const screeningInstruments = data.entries as readonly ScreeningInstrument[];

/** The standard screening of children and people with disabilities. */
export const childAndDisability = 'CHILD-DISAB';

/** The version that a screening was made with; null when this program does not hold it (a file from a newer one). */
export function instrumentOf(
  made: { readonly instrument: string; readonly version: number },
  entries: readonly ScreeningInstrument[] = screeningInstruments,
): ScreeningInstrument | null {
  return entries.find((entry) => entry.id === made.instrument && entry.version === made.version) ?? null;
}

/** The version to make a new screening with on a day (YYYY-MM-DD): the latest in force; before the first, the first. */
export function instrumentOn(
  instrumentId: string,
  day: string,
  entries: readonly ScreeningInstrument[] = screeningInstruments,
): ScreeningInstrument {
  const versions = entries.filter((entry) => entry.id === instrumentId).sort((a, b) => b.version - a.version);
  const inForce = versions.find(
    (entry) => entry.effectiveFrom <= day && (entry.effectiveTo === null || entry.effectiveTo >= day),
  );
  const chosen = inForce ?? versions.at(-1);
  if (!chosen) throw new Error(`no instrument ${instrumentId}`);
  return chosen;
}

export function itemOf(instrument: ScreeningInstrument, itemId: string): ScreeningItem | null {
  return instrument.items.find((item) => item.id === itemId) ?? null;
}
