import { expect, test } from 'vitest';
import { allNames, displayName, formatName, formatPlace, formatTime } from './format.ts';
import { person, personName } from './person.ts';
import { parseTime } from './time-of-day.ts';

const id = (n: number) => n.toString(16).padStart(32, '0');
const name = (given: string[], surnames: string[], more: object = {}) =>
  personName.parse({ id: id(1), given, surnames, kind: 'own', ...more });
const recorded = { by: 'x', at: '2026-11-24T10:00:00Z', device: id(9), capacity: 'underCounsel' };

test('two surnames and a particle', () => {
  expect(formatName(name(['María', 'José'], ['Ixcoy', 'Tzoc']))).toBe('María José Ixcoy Tzoc');
  expect(formatName(name(['María', 'José'], ['Ixcoy', 'Tzoc']), 'initials')).toBe('M. I.');
  expect(formatName(name(['Julia'], ['de la Cruz', 'Ñamendi']), 'initials')).toBe('J. C.');
  expect(formatName(name(['Julia'], ['de la Cruz', 'Ñamendi']))).toBe('Julia de la Cruz Ñamendi');
  expect(formatName(name(['Wei'], ['Zhang'], { surnameFirst: true }))).toBe('Zhang Wei');
  expect(formatName(name([], ['Ixcoy']))).toBe('Ixcoy');
});

test('without a name the description stands in; the own name goes before the paper', () => {
  const nobody = person.parse({ id: id(2), description: 'woman, about 20, two children', recorded });
  expect(displayName(nobody)).toBe('woman, about 20, two children');
  expect(formatName(nobody)).toBe('');
  const both = person.parse({
    id: id(3),
    names: {
      [id(1)]: { id: id(1), given: ['MARIA'], surnames: ['IXCOY'], kind: 'asWritten', writtenOn: 'notice' },
      [id(2)]: { id: id(2), given: ['María'], surnames: ['Ixcoy'], kind: 'own' },
    },
    recorded,
  });
  expect(displayName(both)).toBe('María Ixcoy');
  expect(allNames(both)).toEqual(['María Ixcoy', 'MARIA IXCOY']);
});

test.each([
  ['4:30 am', '04:30'],
  ['16:30', '16:30'],
  ['9', '09:00'],
  ['9pm', '21:00'],
  ['0430', '04:30'],
  ['4:30 p. m.', '16:30'],
  ['a las 3 de la tarde', '15:00'],
  ['16h30', '16:30'],
  ['12 am', '00:00'],
  ['mediodía', '12:00'],
])('reads the time %s', (text, time) => expect(parseTime(text)).toEqual({ ok: true, value: time }));

test.each(['25:00', '4:75', '13 pm', 'early'])('refuses the time %s', (text) => {
  expect(parseTime(text)).toMatchObject({ ok: false, code: 'time-unreadable', detail: { came: text } });
});

test('times and places in words', () => {
  expect(formatTime('09:00', 'en')).toBe('9:00\u00a0a.m.');
  expect(formatTime('12:30', 'en')).toBe('12:30\u00a0p.m.');
  expect(['04:30', '12:30', '19:05'].map((time) => formatTime(time, 'ht'))).toEqual([
    '4:30\u00a0dimaten',
    '12:30\u00a0apremidi',
    '7:05\u00a0diswa',
  ]);
  expect(formatTime('00:05', 'es')).toBe('12:05\u00a0a.\u00a0m.');
  expect(formatTime('16:30', 'pt')).toBe('16h30');
  expect(formatTime('16:30', 'en', 'table')).toBe('16:30');
  expect(formatPlace({ code: 'SYS', text: '', country: null }, 'en')).toBe('San Ysidro port of entry');
  expect(formatPlace({ code: 'MX-JUZ', text: 'Casa Esperanza', country: 'MX' }, 'es')).toBe(
    'Casa Esperanza, Ciudad Juárez, Chihuahua',
  );
});
