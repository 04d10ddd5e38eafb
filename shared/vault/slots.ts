/**
 * A slot: a secret (passphrase or recovery code) → KEK → unwraps the slot's private X25519 key, to which ring keys
 * are sealed. The wrap authenticates the slot's id, kind, cost parameters and public key, so none can be lowered or
 * swapped, and commits to the KEK, so one wrap cannot open under two keys. Role and grant are covered by the header's mac.
 */
import { x25519 } from '@noble/curves/ed25519.js';
import type { Role } from '../domain/roles.ts';
import type { KdfParams } from '../ipc/contract.ts';
import { canonicalBytes, fromBase64, sameBytes, toBase64, toHex } from './canonical.ts';
import { HEADER_VERSION, type RecoveryParams, type Slot } from './header.ts';
import { derive, NONCE_BYTES, openRaw, sealRaw, sha256 } from './seal.ts';
import type { Random } from './types.ts';

/** A key-encryption key as the derive process hands it over (overwrite it once the vault is open); `slotId` null when it is for a slot yet to be made. */
export interface DerivedKey {
  readonly slotId: string | null;
  readonly kek: Uint8Array;
  readonly kdf: KdfParams | RecoveryParams;
}

/** Who a new slot is for. `kdf` must be the parameters that `kek` was derived with. */
export interface NewSlot {
  readonly kek: Uint8Array;
  readonly kdf: KdfParams | RecoveryParams;
  readonly role: Role;
  readonly holder: string;
  readonly grantedBy: string | null;
}

export interface SlotKeys {
  readonly secretKey: Uint8Array;
  readonly publicKey: Uint8Array;
}

/** Makes a slot with a fresh key pair, whose private half leaves only wrapped. The kind follows from the parameters. */
export function makeSlot(vault: string, given: NewSlot, random: Random): Slot {
  const keys = x25519.keygen(random(32));
  const id = toHex(random(16));
  const { role, holder, grantedBy, kdf } = given;
  const common = { id, role, holder, grantedBy, publicKey: toBase64(keys.publicKey), commitment: '', wrapped: '' };
  const bare: Slot =
    kdf.algorithm === 'argon2id' ? { kind: 'passphrase', kdf, ...common } : { kind: 'recovery', kdf, ...common };
  const bound = boundBytes(vault, bare);
  const parts = kekParts(given.kek, bound);
  const wrapped = sealRaw(parts.wrap, random(NONCE_BYTES), bound, keys.secretKey);
  keys.secretKey.fill(0);
  return { ...bare, commitment: toBase64(parts.commitment), wrapped: toBase64(wrapped) };
}

/** The slot's key pair, or null when the KEK is not this slot's or anything of the slot was changed. */
export function openSlot(vault: string, slot: Slot, kek: Uint8Array): SlotKeys | null {
  const bound = boundBytes(vault, slot);
  const parts = kekParts(kek, bound);
  const commitment = fromBase64(slot.commitment);
  const wrapped = fromBase64(slot.wrapped);
  const publicKey = fromBase64(slot.publicKey);
  if (commitment === null || wrapped === null || publicKey === null) return null;
  if (!sameBytes(commitment, parts.commitment)) return null;
  const secretKey = openRaw(parts.wrap, bound, wrapped);
  if (secretKey === null || secretKey.length !== 32) return null;
  // One ladder: `getPublicKey` first works out tables that pay only for many keys, and everybody waits here.
  return sameBytes(x25519.scalarMult(secretKey, x25519.GuBytes), publicKey) ? { secretKey, publicKey } : null;
}

/** KEK of a recovery code: HKDF only, since the code itself has 130 random bits. `code` is its 17 bytes. */
export function recoveryKek(code: Uint8Array, params: RecoveryParams): Uint8Array {
  return derive(code, fromBase64(params.salt) ?? new Uint8Array(0), 'recovery');
}

function kekParts(kek: Uint8Array, bound: Uint8Array): { wrap: Uint8Array; commitment: Uint8Array } {
  const salt = sha256(bound);
  return { wrap: derive(kek, salt, 'slot/wrap'), commitment: derive(kek, salt, 'slot/commitment') };
}

function boundBytes(vault: string, slot: Slot): Uint8Array {
  const { id, kind, kdf, publicKey } = slot;
  return canonicalBytes({ vault, version: HEADER_VERSION, id, kind, kdf, publicKey });
}
