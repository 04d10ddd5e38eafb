import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseANumber } from './a-number.ts';
import { formatANumber } from './format.ts';

test.each([
  ['A000000417', '000000417'],
  ['a 000-000-417', '000000417'],
  ['000 000 417', '000000417'],
  ['A# 00.000.417', '000000417'],
  ['A00000417', '000000417'],
  ['  87654321 ', '087654321'],
])('reads %s', (text, digits) => expect(parseANumber(text)).toEqual({ ok: true, value: digits }));

test('says what was expected and what came', () => {
  expect(parseANumber('A1234567')).toMatchObject({ ok: false, code: 'a-number-length', detail: { came: 7 } });
  expect(parseANumber('1234567890')).toMatchObject({ ok: false, code: 'a-number-length', detail: { came: 10 } });
  expect(parseANumber('A00000O417')).toMatchObject({
    ok: false,
    code: 'a-number-characters',
    detail: { character: 'O' },
  });
  expect(parseANumber('')).toMatchObject({ ok: false, code: 'a-number-length', detail: { came: 0 } });
});

test('every way of writing nine digits reads back the same', () => {
  const digits = fc.stringMatching(/^\d{9}$/);
  fc.assert(
    fc.property(digits, fc.constantFrom('', ' ', '-', '.'), fc.boolean(), (nine, gap, withA) => {
      const text = `${withA ? 'A' : ''}${gap}${nine.slice(0, 3)}${gap}${nine.slice(3, 6)}${gap}${nine.slice(6)}`;
      const result = parseANumber(gap === '' || withA ? text : text.slice(1));
      expect(result).toEqual({ ok: true, value: nine });
      expect(parseANumber(formatANumber(nine))).toEqual({ ok: true, value: nine });
      expect(parseANumber(formatANumber(nine, 'court'))).toEqual({ ok: true, value: nine });
    }),
  );
});

test('masked shows the last three digits only', () => {
  expect(formatANumber('000000417', 'masked')).toBe('A ••• ••• 417');
  expect(formatANumber('000000417')).toBe('A 000 000 417');
  expect(formatANumber('000000417', 'court')).toBe('A000-000-417');
});
