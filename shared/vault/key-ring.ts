/**
 * The keys of one open vault in memory: ring keys per epoch and every owner's keys in their buckets. Changed in place;
 * what has to be written to disk is answered as file contents.
 */
import { must } from '../assert.ts';
import type { Role } from '../domain/roles.ts';
import { AppError } from '../errors.ts';
import { type Header, headerText } from './header.ts';
import {
  type Bucket,
  bucketNumber,
  type EpochRecord,
  openBucket,
  ownerKeyName,
  sealBucket,
  writeKeysFile,
} from './keys-file.ts';
import { KEY_BYTES, subkey } from './seal.ts';
import { type OwnedScope, type Random, type Ring, type Scope, VAULT_SCOPE } from './types.ts';

/** What must be written after a change of slots, epochs or owners: `keysFile` first, then `header`. */
export interface VaultFilesText {
  readonly header: string;
  readonly keysFile: Uint8Array;
}

/** The keys of one open vault. Read the readonly members; leave `inner` to shared/vault. */
export interface VaultKeys {
  readonly vault: string;
  /** The slot that opened it, its person, role, and the rings it holds in the current epoch. */
  readonly slotId: string;
  readonly holder: string;
  readonly role: Role;
  readonly held: ReadonlySet<Ring>;
  readonly inner: Inner;
}

export interface Inner {
  header: Header;
  epoch: number;
  epochs: EpochRecord[];
  purged: Set<string>;
  /** `${epoch}/${ring}` → ring key. */
  readonly ringKeys: Map<string, Uint8Array>;
  /** `${ring}/${number}` → bucket. */
  readonly buckets: Map<string, Bucket>;
  /** Purpose keys derived so far, by purpose, scope and epoch. */
  readonly derived: Map<string, Uint8Array>;
  /** Buckets whose keys changed since they were last sealed. */
  readonly stale: Set<Bucket>;
  /** True until `keysSaved` after keys were minted. */
  unsaved: boolean;
}

/**
 * The owner's key in the current epoch, minted when it is the first. Minted keys must be on disk before anything
 * sealed under them: see `unsavedKeys`. Throws `not-allowed` when the ring is not held or the owner was purged.
 */
export function caseKeyFor(keys: VaultKeys, scope: OwnedScope, random: Random): Uint8Array {
  const { inner } = keys;
  if (!keys.held.has(scope.ring) || inner.purged.has(scope.owner))
    throw new AppError('not-allowed', { what: scope.ring });
  const bucket = bucketOf(keys, scope, true);
  const name = ownerKeyName(scope.owner, inner.epoch);
  const opened = openedBucket(keys, bucket);
  const existing = opened.get(name);
  if (existing !== undefined) return existing;
  const minted = random(KEY_BYTES);
  opened.set(name, minted);
  inner.stale.add(bucket);
  inner.unsaved = true;
  return minted;
}

/** Keys-file bytes to write before the next append, or null when the file on disk has every key. */
export function unsavedKeys(keys: VaultKeys, random: Random): Uint8Array | null {
  if (!keys.inner.unsaved) return null;
  return filesOf(keys, random).keysFile;
}

/** Tell that what `unsavedKeys` (or a `keysFile`) answered last is on disk. */
export function keysSaved(keys: VaultKeys): void {
  keys.inner.unsaved = keys.inner.stale.size > 0;
}

/** Overwrites every key in memory; the object opens nothing afterwards. */
export function wipeKeys(keys: VaultKeys): void {
  for (const key of keys.inner.ringKeys.values()) key.fill(0);
  for (const bucket of keys.inner.buckets.values()) for (const key of bucket.keys?.values() ?? []) key.fill(0);
  forgetDerived(keys);
  keys.inner.ringKeys.clear();
  keys.inner.buckets.clear();
}

/** Owners whose keys were destroyed: their files are left out of replay. */
export function purgedOwners(keys: VaultKeys): ReadonlySet<string> {
  return keys.inner.purged;
}

/** Why a key is not there: the ring is not ours, the owner was purged, or it should be there and is not. */
export type KeyGap = 'ring' | 'purged' | 'missing';

/** The key for one purpose of a scope in an epoch, to open what exists; never mints. */
export function findKey(keys: VaultKeys, scope: Scope, epoch: number, purpose: string): Uint8Array | KeyGap {
  const name = `${purpose}/${scope.owner ?? ''}/${scope.ring}/${epoch}`;
  const known = keys.inner.derived.get(name);
  if (known !== undefined) return known;
  const base = baseKey(keys, scope, epoch);
  if (typeof base === 'string') return base;
  const derived = subkey(base, purpose);
  keys.inner.derived.set(name, derived);
  return derived;
}

/** The key for one purpose of a scope in the current epoch, to seal with; mints the owner's key when needed. */
export function sealingKey(keys: VaultKeys, scope: Scope, purpose: string, random: Random): Uint8Array {
  const { owner, ring } = scope;
  if (owner !== null) caseKeyFor(keys, { owner, ring }, random);
  const key = findKey(keys, scope, keys.inner.epoch, purpose);
  if (typeof key === 'string') throw new AppError('not-allowed', { what: ring });
  return key;
}

/**
 * The newest epoch in which an owner has a key, for copies of what stands in the journal already: every new save mints
 * the owner's key of its epoch first. The current one when there is none yet.
 */
export function newestEpochOf(keys: VaultKeys, { owner, ring }: OwnedScope): number {
  const { inner } = keys;
  const bucket = bucketOf(keys, { owner, ring }, false);
  if (bucket === null || !openIfClosed(keys, bucket)) return inner.epoch;
  const found = inner.epochs.findLast(({ epoch }) => bucket.keys?.has(ownerKeyName(owner, epoch)));
  return found?.epoch ?? inner.epoch;
}

/** The key that names are hashed with: of the oldest epoch there is, so that names outlast a new one. */
export function namingKey(keys: VaultKeys): Uint8Array {
  const { epoch } = must(keys.inner.epochs[0], 'a vault has an epoch');
  const key = findKey(keys, VAULT_SCOPE, epoch, 'names');
  if (typeof key === 'string') throw new AppError('vault-damaged', { what: 'keys' });
  return key;
}

function baseKey(keys: VaultKeys, scope: Scope, epoch: number): Uint8Array | KeyGap {
  const { owner, ring } = scope;
  if (owner === null) return keys.inner.ringKeys.get(`${epoch}/${ring}`) ?? (keys.held.has(ring) ? 'missing' : 'ring');
  if (keys.inner.purged.has(owner)) return 'purged';
  if (!keys.held.has(ring)) return 'ring';
  const bucket = bucketOf(keys, { owner, ring }, false);
  if (bucket === null || !openIfClosed(keys, bucket)) return 'missing';
  return bucket.keys?.get(ownerKeyName(owner, epoch)) ?? 'missing';
}

/** The bucket of an owner; null when there is none and `create` is false. */
export function bucketOf(keys: VaultKeys, scope: OwnedScope, create: true): Bucket;
export function bucketOf(keys: VaultKeys, scope: OwnedScope, create: boolean): Bucket | null;
export function bucketOf(keys: VaultKeys, scope: OwnedScope, create: boolean): Bucket | null {
  const number = bucketNumber(scope.owner);
  const name = `${scope.ring}/${number}`;
  const existing = keys.inner.buckets.get(name);
  if (existing !== undefined || !create) return existing ?? null;
  const { ring } = scope;
  const made: Bucket = {
    ring,
    number,
    epoch: keys.inner.epoch,
    revision: 0,
    sealed: new Uint8Array(0),
    keys: new Map(),
  };
  keys.inner.buckets.set(name, made);
  return made;
}

/** Keys of a bucket; throws `vault-damaged` when it does not open although its ring is held. */
export function openedBucket(keys: VaultKeys, bucket: Bucket): Map<string, Uint8Array> {
  if (!openIfClosed(keys, bucket)) throw new AppError('vault-damaged', { what: 'keys' });
  return must(bucket.keys, 'bucket was opened');
}

/** False when the bucket does not open: its owners' keys are not there, everybody else's are. */
function openIfClosed(keys: VaultKeys, bucket: Bucket): boolean {
  if (bucket.keys !== null) return true;
  const ringKey = keys.inner.ringKeys.get(`${bucket.epoch}/${bucket.ring}`);
  return ringKey !== undefined && openBucket(bucket, keys.vault, ringKey);
}

/** Case ring of the current epoch: signs header and keys file. */
export function currentCaseRing(keys: VaultKeys): Uint8Array {
  return must(keys.inner.ringKeys.get(`${keys.inner.epoch}/case`), 'every open slot holds the case ring');
}

/** Both files as they should stand on disk now; seals what was minted. */
export function filesOf(keys: VaultKeys, random: Random): VaultFilesText {
  sealStale(keys, random);
  const { epoch, epochs, purged, buckets } = keys.inner;
  const header = headerText(keys.inner.header);
  const parts = { vault: keys.vault, epoch, epochs, purged: [...purged].sort(), header };
  return { header, keysFile: writeKeysFile(parts, [...buckets.values()], currentCaseRing(keys)) };
}

function sealStale(keys: VaultKeys, random: Random): void {
  const { inner } = keys;
  for (const bucket of inner.stale) {
    const ringKey = must(inner.ringKeys.get(`${inner.epoch}/${bucket.ring}`), 'ring of a changed bucket');
    sealBucket(bucket, keys.vault, inner.epoch, ringKey, random);
  }
  inner.stale.clear();
}

/** Drops purpose keys kept from before a purge or an epoch's end. */
export function forgetDerived(keys: VaultKeys): void {
  for (const key of keys.inner.derived.values()) key.fill(0);
  keys.inner.derived.clear();
}
