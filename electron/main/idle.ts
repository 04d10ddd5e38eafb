/** Decides when an open vault locks for want of activity; pure, times in milliseconds of one clock. */

export interface IdleState {
  /** Last key, pointer or sign of life from the page. */
  readonly lastActivity: number;
  /** A job or an interview holds the lock up until then; idle time starts there. */
  readonly heldUntil: number;
}

export interface IdleVerdict {
  readonly lock: boolean;
  /** Seconds left once fewer than 30, else null. */
  readonly warnSeconds: number | null;
}

const WARN_SECONDS = 30;

/**
 * @param systemIdleSeconds what the system says since the last input anywhere; some systems always say 0, so the longer
 *   of it and our own count decides
 */
export function judgeIdle(state: IdleState, now: number, systemIdleSeconds: number, limitMinutes: number): IdleVerdict {
  if (now < state.heldUntil) return { lock: false, warnSeconds: null };
  const sinceHold = state.heldUntil > 0 ? (now - state.heldUntil) / 1000 : Number.POSITIVE_INFINITY;
  const own = (now - state.lastActivity) / 1000;
  const idle = Math.min(Math.max(own, systemIdleSeconds), sinceHold);
  const left = limitMinutes * 60 - idle;
  if (left <= 0) return { lock: true, warnSeconds: null };
  return { lock: false, warnSeconds: left <= WARN_SECONDS ? Math.ceil(left) : null };
}

/** More than this between two looks a second apart, by the wall clock only: the computer slept. */
const SLEPT_MS = 20_000;

/**
 * Whether the computer slept since the last look, for systems that do not announce it: while it sleeps the wall clock
 * goes on and the steady clock stands still. A clock set forward looks the same, and locking then harms nobody.
 */
export function hasSlept(before: { wall: number; steady: number }, after: { wall: number; steady: number }): boolean {
  return after.wall - before.wall - (after.steady - before.steady) > SLEPT_MS;
}
