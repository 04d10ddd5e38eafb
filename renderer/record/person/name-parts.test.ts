import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitNames } from './name-parts.ts';

describe('splitNames', () => {
  it.each([
    ['Ixcoy Tzoc', ['Ixcoy', 'Tzoc']],
    ['Pérez de la Cruz', ['Pérez', 'de la Cruz']],
    ['de León', ['de León']],
    ['María de los Ángeles', ['María', 'de los Ángeles']],
    ['  Ana  ', ['Ana']],
    ['San Juan Mateo', ['San Juan', 'Mateo']],
    ['de', ['de']],
    ['', []],
  ])('%s', (text, parts) => {
    expect(splitNames(text)).toEqual(parts);
  });
  it('keeps every word in its order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('de', 'la', 'Cruz', 'Tzoc', 'y', 'Ana')), (words) => {
        expect(splitNames(words.join(' ')).join(' ')).toBe(words.join(' '));
      }),
    );
  });
});
