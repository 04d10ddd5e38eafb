/**
 * Wrong tries per vault, on disk so that starting anew does not shorten a wait. Opening the sample vault, whose
 * passphrase is public, says nothing about the real one. The file guards against somebody at the keyboard; who can
 * write files can also guess on another computer, against which only the passphrase helps.
 */
import fs from 'node:fs';
import path from 'node:path';
import { app } from 'electron';
import { z } from 'zod';
import type { VaultKind } from '#shared/ipc/contract.ts';
import { afterStart, afterWrong, noTries, type Tries, waitSeconds } from './back-off.ts';
import { logLine } from './log.ts';

const stored = z.strictObject({
  real: z.number().int().nonnegative(),
  sample: z.number().int().nonnegative(),
});

let tries: Record<VaultKind, Tries> | null = null;

/** A steady clock in milliseconds: changing the computer's time does not shorten a wait. */
function now(): number {
  return performance.now();
}
function file(): string {
  return path.join(app.getPath('userData'), 'tries.json');
}

function known(): Record<VaultKind, Tries> {
  if (tries !== null) return tries;
  let read: z.infer<typeof stored> = { real: 0, sample: 0 };
  try {
    read = stored.parse(JSON.parse(fs.readFileSync(file(), 'utf8')));
  } catch {
    // No file, or one that is damaged: nobody is locked out by it.
  }
  tries = { real: afterStart(read.real, now()), sample: afterStart(read.sample, now()) };
  return tries;
}

function keep(kind: VaultKind, next: Tries): void {
  const all = known();
  if (all[kind].wrong === next.wrong) return;
  all[kind] = next;
  try {
    fs.writeFileSync(file(), JSON.stringify({ real: all.real.wrong, sample: all.sample.wrong }), { mode: 0o600 });
  } catch (error) {
    logLine('tries', error); // a full or read-only disk: the count holds until the app ends
  }
}

/** Whole seconds before the next try at this vault, 0 when one is free. */
export function secondsToWait(kind: VaultKind): number {
  return waitSeconds(known()[kind], now());
}
export function noteWrong(kind: VaultKind): void {
  keep(kind, afterWrong(known()[kind], now()));
}
export function noteRight(kind: VaultKind): void {
  keep(kind, noTries);
}
