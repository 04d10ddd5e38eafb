import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchBirth, matchNames, nameForm } from './name-match.ts';

const match = (left: string, right: string) => matchNames(nameForm(left), nameForm(right));

describe('D3: names that other systems miss', () => {
  it.each([
    ['María López García', 'María García López', ['namesInOtherOrder']],
    ['Juan Pérez Gómez', 'Pérez Gómez Juan', ['namesInOtherOrder']],
    ['José de la Cruz', 'Jose Cruz', ['sameName']],
    ['ANGELICA NUNEZ', 'Angélica Núñez', ['sameName']],
    ['Ana Velásquez', 'Ana Belaskes', ['soundsAlike']],
    ['María José Ixcoy Tzoc', 'María Ixcoy', ['partOfName']],
    ['Wilmer Hernández', 'Wilmer Hernándes López', ['partOfName', 'soundsAlike']],
    ['Marta Castillo', 'Marta Castilla', ['oneLetter']],
    ['Xochitl', 'Xóchitl', ['sameName']],
  ])('%s / %s', (left, right, reasons) => {
    expect(match(left, right)).toEqual(reasons);
  });
  it.each([
    ['María López', 'María Pérez'],
    ['Juan Pérez Gómez', 'Juan Ruiz Soto'],
    ['Ana', 'Ana López'],
    ['', 'Ana López'],
    ['Ana Paz', 'Eva Paz'],
  ])('%s is not %s', (left, right) => {
    expect(match(left, right)).toEqual([]);
  });

  const word = fc.stringMatching(/^[a-zñáéíóú]{3,9}$/);
  const name = fc.array(word, { minLength: 2, maxLength: 5 });
  it('matches any order of the same words, and does not depend on the side', () => {
    fc.assert(
      fc.property(
        name.chain((words) => fc.tuple(fc.constant(words), fc.shuffledSubarray(words, { minLength: words.length }))),
        ([words, shuffled]) => {
          expect(match(words.join(' '), shuffled.join(' '))).not.toEqual([]);
        },
      ),
    );
    fc.assert(
      fc.property(name, name, (left, right) => {
        const there = match(left.join(' '), right.join(' ')).length > 0;
        expect(match(right.join(' '), left.join(' ')).length > 0).toBe(there);
      }),
    );
  });
});

describe('matchBirth', () => {
  it.each([
    ['1990-04-03', '1990-04-03', 'birthSame'],
    ['1990-04-03', '1990-03-04', 'birthSwapped'],
    ['1990-04-03', '1990-04-30', 'birthNear'],
    ['1990-04-03', '1991-04-03', 'birthNear'],
    ['1990-04-03', '1990', 'birthSame'],
    ['1990-04', '1990-05-01', null],
    ['1990-04-03', '1990-07-03', null],
    ['1990-04-03', '', null],
  ])('%s and %s: %s', (left, right, reason) => {
    expect(matchBirth(left, right)).toBe(reason);
  });
});
