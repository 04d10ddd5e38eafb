/** Brings the peer of the store into a page of the running app: bundled once, run there by the debugger. */
import type { Page } from '@playwright/test';
import { bundle } from './bundle.ts';

interface Peer {
  fill(count: number): Promise<void>;
  readAll(): Promise<number>;
  putSome(count: number): Promise<number[]>;
}
declare global {
  var peer: Peer;
}

let bundled: Promise<string> | null = null;

/** Puts `globalThis.peer` into the page. */
export async function bringPeer(page: Page): Promise<void> {
  bundled ??= bundle('peer/dexie-rows.ts', 'iife');
  await page.evaluate(await bundled);
}
