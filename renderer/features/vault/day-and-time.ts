/** A moment as the person at the laptop reads it: sheets of one day are told apart by their minute. */
import { localTime, localToday } from '#renderer/ui/use-today.ts';
import { formatPartialDate } from '#shared/domain/format.ts';
import { exactDay } from '#shared/domain/partial-date.ts';

/** `instant` ISO; in the time of the laptop. */
export function dayAndTime(instant: string, language: 'en' | 'es'): string {
  return `${formatPartialDate(exactDay(localToday(new Date(instant))), language, 'table')} ${localTime(instant)}`;
}
