import { describe, expect, it } from 'vitest';
import { setupBytes, nobodyYet } from './begin.ts';
import { newWords, wordsTyped } from '#renderer/ui/passphrase-words.ts';

describe('words of a passphrase typed back', () => {
  const words = ['marea', 'cañón', 'útil'];

  it.each([
    ['', 0],
    ['marea', 1],
    ['marea  canon', 2],
    ['Marea cañón útil ', 3],
    ['cañón marea útil', 0],
    ['marea cañón útil otra', 0],
  ])('counts those right from the first on: "%s"', (typed, expected) => {
    expect(wordsTyped(words, typed)).toBe(expected);
  });
});

describe('new words', () => {
  it('are six in English and seven in Spanish', async () => {
    expect(await newWords('en')).toHaveLength(6);
    expect(await newWords('es')).toHaveLength(7);
  });
});

describe('who you are', () => {
  it('goes to the store as JSON, the address as lines', () => {
    const you = {
      ...nobodyYet,
      name: ' Ana Example ',
      office: 'Example Legal Aid',
      address: '1 Road\n\n El Paso ',
      phone: '915',
    };
    expect(JSON.parse(new TextDecoder().decode(setupBytes(you, 'es')))).toEqual({
      language: 'es',
      member: { name: 'Ana Example', role: 'attorney', barNumber: '', barState: '', eoirId: '', phone: '915' },
      office: { name: 'Example Legal Aid', address: ['1 Road', 'El Paso'], phone: '915' },
    });
  });
});
