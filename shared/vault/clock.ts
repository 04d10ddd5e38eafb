/**
 * Hybrid logical clock (Kulkarni et al. 2014): wall time that never goes back, with a counter for what happens in
 * one millisecond or while the laptop's clock is behind. Orders commits of several devices without a server.
 */
import type { Clock } from './types.ts';

const MAX_COUNTER = 0xffff;
export const ZERO_CLOCK: Clock = { millis: 0, counter: 0 };

/** The clock of the next event; `now` is the laptop's wall clock in milliseconds (UTC). Always after `last`. */
export function tick(last: Clock, now: number): Clock {
  if (now > last.millis) return { millis: Math.floor(now), counter: 0 };
  if (last.counter < MAX_COUNTER) return { millis: last.millis, counter: last.counter + 1 };
  return { millis: last.millis + 1, counter: 0 };
}

/** The later of two clocks: what a device continues from after it read another's entries. */
export function latest(left: Clock, right: Clock): Clock {
  return compareClocks(left, right) >= 0 ? left : right;
}

/** Negative when `left` is earlier, positive when later, 0 when equal. */
export function compareClocks(left: Clock, right: Clock): number {
  return left.millis - right.millis || left.counter - right.counter;
}

/** Total order of events: by clock, then by device id. */
export function compareEvents(
  left: { readonly clock: Clock; readonly device: string },
  right: { readonly clock: Clock; readonly device: string },
): number {
  const order = compareClocks(left.clock, right.clock);
  if (order !== 0) return order;
  return left.device < right.device ? -1 : left.device > right.device ? 1 : 0;
}
