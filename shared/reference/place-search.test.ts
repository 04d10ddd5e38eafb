import { expect, test } from 'vitest';
import { placeFits, portNamedIn } from './place-search.ts';
import { placeLabel, placesOfKind } from './places.ts';

const kinds = ['port', 'city', 'station', 'court', 'hearingFacility'] as const;
const offered = (typed: string): string[] =>
  placesOfKind(kinds)
    .filter((entry) => placeFits(entry, typed))
    .map(({ code }) => code);

test.each([
  ['Garita de Nogales', 'NOG'],
  ['garita nogales', 'NOG'],
  ['la garita de Nogales', 'NOG'],
  ['Nogales POE', 'NOG'],
  ['Nogales port of entry', 'NOG'],
  ['puerto de entrada de San Ysidro', 'SYS'],
  ['puente Paso del Norte', 'ELP'],
  ['El Paso (Paso del Norte) port of entry', 'ELP'],
  ['Gateway International Bridge', 'BRO'],
  ['puente Gateway', 'BRO'],
])('a port by its everyday name: %s', (typed, code) => expect(portNamedIn(typed)).toBe(code));

test.each([
  ['Nogales', 'the city and the port have one name'],
  ['la garita', 'which one is not said'],
  ['puente de El Paso', 'El Paso has several bridges'],
  ['El Paso POE', 'El Paso has several bridges'],
  ['puente Brownsville', 'Brownsville has several bridges'],
  ['entrada de Laredo', 'an entrance may be any'],
  ['garita de Naco', 'no port of return'],
  ['garita de Nogales, Sonora', 'something more is said'],
  ['cerca de la garita de Nogales', 'near it is not at it'],
  ['puente', 'which one is not said'],
  ['', 'nothing'],
])('words stay words: %s (%s)', (typed) => expect(portNamedIn(typed)).toBeNull());

test('every port is named by its own label in both languages', () => {
  for (const { code } of placesOfKind(['port'])) {
    expect(portNamedIn(placeLabel(code, 'en'))).toBe(code);
    expect(portNamedIn(placeLabel(code, 'es'))).toBe(code);
  }
});

test('what is typed so far offers places by word, without accents, in both languages', () => {
  expect(offered('garita de nog')).toEqual(['NOG']);
  expect(offered('garita').sort()).toEqual(
    placesOfKind(['port'])
      .map(({ code }) => code)
      .sort(),
  );
  expect(offered('juarez')).toContain('MX-JUZ');
  expect(offered('cd juarez')).toEqual(['MX-JUZ']);
  expect(offered('nogales')).toEqual(['NOG', 'MX-NOG', 'US-NOG', 'BP-NOG']);
  expect(offered('el paso court')).toContain('IC-ELP');
  expect(offered('puente brownsville')).toEqual(['BRO']);
  expect(offered('xyz')).toEqual([]);
});
