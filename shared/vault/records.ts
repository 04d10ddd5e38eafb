/**
 * Sealed rows of the working copy (Dexie), index blocks and pending typing.
 * Envelope: format (1) ‖ epoch (4) ‖ nonce (24) ‖ ciphertext and tag of the padded data.
 */
import { AppError, fail, ok, type Result } from '../errors.ts';
import { ByteReader, ByteWriter } from './binary.ts';
import { NONCE_BYTES, open, seal } from './seal.ts';
import type { OwnedScope, Random, Scope } from './types.ts';
import { findKey, newestEpochOf, sealingKey, type VaultKeys } from './key-ring.ts';

const ENVELOPE = 1;

/** What a row is: bound to it as associated data. `version` schema version, `revision` counts its changes. */
export interface RecordName {
  /** 'file', 'index', 'meta', … */
  readonly kind: string;
  readonly id: string;
  readonly version: number;
  readonly revision: number;
}

/** Seals a row in the current epoch. Throws `not-allowed` when the scope's ring is not held. */
export function sealRecord(
  keys: VaultKeys,
  scope: Scope,
  name: RecordName,
  data: Uint8Array,
  random: Random,
): Uint8Array {
  const key = sealingKey(keys, scope, `record/${name.kind}`, random);
  return sealUnder(keys, { key, epoch: keys.inner.epoch }, name, data, random);
}

/**
 * Seals a row that copies what stands in the journal already, under the newest key that its owner has: a copy made after
 * the start of an epoch needs no new keys on the disk, and none is ever minted here. Throws `not-allowed` when the scope's
 * ring is not held or its owner was purged, `vault-damaged` {what: 'keys'} for an owner without a key: nothing of it can
 * stand in the journal.
 */
export function sealCopy(
  keys: VaultKeys,
  scope: OwnedScope,
  name: RecordName,
  data: Uint8Array,
  random: Random,
): Uint8Array {
  const epoch = newestEpochOf(keys, scope);
  const key = findKey(keys, scope, epoch, `record/${name.kind}`);
  if (key === 'missing') throw new AppError('vault-damaged', { what: 'keys' });
  if (typeof key === 'string') throw new AppError('not-allowed', { what: scope.ring });
  return sealUnder(keys, { key, epoch }, name, data, random);
}

function sealUnder(
  keys: VaultKeys,
  { key, epoch }: { readonly key: Uint8Array; readonly epoch: number },
  name: RecordName,
  data: Uint8Array,
  random: Random,
): Uint8Array {
  const sealed = seal(key, random(NONCE_BYTES), { vault: keys.vault, epoch, ...pick(name) }, data);
  return new ByteWriter().uint(ENVELOPE, 1).uint(epoch, 4).bytes(sealed).done();
}

/**
 * Opens a row. Failures: `not-allowed` {what: ring} when its ring is not held, `file-not-found` when its owner was
 * purged, `vault-damaged` {what: kind} when it is not the row that was sealed under this name.
 */
export function openRecord(keys: VaultKeys, scope: Scope, name: RecordName, sealed: Uint8Array): Result<Uint8Array> {
  const damaged = fail('vault-damaged', { what: name.kind });
  const reader = new ByteReader(sealed);
  const format = reader.uint(1);
  const epoch = reader.uint(4);
  if (reader.short || format !== ENVELOPE) return damaged;
  const key = findKey(keys, scope, epoch, `record/${name.kind}`);
  if (key === 'ring') return fail('not-allowed', { what: scope.ring });
  if (key === 'purged') return fail('file-not-found');
  if (key === 'missing') return damaged;
  const data = open(key, { vault: keys.vault, epoch, ...pick(name) }, reader.bytes(reader.left));
  return data === null ? damaged : ok(data);
}

/** Seals unfinished typing for one slot (32 hex digits), by default under the case ring. */
export function sealPending(
  keys: VaultKeys,
  slot: string,
  data: Uint8Array,
  random: Random,
  ring: Scope['ring'] = 'case',
): Uint8Array {
  return sealRecord(keys, { owner: null, ring }, pendingName(slot), data, random);
}
/** Opens what `sealPending` made for this slot and ring; failures as `openRecord`. */
export function openPending(
  keys: VaultKeys,
  slot: string,
  sealed: Uint8Array,
  ring: Scope['ring'] = 'case',
): Result<Uint8Array> {
  return openRecord(keys, { owner: null, ring }, pendingName(slot), sealed);
}

function pendingName(slot: string): RecordName {
  return { kind: 'pending', id: slot, version: 1, revision: 0 };
}
/** Only the four named fields, whatever else the caller's object has. */
function pick({ kind, id, version, revision }: RecordName): RecordName {
  return { kind, id, version, revision };
}
