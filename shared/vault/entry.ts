/**
 * One journal entry on disk.
 *
 *   prelude  "AMJ1" ‖ header length (4) ‖ content length (4) ‖ first 4 bytes of SHA-256 of these 12
 *   header   format (1) ‖ device (16) ‖ sequence (8) ‖ hash of the previous header (32) ‖ clock: milliseconds (6),
 *            counter (2) ‖ part (2) of parts (2) ‖ number of commitments (2) ‖ commitments (32 each)
 *   content  epoch (4) ‖ nonce (24) ‖ ciphertext and tag
 *
 * The header is clear and never changes: the chain runs over headers, and the header is the content's associated
 * data. Re-encryption and purge replace content only. A commitment is SHA-256(salt ‖ canonical content); the salt lies
 * inside. The prelude's check tells a damaged length from a file that ends inside an entry.
 */
import { ByteReader, ByteWriter } from './binary.ts';
import { canonicalBytes, fromHex, sameBytes, toHex, toUtf8 } from './canonical.ts';
import { sha256 } from './seal.ts';
import type { Clock } from './types.ts';

export const ENTRY_FORMAT = 1;
export const PRELUDE_BYTES = 16;
export const ENTRY_MAGIC = toUtf8('AMJ1');
export const HASH_BYTES = 32;
const FIXED_HEADER_BYTES = 1 + 16 + 8 + HASH_BYTES + 8 + 4 + 2;
const MAX_CONTENT = 0x4000_0000;

export interface EntryHeader {
  readonly device: string;
  /** Counts from 1 on each device, without gaps. */
  readonly sequence: number;
  /** Hash of the previous header (hex); of the first: `genesisHash`. */
  readonly previous: string;
  readonly clock: Clock;
  /** Part `part` (from 1) of `parts`: a large commit counts with its last part. */
  readonly part: number;
  readonly parts: number;
  /** First of the action's data, then one per section of the content. */
  readonly commitments: readonly Uint8Array[];
}

export interface Entry {
  readonly header: EntryHeader;
  readonly headerBytes: Uint8Array;
  /** Hash of the header, hex. */
  readonly hash: string;
  readonly content: Uint8Array;
  /** Bytes it takes in the file. */
  readonly size: number;
}

/** What stands at a place in a segment: an entry, an entry the file ends in, one of a newer program, or damage. */
export type Decoded =
  | { readonly kind: 'entry'; readonly entry: Entry }
  | { readonly kind: 'short' }
  | { readonly kind: 'newer'; readonly format: number }
  | { readonly kind: 'damaged' };

/** What the first header of a device names as previous: binds the chain to vault and device. */
export function genesisHash(vault: string, device: string): string {
  return toHex(sha256(canonicalBytes({ what: 'amparo journal', vault, device })));
}

export function commitment(salt: Uint8Array, content: Uint8Array): Uint8Array {
  return sha256(salt, content);
}

export function encodeHeader(header: EntryHeader): Uint8Array {
  const writer = new ByteWriter()
    .uint(ENTRY_FORMAT, 1)
    .bytes(fromHex(header.device))
    .uint(header.sequence, 8)
    .bytes(fromHex(header.previous))
    .uint(header.clock.millis, 6)
    .uint(header.clock.counter, 2)
    .uint(header.part, 2)
    .uint(header.parts, 2)
    .uint(header.commitments.length, 2);
  for (const each of header.commitments) writer.bytes(each);
  return writer.done();
}

export function headerHash(headerBytes: Uint8Array): string {
  return toHex(sha256(headerBytes));
}

export function encodeEntry(headerBytes: Uint8Array, content: Uint8Array): Uint8Array {
  const lengths = new ByteWriter().bytes(ENTRY_MAGIC).uint(headerBytes.length, 4).uint(content.length, 4).done();
  return new ByteWriter().bytes(lengths).bytes(preludeCheck(lengths)).bytes(headerBytes).bytes(content).done();
}

/** Reads the entry at `offset`. `short` only if what is there is the beginning of a true entry. */
export function decodeEntry(bytes: Uint8Array, offset: number): Decoded {
  const reader = new ByteReader(bytes, offset);
  if (reader.left < PRELUDE_BYTES) {
    const seen = bytes.subarray(offset, offset + ENTRY_MAGIC.length);
    return sameBytes(seen, ENTRY_MAGIC.subarray(0, seen.length)) ? { kind: 'short' } : { kind: 'damaged' };
  }
  const lengths = reader.bytes(12);
  const check = reader.bytes(4);
  if (!sameBytes(lengths.subarray(0, 4), ENTRY_MAGIC) || !sameBytes(check, preludeCheck(lengths))) {
    return { kind: 'damaged' };
  }
  const fields = new ByteReader(lengths, 4);
  const headerLength = fields.uint(4);
  const contentLength = fields.uint(4);
  if (headerLength < 1 || contentLength > MAX_CONTENT) return { kind: 'damaged' };
  const headerBytes = reader.bytes(headerLength);
  const content = reader.bytes(contentLength);
  if (reader.short) return { kind: 'short' };
  if ((headerBytes[0] ?? 0) > ENTRY_FORMAT) return { kind: 'newer', format: headerBytes[0] ?? 0 };
  const header = decodeHeader(headerBytes);
  if (header === null) return { kind: 'damaged' };
  const size = PRELUDE_BYTES + headerLength + contentLength;
  return { kind: 'entry', entry: { header, headerBytes, hash: headerHash(headerBytes), content, size } };
}

function decodeHeader(bytes: Uint8Array): EntryHeader | null {
  const reader = new ByteReader(bytes);
  const format = reader.uint(1);
  const device = toHex(reader.bytes(16));
  const sequence = reader.uint(8);
  const previous = toHex(reader.bytes(HASH_BYTES));
  const clock = { millis: reader.uint(6), counter: reader.uint(2) };
  const part = reader.uint(2);
  const parts = reader.uint(2);
  const count = reader.uint(2);
  if (format !== ENTRY_FORMAT || reader.short || bytes.length !== FIXED_HEADER_BYTES + count * HASH_BYTES) return null;
  if (!Number.isSafeInteger(sequence) || sequence < 1 || part < 1 || part > parts || count < 1) return null;
  const commitments = Array.from({ length: count }, () => reader.bytes(HASH_BYTES));
  return { device, sequence, previous, clock, part, parts, commitments };
}

function preludeCheck(lengths: Uint8Array): Uint8Array {
  return sha256(lengths).subarray(0, 4);
}
