/**
 * Making and opening a vault's keys, and what changes them as a whole: slots, epochs, purge. The caller writes the
 * keys file first, then the header: a crash between the two leaves a vault that opens.
 */
import { must } from '../assert.ts';
import type { Role } from '../domain/office.ts';
import { AppError, fail, ok, type Result } from '../errors.ts';
import { fromBase64, toBase64 } from './canonical.ts';
import {
  type Header,
  HEADER_VERSION,
  headerIsGenuine,
  MAX_SLOTS,
  parseHeader,
  type Slot,
  signHeader,
} from './header.ts';
import {
  bucketOf,
  currentCaseRing,
  filesOf,
  forgetDerived,
  openedBucket,
  type VaultFilesText,
  type VaultKeys,
} from './key-ring.ts';
import { type Directory, directoryIsGenuine, type EpochRecord, parseKeysFile } from './keys-file.ts';
import { epochLink, type GrantContext, openRing, ringCommitment, ringsOfRole, sealRing } from './rings.ts';
import { KEY_BYTES } from './seal.ts';
import { type DerivedKey, makeSlot, type NewSlot, openSlot, type SlotKeys } from './slots.ts';
import { type Random, type Ring, rings } from './types.ts';

/** A slot made elsewhere (another laptop): its public part is enough to grant it rings. */
export interface PublicSlot {
  readonly slot: Slot;
}

/**
 * Makes a new vault's keys in epoch 1. `founder` gets all rings whatever the role (the first person is the owner).
 * `vault` is a random 128-bit id (hex).
 */
export function createVaultKeys(given: {
  readonly vault: string;
  readonly founder: NewSlot;
  readonly random: Random;
}): VaultFilesText & { readonly keys: VaultKeys } {
  const { vault, founder, random } = given;
  const slot = makeSlot(vault, founder, random);
  const keys: VaultKeys = {
    vault,
    slotId: slot.id,
    holder: founder.holder,
    role: founder.role,
    held: new Set(rings),
    inner: {
      header: {
        format: 'amparo-vault',
        version: HEADER_VERSION,
        vault,
        slots: [slot],
        mac: { epoch: 1, value: '' },
        checksum: '',
      },
      epoch: 0,
      epochs: [],
      purged: new Set(),
      ringKeys: new Map(),
      buckets: new Map(),
      derived: new Map(),
      stale: new Set(),
      unsaved: false,
    },
  };
  startEpoch(keys, new Map([[slot.id, rings]]), random);
  return { ...filesOf(keys, random), keys };
}

/**
 * Opens a vault. `keks` is what the derive process handed over. Failures: those of `parseHeader` and
 * `parseKeysFile`; `wrong-passphrase` / `wrong-recovery-code` when no slot opens; `not-allowed` when the slot that
 * opens was granted nothing in the current epoch (it was taken away); `vault-damaged` {what: 'keys' | 'header'}.
 */
export function openKeys(headerFile: string, keysFile: Uint8Array, keks: readonly DerivedKey[]): Result<VaultKeys> {
  const header = parseHeader(headerFile);
  if (!header.ok) return header;
  const found = findSlot(header.value, keks);
  if (found === null) {
    const recovering = keks.some((key) => key.kdf.algorithm === 'hkdf-sha256');
    return fail(recovering ? 'wrong-recovery-code' : 'wrong-passphrase');
  }
  const file = parseKeysFile(keysFile);
  if (!file.ok) return file;
  const { directory, buckets } = file.value;
  const damagedKeys = fail('vault-damaged', { what: 'keys' });
  if (directory.vault !== header.value.vault) return damagedKeys;
  const ringKeys = openGrants(directory, found.slot.id, found.keys);
  found.keys.secretKey.fill(0);
  if (ringKeys === null) return damagedKeys;
  const caseRing = ringKeys.get(`${directory.epoch}/case`);
  if (caseRing === undefined) return fail('not-allowed', { what: 'slot' });
  if (!directoryIsGenuine(directory, caseRing)) return damagedKeys;
  const signer = ringKeys.get(`${header.value.mac.epoch}/case`);
  if (signer === undefined || !headerIsGenuine(header.value, signer)) return fail('vault-damaged', { what: 'header' });
  return ok({
    vault: directory.vault,
    slotId: found.slot.id,
    holder: found.slot.holder,
    role: found.slot.role,
    held: new Set(rings.filter((ring) => ringKeys.has(`${directory.epoch}/${ring}`))),
    inner: {
      header: header.value,
      epoch: directory.epoch,
      epochs: directory.epochs,
      purged: new Set(directory.purged),
      ringKeys,
      buckets: new Map(buckets.map((bucket) => [`${bucket.ring}/${bucket.number}`, bucket])),
      derived: new Map(),
      stale: new Set(),
      unsaved: false,
    },
  });
}

/**
 * Adds a slot: one made here from a KEK, or one made elsewhere of which only the public part is known. `granted`
 * defaults to the rings of its role; a ring that is not held here cannot be granted (throws `not-allowed`). It goes
 * to the end, or right behind `behind`. Throws `not-allowed` {what: 'slots'} when the header is full.
 */
export function addSlot(
  keys: VaultKeys,
  given: NewSlot | PublicSlot,
  random: Random,
  granted?: readonly Ring[],
  behind?: string,
): VaultFilesText & { readonly slotId: string } {
  const { slots } = keys.inner.header;
  if (slots.length >= MAX_SLOTS) throw new AppError('not-allowed', { what: 'slots' });
  const slot = 'slot' in given ? given.slot : makeSlot(keys.vault, given, random);
  grantRings(keys, slot, granted ?? ringsOfRole(slot.role), random);
  const at = slots.findIndex(({ id }) => id === behind);
  setSlots(keys, at === -1 ? [...slots, slot] : [...slots.slice(0, at + 1), slot, ...slots.slice(at + 1)]);
  return { ...filesOf(keys, random), slotId: slot.id };
}

/**
 * Takes a slot away: it opens nothing written by these two files any more. Copies of older files still open with it
 * until `newEpoch` and re-encryption; the caller says so. The last passphrase slot stays (throws `not-allowed`).
 */
export function removeSlot(keys: VaultKeys, slotId: string, random: Random): VaultFilesText {
  const rest = keys.inner.header.slots.filter((slot) => slot.id !== slotId);
  if (!rest.some((slot) => slot.kind === 'passphrase')) throw new AppError('not-allowed', { what: 'slot' });
  for (const record of keys.inner.epochs) record.grants = record.grants.filter((grant) => grant.slot !== slotId);
  setSlots(keys, rest);
  return filesOf(keys, random);
}

/**
 * Gives a slot another role, granted by the slot that is open. Rings that the role adds are sealed to it (throws
 * `not-allowed` for one not held here); rings that it lacks are taken out, which is complete only after `newEpoch`.
 * `keep`: rings that stay with it whatever the role.
 */
export function grantRole(
  keys: VaultKeys,
  given: { readonly slotId: string; readonly role: Role; readonly random: Random; readonly keep?: readonly Ring[] },
): VaultFilesText {
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
  return filesOf(keys, random);
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

/**
 * Starts a new epoch: fresh ring keys for every slot that has the ring now, without anybody present. What is written
 * from now on needs the new keys; older content opens with the old ones until it is re-encrypted and
 * `destroyOldEpochs` is called. Buckets of rings that are not held here stay as they are.
 */
export function newEpoch(keys: VaultKeys, random: Random): VaultFilesText {
  const current = must(keys.inner.epochs.at(-1), 'current epoch');
  const slots = new Set(keys.inner.header.slots.map((slot) => slot.id));
  const grants = new Map<string, Ring[]>();
  for (const { slot, ring } of current.grants) {
    if (slots.has(slot)) grants.set(slot, [...(grants.get(slot) ?? []), ring]);
  }
  startEpoch(keys, grants, random);
  return filesOf(keys, random);
}

/**
 * Forgets all epochs before the current one, with every owner's keys of those epochs: content that was not
 * re-encrypted is gone for good. Throws `not-allowed` while a bucket is still sealed under an old epoch.
 */
export function destroyOldEpochs(keys: VaultKeys, random: Random): VaultFilesText {
  const { inner } = keys;
  for (const bucket of inner.buckets.values()) {
    if (bucket.epoch < inner.epoch) throw new AppError('not-allowed', { what: bucket.ring });
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
  return filesOf(keys, random);
}

/**
 * Destroys every key of an owner: its entries, rows, blobs and snapshots can never be read again; the chain and its
 * commitments stay. Only a slot that holds all rings can do it (throws `not-allowed`).
 */
export function purgeOwner(keys: VaultKeys, owner: string, random: Random): VaultFilesText {
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
  return filesOf(keys, random);
}

/** Seals every epoch's key of these rings to a slot that has not got it; throws `not-allowed` for a ring not held. */
function grantRings(keys: VaultKeys, slot: Slot, wanted: readonly Ring[], random: Random): void {
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

function startEpoch(keys: VaultKeys, granted: ReadonlyMap<string, readonly Ring[]>, random: Random): void {
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

function makeGrant(context: GrantContext, slot: Slot, key: Uint8Array, random: Random) {
  const publicKey = must(fromBase64(slot.publicKey), 'public key of a checked slot');
  return { slot: slot.id, ring: context.ring, sealed: toBase64(sealRing(key, publicKey, context, random)) };
}

/** Ring keys of a slot in every epoch; null when a grant, a commitment or a link is not genuine. */
function openGrants(directory: Directory, slotId: string, slot: SlotKeys): Map<string, Uint8Array> | null {
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

function findSlot(header: Header, keks: readonly DerivedKey[]): { slot: Slot; keys: SlotKeys } | null {
  for (const { slotId, kek } of keks) {
    for (const slot of header.slots) {
      if (slot.id !== slotId) continue;
      const keys = openSlot(header.vault, slot, kek);
      if (keys !== null) return { slot, keys };
    }
  }
  return null;
}

function setSlots(keys: VaultKeys, slots: readonly Slot[]): void {
  const { inner } = keys;
  const body: Omit<Header, 'mac' | 'checksum'> = {
    format: 'amparo-vault',
    version: HEADER_VERSION,
    vault: keys.vault,
    slots: [...slots],
  };
  inner.header = signHeader(body, inner.epoch, currentCaseRing(keys));
}
