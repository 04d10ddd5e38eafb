/** The moment a page was opened, on the laptop's own clock. */
import { useState } from 'react';
import type { Now } from '#shared/rules/flags.ts';

/** YYYY-MM-DD of the laptop's calendar and the instant in UTC. */
export function nowHere(): Now {
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  return { today: parts.join('-'), instant: now.toISOString() };
}

/** The same moment for as long as the page stands, so that nothing jumps. */
export function useNow(): Now {
  const [now] = useState(nowHere);
  return now;
}
