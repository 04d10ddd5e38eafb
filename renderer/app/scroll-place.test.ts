// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { scrollBack, scrollSpots } from './scroll-place.ts';

function page(): HTMLElement {
  document.body.innerHTML = `
    <main id="main"><div class="list"></div><div class="list"></div><section id="_r_1_" class="side wide"></section>
    <textarea class="words"></textarea></main>`;
  return document.body;
}

it('names every part that is scrolled, and finds it again on a new page', () => {
  const before = page();
  const [, second] = before.querySelectorAll('.list');
  const side = before.querySelector('.side');
  const main = before.querySelector('main');
  const words = before.querySelector('textarea');
  for (const [element, top] of [
    [second, 120],
    [side, 40],
    [main, 7],
    [words, 9],
  ] as const) {
    if (element) element.scrollTop = top;
  }
  const spots = scrollSpots();
  expect(spots).toEqual([
    { selector: '#main', index: 0, top: 7 },
    { selector: '.list', index: 1, top: 120 },
    { selector: '.side', index: 0, top: 40 },
  ]);
  const after = page();
  expect(scrollBack(spots)).toBe(true);
  expect([...after.querySelectorAll('.list')].map((one) => one.scrollTop)).toEqual([0, 120]);
});

it('says that it is not done while a part is missing', () => {
  page();
  expect(scrollBack([{ selector: '.later', index: 0, top: 5 }])).toBe(false);
});
