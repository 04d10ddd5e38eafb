/**
 * The printed recovery code: 130 random bits as 26 characters of Crockford's base32 (no I, L, O, U), then four check
 * characters, in six groups of five. The check is a Reed-Solomon code over GF(32) with distance 5 (30 of at most 31
 * symbols): one wrong character, or two neighbours exchanged, can be pointed at; up to four wrong ones are noticed.
 */
import { fail, ok, type Result } from '../errors.ts';
import type { Random } from './types.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const DATA = 26;
const CHECK = 4;
const LENGTH = DATA + CHECK;
const GROUP = 5;
/** Characters that people read for others (Crockford). */
const READ_AS: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

export interface RecoveryCode {
  /** The code's 130 bits, right-aligned in 17 bytes: what the key is derived from. */
  readonly bytes: Uint8Array;
  /** As printed: groups with hyphens between. */
  readonly text: string;
  readonly groups: readonly string[];
}

/** Makes a new code from 17 random bytes (six of the 136 bits are not used). */
export function makeRecoveryCode(random: Random): RecoveryCode {
  const bytes = random(17);
  bytes[0] = (bytes[0] ?? 0) & 3;
  return fromSymbols(withCheck(toSymbols(bytes)));
}

/**
 * Reads a typed code; spaces, hyphens, case and the confusions O/0, I/L/1 do not matter. Failure
 * `recovery-code-checksum` {length, expected, position, group}: position and group count from 1 and say where the
 * wrong character stands; 0 when it cannot be told (wrong length, or more than one wrong).
 */
export function parseRecoveryCode(typed: string): Result<RecoveryCode> {
  const letters = [...typed.toUpperCase().replace(/[\s\-–—.]/g, '')].map((letter) => READ_AS[letter] ?? letter);
  const symbols = letters.map((letter) => ALPHABET.indexOf(letter));
  if (symbols.length !== LENGTH) return wrongAt(symbols.length, 0);
  const foreign = symbols.indexOf(-1);
  if (foreign >= 0) return wrongAt(LENGTH, foreign + 1);
  if (isCodeword(symbols)) return ok(fromSymbols(symbols));
  return wrongAt(LENGTH, locateWrong(symbols) + 1);
}

/** Whether one typed group is the group that was printed: the proof that the sheet exists. */
export function groupMatches(code: RecoveryCode, group: number, typed: string): boolean {
  const cleaned = [...typed.toUpperCase().replace(/[\s-]/g, '')].map((letter) => READ_AS[letter] ?? letter).join('');
  return code.groups[group] === cleaned;
}

function wrongAt(length: number, position: number): Result<RecoveryCode> {
  const group = Math.ceil(position / GROUP);
  return fail('recovery-code-checksum', { length, expected: LENGTH, position, group });
}

function toSymbols(bytes: Uint8Array): number[] {
  let bits = [...bytes].reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);
  const symbols: number[] = [];
  for (let index = 0; index < DATA; index += 1) {
    symbols.unshift(Number(bits & 31n));
    bits >>= 5n;
  }
  return symbols;
}

function fromSymbols(symbols: readonly number[]): RecoveryCode {
  let bits = symbols.slice(0, DATA).reduce((value, symbol) => (value << 5n) | BigInt(symbol), 0n);
  const bytes = new Uint8Array(17);
  for (let at = 16; at >= 0; at -= 1) {
    bytes[at] = Number(bits & 255n);
    bits >>= 8n;
  }
  const letters = symbols.map((symbol) => ALPHABET.charAt(symbol)).join('');
  const groups = Array.from({ length: LENGTH / GROUP }, (_, index) =>
    letters.slice(index * GROUP, (index + 1) * GROUP),
  );
  return { bytes, groups, text: groups.join('-') };
}

// GF(32) with x^5 + x^2 + 1; α = x generates all 31 non-zero elements.
const POWERS: number[] = [];
for (let value = 1; POWERS.length < 31; value = value & 16 ? (value << 1) ^ 0x25 : value << 1) POWERS.push(value);
const LOGS = new Map(POWERS.map((value, index) => [value, index]));

function times(left: number, right: number): number {
  const a = LOGS.get(left);
  const b = LOGS.get(right);
  return a === undefined || b === undefined ? 0 : (POWERS[(a + b) % 31] ?? 0);
}

/** Generator with the roots α, α², α³, α⁴; highest power first. */
const GENERATOR = generator();
function generator(): readonly number[] {
  let poly = [1];
  for (const root of [1, 2, 3, 4]) {
    const longer = poly.concat(0);
    poly = longer.map((value, index) => value ^ times(poly[index - 1] ?? 0, POWERS[root] ?? 0));
  }
  return poly;
}

function withCheck(data: readonly number[]): number[] {
  const rest = [...data, ...new Array<number>(CHECK).fill(0)];
  for (let at = 0; at < DATA; at += 1) {
    const factor = rest[at] ?? 0;
    for (const [index, value] of GENERATOR.entries()) rest[at + index] = (rest[at + index] ?? 0) ^ times(value, factor);
  }
  return [...data, ...rest.slice(DATA)];
}

function isCodeword(symbols: readonly number[]): boolean {
  return [1, 2, 3, 4].every((root) => {
    const at = POWERS[root] ?? 0;
    return symbols.reduce((value, symbol) => times(value, at) ^ symbol, 0) === 0;
  });
}

/** Index of the one wrong character, or of the first of two exchanged neighbours; -1 when it cannot be told. */
function locateWrong(symbols: readonly number[]): number {
  for (let at = 0; at < LENGTH; at += 1) {
    const trial = [...symbols];
    for (let value = 0; value < 32; value += 1) {
      trial[at] = value;
      if (isCodeword(trial)) return at;
    }
  }
  for (let at = 0; at + 1 < LENGTH; at += 1) {
    const trial = [...symbols];
    [trial[at], trial[at + 1]] = [trial[at + 1] ?? 0, trial[at] ?? 0];
    if (isCodeword(trial)) return at;
  }
  return -1;
}
