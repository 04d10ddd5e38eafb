/**
 * Sealing: XChaCha20-Poly1305 (@noble/ciphers; synchronous, so that nothing foreign is awaited inside a Dexie
 * transaction) under random 192-bit nonces. What a piece is (vault, epoch, kind, id, version, revision) is associated
 * data: a ciphertext that is moved, renamed or rolled back does not open. Sizes are padded to powers of two ≥ 1 KiB.
 */
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';
import { canonicalBytes, joinBytes, toUtf8 } from './canonical.ts';

export const KEY_BYTES = 32;
export const NONCE_BYTES = 24;
export const TAG_BYTES = 16;
const MIN_PADDED = 1024;
const LENGTH_BYTES = 4;

/** What a sealed piece is; all of it is authenticated with the piece. `version` is that of the format or schema. */
export interface SealContext {
  readonly vault: string;
  readonly epoch: number;
  readonly kind: string;
  readonly id: string;
  readonly version: number;
  readonly revision: number;
}

export function sha256(...parts: readonly Uint8Array[]): Uint8Array {
  return nobleSha256(joinBytes(...parts));
}

/** HMAC-SHA-256. */
export function mac(key: Uint8Array, data: Uint8Array): Uint8Array {
  return hmac(nobleSha256, key, data);
}

/** A key for one purpose from a random 32-byte key: HKDF-SHA-256 (RFC 5869) without salt, `purpose` as info. */
export function subkey(key: Uint8Array, purpose: string): Uint8Array {
  return hkdf(nobleSha256, key, undefined, toUtf8(`amparo/1/${purpose}`), KEY_BYTES);
}

/** HKDF-SHA-256 with salt, for secrets that need one (shared secrets, recovery codes). */
export function derive(secret: Uint8Array, salt: Uint8Array, purpose: string, length: number = KEY_BYTES): Uint8Array {
  return hkdf(nobleSha256, secret, salt, toUtf8(`amparo/1/${purpose}`), length);
}

/** Total length in bytes after padding: the next power of two ≥ 1 KiB that holds the data and its length word. */
export function paddedLength(dataLength: number): number {
  let total = MIN_PADDED;
  while (total < dataLength + LENGTH_BYTES) total *= 2;
  return total;
}

/** Length word (4 bytes, big-endian) ‖ data ‖ zeros, to `paddedLength`. */
export function pad(data: Uint8Array): Uint8Array {
  const padded = new Uint8Array(paddedLength(data.length));
  new DataView(padded.buffer).setUint32(0, data.length);
  padded.set(data, LENGTH_BYTES);
  return padded;
}

/** The data of a padded piece, or null when its length word cannot be. */
export function unpad(padded: Uint8Array): Uint8Array | null {
  if (padded.length < MIN_PADDED) return null;
  const length = new DataView(padded.buffer, padded.byteOffset, padded.byteLength).getUint32(0);
  if (length > padded.length - LENGTH_BYTES || paddedLength(length) !== padded.length) return null;
  return padded.subarray(LENGTH_BYTES, LENGTH_BYTES + length);
}

/** nonce ‖ ciphertext ‖ tag, unpadded: for small pieces of fixed size and for pieces inside a padded one. */
export function sealRaw(key: Uint8Array, nonce: Uint8Array, associated: Uint8Array, data: Uint8Array): Uint8Array {
  return joinBytes(nonce, xchacha20poly1305(key, nonce, associated).encrypt(data));
}

/** The data, or null when key, associated data or any byte is not the sealed one. */
export function openRaw(key: Uint8Array, associated: Uint8Array, sealed: Uint8Array): Uint8Array | null {
  if (key.length !== KEY_BYTES) throw new Error('seal: a key has 32 bytes');
  if (sealed.length < NONCE_BYTES + TAG_BYTES) return null;
  try {
    return xchacha20poly1305(key, sealed.subarray(0, NONCE_BYTES), associated).decrypt(sealed.subarray(NONCE_BYTES));
  } catch {
    return null;
  }
}

/** Seals padded data under `key`; `nonce` is 24 random bytes, never used twice with one key. */
export function seal(key: Uint8Array, nonce: Uint8Array, context: SealContext, data: Uint8Array): Uint8Array {
  return sealRaw(key, nonce, canonicalBytes(context), pad(data));
}

/** Opens what `seal` made for exactly this context; null otherwise. */
export function open(key: Uint8Array, context: SealContext, sealed: Uint8Array): Uint8Array | null {
  const padded = openRaw(key, canonicalBytes(context), sealed);
  return padded === null ? null : unpad(padded);
}
