import { type RefObject, useEffect, useRef } from 'react';

/** Pages come in late (their code, their record), so the heading is looked for until it is there. */
const PATIENCE_MS = 4000;
const AGAIN_MS = 50;
/** Menus, dialogs and links that led here may still hold the focus for this long. */
const SETTLING_MS = 400;

/**
 * After a change of page the focus lands on its heading, unless the page or the person put it somewhere else meanwhile.
 * Answers the element that holds the pages.
 */
export function useFocusOnArrival(pathname: string): RefObject<HTMLElement | null> {
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the page changed
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    return focusHeading(main.current);
  }, [pathname]);
  return main;
}

/** Looks until the heading is there; the answer stops looking. */
function focusHeading(main: HTMLElement | null): (() => void) | undefined {
  if (main === null) return undefined;
  const started = performance.now();
  const from = document.activeElement;
  const dialogsThen = new Set(document.querySelectorAll('[role="dialog"]'));
  let timer: ReturnType<typeof setTimeout> | undefined;

  function look(): void {
    const active = document.activeElement;
    const waited = performance.now() - started;
    const isLost = active === null || active === document.body || active === main;
    const isInPage = !isLost && main?.contains(active) === true;
    if (isInPage && active !== from) return;
    // Opened by the person since, such as the palette right behind a change of page: it keeps the focus.
    const dialog = active?.closest('[role="dialog"]') ?? null;
    if (dialog !== null && !dialogsThen.has(dialog)) return;
    if (!isLost && !isInPage && waited > SETTLING_MS && active !== from) return;
    const heading = main?.querySelector<HTMLElement>('h1[tabindex="-1"]');
    // The page that is going is only hidden while the next one loads: its heading takes no focus.
    if (!isInPage) heading?.focus({ preventScroll: true });
    if (heading && document.activeElement === heading) return;
    if (waited < PATIENCE_MS) timer = setTimeout(look, AGAIN_MS);
    else if (isLost) main?.focus({ preventScroll: true });
  }
  timer = setTimeout(look, AGAIN_MS);
  return () => clearTimeout(timer);
}
