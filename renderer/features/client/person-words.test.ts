import { describe, expect, it } from 'vitest';
import { monthsBetween } from './person-words.tsx';

describe('monthsBetween', () => {
  it.each([
    ['2019-08-12', '2019-11-24', 3],
    ['2019-08-12', '2019-11-11', 2],
    ['2013-11-24', '2019-11-24', 72],
    ['2013-11-25', '2019-11-24', 71],
  ])('%s to %s', (from, to, months) => {
    expect(monthsBetween(from, to)).toBe(months);
  });
});
