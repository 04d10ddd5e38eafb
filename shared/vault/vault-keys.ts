/**
 * Making and opening a vault's keys. What changes them: slot-changes.ts, epochs.ts. The caller writes the keys file first,
 * then the header: the keys file says which header belongs to it, so that its renaming is the moment of the change.
 */
import { fail, ok, type Result } from '../errors.ts';
import { startEpoch } from './epochs.ts';
import { openGrants } from './grants.ts';
import { type Header, HEADER_VERSION, headerIsGenuine, headerText, parseHeader, type Slot } from './header.ts';
import { filesOf, type VaultFilesText, type VaultKeys } from './key-ring.ts';
import { type Directory, directoryIsGenuine, type KeysFile, parseKeysFile } from './keys-file.ts';
import { type DerivedKey, makeSlot, type NewSlot, openSlot, type SlotKeys } from './slots.ts';
import { type Random, rings } from './types.ts';

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

/** Header and keys file taken apart, nothing of them trusted yet. */
export interface ParsedFiles {
  readonly header: Header;
  /** What is wrong with it is told only to who opens a slot. */
  readonly file: Result<KeysFile>;
}

/** The part of opening that needs no key. Failures: those of `parseHeader`. */
export function parseFiles(headerFile: string, keysFile: Uint8Array): Result<ParsedFiles> {
  const header = parseHeader(headerFile);
  return header.ok ? ok({ header: header.value, file: parseKeysFile(keysFile) }) : header;
}

/**
 * Opens a vault. `keks` is what the derive process handed over. Failures: those of `parseKeysFile`; `wrong-passphrase` /
 * `wrong-recovery-code` when no slot opens; `not-allowed` when the slot that opens was granted nothing in the current
 * epoch (it was taken away); `vault-damaged` {what: 'keys' | 'header'}.
 */
export function openParsed({ header, file }: ParsedFiles, keks: readonly DerivedKey[]): Result<VaultKeys> {
  const found = findSlot(header, keks);
  if (found === null) {
    const recovering = keks.some((key) => key.kdf.algorithm === 'hkdf-sha256');
    return fail(recovering ? 'wrong-recovery-code' : 'wrong-passphrase');
  }
  if (!file.ok) return file;
  const { directory, buckets } = file.value;
  const damagedKeys = fail('vault-damaged', { what: 'keys' });
  if (directory.vault !== header.vault) return damagedKeys;
  const ringKeys = openGrants(directory, found.slot.id, found.keys);
  found.keys.secretKey.fill(0);
  if (ringKeys === null) return damagedKeys;
  const caseRing = ringKeys.get(`${directory.epoch}/case`);
  if (caseRing === undefined) return fail('not-allowed', { what: 'slot' });
  if (!directoryIsGenuine(directory, caseRing)) return damagedKeys;
  const current = currentHeader(header, directory, ringKeys);
  if (current === null) return fail('vault-damaged', { what: 'header' });
  const slot = current.slots.find(({ id }) => id === found.slot.id);
  if (slot === undefined) return fail('not-allowed', { what: 'slot' });
  return ok({
    vault: directory.vault,
    slotId: slot.id,
    holder: slot.holder,
    role: slot.role,
    held: new Set(rings.filter((ring) => ringKeys.has(`${directory.epoch}/${ring}`))),
    inner: {
      header: current,
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

/**
 * The header that counts: the one of the keys file, where a crash kept the other from being written. Null when either of
 * them was not written by somebody who held a case ring of this vault.
 */
function currentHeader(file: Header, directory: Directory, ringKeys: ReadonlyMap<string, Uint8Array>): Header | null {
  const isGenuine = (header: Header): boolean => {
    const signer = ringKeys.get(`${header.mac.epoch}/case`);
    return header.vault === directory.vault && signer !== undefined && headerIsGenuine(header, signer);
  };
  if (!isGenuine(file)) return null;
  if (directory.header === undefined || directory.header === headerText(file)) return file;
  const kept = parseHeader(directory.header);
  return kept.ok && isGenuine(kept.value) ? kept.value : null;
}

/** The header's text when `header.json` (its text given) is behind the keys file and has to be written; else null. */
export function headerBehind(keys: VaultKeys, text: string): string | null {
  const current = headerText(keys.inner.header);
  return current === text ? null : current;
}
