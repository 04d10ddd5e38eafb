/** How long a new line may take to be drawn after it was saved. */
const PATIENCE_MS = 2000;

/**
 * Puts the focus into the first element that fits the selector, as soon as it is drawn: a new line comes on screen with the
 * change notice, after the answer that it was saved. Gives up when the person has gone on to another field meanwhile.
 */
export function focusWhenThere(selector: string): void {
  const from = document.activeElement;
  const started = performance.now();
  function look(): void {
    const now = document.activeElement;
    if (now !== from && now !== document.body && now !== null) return;
    const found = document.querySelector<HTMLElement>(selector);
    if (found !== null) found.focus();
    else if (performance.now() - started < PATIENCE_MS) requestAnimationFrame(look);
  }
  look();
}
