/**
 * Passphrases: six words of the EFF long list (7,776 words, 77.5 bits) or seven of the Spanish BIP39 list (2,048
 * words, 77 bits), drawn without bias; or the user's own of at least 15 characters (NIST SP 800-63B-4 for a single
 * factor) that is none of the common ones.
 */
import { fail, ok, type Result } from '../errors.ts';
import type { Random } from './types.ts';

export const MIN_OWN_LENGTH = 15;
export const MIN_GENERATED_BITS = 77;
/** Words that a generated passphrase has in each language. */
export const WORD_COUNT = { en: 6, es: 7 } as const;

/** What is derived from: NFKC, one blank between words, none around. Upper and lower case differ. */
export function normalizePassphrase(typed: string): string {
  return typed.normalize('NFKC').trim().replace(/\s+/g, ' ');
}

/** Draws `count` words from a list of at least two, each equally likely (rejection sampling on two bytes). */
export function generatePassphrase(list: readonly string[], count: number, random: Random): string {
  const words: string[] = [];
  const limit = Math.floor(0x10000 / list.length) * list.length;
  while (words.length < count) {
    const [high = 0, low = 0] = random(2);
    const draw = high * 256 + low;
    const word = list[draw % list.length];
    if (draw < limit && word !== undefined) words.push(word.normalize('NFC'));
  }
  return words.join(' ');
}

/** Bits of a generated passphrase: log2(list size) a word. */
export function generatedBits(listSize: number, count: number): number {
  return Math.log2(listSize) * count;
}

/**
 * Whether the user's own passphrase may be used; answers it as it will be derived from, with a cautious estimate in
 * bits. Failures: `passphrase-too-short` {length, needed}, `passphrase-common`.
 */
export function checkOwnPassphrase(typed: string): Result<{ readonly passphrase: string; readonly bits: number }> {
  const passphrase = normalizePassphrase(typed);
  const length = [...passphrase].length;
  if (length < MIN_OWN_LENGTH) return fail('passphrase-too-short', { length, needed: MIN_OWN_LENGTH });
  if (isCommon(passphrase)) return fail('passphrase-common');
  return ok({ passphrase, bits: estimateBits(passphrase) });
}

/**
 * A cautious guess at strength: 11 bits for each distinct word of at least three letters when it reads as words,
 * otherwise 2 bits for each distinct step between neighbouring characters; never more than 2.5 bits a character.
 */
export function estimateBits(passphrase: string): number {
  const characters = [...passphrase];
  const words = new Set(
    passphrase
      .toLowerCase()
      .split(/[\s\-_.,]+/)
      .filter((word) => /^\p{L}{3,}$/u.test(word)),
  );
  const steps = new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`));
  const guess = words.size >= 3 ? words.size * 11 : steps.size * 2;
  return Math.round(Math.min(guess, characters.length * 2.5));
}

/** Lower-case letters and digits without anything between, as they stand in lists of leaked passwords. */
const COMMON_PARTS = [
  'password',
  'passphrase',
  'contraseña',
  'contrasena',
  'letmein',
  'iloveyou',
  'teamo',
  'welcome',
  'bienvenido',
  'administrator',
  'administrador',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwerty',
  'amparo',
  'correcthorsebatterystaple',
  'football',
  'sunshine',
  'princess',
  'dragon',
  'monkey',
  'abc',
  'secret',
  'secreto',
  'changeme',
  'admin',
];
const RUNS = '01234567890123456789 98765432109876543210 abcdefghijklmnopqrstuvwxyz zyxwvutsrqponmlkjihgfedcba';

function isCommon(passphrase: string): boolean {
  const plain = passphrase.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  if (new Set(plain).size < 6) return true;
  if (isRepeated(plain)) return true;
  const left = COMMON_PARTS.reduce((text, part) => text.replaceAll(part, ''), plain);
  return [...withoutRuns(left)].length < 6;
}

/** A short piece said over and over, cut anywhere. */
function isRepeated(text: string): boolean {
  for (let length = 1; length <= text.length / 2; length += 1) {
    const piece = text.slice(0, length);
    if (length <= 8 && piece.repeat(Math.ceil(text.length / length)).slice(0, text.length) === text) return true;
  }
  return false;
}

/** The text without stretches of four or more that run along the alphabet or the digits. */
function withoutRuns(text: string): string {
  let rest = '';
  for (let at = 0; at < text.length; ) {
    let length = 0;
    while (at + length < text.length && RUNS.includes(text.slice(at, at + length + 1))) length += 1;
    if (length < 4) rest += text.charAt(at);
    at += length < 4 ? 1 : length;
  }
  return rest;
}
