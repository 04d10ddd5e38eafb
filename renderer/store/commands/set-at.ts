/** Changing one value deep in a file without touching the original. */
import { AppError } from '#shared/errors.ts';

type Tree = Readonly<Record<string, unknown>>;

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Keys that are not data in JavaScript objects; no schema of ours has them. */
const notData = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * A copy of `tree` in which the value at `path` is `value`; `undefined` takes the key out. Objects that are missing
 * on the way are made. Throws `file-invalid` {path} when something on the way is not an object.
 */
export function setAt(tree: unknown, path: readonly string[], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (!(tree === undefined || isTree(tree)) || notData.has(key)) throw new AppError('file-invalid', { path: key });
  const child = setAt(tree !== undefined && Object.hasOwn(tree, key) ? tree[key] : undefined, rest, value);
  const copy: Record<string, unknown> = { ...tree };
  if (child === undefined) delete copy[key];
  else copy[key] = child;
  return copy;
}
