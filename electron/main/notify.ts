import type { Notice } from '#shared/ipc/contract.ts';
import { openWindows, type WindowKind } from './window.ts';

/** Sends a notice to every window of a kind. */
export function notify(kind: WindowKind, notice: Notice): void {
  for (const window of openWindows(kind)) {
    if (!window.isDestroyed()) window.webContents.send('amparo:notice', notice);
  }
}
