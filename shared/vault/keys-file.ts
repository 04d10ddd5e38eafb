/**
 * The `keys` file: ring keys per epoch, sealed to slots, and every owner's own keys (a case, the office, a report),
 * sealed under their ring in 256 buckets per ring, so that a new case reseals one bucket. Nothing of it stands in
 * journal or snapshots: an owner whose keys are taken out is purged, and stands in `purged`. The directory holds the header
 * that goes with it: `header.json` is written after this file, and counts only where the two agree.
 *
 * Layout: "AMK1" ‖ length (4) ‖ directory (canonical JSON) ‖ the buckets in the directory's order.
 * The directory is authenticated by `mac` under the case ring; a bucket by its seal, with its revision.
 */
import { z } from 'zod';
import { fail, ok, type Result } from '../errors.ts';
import { ByteReader, ByteWriter } from './binary.ts';
import { canonicalBytes, canonicalText, fromBase64, parseJson, sameBytes, toBase64, toUtf8 } from './canonical.ts';
import { newerVersion } from './header.ts';
import { GRANT_BYTES } from './rings.ts';
import { mac, NONCE_BYTES, open, seal, sha256, subkey } from './seal.ts';
import { rings, type Random, type Ring } from './types.ts';

/** 1: without the header in the directory; still read. */
export const KEYS_VERSION = 2;
/** Bound into every bucket's seal. */
const BUCKET_VERSION = 1;
const MAGIC = toUtf8('AMK1');
const MAX_DIRECTORY = 16 * 1024 * 1024;

const hexId = z.string().regex(/^[0-9a-f]{32}$/);
const base64 = (length: number) => z.string().refine((text) => fromBase64(text)?.length === length);
const ring = z.enum(rings);
const count = z.number().int().nonnegative();

const grant = z.strictObject({ slot: hexId, ring, sealed: base64(GRANT_BYTES) });
const epochRecord = z.strictObject({
  epoch: z.number().int().positive(),
  commitments: z.strictObject({ case: base64(32), workProduct: base64(32), protectedSource: base64(32) }),
  /** Made with the former epoch's case ring; null in the first epoch. */
  link: base64(32).nullable(),
  grants: z.array(grant),
});
export type EpochRecord = z.infer<typeof epochRecord>;

const bucketEntry = z.strictObject({
  ring,
  number: count.max(255),
  epoch: z.number().int().positive(),
  revision: count,
  length: count,
});
const directory = z.strictObject({
  format: z.literal('amparo-keys'),
  version: z.union([z.literal(1), z.literal(KEYS_VERSION)]),
  vault: hexId,
  epoch: z.number().int().positive(),
  epochs: z.array(epochRecord).min(1),
  purged: z.array(hexId),
  buckets: z.array(bucketEntry),
  /** Text of the header; from version 2 on. */
  header: z.string().optional(),
  mac: base64(32),
});
export type Directory = z.infer<typeof directory>;

/** One bucket; `keys` null until opened or when its ring is not held. Key name: see `ownerKeyName`. */
export interface Bucket {
  readonly ring: Ring;
  readonly number: number;
  epoch: number;
  revision: number;
  sealed: Uint8Array;
  keys: Map<string, Uint8Array> | null;
}

/** A keys file taken apart, nothing of it trusted yet. */
export interface KeysFile {
  readonly directory: Directory;
  readonly buckets: readonly Bucket[];
}

/** Failures: `vault-newer-version`, `vault-damaged` {what: 'keys'}. */
export function parseKeysFile(bytes: Uint8Array): Result<KeysFile> {
  const damaged = fail('vault-damaged', { what: 'keys' });
  const reader = new ByteReader(bytes);
  if (!sameBytes(reader.bytes(4), MAGIC)) return damaged;
  const length = reader.uint(4);
  if (length > MAX_DIRECTORY) return damaged;
  const text = reader.bytes(length);
  const raw = parseJson(text);
  const newer = newerVersion(raw, 'amparo-keys', KEYS_VERSION);
  if (newer !== null) return fail('vault-newer-version', { found: newer, known: KEYS_VERSION });
  const parsed = directory.safeParse(raw);
  if (!parsed.success || !sameBytes(toUtf8(canonicalText(parsed.data)), text)) return damaged;
  const buckets = parsed.data.buckets.map((entry) => ({
    ring: entry.ring,
    number: entry.number,
    epoch: entry.epoch,
    revision: entry.revision,
    sealed: reader.bytes(entry.length),
    keys: null,
  }));
  if (reader.short || reader.left > 0) return damaged;
  return ok({ directory: parsed.data, buckets });
}

/** The file's bytes; `caseRing` is the case ring's key of `parts.epoch`. */
export function writeKeysFile(
  parts: Pick<Directory, 'vault' | 'epoch' | 'epochs' | 'purged'> & { readonly header: string },
  buckets: readonly Bucket[],
  caseRing: Uint8Array,
): Uint8Array {
  const unsigned: Omit<Directory, 'mac'> = {
    format: 'amparo-keys',
    version: KEYS_VERSION,
    vault: parts.vault,
    epoch: parts.epoch,
    header: parts.header,
    epochs: [...parts.epochs],
    purged: [...parts.purged],
    buckets: buckets.map(({ ring: of, number, epoch, revision, sealed }) => ({
      ring: of,
      number,
      epoch,
      revision,
      length: sealed.length,
    })),
  };
  const signed = canonicalBytes({ ...unsigned, mac: toBase64(directoryMac(unsigned, caseRing)) });
  const writer = new ByteWriter().bytes(MAGIC).sized(signed);
  for (const bucket of buckets) writer.bytes(bucket.sealed);
  return writer.done();
}

/** Whether the directory was written by somebody who holds the case ring's key of its epoch. */
export function directoryIsGenuine(given: Directory, caseRing: Uint8Array): boolean {
  const { mac: value, ...unsigned } = given;
  const found = fromBase64(value);
  return found !== null && sameBytes(found, directoryMac(unsigned, caseRing));
}

/** Which bucket holds an owner's keys: the first byte of SHA-256 of its id. */
export function bucketNumber(owner: string): number {
  return sha256(toUtf8(owner))[0] ?? 0;
}
/** Name of an owner's key of one epoch inside its bucket. */
export function ownerKeyName(owner: string, epoch: number): string {
  return `${owner}/${epoch}`;
}

/** Seals a bucket's keys under its ring's key of `epoch`; counts its revision up. */
export function sealBucket(bucket: Bucket, vault: string, epoch: number, ringKey: Uint8Array, random: Random): void {
  const writer = new ByteWriter().uint(bucket.keys?.size ?? 0, 4);
  for (const [name, key] of bucket.keys ?? []) writer.sized(toUtf8(name)).bytes(key);
  bucket.epoch = epoch;
  bucket.revision += 1;
  bucket.sealed = seal(subkey(ringKey, 'bucket'), random(NONCE_BYTES), bucketContext(bucket, vault), writer.done());
}

/** Opens a bucket in place; false when it does not open under this key (damage). */
export function openBucket(bucket: Bucket, vault: string, ringKey: Uint8Array): boolean {
  const plain = open(subkey(ringKey, 'bucket'), bucketContext(bucket, vault), bucket.sealed);
  if (plain === null) return false;
  const reader = new ByteReader(plain);
  const keys = new Map<string, Uint8Array>();
  for (let left = reader.uint(4); left > 0 && !reader.short; left -= 1) {
    const name = String.fromCharCode(...reader.sized());
    keys.set(name, reader.bytes(32).slice());
  }
  if (reader.short) return false;
  plain.fill(0);
  bucket.keys = keys;
  return true;
}

function bucketContext(bucket: Bucket, vault: string) {
  const { ring: of, number, epoch, revision } = bucket;
  return { vault, epoch, kind: 'bucket', id: `${of}/${number}`, version: BUCKET_VERSION, revision };
}
function directoryMac(unsigned: Omit<Directory, 'mac'>, caseRing: Uint8Array): Uint8Array {
  return mac(subkey(caseRing, 'keys'), canonicalBytes(unsigned));
}
