/** Everything behind the first window: preferences, menu, session. Started while the window's page is on its way. */
import { answersOf } from './answers.ts';
import { watchComputer } from './computer.ts';
import { handlers } from './handlers.ts';
import { installMenu } from './menu.ts';
import { getPreferences, onPreferences } from './preferences.ts';
import { lock } from './unlock.ts';
import { setZoom } from './zoom.ts';

/** Starts them, once; the answers to every channel of the contract. */
export function startServices(): ReturnType<typeof answersOf> {
  setZoom(getPreferences().zoomPercent);
  onPreferences((now) => setZoom(now.zoomPercent));
  installMenu(() => void lock('button', null));
  watchComputer();
  return answersOf(handlers);
}
