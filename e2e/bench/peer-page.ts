/** Brings the peer of the store into a page of the running app: bundled once, run there by the debugger. */
import path from 'node:path';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { root } from '../support/electron.ts';

interface Peer {
  fill(count: number): Promise<void>;
  readAll(): Promise<number>;
  putSome(count: number): Promise<number[]>;
}
declare global {
  var peer: Peer;
}

let bundle: Promise<string> | null = null;

async function bundled(): Promise<string> {
  const built = await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      write: false,
      target: 'chrome130',
      lib: {
        entry: path.join(import.meta.dirname, 'peer', 'dexie-rows.ts'),
        formats: ['iife'],
        name: 'peerBundle',
      },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const first = output !== undefined && 'output' in output ? output.output[0] : undefined;
  if (first === undefined) throw new Error('The peer could not be bundled.');
  return first.code;
}

/** Puts `globalThis.peer` into the page. */
export async function bringPeer(page: Page): Promise<void> {
  bundle ??= bundled();
  await page.evaluate(await bundle);
}
