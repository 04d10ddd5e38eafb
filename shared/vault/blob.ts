/**
 * Blobs (scans, photographs, recordings): AES-256-GCM in chunks of 64 KiB under a key of the blob's own, with counter
 * nonces and a last flag, so that no chunk can be moved, repeated or left off. The blob's key and true length stand in
 * a row sealed under its owner's key. Content is padded by Padmé (Nikitin et al. 2019): at most 12 % larger.
 *
 * Layout: "AMB1" ‖ length (4) ‖ sealed row ‖ chunks, each ciphertext ‖ tag (16).
 */
import { gcm } from '@noble/ciphers/aes.js';
import { fail, ok, type Result } from '../errors.ts';
import { ByteReader, ByteWriter } from './binary.ts';
import { fromHex, joinBytes, sameBytes, toUtf8 } from './canonical.ts';
import { openRecord, sealRecord } from './records.ts';
import type { OwnedScope, Random } from './types.ts';
import type { VaultKeys } from './key-ring.ts';

const MAGIC = toUtf8('AMB1');
const TAG = 16;
export const CHUNK_BYTES = 64 * 1024;

/** AES-256-GCM; `open` answers null for anything that does not authenticate. */
export interface BlobCipher {
  seal(key: Uint8Array, nonce: Uint8Array, associated: Uint8Array, data: Uint8Array): Promise<Uint8Array>;
  open(key: Uint8Array, nonce: Uint8Array, associated: Uint8Array, sealed: Uint8Array): Promise<Uint8Array | null>;
}

/** The cipher in JavaScript, for where there is no WebCrypto. */
export const nobleBlobCipher: BlobCipher = {
  seal: async (key, nonce, associated, data) => gcm(key, nonce, associated).encrypt(data),
  open: async (key, nonce, associated, sealed) => {
    try {
      return gcm(key, nonce, associated).decrypt(sealed);
    } catch {
      return null;
    }
  },
};

/** The part of WebCrypto's `SubtleCrypto` that blobs need. */
export interface SubtleGcm<Key> {
  importKey(
    format: 'raw',
    key: Uint8Array,
    algorithm: 'AES-GCM',
    extractable: false,
    usages: ('encrypt' | 'decrypt')[],
  ): Promise<Key>;
  encrypt(algorithm: GcmParams, key: Key, data: Uint8Array): Promise<ArrayBuffer>;
  decrypt(algorithm: GcmParams, key: Key, data: Uint8Array): Promise<ArrayBuffer>;
}
interface GcmParams {
  readonly name: 'AES-GCM';
  readonly iv: Uint8Array;
  readonly additionalData: Uint8Array;
}

/** The cipher of WebCrypto: pass `crypto.subtle`. */
export function webBlobCipher<Key>(subtle: SubtleGcm<Key>): BlobCipher {
  const params = (iv: Uint8Array, additionalData: Uint8Array): GcmParams => ({ name: 'AES-GCM', iv, additionalData });
  return {
    seal: async (key, nonce, associated, data) => {
      const imported = await subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt']);
      return new Uint8Array(await subtle.encrypt(params(nonce, associated), imported, data));
    },
    open: async (key, nonce, associated, sealed) => {
      const imported = await subtle.importKey('raw', key, 'AES-GCM', false, ['decrypt']);
      return subtle.decrypt(params(nonce, associated), imported, sealed).then(
        (plain) => new Uint8Array(plain),
        () => null,
      );
    },
  };
}

/** Length after Padmé padding, in bytes: only O(log log n) bits of the true length show. */
export function padmeLength(length: number): number {
  if (length < 2) return length;
  const exponent = Math.floor(Math.log2(length));
  const step = 2 ** Math.max(0, exponent - (Math.floor(Math.log2(exponent || 1)) + 1));
  return Math.ceil(length / step) * step;
}

/** Which blob: its owner, its id (32 hex digits) and the cipher to use. */
export interface BlobName {
  readonly scope: OwnedScope;
  readonly id: string;
  readonly cipher: BlobCipher;
}

/** Seals a blob under a fresh key. Mints the owner's key if needed: see `unsavedKeys`. */
export async function sealBlob(
  keys: VaultKeys,
  given: BlobName & { readonly data: Uint8Array; readonly random: Random },
): Promise<Uint8Array> {
  const { scope, id, data, random } = given;
  const key = random(32);
  const head = new ByteWriter().bytes(key).uint(data.length, 6).done();
  try {
    const row = sealRecord(keys, scope, rowName(id), head, random);
    const chunks = await sealChunks(key, given);
    return joinBytes(MAGIC, new ByteWriter().sized(row).done(), ...chunks);
  } finally {
    key.fill(0);
    head.fill(0);
  }
}

async function sealChunks(key: Uint8Array, { id, data, cipher }: BlobName & { readonly data: Uint8Array }) {
  const padded = new Uint8Array(Math.max(1, padmeLength(data.length)));
  padded.set(data);
  const chunks: Uint8Array[] = [];
  const total = Math.ceil(padded.length / CHUNK_BYTES);
  for (let index = 0; index < total; index += 1) {
    const { nonce, associated } = chunkNames(id, index, index === total - 1);
    const part = padded.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES);
    chunks.push(await cipher.seal(key, nonce, associated, part));
  }
  return chunks;
}

/** Opens a blob; failures as `openRecord`, and `vault-damaged` {what: 'blob'} for any changed, moved or missing chunk. */
export async function openBlob(
  keys: VaultKeys,
  given: BlobName & { readonly bytes: Uint8Array },
): Promise<Result<Uint8Array>> {
  const { scope, id, bytes, cipher } = given;
  const damaged = fail('vault-damaged', { what: 'blob' });
  const reader = new ByteReader(bytes);
  if (!sameBytes(reader.bytes(4), MAGIC)) return damaged;
  const row = openRecord(keys, scope, rowName(id), reader.sized());
  if (!row.ok) return row;
  try {
    const head = new ByteReader(row.value);
    const key = head.bytes(32);
    const length = head.uint(6);
    if (head.short) return damaged;
    const plain = await openChunks(key, length, reader, { id, cipher });
    return plain === null ? damaged : ok(plain.subarray(0, length));
  } finally {
    row.value.fill(0);
  }
}

/** The padded content; null when a chunk is not the one that was sealed there, or there are not as many. */
async function openChunks(
  key: Uint8Array,
  length: number,
  reader: ByteReader,
  { id, cipher }: Pick<BlobName, 'id' | 'cipher'>,
): Promise<Uint8Array | null> {
  const plain = new Uint8Array(Math.max(1, padmeLength(length)));
  const total = Math.ceil(plain.length / CHUNK_BYTES);
  if (reader.left !== plain.length + total * TAG) return null;
  for (let index = 0; index < total; index += 1) {
    const isLast = index === total - 1;
    const { nonce, associated } = chunkNames(id, index, isLast);
    const size = isLast ? plain.length - index * CHUNK_BYTES : CHUNK_BYTES;
    const opened = await cipher.open(key, nonce, associated, reader.bytes(size + TAG));
    if (opened === null) return null;
    plain.set(opened, index * CHUNK_BYTES);
  }
  return plain;
}

function rowName(id: string) {
  return { kind: 'blob', id, version: 1, revision: 0 };
}
function chunkNames(id: string, index: number, isLast: boolean): { nonce: Uint8Array; associated: Uint8Array } {
  const counter = new ByteWriter()
    .uint(index, 4)
    .uint(isLast ? 1 : 0, 1)
    .done();
  return { nonce: joinBytes(new Uint8Array(7), counter), associated: joinBytes(fromHex(id), counter) };
}
