/**
 * The invented people of the sample vault (resources/samples). Some cases lie in the past with fixed dates; the cases
 * under `moving` keep their distance to the day of opening, so that there is always a hearing ahead.
 */
import data from '#resources/samples/sample-vault.json' with { type: 'json' };
import type { Id } from './base.ts';
import { addDays, daysBetween } from './calendar.ts';
import { type CaseFile, caseFile } from './case-file.ts';

const dayAtStart = /^\d{4}-\d{2}-\d{2}(?=$|T)/;

/** Moves every exact day and instant in a value by whole days; months move with their first day, years stay. */
function moveDates(value: unknown, days: number): unknown {
  if (typeof value === 'string') return value.replace(dayAtStart, (day) => addDays(day, days));
  if (Array.isArray(value)) return value.map((item) => moveDates(item, days));
  if (typeof value !== 'object' || value === null) return value;
  if ('precision' in value && 'value' in value && typeof value.value === 'string' && value.value.length === 7)
    return { ...value, value: addDays(`${value.value}-15`, days).slice(0, 7) };
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, key === 'birth' ? item : moveDates(item, days)]),
  );
}

/**
 * The sample cases as they stand on `today` (YYYY-MM-DD), each checked by the schema of a case. Whole weeks are moved,
 * so that a hearing keeps its weekday.
 */
export function sampleCases(today: string): CaseFile[] {
  const weeks = Math.ceil(daysBetween(data.anchor, today) / 7);
  const moving: readonly Id[] = data.moving;
  return data.files.map((file) => caseFile.parse(moving.includes(file.id) ? moveDates(file, weeks * 7) : file));
}
