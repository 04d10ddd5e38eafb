/** A file as it will be once changes are written. */
import { setAt } from './commands/set-at.ts';
import type { Change } from './contract.ts';

export function withChanges<T>(file: T, changes: readonly Change[]): T {
  return changes.reduce<unknown>((value, change) => setAt(value, change.path, change.value), file) as T;
}
