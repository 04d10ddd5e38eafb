/** Size of everything on screen, for windows that are open and those to come. Apart from the preferences: a window needs no schema. */
import { BrowserWindow } from 'electron';

let factor = 1;

export function zoomFactor(): number {
  return factor;
}

/** @param percent 100 is the size of the design */
export function setZoom(percent: number): void {
  factor = percent / 100;
  for (const window of BrowserWindow.getAllWindows()) window.webContents.setZoomFactor(factor);
}
