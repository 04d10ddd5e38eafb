import { expect, test } from 'vitest';
import { lazily } from './lazily.ts';

test('a value is made at its first reading, once, and every name is there from the start', () => {
  const made: string[] = [];
  const things = lazily({
    one: () => {
      made.push('one');
      return { number: 1 };
    },
    two: () => {
      made.push('two');
      return { number: 2 };
    },
  });
  expect(Object.keys(things)).toEqual(['one', 'two']);
  expect(made).toEqual([]);
  expect(things.two).toBe(things.two);
  expect(things.two.number).toBe(2);
  expect(made).toEqual(['two']);
});

test('a maker that throws is asked again', () => {
  let isReady = false;
  const things = lazily({
    late: () => {
      if (!isReady) throw new Error('not yet');
      return 'here';
    },
  });
  expect(() => things.late).toThrow('not yet');
  isReady = true;
  expect(things.late).toBe('here');
});
