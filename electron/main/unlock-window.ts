/** The unlock window's own life: made first of all at a start, and again after every lock. Knows nothing of a session. */
import { app } from 'electron';
import { createWindow, openWindows } from './window.ts';

let onCrash: (() => void) | null = null;

/** Says what follows when the page of an unlock window crashes; its window is ended in any case. */
export function whenUnlockPageCrashes(follow: () => void): void {
  onCrash = follow;
}

/** A new unlock window, shown once loaded. Closing it ends the app, with whatever it had begun. */
export function openUnlockWindow(): void {
  const window = createWindow('unlock');
  // Right behind the end of another window `ready-to-show` sometimes never comes, and nothing would be on the screen.
  const appear = (): void => {
    if (!window.isDestroyed() && !window.isVisible()) window.show();
  };
  window.once('ready-to-show', appear);
  window.webContents.once('did-finish-load', appear);
  window.on('close', () => app.quit());
  window.webContents.on('render-process-gone', () => {
    onCrash?.();
    window.destroy();
  });
}

/** Shows the unlock window, wherever it is in its life. */
export function showUnlock(): void {
  for (const window of openWindows('unlock')) window.show();
}
