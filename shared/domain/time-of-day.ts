/** Times of day as a person types them, kept as HH:MM of a 24-hour clock. */
import { fail, ok, type Result } from '#shared/errors.ts';

/** Minutes after midnight of HH:MM. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** HH:MM of minutes after midnight; wraps over midnight. */
export function timeOfMinutes(minutes: number): string {
  const inDay = ((minutes % 1440) + 1440) % 1440;
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`;
}

const shape = /^(\d{1,2})(?:[:.h]?(\d{2}))?(?:h|hs|hrs)?(am|pm|md|mn|delamanana|delatarde|delanoche|delamadrugada)?$/;

/**
 * Reads "4:30 am", "16:30", "9", "9pm", "0430", "4:30 p. m.", "16h30", "3 de la tarde", "noon", "mediodía".
 * Fails with `time-unreadable` (came) otherwise.
 */
export function parseTime(text: string): Result<string> {
  const plain = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/^(a las|a la|at|las|la)\s+/, '')
    .replace(/([ap])\s*\.?\s*m\b\.?/, '$1m')
    .replace(/\s+/g, '');
  if (plain === 'noon' || plain === 'mediodia') return ok('12:00');
  if (plain === 'midnight' || plain === 'medianoche') return ok('00:00');
  const match = shape.exec(plain);
  if (!match) return fail('time-unreadable', { came: text });
  let hours = Number(match[1]);
  const minutes = Number(match[2] ?? '0');
  const half = match[3];
  const isMorning = half === 'am' || half === 'delamanana' || half === 'delamadrugada';
  const isLater = half === 'pm' || half === 'delatarde' || half === 'delanoche' || half === 'md';
  if ((isMorning || isLater) && (hours < 1 || hours > 12)) return fail('time-unreadable', { came: text });
  if (isMorning && hours === 12) hours = 0;
  if (isLater && hours < 12) hours += 12;
  if (hours > 23 || minutes > 59) return fail('time-unreadable', { came: text });
  return ok(timeOfMinutes(hours * 60 + minutes));
}
