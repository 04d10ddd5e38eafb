/** What a fact printed: the text kept with a paragraph and compared later to tell "facts changed". */
import type { Answer, Id, PartialDate, Place } from '#shared/domain/base.ts';
import { type CaseFile, type FactCollection, factCollections } from '#shared/domain/case-file.ts';
import type { FactRef } from '#shared/domain/draft.ts';
import { formatPartialDate, formatPlace } from '#shared/domain/format.ts';
import { type FactBase, factFor } from '#shared/domain/people.ts';

/** Whether a collection holds facts (with `about` and exceptions) rather than people or relations. */
export function isFactCollection(name: string): name is FactCollection {
  return name in factCollections;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The case file was validated: a record with these keys is a date, one with those a place. */
function isDate(value: unknown): value is PartialDate {
  return isRecord(value) && 'precision' in value;
}
function isPlace(value: unknown): value is Place {
  return isRecord(value) && 'code' in value && 'country' in value;
}

/** Text of any stored value; the parts of a record in the order of their keys, so that equal values print alike. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  if (isDate(value)) return formatPartialDate(value, 'en');
  if (isPlace(value)) return formatPlace(value, 'en');
  if (!isRecord(value)) return '';
  if ('status' in value) return value.status === 'answered' ? textOf(value.value) : '';
  return Object.keys(value)
    .filter((key) => !['id', 'recorded', 'deleted', 'source'].includes(key))
    .sort()
    .map((key) => textOf(value[key]))
    .filter((text) => text !== '')
    .join(' · ');
}

function followPath(start: unknown, path: string): unknown {
  return path === ''
    ? start
    : path.split('.').reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), start);
}

/**
 * The value of a fact as this declarant's document prints it, in English; empty when it is not answered (any more),
 * was taken back, or is no longer about the declarant.
 */
export function printedValue(file: CaseFile, ref: FactRef, speakerId: Id): string {
  const collection: unknown = followPath(file, ref.collection);
  const found = isRecord(collection) ? collection[ref.id] : undefined;
  if (!isRecord(found) || (found.deleted !== null && found.deleted !== undefined)) return '';
  if (!isFactCollection(ref.collection)) return textOf(followPath(found, ref.field));
  const fact = file[ref.collection][ref.id] as FactBase;
  if (!fact.about.includes(speakerId)) return '';
  return textOf(followPath(factFor(fact, speakerId), ref.field));
}

/** Whether an answer was given, and if not why; null where nothing that can be answered stands. */
export function answerState(file: CaseFile, ref: FactRef, speakerId: Id): Answer<unknown>['status'] | null {
  const found = followPath(followPath(file, ref.collection), ref.id);
  if (!isRecord(found)) return null;
  const own = isFactCollection(ref.collection) ? factFor(found as unknown as FactBase, speakerId) : found;
  const answer = ref.field === '' ? undefined : followPath(own, ref.field);
  return isRecord(answer) && typeof answer.status === 'string' ? (answer.status as Answer<unknown>['status']) : null;
}
