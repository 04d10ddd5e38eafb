/**
 * Runs what unlocking is made of once over nothing, while the key is still being derived: code that has run is compiled,
 * and the first unlock is the one that somebody waits for.
 */
import { x25519 } from '@noble/curves/ed25519.js';
import { NONCE_BYTES, openRaw, sealRaw, subkey } from '#shared/vault/seal.ts';

const PIECE = 16 * 1024;
const TIMES = 6;

/** `pause` lets the key in as soon as it is there. */
export async function warmUp(pause: () => Promise<void>): Promise<void> {
  const key = subkey(new Uint8Array(32), 'warm-up');
  for (let count = 0; count < TIMES; count += 1) {
    await pause();
    x25519.scalarMult(key, x25519.GuBytes);
    await pause();
    openRaw(key, key, sealRaw(key, new Uint8Array(NONCE_BYTES), key, new Uint8Array(PIECE)));
  }
}
