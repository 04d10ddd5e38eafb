/** How long before a return to Mexico somebody was told of it (SR17). */
import { valueOf } from '#shared/domain/base.ts';
import { daysBetween } from '#shared/domain/calendar.ts';
import type { FearEvent } from '#shared/domain/fear.ts';
import { asExactDay } from '#shared/domain/partial-date.ts';
import { minutesOf } from '#shared/domain/time-of-day.ts';

/** Days from being told to the return: none while nobody wrote down another day; null when the days do not say. */
function warningDays(event: FearEvent): number | null {
  if (event.toldOfReturnOn.status === 'notAsked') return 0;
  const [told, returned] = [asExactDay(valueOf(event.toldOfReturnOn)), asExactDay(valueOf(event.returnedOn))];
  return told === null || returned === null ? null : daysBetween(told, returned);
}

/**
 * Minutes between being told of the return and the return (SR17), on the clock of the place that sent the person back;
 * both on one day unless another day of being told is on record. Null when an hour or a day is missing or they
 * contradict each other: unknown is never zero.
 */
export function warningMinutes(event: FearEvent): number | null {
  const [told, returned, days] = [valueOf(event.toldOfReturnTime), valueOf(event.returnedTime), warningDays(event)];
  if (told === undefined || returned === undefined || days === null) return null;
  const minutes = days * 1440 + minutesOf(returned) - minutesOf(told);
  return minutes < 0 ? null : minutes;
}
