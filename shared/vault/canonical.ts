/**
 * Canonical JSON (RFC 8785 in effect: keys by UTF-16 code units, no spaces, numbers and strings as JSON.stringify
 * writes them) and the byte encodings of the vault's files. Same value, same bytes: hashes and comparisons rest on it.
 */
import { bytesToUtf8, utf8ToBytes } from '@noble/ciphers/utils.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The canonical text of a JSON value. Properties that are `undefined` count as absent, as in JSON.stringify;
 * anything else that JSON cannot hold (NaN, functions, undefined in an array) throws: it is a bug, not input.
 */
export function canonicalText(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error('canonical JSON: number is not finite');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (isObject(value)) return objectText(value);
  throw new Error(`canonical JSON: cannot write ${typeof value}`);
}

function objectText(value: JsonObject): string {
  const parts: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const item: unknown = value[key];
    if (item !== undefined) parts.push(`${JSON.stringify(key)}:${canonicalText(item)}`);
  }
  return `{${parts.join(',')}}`;
}

/** UTF-8 bytes of the canonical text. */
export function canonicalBytes(value: unknown): Uint8Array {
  return utf8ToBytes(canonicalText(value));
}

/** Whether two JSON values are the same value. */
export function sameJson(left: Json | undefined, right: Json | undefined): boolean {
  if (left === right) return true;
  if (left === undefined || right === undefined) return false;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  return canonicalText(left) === canonicalText(right);
}

/** Parses UTF-8 JSON; undefined when the bytes are not JSON. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(bytesToUtf8(bytes));
  } catch {
    return undefined;
  }
}

export function toHex(bytes: Uint8Array): string {
  return bytesToHex(bytes);
}
/** Bytes of a hex text; throws when it is not hex (callers check with a schema first). */
export function fromHex(text: string): Uint8Array {
  return hexToBytes(text);
}
export function toUtf8(text: string): Uint8Array {
  return utf8ToBytes(text);
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Map([...ALPHABET].map((letter, index) => [letter, index]));

/** Standard base64 with padding (RFC 4648 §4). */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const word = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const left = bytes.length - at;
    text += ALPHABET.charAt(word >> 18) + ALPHABET.charAt((word >> 12) & 63);
    text += left > 1 ? ALPHABET.charAt((word >> 6) & 63) : '=';
    text += left > 2 ? ALPHABET.charAt(word & 63) : '=';
  }
  return text;
}

/** Bytes of a base64 text, or null when it is not exactly what `toBase64` writes (one text per value). */
export function fromBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0) return null;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let word = 0;
  let at = 0;
  for (let index = 0; index < text.length; index += 1) {
    const isPad = index >= text.length - padding;
    const value = isPad ? 0 : VALUES.get(text.charAt(index));
    if (value === undefined) return null;
    word = (word << 6) | value;
    if (index % 4 === 3) {
      for (let shift = 16; shift >= 0 && at < bytes.length; shift -= 8) bytes[at++] = (word >> shift) & 255;
      word = 0;
    }
  }
  return toBase64(bytes) === text ? bytes : null;
}

/** Bytes one after the other. */
export function joinBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Comparison that takes as long for a wrong byte early as late. */
export function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  if (left.length !== right.length) return false;
  let difference = 0;
  for (let at = 0; at < left.length; at += 1) difference |= (left[at] ?? 0) ^ (right[at] ?? 0);
  return difference === 0;
}
