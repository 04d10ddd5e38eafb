/** One moment on the clocks of both sides of the border. */
import { Temporal } from 'temporal-polyfill';

export interface WallClock {
  /** YYYY-MM-DD */
  readonly date: string;
  /** HH:MM */
  readonly time: string;
}

/** The wall clock of `toZone` when that of `fromZone` shows `date` and `time`; IANA zones. */
export function onOtherClock(at: WallClock, fromZone: string, toZone: string): WallClock {
  const there = Temporal.PlainDateTime.from(`${at.date}T${at.time}`).toZonedDateTime(fromZone).withTimeZone(toZone);
  return { date: there.toPlainDate().toString(), time: there.toPlainTime().toString({ smallestUnit: 'minute' }) };
}

/**
 * `hours` before a hearing, on the clock of the port: what CBP's sheets commonly said (a figure of practice, not law).
 * A suggestion only: the sheet in the client's hands decides.
 */
export function suggestedReport(hearing: WallClock, hearingZone: string, portZone: string, hours: number): WallClock {
  const there = Temporal.PlainDateTime.from(`${hearing.date}T${hearing.time}`)
    .toZonedDateTime(hearingZone)
    .subtract({ hours })
    .withTimeZone(portZone);
  return { date: there.toPlainDate().toString(), time: there.toPlainTime().toString({ smallestUnit: 'minute' }) };
}
