import { describe, expect, it } from 'vitest';
import { english } from '../../resources/wordlists/english.ts';
import { spanish } from '../../resources/wordlists/spanish.ts';
import {
  checkOwnPassphrase,
  generatedBits,
  generatePassphrase,
  MIN_GENERATED_BITS,
  normalizePassphrase,
  WORD_COUNT,
} from './passphrase.ts';
import { seededRandom } from './testing.ts';

describe('word lists', () => {
  it('have 7,776 English and 2,048 Spanish words, none twice, at least 77 bits', () => {
    expect([english.length, new Set(english).size]).toEqual([7776, 7776]);
    expect([spanish.length, new Set(spanish).size]).toEqual([2048, 2048]);
    expect(generatedBits(english.length, WORD_COUNT.en)).toBeGreaterThanOrEqual(MIN_GENERATED_BITS);
    expect(generatedBits(spanish.length, WORD_COUNT.es)).toBeGreaterThanOrEqual(MIN_GENERATED_BITS);
  });
});

describe('generatePassphrase', () => {
  it('draws six English and seven Spanish words', () => {
    expect(generatePassphrase(english, 6, seededRandom('en')).split(' ')).toHaveLength(6);
    const words = generatePassphrase(spanish, 7, seededRandom('es')).split(' ');
    expect(words).toHaveLength(7);
    expect(words.every((word) => spanish.includes(word))).toBe(true);
  });

  it('throws draws away that would favour the first words', () => {
    const draws = [0xf3, 0x00, 0xff, 0xff, 0x00, 0x01];
    const word = generatePassphrase(english, 1, () => new Uint8Array(draws.splice(0, 2)));
    expect(word).toBe(english[1]); // 0xf300 = 62,208 = 8 × 7,776 and 0xffff are refused
  });

  it('is unbiased: chi-square over 100,000 draws with p > 0.001', () => {
    const list = Array.from({ length: 7776 }, (_, index) => `w${index}`);
    const counts = new Map<string, number>();
    for (const word of generatePassphrase(list, 100_000, seededRandom('chi')).split(' ')) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    const expected = 100_000 / list.length;
    const chi = list.reduce((sum, word) => sum + ((counts.get(word) ?? 0) - expected) ** 2 / expected, 0);
    // 7,775 degrees of freedom, normal approximation: mean 7,775, deviation √(2·7,775) = 124.7; p = 0.001 (both sides) at 3.29.
    expect(Math.abs(chi - 7775)).toBeLessThan(3.29 * 124.7);
  });
});

describe('an own passphrase', () => {
  it('is composed the same way and has single blanks', () => {
    expect(normalizePassphrase('  a\u0301baco   ﬁn ')).toBe('ábaco fin');
  });
  it.each([
    ['short', 'catorce letras', { length: 14, needed: 15 }],
    ['short once it is composed', 'e\u0301'.repeat(14), { length: 14, needed: 15 }],
    ['blanks do not count', `${' '.repeat(20)}abc`, { length: 3, needed: 15 }],
  ])('is refused when %s', (_, typed, detail) => {
    expect(checkOwnPassphrase(typed)).toEqual({ ok: false, code: 'passphrase-too-short', detail });
  });
  it.each([
    'passwordpassword',
    'Password123456789',
    'contraseña 12345',
    '123456789012345',
    'aaaaaaaaaaaaaaaaaa',
    'abcabcabcabcabcabc',
    'qwertyuiopasdfghjkl',
    'abcdefghijklmnopqrs',
    'correct horse battery staple',
    'amparo amparo amparo',
    '0123456789 9876543210',
  ])('is refused when common: %s', (typed) => {
    expect(checkOwnPassphrase(typed)).toEqual({ ok: false, code: 'passphrase-common', detail: {} });
  });
  it.each([
    ['la casa azul junto al río grande', 55],
    ['Kq7#vR2!mX9$wL4', 28],
  ])('is taken: %s', (typed, bits) => {
    expect(checkOwnPassphrase(typed)).toMatchObject({ ok: true, value: { passphrase: typed, bits } });
  });
});
