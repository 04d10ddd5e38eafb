/** What the main window does around a session: open it and tell main, lock it, remember where the user was. */
import { fail, type Result } from '#shared/errors.ts';
import { type ConnectedStore, type StoreClient, turnsUnderWay } from './client.ts';
import type { SessionInfo } from './contract.ts';
import { writeOpenFields } from './field-controller.ts';
import { unbornOf } from './unborn.ts';

/**
 * Opens or creates the vault this window was made for and reports the outcome to the main process, which then shows
 * the window or goes back to the unlock window with the code.
 */
export async function openSession(client: StoreClient): Promise<Result<SessionInfo>> {
  const mission = await window.amparo.unlock.mission();
  if (!mission.ok) return mission;
  const opened = await client.request('open', mission.value);
  const report = opened.ok
    ? ({ ok: true } as const)
    : ({ ok: false, code: opened.code, detail: opened.detail } as const);
  const told = await window.amparo.unlock.result(report);
  if (!told.ok) return fail(told.code, told.detail);
  return opened;
}

/** Where the user was: route, the field with the cursor (its `data-slot`), the selection in it and how far it was scrolled. */
export interface Place {
  readonly path: string;
  readonly slot: string | null;
  readonly start: number | null;
  readonly end: number | null;
  readonly top?: number;
  /** How far the parts of the page were scrolled, as the shell wrote it. */
  readonly scroll?: unknown;
}
const PLACE_SLOT = 'place';

function activeField(): Omit<Place, 'path' | 'scroll'> {
  const element = document.activeElement;
  const isText = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
  if (!isText) return { slot: null, start: null, end: null };
  const { selectionStart: start, selectionEnd: end, scrollTop: top } = element;
  return { slot: element.dataset.slot ?? null, start, end, top };
}

/** Answers main's `lock` notice: place and everything pending are sealed and the worker ends; main destroys the window. */
export async function lockSession(client: ConnectedStore, path: string, scroll: unknown): Promise<void> {
  const place: Place = { path, scroll, ...activeField() };
  writeOpenFields();
  unbornOf(client).keepForLock();
  void client.request('pendingPut', { slot: PLACE_SLOT, value: place });
  const turns = turnsUnderWay();
  await client.request('flush', undefined);
  await turns;
  client.end();
  await window.amparo.session.readyToLock();
}

/** The place at the last lock, once; null when there is none. */
export async function takePlace(client: StoreClient): Promise<Place | null> {
  const found = await client.request('pendingGet', { slot: PLACE_SLOT });
  if (!found.ok || found.value === null || found.value === undefined) return null;
  await client.request('pendingClear', { slot: PLACE_SLOT });
  return found.value as Place;
}

function fieldOf(place: Place): HTMLInputElement | HTMLTextAreaElement | null {
  if (place.slot === null) return null;
  const element = document.querySelector<HTMLElement>(`[data-slot="${CSS.escape(place.slot)}"]`);
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element : null;
}

/** The text in the field of the place; null while the field is not drawn. */
export function textAt(place: Place): string | null {
  return fieldOf(place)?.value ?? null;
}

/** Puts the cursor back into the field of the place. */
export function focusPlace(place: Place): void {
  const element = fieldOf(place);
  element?.focus({ preventScroll: Array.isArray(place.scroll) });
  if (element === null) return;
  if (place.start !== null && place.end !== null) element.setSelectionRange(place.start, place.end);
  element.scrollTop = place.top ?? 0;
}
