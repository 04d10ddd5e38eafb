/** Locking and coming back: the place and the cursor before, the same place and cursor after. */
import type { ConnectedStore } from '#renderer/store/client.ts';
import { focusPlace, lockSession, type Place } from '#renderer/store/start-session.ts';
import { writePendingNow } from '#renderer/ui/pending.ts';
import { history } from './go.ts';

/** Puts everything unfinished away when main says so; main destroys this window at the latest half a second later. */
export function lockOnNotice(client: ConnectedStore): void {
  window.amparo.onNotice((notice) => {
    if (notice.kind !== 'lock') return;
    writePendingNow();
    void lockSession(client, history.location.href);
  });
}

/** How long a page may take to draw the field with the cursor, in ms. */
const longestWait = 3000;

/** Goes to the place of the last lock and puts the cursor back once its field is drawn. */
export function returnTo(place: Place): void {
  history.replace(place.path);
  if (place.slot === null) return;
  const started = performance.now();
  const look = (): void => {
    const isElsewhere = document.activeElement !== null && document.activeElement !== document.body;
    if (focusPlace(place) || (isElsewhere && performance.now() - started > 500)) return;
    if (performance.now() - started < longestWait) setTimeout(look, 50);
  };
  look();
}
