/**
 * Wall times on both sides of the border. A time belongs to the zone of its place; the other side is computed for
 * that instant, because the gap changes within the year (domain facts §2.4).
 */
import { Temporal } from 'temporal-polyfill';

/** A wall time at a place: date YYYY-MM-DD, time HH:MM, IANA zone. */
export interface WallClock {
  readonly date: string;
  readonly time: string;
  readonly zone: string;
}

export interface BothClocks {
  readonly here: WallClock;
  readonly there: WallClock;
  /** Minutes that the other side is ahead (positive) or behind. */
  readonly minutesAhead: number;
  /** −1, 0 or 1: the other side's date against this side's. */
  readonly dayDifference: number;
}

/** Whether the zone is known to this machine's zone data (old data lack America/Ciudad_Juarez). */
export function zoneResolves(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function zoned(clock: WallClock): Temporal.ZonedDateTime {
  return Temporal.PlainDateTime.from(`${clock.date}T${clock.time}`).toZonedDateTime(clock.zone);
}

function wallOf(instant: Temporal.ZonedDateTime, zone: string): WallClock {
  const there = instant.withTimeZone(zone);
  return {
    date: there.toPlainDate().toString(),
    time: there.toPlainTime().toString({ smallestUnit: 'minute' }),
    zone,
  };
}

/** The same instant in another zone. */
export function inZone(clock: WallClock, zone: string): WallClock {
  return wallOf(zoned(clock), zone);
}

/** The instant of a wall clock as ISO 8601 in UTC. A time that a clock change skips is moved forward. */
export function instantOf(clock: WallClock): string {
  return zoned(clock).toInstant().toString({ smallestUnit: 'second' });
}

/** The date in a zone at an instant (ISO 8601 in UTC). */
export function dateInZone(instant: string, zone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** A wall clock with its reading on the other side. */
export function bothClocks(here: WallClock, otherZone: string): BothClocks {
  const there = inZone(here, otherZone);
  const difference = Temporal.PlainDateTime.from(`${here.date}T${here.time}`).until(
    Temporal.PlainDateTime.from(`${there.date}T${there.time}`),
  );
  const dayDifference = Temporal.PlainDate.from(here.date).until(Temporal.PlainDate.from(there.date)).days;
  return { here, there, minutesAhead: Math.round(difference.total('minutes')), dayDifference };
}

/** The wall clock `minutes` later (negative: earlier), in the same zone. */
export function moveClock(clock: WallClock, minutes: number): WallClock {
  return wallOf(zoned(clock).add({ minutes }), clock.zone);
}
