/** A window that is hidden or minimised draws no frames: then it goes on after this long, in ms. */
const LONGEST_WAIT = 100;

/** Runs `work` once, when what is on its way to the screen has been drawn. */
export function afterPaint(work: () => void): void {
  let isDone = false;
  const once = (): void => {
    if (isDone) return;
    isDone = true;
    clearTimeout(longest);
    work();
  };
  const longest = setTimeout(once, LONGEST_WAIT);
  // The frame is drawn right after its callbacks; a task that follows it no longer holds it up.
  requestAnimationFrame(() => setTimeout(once, 0));
}
