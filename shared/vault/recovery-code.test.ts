import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupMatches, makeRecoveryCode, parseRecoveryCode } from './recovery-code.ts';
import { seededRandom } from './testing.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

describe('recovery code', () => {
  it('has six groups of five characters and 130 bits', () => {
    const code = makeRecoveryCode(seededRandom('one'));
    expect(code.text).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(code.bytes).toHaveLength(17);
    const zeros = makeRecoveryCode((length) => new Uint8Array(length));
    expect(zeros.text).toBe('00000-00000-00000-00000-00000-00000');
    const ones = makeRecoveryCode((length) => new Uint8Array(length).fill(255));
    expect(ones.text.replaceAll('-', '').slice(0, 26)).toBe('Z'.repeat(26));
    expect(ones.bytes[0]).toBe(3);
  });

  it('is read back, all of 1,000, however it is typed', () => {
    const random = seededRandom('thousand');
    for (let index = 0; index < 1000; index += 1) {
      const code = makeRecoveryCode(random);
      const sloppy = ` ${code.text.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `;
      const read = parseRecoveryCode(sloppy);
      expect(read.ok && read.value).toEqual(code);
    }
  });

  it('points at any single wrong character', () => {
    const random = seededRandom('wrong');
    fc.assert(
      fc.property(fc.nat(29), fc.integer({ min: 1, max: 31 }), (position, shift) => {
        const code = makeRecoveryCode(random);
        const letters = [...code.text.replaceAll('-', '')];
        const value = ALPHABET.indexOf(letters[position] ?? '');
        letters[position] = ALPHABET.charAt((value + shift) % 32);
        expect(parseRecoveryCode(letters.join(''))).toEqual({
          ok: false,
          code: 'recovery-code-checksum',
          detail: { length: 30, expected: 30, position: position + 1, group: Math.floor(position / 5) + 1 },
        });
      }),
      { numRuns: 200 },
    );
  });

  it('points at two exchanged neighbours and at a letter that is never used', () => {
    const code = makeRecoveryCode(seededRandom('swap')).text.replaceAll('-', '');
    const at = [...code].findIndex((letter, index) => index > 3 && letter !== code[index + 1]);
    const swapped = `${code.slice(0, at)}${code[at + 1]}${code[at]}${code.slice(at + 2)}`;
    expect(parseRecoveryCode(swapped)).toMatchObject({ ok: false, detail: { position: at + 1 } });
    expect(parseRecoveryCode(`U${code.slice(1)}`)).toMatchObject({ ok: false, detail: { position: 1, group: 1 } });
  });

  it('notices up to four wrong characters', () => {
    const random = seededRandom('four');
    const places = fc.uniqueArray(fc.nat(29), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(places, fc.array(fc.integer({ min: 1, max: 31 }), { minLength: 4, maxLength: 4 }), (at, shifts) => {
        const letters = [...makeRecoveryCode(random).text.replaceAll('-', '')];
        for (const [index, place] of at.entries()) {
          const value = ALPHABET.indexOf(letters[place] ?? '');
          letters[place] = ALPHABET.charAt((value + (shifts[index] ?? 1)) % 32);
        }
        expect(parseRecoveryCode(letters.join('')).ok).toBe(false);
      }),
    );
  });

  it('says how long it is when the length is wrong', () => {
    expect(parseRecoveryCode('ABC')).toMatchObject({ ok: false, detail: { length: 3, expected: 30, position: 0 } });
  });

  it('knows a group that was typed back', () => {
    const code = makeRecoveryCode(seededRandom('group'));
    expect(groupMatches(code, 2, code.groups[2]?.toLowerCase() ?? '')).toBe(true);
    expect(groupMatches(code, 2, code.groups[3] ?? '')).toBe(false);
    expect(groupMatches(code, 9, '')).toBe(false);
  });
});
