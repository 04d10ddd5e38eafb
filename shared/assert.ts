/** Marks a switch that must be exhaustive: compiles only if every case was handled. */
export function assertNever(value: never, what: string): never {
  throw new Error(`${what}: unexpected ${JSON.stringify(value)}`);
}

/** Returns `value` unless it is null or undefined; `reason` says why it must be there. Throws (a bug) otherwise. */
export function must<T>(value: T | null | undefined, reason: string): T {
  if (value === null || value === undefined) throw new Error(`missing: ${reason}`);
  return value;
}
