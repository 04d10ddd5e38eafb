/** Connects the session with the computer: idle time, suspend, screen lock, quitting. */
import { app, powerMonitor } from 'electron';
import { judgeActivity } from './activity.ts';
import { hasSlept } from './idle.ts';
import { notify } from './notify.ts';
import { beginQuitting, isOpen, isUnderWay, keepUnlockWindow, lock } from './unlock.ts';
import { closeVault } from './vault-access.ts';

const IDLE_CHECK_MS = 1000;

/** Both clocks at the last look. */
let looked = { wall: Date.now(), steady: performance.now() };

/** Sleep and a locked screen are announced by most systems, not by all: on Linux they are looked for. */
function isAway(): boolean {
  const before = looked;
  looked = { wall: Date.now(), steady: performance.now() };
  if (hasSlept(before, looked)) return true;
  return isUnderWay() && process.platform === 'linux' && powerMonitor.getSystemIdleState(60) === 'locked';
}

function checkIdle(): void {
  const away = isAway();
  if (away && isUnderWay()) return void lock('suspend', null);
  if (!isOpen()) return;
  const { lock: isTime, warnSeconds } = judgeActivity();
  if (isTime) void lock('idle', null);
  else if (warnSeconds !== null) notify('main', { kind: 'idle-warning', seconds: warnSeconds });
}

/** Quitting waits until the page has put everything away and the vault's files are closed. */
let mayQuit = false;

/** After `ready`. */
export function watchComputer(): void {
  keepUnlockWindow();
  setInterval(checkIdle, IDLE_CHECK_MS);
  powerMonitor.on('suspend', () => void lock('suspend', null));
  powerMonitor.on('lock-screen', () => void lock('suspend', null));
  app.on('before-quit', (event) => {
    if (mayQuit) return;
    event.preventDefault();
    if (!beginQuitting()) return;
    void lock('quit', null)
      .then(closeVault)
      .finally(() => {
        mayQuit = true;
        app.quit();
      });
  });
}
