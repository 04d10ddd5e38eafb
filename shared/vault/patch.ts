/**
 * Patches between two versions of a JSON file. Objects are compared key by key, everything else (arrays too) is one
 * value. Laws, tested as properties: apply(before, diff(before, after)) = after; applying the inverse goes back.
 */
import { isObject, sameJson, type Json, type JsonObject } from './canonical.ts';
import type { Patch } from './types.ts';

/** What applying came to; `conflicts` are patches whose `before` did not stand there (or whose place is gone). */
export interface Applied {
  readonly value: Json | undefined;
  readonly conflicts: readonly Patch[];
}

/** Patches that lead from `before` to `after`, by path in key order; `undefined` is "no such file". */
export function diff(file: string, before: Json | undefined, after: Json | undefined): Patch[] {
  const patches: Patch[] = [];
  collect(patches, file, [], before, after);
  return patches;
}

function collect(
  patches: Patch[],
  file: string,
  path: readonly string[],
  before: Json | undefined,
  after: Json | undefined,
): void {
  if (isObject(before) && isObject(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    for (const key of [...keys].sort()) collect(patches, file, [...path, key], own(before, key), own(after, key));
    return;
  }
  if (sameJson(before, after)) return;
  patches.push({ file, path, ...(before !== undefined && { before }), ...(after !== undefined && { after }) });
}

/**
 * Applies patches in order. A patch that does not find its `before` is a conflict and still sets its `after`
 * (the later writer wins, both are reported); one whose parent is no longer an object is a conflict and left out.
 */
export function applyPatches(value: Json | undefined, patches: readonly Patch[]): Applied {
  let current = value;
  const conflicts: Patch[] = [];
  for (const patch of patches) {
    if (!sameJson(valueAt(current, patch.path), patch.before)) conflicts.push(patch);
    const next = setAt(current, patch.path, patch.after);
    if (next !== UNREACHABLE) current = next;
  }
  return { value: current, conflicts };
}

/** The patches that undo these, in the order to apply them. */
export function invert(patches: readonly Patch[]): Patch[] {
  return [...patches].reverse().map(({ file, path, before, after }) => ({
    file,
    path,
    ...(after !== undefined && { before: after }),
    ...(before !== undefined && { after: before }),
  }));
}

/** The value at a path, undefined when nothing stands there. */
export function valueAt(value: Json | undefined, path: readonly string[]): Json | undefined {
  let current = value;
  for (const key of path) {
    if (!isObject(current)) return undefined;
    current = own(current, key);
  }
  return current;
}

const UNREACHABLE = Symbol('no object at the parent path');

function setAt(
  value: Json | undefined,
  path: readonly string[],
  after: Json | undefined,
): Json | undefined | typeof UNREACHABLE {
  const [key, ...rest] = path;
  if (key === undefined) return after;
  if (!isObject(value)) return UNREACHABLE;
  const child = setAt(own(value, key), rest, after);
  return child === UNREACHABLE ? UNREACHABLE : withKey(value, key, child);
}

/** An own property only; a key such as `__proto__` or `constructor` is data like any other. */
function own(value: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}
function withKey(value: JsonObject, key: string, child: Json | undefined): JsonObject {
  const entries = Object.entries(value).filter(([name]) => name !== key);
  if (child !== undefined) entries.push([key, child]);
  return Object.fromEntries(entries);
}
