import { describe, expect, it } from 'vitest';
import en from '#resources/locales/en.json';
import es from '#resources/locales/es.json';
import { errorCodes } from '#shared/errors.ts';

type Tree = { readonly [key: string]: string | Tree };

function leaves(tree: Tree, under = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[under + key, value] as const] : [...leaves(value, `${under}${key}.`)],
    ),
  );
}
const english = leaves(en as Tree);
const spanish = leaves(es as Tree);
const isMany = (key: string): boolean => key.endsWith('_many');
const named = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort();

describe('the texts of the screen', () => {
  it('stand in both languages under the same keys, apart from the plural "many" that only Spanish has', () => {
    const keysOf = (texts: ReadonlyMap<string, string>) => [...texts.keys()].filter((key) => !isMany(key)).sort();
    expect(keysOf(spanish)).toEqual(keysOf(english));
    expect([...english.keys()].filter(isMany)).toEqual([]);
  });

  it('have every plural that their language needs', () => {
    const stems = [...english.keys()].filter((key) => key.endsWith('_one')).map((key) => key.slice(0, -'_one'.length));
    expect(stems.filter((stem) => !english.has(`${stem}_other`))).toEqual([]);
    expect(stems.filter((stem) => !spanish.has(`${stem}_many`) || !spanish.has(`${stem}_other`))).toEqual([]);
  });

  it('name the same values in both languages', () => {
    const differing = [...english].filter(([key, text]) => named(text).join() !== named(spanish.get(key) ?? '').join());
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('say something for every error code', () => {
    expect(errorCodes.filter((code) => !english.has(`errors.${code}`))).toEqual([]);
    expect(errorCodes.filter((code) => !spanish.has(`errors.${code}`))).toEqual([]);
  });

  it('keep two words apart: what the officer did not ask and what we have not asked', () => {
    expect([english.get('answer.notAsked'), spanish.get('answer.notAsked')]).toEqual([
      'We have not asked yet',
      'Aún no se lo preguntamos',
    ]);
  });

  it('never use the words of the machinery, nor "removed" for a person taken out of the programme', () => {
    const words = /\b(sealed|hash|journal|ciphertext|sellad[oa]s?)\b/i;
    expect([...english, ...spanish].filter(([, text]) => words.test(text)).map(([key]) => key)).toEqual([]);
    expect([...english].filter(([, text]) => /removed from MPP/i.test(text)).map(([key]) => key)).toEqual([]);
  });
});
