import { expect, test } from 'vitest';
import { placesOfKind } from './places.ts';
import { cityNamedIn, isCityName } from './typed-city.ts';

const city = (text: string, country: 'US' | 'MX' | 'other' | null = null) => cityNamedIn({ text, country });

test.each([
  ['Tijuana', 'MX-TIJ'],
  ['Mexicali, Baja California', 'MX-MXL'],
  ['Nogales, Sonora', 'MX-NOG'],
  ['Ciudad Juárez, Chihuahua', 'MX-JUZ'],
  ['Piedras Negras', 'MX-PIE'],
  ['Nuevo Laredo', 'MX-NLD'],
  ['Matamoros, Tamaulipas', 'MX-MAT'],
  ['Monterrey', 'MX-MTY'],
  ['Reynosa', 'MX-REY'],
  ['Ciudad de México', 'MX-CMX'],
  ['Chihuahua, Chihuahua', 'MX-CHH'],
  ['Tapachula', 'MX-TAP'],
  ['San Luis Río Colorado', 'MX-SLR'],
  ['San Diego, California', 'US-SND'],
  ['Calexico, CA', 'US-CAL'],
  ['Nogales, Arizona', 'US-NOG'],
  ['Tucson, Arizona', 'US-TUC'],
  ['El Paso, Texas', 'US-ELP'],
  ['Laredo, Texas', 'US-LAR'],
  ['San Antonio, TX', 'US-SNA'],
  ['Brownsville, Texas', 'US-BRO'],
  ['Eagle Pass, Texas', 'US-EGP'],
  ['Harlingen, Texas', 'US-HLG'],
])('%s is %s', (text, code) => {
  expect(city(text)).toBe(code);
});

test('the list above holds every city', () => {
  expect(placesOfKind(['city']).length).toBe(23);
});

test.each([
  ['Albergue La Estrella, Cd. Juárez, Chih.', 'MX-JUZ'],
  ['juarez', 'MX-JUZ'],
  ['Juárez, Chihuahua, México', 'MX-JUZ'],
  ['Chihuahua, Ciudad Juárez', 'MX-JUZ'],
  ['refugio en Nuevo Laredo', 'MX-NLD'],
  ['shelter in Matamoros', 'MX-MAT'],
  ['en Reynosa', 'MX-REY'],
  ['Tijuana B.C.', 'MX-TIJ'],
  ['Casa del Migrante (Tijuana)', 'MX-TIJ'],
  ['Calle Chihuahua 12, Tijuana', 'MX-TIJ'],
  ['Avenida Benito Juárez 4, Reynosa, Tamps.', 'MX-REY'],
  ['Calle 5, Chihuahua, Chih.', 'MX-CHH'],
  ['CDMX', 'MX-CMX'],
  ['El Paso, TX', 'US-ELP'],
  ['Nogales AZ', 'US-NOG'],
])('%s is %s', (text, code) => {
  expect(city(text)).toBe(code);
});

test.each([
  ['nothing', ''],
  ['a street of that name', 'Calle Juárez 12'],
  ['a quarter of that name', 'colonia Monterrey'],
  ['near is not in', 'cerca de Tijuana'],
  ['Juárez of another state', 'Juárez, Nuevo León'],
  ['a state, not its capital', 'Chihuahua'],
  ['two cities', 'Tijuana, Mexicali'],
  ['Nogales on either side', 'Nogales'],
  ['a country that has no such city', 'San Antonio, Honduras'],
  ['San Antonio of another state', 'San Antonio, Jalisco'],
  ['San Antonio of a department of Guatemala', 'San Antonio, Suchitepéquez'],
  ['a village of that name', 'Rancho en San Antonio'],
  ['Matamoros of another state', 'Matamoros, Morelos'],
  ['Reynosa of another state', 'Reynosa, Puebla'],
  ['a quarter or another town behind it', 'Juárez, Cancún'],
  ['what people call Nuevo Laredo', 'Laredo'],
  ['a US city without its state', 'El Paso'],
])('%s names no city', (_why, text) => {
  expect(city(text)).toBeNull();
});

test('the country that was chosen decides between two of one name and leaves out the other side', () => {
  expect(city('Nogales', 'MX')).toBe('MX-NOG');
  expect(city('Nogales', 'US')).toBe('US-NOG');
  expect(city('El Paso', 'US')).toBe('US-ELP');
  expect(city('Laredo, Estados Unidos')).toBe('US-LAR');
  expect(city('Reynosa, Puebla', 'MX')).toBeNull();
  expect(city('El Paso', 'MX')).toBeNull();
  expect(city('Tijuana', 'other')).toBeNull();
});

test('a city and nothing else', () => {
  expect(['Juárez', 'ciudad juarez', 'Nuevo Laredo, Tamaulipas'].map(isCityName)).toEqual([true, true, true]);
  expect(['Albergue, Tijuana', 'Calle Juárez', ''].map(isCityName)).toEqual([false, false, false]);
});
