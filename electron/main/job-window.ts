/** A hidden window in a session of its own: it reads one file's bytes, answers once and is gone. No key, no bridge. */
import { randomBytes } from 'node:crypto';
import { type BrowserWindow, session } from 'electron';
import { AppError } from '#shared/errors.ts';
import { ORIGIN } from './origin.ts';
import { serveJob } from './protocol.ts';
import type { PolicyKind } from './policy.ts';
import { createHiddenWindow } from './window.ts';

export interface JobWindow {
  readonly window: BrowserWindow;
  /** What the page posted to `app://amparo/job`. */
  readonly answer: unknown;
}

/**
 * Opens the page with the bytes and waits for its answer. The caller destroys the window; on failure it is gone already.
 * @throws AppError internal when the page crashes or says nothing in time; cancelled when a lock ended it
 */
export async function openJobWindow(
  page: string,
  kind: PolicyKind,
  bytes: Uint8Array,
  timeoutMs: number,
): Promise<JobWindow> {
  // A name without "persist:" keeps the session in memory; a fresh one shares nothing with the last job.
  const own = session.fromPartition(`job-${randomBytes(8).toString('hex')}`, { cache: false });
  const window = createHiddenWindow(own);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const promise = new Promise<unknown>((resolve, reject) => {
    const giveUp = (): void => reject(new AppError('internal', { job: kind }));
    serveJob(own, kind, { bytes, onAnswer: resolve });
    timer = setTimeout(giveUp, timeoutMs);
    window.webContents.on('render-process-gone', giveUp);
    window.once('closed', () => reject(new AppError('cancelled')));
    window.loadURL(`${ORIGIN}/${page}`).catch(giveUp);
  });
  try {
    return { window, answer: await promise };
  } catch (error) {
    window.destroy();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
