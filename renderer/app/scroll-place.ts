/** How far each part of the page is scrolled, so that a return after a lock shows what was being read. */

export interface ScrollSpot {
  /** Selector of the part that scrolls, and which of those that fit it. */
  readonly selector: string;
  readonly index: number;
  readonly top: number;
}

/** Names the element by what is the same at the next start; ids that React makes up are not. */
function selectorOf(element: HTMLElement): string {
  if (/^[a-z][a-z-]*$/.test(element.id)) return `#${element.id}`;
  const [name] = element.classList;
  return name === undefined ? element.localName : `.${CSS.escape(name)}`;
}

/** Parts of the page that are scrolled down. */
export function scrollSpots(root: ParentNode = document): ScrollSpot[] {
  return [...root.querySelectorAll<HTMLElement>('main, main *')]
    .filter((element) => element.scrollTop > 0 && !(element instanceof HTMLTextAreaElement))
    .map((element) => {
      const selector = selectorOf(element);
      const index = [...root.querySelectorAll(selector)].indexOf(element);
      return { selector, index, top: element.scrollTop };
    });
}

/** Scrolls them back; true once every part is there and long enough. */
export function scrollBack(spots: readonly ScrollSpot[], root: ParentNode = document): boolean {
  let isDone = true;
  for (const { selector, index, top } of spots) {
    const element = root.querySelectorAll<HTMLElement>(selector)[index];
    if (element !== undefined) element.scrollTop = top;
    if (element === undefined || Math.abs(element.scrollTop - top) > 1) isDone = false;
  }
  return isDone;
}
