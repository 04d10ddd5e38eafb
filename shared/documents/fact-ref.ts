/** References of a document to the facts of a case. */
import type { FactRef } from '#shared/domain/draft.ts';

/** `collection.id.field`, as gaps name their answer; the key of what is kept by fact. */
export const refKey = ({ collection, id, field }: FactRef): string => `${collection}.${id}.${field}`;

/** The reference that a gap's path stands for. */
export function refOf(path: string): FactRef {
  const [collection = '', id = '', ...field] = path.split('.');
  return { collection, id, field: field.join('.') };
}

/** Whether another reference is to the same fact, whatever field of it. */
export const sameFact = (one: FactRef) => (other: FactRef) =>
  one.collection === other.collection && one.id === other.id;
