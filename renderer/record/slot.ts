/**
 * Where a value of a record lives: file, path and present value. A scope is a record inside a file (a fear event, a
 * person, an officer of an event); it hands out slots typed by the schema, so that a form cannot name a field that
 * does not exist or write a value of another type.
 */
import type { Id } from '#shared/domain/base.ts';

export interface Slot<V> {
  readonly fileId: Id;
  readonly path: readonly string[];
  readonly value: V;
  /** Locale key under `history.` that names the act. */
  readonly act: string;
}

export interface Scope<T> {
  readonly fileId: Id;
  readonly path: readonly string[];
  readonly record: T;
  readonly act: string;
}

export function scopeOf<T>(fileId: Id, path: readonly string[], record: T, act: string): Scope<T> {
  return { fileId, path, record, act };
}

/** One field of a record. */
export function slotOf<T, K extends keyof T & string>(scope: Scope<T>, key: K): Slot<T[K]> {
  return { fileId: scope.fileId, path: [...scope.path, key], value: scope.record[key], act: scope.act };
}

/** The items of a collection inside a record, each as a scope of its own, in the order given. */
export function itemsOf<T, K extends keyof T & string, I extends { readonly id: Id }>(
  scope: Scope<T>,
  key: K,
  collection: Readonly<Record<Id, I>>,
  order: (a: I, b: I) => number = () => 0,
): readonly Scope<I>[] {
  return Object.values(collection)
    .sort(order)
    .map((item) => ({
      fileId: scope.fileId,
      path: [...scope.path, key, item.id],
      record: item,
      act: scope.act,
    }));
}

/** Name of the pending slot that keeps unfinished typing of a field. */
export function pendingName(slot: Pick<Slot<unknown>, 'fileId' | 'path'>): string {
  return [slot.fileId, ...slot.path].join('/');
}
