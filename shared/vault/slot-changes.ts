/** Who can open the vault: slots are added, taken away and given roles. Changes memory; `vaultFiles` has what to write. */
import { must } from '../assert.ts';
import type { Role } from '../domain/roles.ts';
import { AppError } from '../errors.ts';
import { grantRings } from './grants.ts';
import { type Header, HEADER_VERSION, MAX_SLOTS, type Slot, signHeader } from './header.ts';
import { currentCaseRing, type VaultKeys } from './key-ring.ts';
import { ringsOfRole } from './rings.ts';
import { makeSlot, type NewSlot } from './slots.ts';
import { type Random, type Ring, rings } from './types.ts';

/** A slot made elsewhere (another laptop): its public part is enough to grant it rings. */
export interface PublicSlot {
  readonly slot: Slot;
}

/**
 * Adds a slot: one made here from a KEK, or one made elsewhere of which only the public part is known. `granted`
 * defaults to the rings of its role; a ring that is not held here cannot be granted (throws `not-allowed`). It goes
 * to the end, or right behind `behind`. Answers its id. Throws `not-allowed` {what: 'slots'} when the header is full.
 */
export function addSlot(
  keys: VaultKeys,
  given: NewSlot | PublicSlot,
  random: Random,
  granted?: readonly Ring[],
  behind?: string,
): string {
  const { slots } = keys.inner.header;
  if (slots.length >= MAX_SLOTS) throw new AppError('not-allowed', { what: 'slots' });
  const slot = 'slot' in given ? given.slot : makeSlot(keys.vault, given, random);
  grantRings(keys, slot, granted ?? ringsOfRole(slot.role), random);
  const at = slots.findIndex(({ id }) => id === behind);
  setSlots(keys, at === -1 ? [...slots, slot] : [...slots.slice(0, at + 1), slot, ...slots.slice(at + 1)]);
  return slot.id;
}

/**
 * Takes a slot away: it opens nothing of the files written next. Copies of older files still open with it
 * until `newEpoch` and re-encryption; the caller says so. The last passphrase slot stays (throws `not-allowed`).
 */
export function removeSlot(keys: VaultKeys, slotId: string): void {
  const rest = keys.inner.header.slots.filter((slot) => slot.id !== slotId);
  if (!rest.some((slot) => slot.kind === 'passphrase')) throw new AppError('not-allowed', { what: 'slot' });
  for (const record of keys.inner.epochs) record.grants = record.grants.filter((grant) => grant.slot !== slotId);
  setSlots(keys, rest);
}

/**
 * Gives a slot another role, granted by the slot that is open. Rings that the role adds are sealed to it (throws
 * `not-allowed` for one not held here); rings that it lacks are taken out, which is complete only after `newEpoch`.
 * `keep`: rings that stay with it whatever the role.
 */
export function grantRole(
  keys: VaultKeys,
  given: { readonly slotId: string; readonly role: Role; readonly random: Random; readonly keep?: readonly Ring[] },
): void {
  const { slotId, role, random, keep = [] } = given;
  const slots = keys.inner.header.slots.map((slot) =>
    slot.id === slotId ? { ...slot, role, grantedBy: keys.slotId } : slot,
  );
  const slot = must(
    slots.find((each) => each.id === slotId),
    'slot of the header',
  );
  const ofRole = ringsOfRole(role);
  const wanted = rings.filter((ring) => ofRole.includes(ring) || keep.includes(ring));
  grantRings(keys, slot, wanted, random);
  for (const record of keys.inner.epochs) {
    record.grants = record.grants.filter((grant) => grant.slot !== slotId || wanted.includes(grant.ring));
  }
  setSlots(keys, slots);
}

/** Who can open the vault, as the header says; safe to show. */
export function slotList(keys: VaultKeys): Pick<Slot, 'id' | 'kind' | 'role' | 'holder' | 'grantedBy'>[] {
  return keys.inner.header.slots.map(({ id, kind, role, holder, grantedBy }) => ({
    id,
    kind,
    role,
    holder,
    grantedBy,
  }));
}

/** Puts these slots into the header, signed under the current epoch. */
export function setSlots(keys: VaultKeys, slots: readonly Slot[]): void {
  const { inner } = keys;
  const body: Omit<Header, 'mac' | 'checksum'> = {
    format: 'amparo-vault',
    version: HEADER_VERSION,
    vault: keys.vault,
    slots: [...slots],
  };
  inner.header = signHeader(body, inner.epoch, currentCaseRing(keys));
}
