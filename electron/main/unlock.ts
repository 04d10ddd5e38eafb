/**
 * The life of a session: begin (derive the key beside a hidden main window) → open → lock, by button, idle time, suspend,
 * crash or quit. Main never holds a key: it passes the passphrase's bytes to the derive process and forgets them.
 */
import { app, type BrowserWindow, type MessagePortMain } from 'electron';
import { AppError, type ErrorCode, type ErrorDetail } from '#shared/errors.ts';
import type { Answer, Arg, BeginUnlock, Notice, VaultKind } from '#shared/ipc/contract.ts';
import { noteActivity, startActivity } from './activity.ts';
import { clearIfOurs } from './clipboard.ts';
import { type Derivation, startDerivation } from './derivation.ts';
import { setMenuOpen } from './menu.ts';
import { notify } from './notify.ts';
import type { DeriveJob, SlotParams } from '../derive/derive.ts';
import { noteRight, noteWrong, secondsToWait } from './tries.ts';
import { closeVault, openSlots, openVault, vaultState } from './vault-access.ts';
import { openUnlockWindow, whenUnlockPageCrashes } from './unlock-window.ts';
import { createWindow, destroyHiddenWindows, openWindows } from './window.ts';

type LockReason = Extract<Notice, { kind: 'lock' }>['reason'];
type LockedBecause = Answer<'unlock.status'>['lockedBecause'];

/** How long the page may take to put unfinished typing away before its window goes. */
const READY_MS = 500;

interface Attempt {
  readonly begin: { readonly mode: BeginUnlock['mode']; readonly kind: VaultKind };
  readonly window: BrowserWindow;
  readonly derivation: Derivation;
  setup: Uint8Array | null;
  /** Goes to the page when it asks for its mission: by then it listens. */
  keyPort: MessagePortMain | null;
  isOpen: boolean;
  /** A further key under way for the open vault. */
  again: Derivation | null;
}

let attempt: Attempt | null = null;
let isBeginning = false;
/** Counts locks: what began before one must not open after it. */
let locks = 0;
let lastKind: VaultKind | null = null;
let lockedBecause: LockedBecause = 'start';
let isQuitting = false;
let onReady: (() => void) | null = null;
let locking: Promise<void> | null = null;

/** Whether a key is being derived or a vault is open. */
export function isUnderWay(): boolean {
  return attempt !== null;
}
export function isOpen(): boolean {
  return attempt?.isOpen === true;
}

/** Remembers this session; the answered function says whether it is still open. */
export function sessionMark(): () => boolean {
  const before = locks;
  return () => isOpen() && locks === before;
}

export async function unlockStatus(): Promise<Answer<'unlock.status'>> {
  return {
    real: await vaultState('real'),
    sample: await vaultState('sample'),
    waitSeconds: secondsToWait('real'),
    last: lastKind,
    lockedBecause,
  };
}

/**
 * Starts an attempt; its outcome comes from the page by `finishAttempt`.
 * @throws AppError not-allowed while waiting after wrong tries or while another attempt runs; what the folder says of itself
 */
export async function beginUnlock(begin: BeginUnlock): Promise<void> {
  try {
    const wait = secondsToWait(begin.kind);
    if (wait > 0 || attempt !== null || isBeginning) throw new AppError('not-allowed', { waitSeconds: wait });
    isBeginning = true;
    try {
      await prepareAttempt(begin);
    } finally {
      isBeginning = false;
    }
  } finally {
    begin.secret.fill(0);
  }
}

async function prepareAttempt(begin: BeginUnlock): Promise<void> {
  const before = locks;
  const slots = await openVault(begin.kind, begin.mode);
  // The computer went to sleep, or the window was closed, while the folder was being looked at.
  if (locks !== before) {
    await closeVault();
    throw new AppError('cancelled');
  }
  startAttempt(begin, slots);
}

function startAttempt(begin: BeginUnlock, slots: readonly SlotParams[]): void {
  const { secret } = begin;
  const job: DeriveJob = begin.mode === 'create' ? { job: 'create', secret } : { job: begin.mode, secret, slots };
  const { derivation, keyPort } = startDerivation(job);
  const window = createWindow('main');
  attempt = {
    begin: { mode: begin.mode, kind: begin.kind },
    window,
    derivation,
    setup: begin.mode === 'create' ? begin.setup.slice() : null,
    keyPort,
    isOpen: false,
    again: null,
  };
  derivation.onFailure(() => failAttempt('internal', { step: 'derive' }));
  watch(window);
}

function watch(window: BrowserWindow): void {
  window.webContents.on('input-event', () => noteActivity());
  window.webContents.on('before-input-event', (event, input) => {
    const isLockKey = input.type === 'keyDown' && input.key.toLowerCase() === 'l' && (input.control || input.meta);
    if (!isLockKey || input.shift || input.alt || !isOpen()) return;
    event.preventDefault();
    void lock('button', null);
  });
  window.webContents.on('render-process-gone', () => {
    if (attempt?.window !== window) return;
    if (isOpen()) endSession('error');
    else failAttempt('internal', { step: 'page' });
  });
  window.on('close', (event) => {
    if (attempt?.window !== window) return;
    event.preventDefault();
    app.quit();
  });
}

/** Hands the waiting page what it was made for, and its key port. */
export function takeMission(): Answer<'unlock.mission'> {
  if (attempt === null) throw new AppError('not-allowed');
  const { begin, setup, keyPort, window } = attempt;
  if (keyPort !== null) {
    window.webContents.postMessage('amparo:key-port', { purpose: 'open' }, [keyPort]);
    attempt.keyPort = null;
  }
  attempt.setup = null;
  return { ...begin, setup };
}

/** The page's word on the attempt. */
export function finishAttempt(outcome: Arg<'unlock.result'>): void {
  if (attempt === null || attempt.isOpen) return;
  if (!outcome.ok) {
    failAttempt(outcome.code, outcome.detail);
    return;
  }
  attempt.isOpen = true;
  lastKind = attempt.begin.kind;
  noteRight(attempt.begin.kind);
  startActivity();
  attempt.window.show();
  for (const window of openWindows('unlock')) window.destroy();
  setMenuOpen(true);
}

function failAttempt(code: ErrorCode | string, detail: ErrorDetail): void {
  if (attempt === null || attempt.isOpen) return;
  const isGuess = code === 'wrong-passphrase' || code === 'wrong-recovery-code';
  const { kind } = attempt.begin;
  if (isGuess) noteWrong(kind);
  dropAttempt();
  notify('unlock', { kind: 'unlock-failed', code, detail, waitSeconds: secondsToWait(kind) });
}

function dropAttempt(): void {
  const gone = attempt;
  attempt = null;
  gone?.derivation.cancel();
  gone?.again?.cancel();
  gone?.keyPort?.close();
  gone?.window.destroy();
  void closeVault();
}

/**
 * Another key for the open vault: of a new slot, or of what opens it now, asked of somebody at work ('present'). It
 * reaches the store worker on a new key port under the given ticket. Resolves when the derive process has answered there.
 * @throws AppError not-allowed unless a vault is open and no other key is under way; internal when the process dies
 */
export async function deriveAgain({ secret, purpose, ticket, slots = [] }: Arg<'vault.derive'>): Promise<void> {
  try {
    const session = attempt;
    const job: DeriveJob =
      purpose === 'present' ? { job: 'prove', secret, slots: await openSlots(slots) } : { job: 'slot', secret };
    if (session === null || attempt !== session || !session.isOpen || session.again !== null) {
      throw new AppError('not-allowed');
    }
    const { derivation, keyPort } = startDerivation(job);
    session.again = derivation;
    session.window.webContents.postMessage('amparo:key-port', { purpose, ticket }, [keyPort]);
    const hasAnswered = await derivation.ended;
    session.again = null;
    if (!hasAnswered) throw new AppError('internal', { step: 'derive' });
  } finally {
    secret.fill(0);
  }
}

export function pageIsReadyToLock(): void {
  onReady?.();
}

/** Tells the page, waits at most half a second for it, and destroys its window; the unlock window takes its place. */
export function lock(reason: LockReason, afterwards: VaultKind | null): Promise<void> {
  locking ??= lockNow(reason, afterwards).finally(() => {
    locking = null;
  });
  return locking;
}

async function lockNow(reason: LockReason, afterwards: VaultKind | null): Promise<void> {
  locks += 1;
  if (attempt === null) return;
  if (!attempt.isOpen) {
    failAttempt('cancelled', {});
    return;
  }
  const ready = new Promise<void>((resolve) => {
    onReady = resolve;
    setTimeout(resolve, READY_MS);
  });
  notify('main', { kind: 'lock', reason });
  await ready;
  onReady = null;
  endSession(reason === 'quit' ? 'button' : reason, afterwards);
}

function endSession(because: LockedBecause, afterwards: VaultKind | null = null): void {
  locks += 1;
  lockedBecause = because;
  destroyHiddenWindows();
  if (afterwards !== null) lastKind = afterwards;
  void clearIfOurs();
  setMenuOpen(false);
  // First the new window: with none left the app would end.
  if (!isQuitting) openUnlockWindow();
  dropAttempt();
}

/** From now on no unlock window comes after a lock: the app ends. False when that was so already. */
export function beginQuitting(): boolean {
  const isFirst = !isQuitting;
  isQuitting = true;
  return isFirst;
}
/** An unlock window whose page crashed is followed by another, unless the vault is open or the app ends. */
export function keepUnlockWindow(): void {
  whenUnlockPageCrashes(() => {
    if (!isOpen() && !isQuitting) openUnlockWindow();
  });
}
