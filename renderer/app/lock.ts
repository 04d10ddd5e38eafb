/** Locking and coming back: the place, the cursor and what was scrolled into view before, the same after. */
import type { ConnectedStore } from '#renderer/store/client.ts';
import { focusPlace, lockSession, type Place, textAt } from '#renderer/store/start-session.ts';
import { writePendingNow } from '#renderer/ui/pending.ts';
import { history } from './go.ts';
import { scrollBack, type ScrollSpot, scrollSpots } from './scroll-place.ts';

/** Puts everything unfinished away when main says so; main destroys this window at the latest half a second later. */
export function lockOnNotice(client: ConnectedStore): void {
  window.amparo.onNotice((notice) => {
    if (notice.kind !== 'lock') return;
    writePendingNow();
    void lockSession(client, history.location.href, scrollSpots());
  });
}

function spotsOf(place: Place): readonly ScrollSpot[] {
  return Array.isArray(place.scroll) ? (place.scroll as ScrollSpot[]) : [];
}

/** How long a page may take to draw the field with the cursor and the text that was typed in it, in ms. */
const longestWait = 3000;

/**
 * Goes to the place of the last lock and puts the cursor back once its field is drawn, and again when the text that was
 * being typed comes after it; what the person does in the meantime counts more.
 */
export function returnTo(place: Place): void {
  history.replace(place.path);
  const spots = spotsOf(place);
  if (place.slot === null && spots.length === 0) return;
  const started = performance.now();
  let shown: string | null = null;
  let isTouched = false;
  const touch = (): void => {
    isTouched = true;
  };
  document.addEventListener('keydown', touch, { once: true, capture: true });
  document.addEventListener('pointerdown', touch, { once: true, capture: true });
  document.addEventListener('wheel', touch, { once: true, capture: true });
  let isScrolled = false;
  const look = (): void => {
    const text = textAt(place);
    const age = performance.now() - started;
    const isElsewhere = document.activeElement !== null && document.activeElement !== document.body;
    if (isTouched) return;
    const isWaiting = text !== null || !isElsewhere || age <= 500;
    if (!isWaiting && isScrolled) return;
    if (isWaiting && text !== null && text !== shown) {
      focusPlace(place);
      shown = text;
    }
    isScrolled ||= scrollBack(spots);
    if (age < longestWait) setTimeout(look, 50);
  };
  look();
}
