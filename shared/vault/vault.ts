/**
 * The vault core as the store worker uses it. Everything is synchronous and pure except blobs (WebCrypto is
 * asynchronous); random bytes, clock and ids are arguments. Formats: header.ts, keys-file.ts, entry.ts, snapshot.ts.
 *
 * A session in five steps:
 *  1. create: `createVaultKeys` → write header and keys file (`vault.create`).
 *     open: `parseFiles(header, keysFile)`, then `openParsed(files, keks)`; wrong passphrase or damage is a `Failure`.
 *  2. read: per device `openEntries(keys, {device, segments, from, witness})` → commits, head, state
 *     ('intact' | 'torn' | 'damaged'); torn → `vault.cutTorn`, damaged → read-only. Then `replay` (replay.ts).
 *  3. write: `diff` (patch.ts) → `sealEntry(keys, …)` → if `keysFile` is not null: `vault.writeKeys`, then
 *     `keysSaved(keys)` → `vault.append({device, sequence: sealed.first, bytes})` → "Saved" → keep `sealed.head`.
 *  4. cache: `sealRecord`/`openRecord` for Dexie rows and index blocks, `sealPending`/`openPending` for typing.
 *  5. slots: `addSlot`, `grantRole`, `removeSlot`, `newEpoch`, `purgeOwner` change memory, `vaultFiles` makes both files;
 *     write the keys file first, then the header (a crash between the two leaves a readable vault). `wipeKeys` at lock.
 *
 * Keys in a `VaultKeys` are changed in place: one object per open vault.
 */
// biome-ignore-all lint/performance/noBarrelFile: the one door of the vault core; its users need not know its rooms
export {
  adopt,
  draftOf,
  grantorOf,
  headerOfBoth,
  isHolder,
  moveToSlot,
  ringsHeldOnlyBy,
  ringsOf,
  roleNow,
  slotsOf,
  vaultFiles,
  withSlotsOf,
} from './access.ts';
export type { BlobCipher, BlobName } from './blob.ts';
export { nobleBlobCipher, openBlob, sealBlob, webBlobCipher } from './blob.ts';
export type { Json } from './canonical.ts';
export type { Damage, SegmentBytes, Torn, Witness } from './chain.ts';
export { firstHead } from './chain.ts';
export { latest, tick } from './clock.ts';
export { destroyOldEpochs, newEpoch, purgeOwner } from './epochs.ts';
export type { JournalInput, OpenedJournal, SealedCommit } from './journal.ts';
export { openEntries, sealEntry } from './journal.ts';
export type { VaultFilesText, VaultKeys } from './key-ring.ts';
export { caseKeyFor, keysSaved, namingKey, purgedOwners, unsavedKeys, wipeKeys } from './key-ring.ts';
export { openLarge, sealLarge } from './large-record.ts';
export { applyPatches, diff, invert } from './patch.ts';
export type { RecordName } from './records.ts';
export { openPending, openRecord, sealCopy, sealPending, sealRecord } from './records.ts';
export type { Replayed, ReplayedFile } from './replay.ts';
export { replay } from './replay.ts';
export type { OpenedSnapshot, SnapshotFile } from './snapshot.ts';
export { openSnapshot, sealSnapshot } from './snapshot.ts';
export type { DerivedKey, NewSlot } from './slots.ts';
export { VAULT_SCOPE } from './types.ts';
export type * from './types.ts';
export type { PublicSlot } from './slot-changes.ts';
export { addSlot, grantRole, removeSlot, slotList } from './slot-changes.ts';
export type { ParsedFiles } from './vault-keys.ts';
export { createVaultKeys, headerBehind, openParsed, parseFiles } from './vault-keys.ts';
