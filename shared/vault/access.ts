/**
 * What a change of slots needs besides the change itself: a way back when a write fails, and the ring that would be
 * lost with somebody's slots.
 */
import type { Role } from '../domain/office.ts';
import { isPractitioner } from '../domain/office.ts';
import type { Slot } from './header.ts';
import { filesOf, type VaultFilesText, type VaultKeys } from './key-ring.ts';
import { type Random, type Ring, rings } from './types.ts';

/**
 * Remembers slots and grants as they are; the answered function puts them back in memory after a change that did not
 * get to the disk. Keys minted for owners meanwhile stay.
 */
export function rememberSlots(keys: VaultKeys): () => void {
  const { inner } = keys;
  const { header } = inner;
  const grants = new Map(inner.epochs.map((record) => [record, [...record.grants]]));
  return () => {
    inner.header = header;
    for (const [record, former] of grants) record.grants = former;
  };
}

/** Header and keys file as memory has them, to write again. */
export function vaultFiles(keys: VaultKeys, random: Random): VaultFilesText {
  return filesOf(keys, random);
}

/** Every slot of a person: passphrase and recovery sheets. */
export function slotsOf(keys: VaultKeys, holder: string): readonly Slot[] {
  return keys.inner.header.slots.filter((slot) => slot.holder === holder);
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

/** From now on the session stands on another slot of the same person: the old one is taken away. */
export function moveToSlot(keys: VaultKeys, slotId: string): void {
  (keys as { slotId: string }).slotId = slotId;
}
