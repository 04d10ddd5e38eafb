/** One function per channel of the contract; each only names who does the work. */
import { app } from 'electron';
import type { Handlers } from '#shared/ipc/contract.ts';
import { hold, noteActivity } from './activity.ts';
import { isTestBuild } from './build-kind.ts';
import { copyForAWhile } from './clipboard.ts';
import { openByDialog, saveByDialog } from './files.ts';
import { inspect } from './intake.ts';
import { getPreferences, setPreferences } from './preferences.ts';
import { printPdf } from './print.ts';
import {
  beginUnlock,
  deriveAgain,
  finishAttempt,
  lock,
  pageIsReadyToLock,
  sessionMark,
  takeMission,
  unlockStatus,
} from './unlock.ts';
import { vaultHandlers } from './vault-access.ts';
import { openWindows } from './window.ts';

const done = true as const;

const appHandlers = {
  'app.info': () => ({
    version: app.getVersion(),
    platform: process.platform,
    systemLanguage: app.getLocale(),
    testBuild: isTestBuild,
  }),
  'app.preferences': () => getPreferences(),
  'app.setPreferences': (changes) => setPreferences(changes),
  'app.quit': () => {
    setImmediate(() => app.quit());
    return done;
  },
  'app.setTitle': ({ officeNumber }) => {
    for (const window of openWindows('main'))
      window.setTitle(officeNumber === null ? 'Amparo' : `Amparo · ${officeNumber}`);
    return done;
  },
} satisfies Partial<Handlers>;

const sessionHandlers = {
  'unlock.status': () => unlockStatus(),
  'unlock.begin': async (begin) => {
    await beginUnlock(begin);
    return done;
  },
  'unlock.result': (outcome) => {
    finishAttempt(outcome);
    return done;
  },
  'unlock.mission': () => takeMission(),
  'session.lock': ({ reason, afterwards }) => {
    // Not awaited: the page that asked must be free to answer the lock notice, and is destroyed at the end.
    void lock(reason, afterwards);
    return done;
  },
  'session.readyToLock': () => {
    pageIsReadyToLock();
    return done;
  },
  'session.hold': ({ minutes }) => {
    hold(minutes);
    return done;
  },
  'session.activity': () => {
    noteActivity();
    return done;
  },
  'vault.derive': async (order) => {
    await deriveAgain(order);
    return done;
  },
} satisfies Partial<Handlers>;

const fileHandlers = {
  'files.save': ({ suggested, kind, bytes }) => saveByDialog(suggested, kind, bytes, sessionMark()),
  'files.open': ({ kinds }) => openByDialog(kinds),
  'files.inspect': ({ bytes }) => inspect(bytes),
  'print.pdf': ({ bytes }) => printPdf(bytes),
  'clipboard.copy': async ({ text }) => {
    await copyForAWhile(text);
    return done;
  },
} satisfies Partial<Handlers>;

export const handlers = {
  ...appHandlers,
  ...sessionHandlers,
  ...vaultHandlers,
  ...fileHandlers,
} satisfies Handlers;
