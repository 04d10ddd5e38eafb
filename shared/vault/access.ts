/**
 * What a change of slots needs besides the change itself: a copy to make it in, a way back when a write fails, and the
 * ring that would be lost with somebody's slots.
 */
import { must } from '../assert.ts';
import type { Role } from '../domain/roles.ts';
import { isPractitioner } from '../domain/roles.ts';
import { grantRings } from './grants.ts';
import { headerText, type Slot } from './header.ts';
import { filesOf, openedBucket, type VaultFilesText, type VaultKeys } from './key-ring.ts';
import type { Bucket } from './keys-file.ts';
import { setSlots } from './slot-changes.ts';
import { type DerivedKey, openSlot } from './slots.ts';
import { type Random, type Ring, rings } from './types.ts';

/**
 * A copy of the keys to change slots and epochs in. Until it is adopted the session seals under the keys as they are: what
 * somebody is typing meanwhile never hangs on keys that are not on the disk.
 */
export function draftOf(keys: VaultKeys): VaultKeys {
  const { inner } = keys;
  const copies = new Map<Bucket, Bucket>();
  for (const bucket of inner.buckets.values()) {
    copies.set(bucket, { ...bucket, keys: bucket.keys === null ? null : new Map(bucket.keys) });
  }
  const copyOf = (bucket: Bucket): Bucket => must(copies.get(bucket), 'every bucket was copied');
  return {
    ...keys,
    held: new Set(keys.held),
    inner: {
      ...inner,
      epochs: inner.epochs.map((record) => ({ ...record, grants: [...record.grants] })),
      purged: new Set(inner.purged),
      ringKeys: new Map(inner.ringKeys),
      buckets: new Map([...inner.buckets].map(([name, bucket]) => [name, copyOf(bucket)])),
      derived: new Map(inner.derived),
      stale: new Set([...inner.stale].map(copyOf)),
    },
  };
}

/** Takes a changed copy over, once it is on the disk. Keys that were minted for owners meanwhile stay, unsaved. */
export function adopt(keys: VaultKeys, draft: VaultKeys): void {
  const { inner } = draft;
  for (const [name, bucket] of keys.inner.buckets) {
    if (!keys.inner.stale.has(bucket)) continue;
    const target = inner.buckets.get(name) ?? { ...bucket, keys: new Map<string, Uint8Array>() };
    inner.buckets.set(name, target);
    const opened = openedBucket(draft, target);
    for (const [owner, key] of bucket.keys ?? []) {
      if (opened.has(owner)) continue;
      opened.set(owner, key);
      inner.stale.add(target);
      inner.unsaved = true;
    }
  }
  Object.assign(keys, { slotId: draft.slotId, inner });
}

/**
 * A copy of `draft` with the slots and grants of `former`, for a change that failed halfway. An epoch that it began
 * stays, granted to the slots of before: something may have been written in it.
 */
export function withSlotsOf(former: VaultKeys, draft: VaultKeys, random: Random): VaultKeys {
  const back = { ...draftOf(draft), slotId: former.slotId };
  const { slots } = former.inner.header;
  const known = new Map(former.inner.epochs.map((record) => [record.epoch, record.grants]));
  for (const record of back.inner.epochs) record.grants = [...(known.get(record.epoch) ?? [])];
  const last = former.inner.epochs.at(-1)?.grants ?? [];
  for (const slot of slots) {
    const had = last.filter((grant) => grant.slot === slot.id).map(({ ring }) => ring);
    grantRings(
      back,
      slot,
      had.filter((ring) => back.held.has(ring)),
      random,
    );
  }
  setSlots(back, slots);
  return back;
}

/**
 * Header text with every slot of both: whatever of their keys files is on the disk, whoever it grants a ring finds the own
 * slot in it. Signed under the epoch of `former`, whose key all of them hold.
 */
export function headerOfBoth(former: VaultKeys, draft: VaultKeys): string {
  const both = draftOf(former);
  const { slots } = former.inner.header;
  const known = new Set(slots.map(({ id }) => id));
  setSlots(both, [...slots, ...draft.inner.header.slots.filter(({ id }) => !known.has(id))]);
  return headerText(both.inner.header);
}

/** Header and keys file as memory has them: once for a change of slots or epochs, whatever it consists of. */
export function vaultFiles(keys: VaultKeys, random: Random): VaultFilesText {
  return filesOf(keys, random);
}

/** Every slot of a person: passphrase and recovery sheets. */
export function slotsOf(keys: VaultKeys, holder: string): readonly Slot[] {
  return keys.inner.header.slots.filter((slot) => slot.holder === holder);
}

/** Whether one of these keys opens a slot of this person: what was typed is theirs. The keys are wiped. */
export function isHolder(keys: VaultKeys, holder: string, derived: readonly DerivedKey[]): boolean {
  const own = slotsOf(keys, holder);
  let isTheirs = false;
  for (const { slotId, kek } of derived) {
    const slot = own.find(({ id }) => id === slotId);
    const opened = slot === undefined ? null : openSlot(keys.vault, slot, kek);
    opened?.secretKey.fill(0);
    kek.fill(0);
    isTheirs ||= opened !== null;
  }
  return isTheirs;
}

/** Rings whose current key a slot holds. */
export function ringsOf(keys: VaultKeys, slotId: string): readonly Ring[] {
  const grants = keys.inner.epochs.at(-1)?.grants ?? [];
  return rings.filter((ring) => grants.some((grant) => grant.slot === slotId && grant.ring === ring));
}

/** Rings whose current key nobody but this person holds: without their slots it would be lost for good. */
export function ringsHeldOnlyBy(keys: VaultKeys, holder: string): readonly Ring[] {
  const own = new Set(slotsOf(keys, holder).map(({ id }) => id));
  const others = new Set(keys.inner.header.slots.filter(({ id }) => !own.has(id)).map(({ id }) => id));
  const grants = keys.inner.epochs.at(-1)?.grants ?? [];
  return rings.filter((ring) => !grants.some((grant) => grant.ring === ring && others.has(grant.slot)));
}

/**
 * As whom the open slot may give access and roles: a practitioner; while no slot is a practitioner's, the owner, who
 * is the holder of the oldest slot. Null for everybody else.
 */
export function grantorOf(keys: VaultKeys): 'practitioner' | 'owner' | null {
  if (isPractitioner(roleNow(keys))) return 'practitioner';
  const { slots } = keys.inner.header;
  if (slots.some((slot) => isPractitioner(slot.role))) return null;
  return slots[0]?.holder === keys.holder ? 'owner' : null;
}

/** The role of the open slot as the header has it now. */
export function roleNow(keys: VaultKeys): Role {
  return keys.inner.header.slots.find(({ id }) => id === keys.slotId)?.role ?? keys.role;
}

/** Moves a draft to another slot of the same person: the old one is taken away. */
export function moveToSlot(draft: VaultKeys, slotId: string): VaultKeys {
  return Object.assign(draft, { slotId });
}
