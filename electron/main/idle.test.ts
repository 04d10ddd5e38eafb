import { describe, expect, it } from 'vitest';
import { hasSlept, judgeIdle } from './idle.ts';

const minute = 60_000;

describe('judgeIdle', () => {
  it('locks after the limit and not before', () => {
    const state = { lastActivity: 0, heldUntil: 0 };
    expect(judgeIdle(state, 269_000, 0, 5)).toEqual({ lock: false, warnSeconds: null });
    expect(judgeIdle(state, 270_000, 0, 5)).toEqual({ lock: false, warnSeconds: 30 });
    expect(judgeIdle(state, 299_500, 0, 5)).toEqual({ lock: false, warnSeconds: 1 });
    expect(judgeIdle(state, 300_000, 0, 5)).toEqual({ lock: true, warnSeconds: null });
  });

  it('believes the longer of our own count and the system’s', () => {
    expect(judgeIdle({ lastActivity: 1000, heldUntil: 0 }, 2000, 300, 5).lock).toBe(true);
    expect(judgeIdle({ lastActivity: 0, heldUntil: 0 }, 301_000, 0, 5).lock).toBe(true);
  });

  it('counts from the end of a hold, never inside it', () => {
    const state = { lastActivity: 0, heldUntil: 60 * minute };
    expect(judgeIdle(state, 59 * minute, 3540, 5).lock).toBe(false);
    expect(judgeIdle(state, 64 * minute, 3840, 5).lock).toBe(false);
    expect(judgeIdle(state, 65 * minute, 3900, 5).lock).toBe(true);
  });
});

describe('hasSlept', () => {
  it('tells sleep from a slow second and from a clock set back', () => {
    const before = { wall: 1_000_000, steady: 500 };
    expect(hasSlept(before, { wall: 1_600_000, steady: 1500 })).toBe(true);
    expect(hasSlept(before, { wall: 1_600_000, steady: 600_500 })).toBe(false);
    expect(hasSlept(before, { wall: 1_001_000, steady: 1500 })).toBe(false);
    expect(hasSlept(before, { wall: 400_000, steady: 1500 })).toBe(false);
  });
});
