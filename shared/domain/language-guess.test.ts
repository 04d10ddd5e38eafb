import { describe, expect, it } from 'vitest';
import { guessLanguage } from './language-guess.ts';

describe('a text in English or Spanish', () => {
  it.each([
    ['He told us that we had to wait, and then they took me to the bridge.', 'en'],
    ['Le dije al oficial que tengo miedo de regresar porque me siguieron.', 'es'],
    ['LE DIJE AL OFICIAL QUE NO QUIERO REGRESAR', 'es'],
    ['green', null],
    ['', null],
    ['no me no me', null],
    ['Migra, Juárez, 14 Aug 2019', null],
    // Mam with a borrowed word; nothing is guessed.
    ['Qa nwitza tuj Xnoq, ma chi tzaj tzyu’n qe para ja', null],
    // Borrowed Spanish words among many others.
    [
      'Ma chin tzaja pero mi xi qʼamet, porque ateʼ xjal tuj bʼe, ex ma chin xobʼa nim, ex para ja mi xi meltzʼaja',
      null,
    ],
    // As much of one as of the other.
    ['He said: no me diga que la casa es de ellos. And then they said that it was not.', null],
  ] as const)('%s → %s', (text, expected) => {
    expect(guessLanguage(text)).toBe(expected);
  });
});
