import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareClocks, compareEvents, latest, tick } from './clock.ts';

describe('hybrid clock', () => {
  it('follows the wall clock, and counts while that stands or goes back', () => {
    expect(tick({ millis: 5, counter: 9 }, 6)).toEqual({ millis: 6, counter: 0 });
    expect(tick({ millis: 5, counter: 9 }, 5)).toEqual({ millis: 5, counter: 10 });
    expect(tick({ millis: 5, counter: 9 }, 1)).toEqual({ millis: 5, counter: 10 });
    expect(tick({ millis: 5, counter: 65535 }, 1)).toEqual({ millis: 6, counter: 0 });
  });
  it('always goes forward', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { maxLength: 50 }), (walls) => {
        let clock = { millis: 0, counter: 65530 };
        for (const wall of walls) {
          const next = tick(clock, wall);
          expect(compareClocks(next, clock)).toBeGreaterThan(0);
          clock = next;
        }
      }),
    );
  });
  it('orders events of two devices the same for both', () => {
    const clock = { millis: 1, counter: 1 };
    expect(compareEvents({ clock, device: 'a' }, { clock, device: 'b' })).toBe(-1);
    expect(compareEvents({ clock, device: 'b' }, { clock, device: 'a' })).toBe(1);
    expect(latest(clock, { millis: 1, counter: 2 })).toEqual({ millis: 1, counter: 2 });
  });
});
