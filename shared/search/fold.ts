/** Names and text reduced for comparing: accents, case, punctuation, spelling that sounds alike in Spanish. */
import { nameParticles } from '#shared/domain/name-particles.ts';

const marks = /\p{M}+/gu;
/** U+02BC and U+A78C are letters to Unicode; people type an apostrophe for them, or nothing. */
const notWord = /(?:[^\p{L}\p{N}]|[ʼꞌ])+/gu;
/** The short way for nearly every name, since folding runs over all of them at unlock: letters of Spanish, one by one. */
const bare: Readonly<Record<string, string>> = {
  á: 'a',
  é: 'e',
  í: 'i',
  ó: 'o',
  ú: 'u',
  ü: 'u',
  ñ: 'n',
  à: 'a',
  è: 'e',
  ò: 'o',
};
const accented = /[áéíóúüñàèò]/g;
const plain = /^[a-z0-9]+(?:[ -][a-z0-9]+)*$/;

/** Lower case, without accents or punctuation, single spaces: "María-José  Núñez" → "maria jose nunez". */
export function foldText(text: string): string {
  const simple = text.toLowerCase().replace(accented, (letter) => bare[letter] ?? letter);
  if (plain.test(simple)) return simple.includes('-') ? simple.replaceAll('-', ' ') : simple;
  return text.normalize('NFD').replace(marks, '').toLowerCase().replace(notWord, ' ').trim();
}

/**
 * A key that sorts by plain comparison as Spanish dictionaries do for names: accents do not count, ñ follows n,
 * a shorter word precedes a longer one.
 */
export function sortKey(text: string): string {
  return foldText(text.normalize('NFC').replace(/[nN]\u0303|[ñÑ]/g, 'nzz'));
}

/** Words that join surnames and stand for nobody: "de la Cruz" and "Cruz" are one name. */
const particles = new Set([...nameParticles, 'el', 'di']);

/** The words of a name without particles, folded; all words when there is nothing else. */
export function nameTokens(name: string): string[] {
  const all = foldText(name).split(' ').filter(Boolean);
  const bearing = all.filter((token) => !particles.has(token));
  return bearing.length > 0 ? bearing : all;
}

const sounds: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/sh/g, 'x'],
  [/ch/g, 'X'],
  [/h/g, ''],
  [/v/g, 'b'],
  [/qu(?=[ei])/g, 'k'],
  [/q/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/[zç]/g, 's'],
  [/c/g, 'k'],
  [/gu(?=[ei])/g, 'G'],
  [/g(?=[eiy])/g, 'j'],
  [/x/g, 'j'],
  [/ll/g, 'y'],
  [/y$/, 'i'],
  [/^y(?=[^aeiou])/, 'i'],
  [/n(?=[bp])/g, 'm'],
  [/(.)\1+/g, '$1'],
];

/**
 * How a folded word sounds in Spanish, so that spellings an officer may have heard are one: b = v, s = z = c before
 * e/i, k = c = qu, silent h (ch stays), x = j = g before e/i, ll = y. "Velásquez" and "Belaskes" have one key.
 */
export function soundKey(token: string): string {
  return sounds.reduce((text, [pattern, letter]) => text.replace(pattern, letter), token).toLowerCase();
}
