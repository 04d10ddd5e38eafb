import { describe, expect, it } from 'vitest';
import { afterStart, afterWrong, noTries, waitSeconds } from './back-off.ts';

function waits(count: number): number[] {
  let tries = noTries;
  return Array.from({ length: count }, () => {
    tries = afterWrong(tries, 1000);
    return waitSeconds(tries, 1000);
  });
}

describe('afterWrong', () => {
  it('lets four tries pass, then doubles from five seconds to five minutes', () => {
    expect(waits(13)).toEqual([0, 0, 0, 0, 5, 10, 20, 40, 80, 160, 300, 300, 300]);
  });

  it('is over when its time is over', () => {
    const tries = { wrong: 5, notBefore: 6000 };
    expect(waitSeconds(tries, 1001)).toBe(5);
    expect(waitSeconds(tries, 6000)).toBe(0);
  });
});

describe('afterStart', () => {
  it('begins the wait of the last wrong try anew, and the next one goes on doubling', () => {
    expect(waitSeconds(afterStart(4, 1000), 1000)).toBe(0);
    const tries = afterStart(7, 1000);
    expect(waitSeconds(tries, 1000)).toBe(20);
    expect(waitSeconds(afterWrong(tries, 21_000), 21_000)).toBe(40);
  });
});
