/** Types of irregularity with their definitions; no two claim the same act. */
import data from '#resources/reference/irregularities.json' with { type: 'json' };
import type { UiLanguage } from '#shared/domain/date-words.ts';
import type { IrregularityEntry } from './types.ts';

export const irregularityTypes = data.entries as readonly IrregularityEntry[];
const byCode = new Map(irregularityTypes.map((entry) => [entry.code, entry]));

export function irregularityType(code: string): IrregularityEntry | null {
  return byCode.get(code) ?? null;
}

/** Name of a type; an unknown code is shown as it is. */
export function irregularityLabel(code: string, language: UiLanguage): string {
  return byCode.get(code)?.name[language] ?? code;
}

/** Definition of a type, empty for an unknown code. */
export function irregularityDefinition(code: string, language: UiLanguage): string {
  return byCode.get(code)?.definition[language] ?? '';
}
