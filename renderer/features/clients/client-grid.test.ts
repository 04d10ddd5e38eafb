// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { moved } from './client-grid.tsx';

const press = (key: string, ctrlKey = false) => ({ key, ctrlKey });
const at = { row: 10, column: 3 };

describe('keys of the list', () => {
  it.each([
    [press('ArrowDown'), { row: 11, column: 3 }],
    [press('ArrowUp'), { row: 9, column: 3 }],
    [press('PageDown'), { row: 30, column: 3 }],
    [press('PageUp'), { row: 0, column: 3 }],
    [press('ArrowRight'), { row: 10, column: 4 }],
    [press('Home'), { row: 10, column: 0 }],
    [press('End'), { row: 10, column: 7 }],
    [press('Home', true), { row: 0, column: 0 }],
    [press('End', true), { row: 69_999, column: 7 }],
  ])('%o moves', (key, expected) => {
    expect(moved(key, at, 70_000)).toEqual(expected);
  });

  it('stay inside the list and leave other keys alone', () => {
    expect(moved(press('ArrowDown'), { row: 4, column: 0 }, 5)).toEqual({ row: 4, column: 0 });
    expect(moved(press('ArrowDown'), { row: 0, column: 0 }, 0)).toEqual({ row: 0, column: 0 });
    expect(moved(press('a'), at, 5)).toBeNull();
  });
});
