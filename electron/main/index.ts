/** Start-up order only. What each step does, and why it stands where it stands, is said in its own file. */
import { app, Menu, session } from 'electron';
import { isUsersBuild } from './build-kind.ts';
import { whenDriverListens } from './driver.ts';
import { REFUSED_EXIT, refusedSwitch } from './guard.ts';
import { keepMemoryOffDisk, prepareFolders } from './hardening.ts';
import { listen } from './ipc.ts';
import { startLog } from './log.ts';
import { closeNetwork, registerScheme, serve } from './protocol.ts';
import { startServices } from './services.ts';
import { openUnlockWindow, showUnlock } from './unlock-window.ts';
import { guardAllContents, openWindows } from './window.ts';

function showSomething(): void {
  const [main] = openWindows('main').filter((window) => window.isVisible());
  if (main === undefined) showUnlock();
  else main.focus();
}

function start(): void {
  keepMemoryOffDisk();
  prepareFolders();
  if (!app.requestSingleInstanceLock()) {
    app.exit(0);
    return;
  }
  app.on('second-instance', showSomething);
  app.on('window-all-closed', () => app.quit());
  startLog();
  // Electron builds a menu of its own, about 10 ms, unless it is told before `ready`; ours comes with the services.
  Menu.setApplicationMenu(null);
  registerScheme();
  closeNetwork();
  // Every window asks for the sandbox itself. This line would take --no-sandbox away, without which root (a container) cannot start.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  guardAllContents();
  // Not awaited: Electron becomes ready only once this file has run to its end.
  void Promise.all([app.whenReady(), whenDriverListens()]).then(whenReady);
}

function whenReady(): void {
  serve(session.defaultSession);
  openUnlockWindow();
  listen(startServices());
}

const refused = isUsersBuild() ? refusedSwitch(process.argv.slice(1)) : null;
if (refused === null) {
  start();
} else {
  process.stderr.write(`Amparo does not start with ${refused}: it would open your clients' files to other programs.\n`);
  app.exit(REFUSED_EXIT);
}
