/** What axe finds, what spills over, what the keyboard does not reach. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Half faded in, a text has a contrast that nobody sees for longer than a moment. Endless motion is not waited for. */
async function motionEnds(): Promise<void> {
  const ends = document.getAnimations().map((motion) => motion.finished.catch(() => undefined));
  await Promise.race([Promise.all(ends), new Promise((resolve) => setTimeout(resolve, 1000))]);
}

/** Violations as "rule: first places"; legacy mode, for Electron opens no second page. */
export async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(motionEnds);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map((node) => `${node.target.join(' ')} ${node.html.slice(0, 120)}`)
        .join(' | ')}`,
  );
}

/** How far the page can be scrolled sideways, in pixels; 0 when nothing spills over. */
export function spill(page: Page): Promise<number> {
  return page.evaluate(() => {
    const page = document.scrollingElement ?? document.documentElement;
    const main = document.querySelector('main') ?? page;
    return Math.max(page.scrollWidth - page.clientWidth, main.scrollWidth - main.clientWidth);
  });
}

export interface Reached {
  /** Controls that Tab never came to. */
  readonly missed: string[];
  /** Controls whose focus could not be seen. */
  readonly unseen: string[];
  readonly count: number;
}

/** Presses Tab through the whole window and says what was not reached, and where the focus could not be seen. */
export async function tabThrough(page: Page): Promise<Reached> {
  const count = await page.evaluate(() => {
    const kept = window as unknown as { stops: Element[]; seen: Set<Element>; unseen: Set<string> };
    const groups = new Set<string>();
    kept.seen = new Set();
    kept.unseen = new Set();
    kept.stops = [
      ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex="0"]'),
    ].filter((element) => {
      if (
        element.tabIndex < 0 ||
        element.matches(':disabled') ||
        !element.checkVisibility({ visibilityProperty: true })
      )
        return false;
      if (element.closest('details:not([open])') !== null && element.tagName !== 'SUMMARY') return false;
      if (element instanceof HTMLInputElement && element.type === 'radio') {
        // One stop for a group of radios: arrows walk inside.
        if (groups.has(element.name)) return false;
        groups.add(element.name);
      }
      return true;
    });
    (document.activeElement as HTMLElement | null)?.blur();
    return kept.stops.length;
  });
  for (let press = 0; press < count + 12; press++) {
    await page.keyboard.press('Tab');
    await page.evaluate(() => {
      const kept = window as unknown as { stops: Element[]; seen: Set<Element>; unseen: Set<string> };
      const active = document.activeElement;
      if (active === null || active === document.body) return;
      kept.seen.add(active);
      // A heading that a page gives the focus to is no control.
      if (!kept.stops.includes(active)) return;
      const shown = [active, active.nextElementSibling, active.parentElement, active.closest('label')];
      const isSeen = shown.some((element) => {
        if (element === null) return false;
        const style = getComputedStyle(element);
        return (
          (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none'
        );
      });
      if (!isSeen) kept.unseen.add(active.outerHTML.slice(0, 160));
    });
  }
  return page.evaluate(() => {
    const kept = window as unknown as { stops: Element[]; seen: Set<Element>; unseen: Set<string> };
    const radios = new Set(
      [...kept.seen].map((one) => (one instanceof HTMLInputElement ? one.name : '')).filter(Boolean),
    );
    const missed = kept.stops.filter(
      (one) => one.isConnected && !kept.seen.has(one) && !(one instanceof HTMLInputElement && radios.has(one.name)),
    );
    return {
      count: kept.stops.length,
      missed: missed.map((one) => one.outerHTML.slice(0, 160)),
      unseen: [...kept.unseen],
    };
  });
}
