/** Waits after wrong passphrases: five are free, then the wait doubles from 5 seconds to 5 minutes. Nothing is ever wiped. */

const FREE_TRIES = 5;
const FIRST_WAIT_SECONDS = 5;
const LONGEST_WAIT_SECONDS = 300;

export interface Tries {
  readonly wrong: number;
  /** Milliseconds of a steady clock before which the next try is refused. */
  readonly notBefore: number;
}

export const noTries: Tries = { wrong: 0, notBefore: 0 };

/** One more wrong try at `now` (milliseconds). */
export function afterWrong(tries: Tries, now: number): Tries {
  return waitingSince(tries.wrong + 1, now);
}

/** Tries of an earlier run: the wait of the last one begins anew at the start, at `now`. */
export function afterStart(wrong: number, now: number): Tries {
  return waitingSince(wrong, now);
}

function waitingSince(wrong: number, now: number): Tries {
  const beyond = wrong - FREE_TRIES;
  if (beyond < 0) return { wrong, notBefore: now };
  const seconds = Math.min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** beyond);
  return { wrong, notBefore: now + seconds * 1000 };
}

/** Whole seconds still to wait at `now`, 0 when a try is free. */
export function waitSeconds(tries: Tries, now: number): number {
  return Math.max(0, Math.ceil((tries.notBefore - now) / 1000));
}
