/** Grants: ring keys of each epoch, sealed to the slots that may have them. */
import { must } from '../assert.ts';
import { AppError } from '../errors.ts';
import { fromBase64, toBase64 } from './canonical.ts';
import type { Slot } from './header.ts';
import type { VaultKeys } from './key-ring.ts';
import type { Directory, EpochRecord } from './keys-file.ts';
import { epochLink, type GrantContext, openRing, ringCommitment, sealRing } from './rings.ts';
import type { SlotKeys } from './slots.ts';
import type { Random, Ring } from './types.ts';

/** Seals every epoch's key of these rings to a slot that has not got it; throws `not-allowed` for a ring not held. */
export function grantRings(keys: VaultKeys, slot: Slot, wanted: readonly Ring[], random: Random): void {
  const { epochs, ringKeys } = keys.inner;
  for (const ring of wanted) if (!keys.held.has(ring)) throw new AppError('not-allowed', { what: ring });
  for (const record of epochs) {
    for (const ring of wanted) {
      const key = ringKeys.get(`${record.epoch}/${ring}`);
      if (key === undefined || record.grants.some((grant) => grant.slot === slot.id && grant.ring === ring)) continue;
      const context = { vault: keys.vault, epoch: record.epoch, ring, slot: slot.id };
      record.grants.push(makeGrant(context, slot, key, random));
    }
  }
}

export function makeGrant(context: GrantContext, slot: Slot, key: Uint8Array, random: Random) {
  const publicKey = must(fromBase64(slot.publicKey), 'public key of a checked slot');
  return { slot: slot.id, ring: context.ring, sealed: toBase64(sealRing(key, publicKey, context, random)) };
}

/** Ring keys of a slot in every epoch; null when a grant, a commitment or a link is not genuine. */
export function openGrants(directory: Directory, slotId: string, slot: SlotKeys): Map<string, Uint8Array> | null {
  const { vault, epochs } = directory;
  const found = new Map<string, Uint8Array>();
  let former: EpochRecord | null = null;
  for (const record of epochs) {
    const { epoch, commitments, link, grants } = record;
    if (former !== null && epoch !== former.epoch + 1) return null;
    for (const grant of grants.filter((each) => each.slot === slotId)) {
      const { ring } = grant;
      const sealed = fromBase64(grant.sealed) ?? new Uint8Array(0);
      const key = openRing(sealed, slot, { vault, epoch, ring, slot: slotId });
      if (key === null || toBase64(ringCommitment(vault, epoch, ring, key)) !== commitments[ring]) return null;
      found.set(`${epoch}/${ring}`, key);
    }
    const formerRing = former === null ? undefined : found.get(`${former.epoch}/case`);
    if (formerRing !== undefined && toBase64(epochLink(formerRing, vault, epoch, commitments)) !== link) return null;
    former = record;
  }
  return former?.epoch === directory.epoch ? found : null;
}
