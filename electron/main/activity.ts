/** When somebody was last at work in the open vault, and until when the idle lock is held off. */
import { powerMonitor } from 'electron';
import { judgeIdle } from './idle.ts';
import { getPreferences } from './preferences.ts';

let lastActivity = 0;
let heldUntil = 0;
let warned = false;

/** A steady clock in milliseconds: changing the computer's time does not delay a lock. */
function now(): number {
  return performance.now();
}

/** A session begins. */
export function startActivity(): void {
  heldUntil = 0;
  noteActivity();
}

/** A sign of life from a person. */
export function noteActivity(): void {
  lastActivity = now();
  warned = false;
}

/** Keeps the idle lock away for a while; 0 ends it. Idle time starts when the hold ends. */
export function hold(minutes: number): void {
  heldUntil = now() + minutes * 60_000;
}

/** Whether it is time to lock, or to say once in how many seconds it will be. */
export function judgeActivity(): { readonly lock: boolean; readonly warnSeconds: number | null } {
  const state = { lastActivity, heldUntil };
  const verdict = judgeIdle(state, now(), powerMonitor.getSystemIdleTime(), getPreferences().idleMinutes);
  if (verdict.lock || verdict.warnSeconds === null || warned) return { lock: verdict.lock, warnSeconds: null };
  warned = true;
  return { lock: false, warnSeconds: verdict.warnSeconds };
}
