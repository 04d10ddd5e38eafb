/**
 * Epochs: fresh ring keys from a moment on, so that who lost access or a ring cannot read what is written afterwards, not
 * even with a copy of header and keys made before. And the end of keys: of an epoch, of an owner. Changes memory;
 * `vaultFiles` has what to write.
 */
import { must } from '../assert.ts';
import { AppError } from '../errors.ts';
import { toBase64 } from './canonical.ts';
import { makeGrant } from './grants.ts';
import { bucketOf, forgetDerived, openedBucket, type VaultKeys } from './key-ring.ts';
import type { EpochRecord } from './keys-file.ts';
import { epochLink, ringCommitment } from './rings.ts';
import { KEY_BYTES } from './seal.ts';
import { setSlots } from './slot-changes.ts';
import { type Random, type Ring, rings } from './types.ts';

/**
 * Starts a new epoch: fresh ring keys for every slot that has the ring now, without anybody present. What is written
 * from now on needs the new keys; older content opens with the old ones until it is re-encrypted and
 * `destroyOldEpochs` is called. Buckets of rings that are not held here stay as they are.
 */
export function newEpoch(keys: VaultKeys, random: Random): void {
  const current = must(keys.inner.epochs.at(-1), 'current epoch');
  const slots = new Set(keys.inner.header.slots.map((slot) => slot.id));
  const grants = new Map<string, Ring[]>();
  for (const { slot, ring } of current.grants) {
    if (slots.has(slot)) grants.set(slot, [...(grants.get(slot) ?? []), ring]);
  }
  startEpoch(keys, grants, random);
}

/**
 * Forgets all epochs before the current one, with every owner's keys of those epochs: content that was not
 * re-encrypted is gone for good. Throws `not-allowed` while a bucket stays sealed under an old epoch.
 */
export function destroyOldEpochs(keys: VaultKeys): void {
  const { inner } = keys;
  for (const bucket of inner.buckets.values()) {
    const isOld = bucket.epoch < inner.epoch && !inner.stale.has(bucket);
    if (isOld) throw new AppError('not-allowed', { what: bucket.ring });
    const opened = openedBucket(keys, bucket);
    for (const [name, key] of opened) {
      if (name.endsWith(`/${inner.epoch}`)) continue;
      key.fill(0);
      opened.delete(name);
      inner.stale.add(bucket);
    }
  }
  inner.epochs = inner.epochs.filter((record) => record.epoch === inner.epoch);
  for (const [name, key] of inner.ringKeys) {
    if (name.startsWith(`${inner.epoch}/`)) continue;
    key.fill(0);
    inner.ringKeys.delete(name);
  }
  forgetDerived(keys);
}

/**
 * Destroys every key of an owner: its entries, rows, blobs and snapshots can never be read again; the chain and its
 * commitments stay. Only a slot that holds all rings can do it (throws `not-allowed`).
 */
export function purgeOwner(keys: VaultKeys, owner: string): void {
  const { inner } = keys;
  if (keys.held.size < rings.length) throw new AppError('not-allowed', { what: 'purge' });
  for (const ring of rings) {
    const bucket = bucketOf(keys, { owner, ring }, false);
    if (bucket === null) continue;
    const opened = openedBucket(keys, bucket);
    for (const [name, key] of opened) {
      if (!name.startsWith(`${owner}/`)) continue;
      key.fill(0);
      opened.delete(name);
      inner.stale.add(bucket);
    }
  }
  inner.purged.add(owner);
  forgetDerived(keys);
}

/** Begins the next epoch (the first of a new vault, too) with these rings for these slots. */
export function startEpoch(keys: VaultKeys, granted: ReadonlyMap<string, readonly Ring[]>, random: Random): void {
  const { inner } = keys;
  const epoch = inner.epoch + 1;
  const fresh = { case: random(KEY_BYTES), workProduct: random(KEY_BYTES), protectedSource: random(KEY_BYTES) };
  const commitment = (ring: Ring) => toBase64(ringCommitment(keys.vault, epoch, ring, fresh[ring]));
  const commitments = {
    case: commitment('case'),
    workProduct: commitment('workProduct'),
    protectedSource: commitment('protectedSource'),
  };
  const former = inner.ringKeys.get(`${inner.epoch}/case`);
  const link = former === undefined ? null : toBase64(epochLink(former, keys.vault, epoch, commitments));
  const grants: EpochRecord['grants'] = [];
  for (const slot of inner.header.slots) {
    for (const ring of granted.get(slot.id) ?? []) {
      grants.push(makeGrant({ vault: keys.vault, epoch: epoch, ring, slot: slot.id }, slot, fresh[ring], random));
    }
  }
  inner.epochs = [...inner.epochs, { epoch, commitments, link, grants }];
  inner.epoch = epoch;
  for (const ring of rings) {
    if (keys.held.has(ring)) inner.ringKeys.set(`${epoch}/${ring}`, fresh[ring]);
    else fresh[ring].fill(0);
  }
  for (const bucket of inner.buckets.values()) {
    if (!keys.held.has(bucket.ring)) continue;
    openedBucket(keys, bucket);
    inner.stale.add(bucket);
  }
  setSlots(keys, inner.header.slots);
}
