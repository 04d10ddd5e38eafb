/** The moment a page was opened, on the laptop's own clock. */
import { useState } from 'react';
import type { Now } from '#shared/rules/flags.ts';

/** YYYY-MM-DD of a moment on the laptop's calendar. */
export function dayHere(moment: Date): string {
  const parts = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

/** YYYY-MM-DD of the laptop's calendar and the instant in UTC. */
export function nowHere(): Now {
  const now = new Date();
  return { today: dayHere(now), instant: now.toISOString() };
}

/** The same moment for as long as the page stands, so that nothing jumps. */
export function useNow(): Now {
  const [now] = useState(nowHere);
  return now;
}
