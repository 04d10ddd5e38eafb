/**
 * Rings: random keys per epoch, sealed to the public keys of the slots that may have them (X25519 with an ephemeral
 * key, HKDF-SHA-256, XChaCha20-Poly1305). Granting needs only a public key; nobody else has to be present.
 */
import { x25519 } from '@noble/curves/ed25519.js';
import type { Role } from '../domain/roles.ts';
import { canonicalBytes, joinBytes } from './canonical.ts';
import { derive, KEY_BYTES, mac, NONCE_BYTES, openRaw, sealRaw, sha256, subkey } from './seal.ts';
import type { SlotKeys } from './slots.ts';
import { rings, type Random, type Ring } from './types.ts';

/** What a grant is; authenticated with it. */
export interface GrantContext {
  readonly vault: string;
  readonly epoch: number;
  readonly ring: Ring;
  readonly slot: string;
}
export type RingCommitments = Readonly<Record<Ring, string>>;

/** Bytes of a sealed ring key: ephemeral public key (32) ‖ nonce ‖ ciphertext ‖ tag. */
export const GRANT_BYTES = 32 + NONCE_BYTES + KEY_BYTES + 16;

/**
 * Rings that a role holds unless whoever grants says otherwise: practitioners all; a paralegal works under counsel
 * (notes); an advocate gathers protected sources; an intake volunteer sees case files only.
 */
export function ringsOfRole(role: Role): readonly Ring[] {
  switch (role) {
    case 'attorney':
    case 'accreditedRepresentative':
      return rings;
    case 'paralegal':
      return ['case', 'workProduct'];
    case 'advocate':
      return ['case', 'protectedSource'];
    case 'intakeVolunteer':
      return ['case'];
  }
}

/** Seals a ring's key to a slot's public key. */
export function sealRing(key: Uint8Array, publicKey: Uint8Array, context: GrantContext, random: Random): Uint8Array {
  const ephemeral = x25519.keygen(random(32));
  const shared = x25519.getSharedSecret(ephemeral.secretKey, publicKey);
  const wrap = derive(shared, joinBytes(ephemeral.publicKey, publicKey), 'ring');
  return joinBytes(ephemeral.publicKey, sealRaw(wrap, random(NONCE_BYTES), canonicalBytes(context), key));
}

/** The ring's key, or null when the grant is not for this slot, ring and epoch, or was changed. */
export function openRing(sealed: Uint8Array, slot: SlotKeys, context: GrantContext): Uint8Array | null {
  if (sealed.length !== GRANT_BYTES) return null;
  const ephemeral = sealed.subarray(0, 32);
  let shared: Uint8Array;
  try {
    shared = x25519.getSharedSecret(slot.secretKey, ephemeral);
  } catch {
    return null; // an ephemeral key of small order yields no secret
  }
  const wrap = derive(shared, joinBytes(ephemeral, slot.publicKey), 'ring');
  return openRaw(wrap, canonicalBytes(context), sealed.subarray(32));
}

/** Commitment to a ring's key: says which key an epoch has without telling it. */
export function ringCommitment(vault: string, epoch: number, ring: Ring, key: Uint8Array): Uint8Array {
  return sha256(canonicalBytes({ what: 'amparo ring', vault, epoch, ring }), key);
}

/**
 * Ties an epoch to the one before: only somebody who held the former case ring can have made it. Without it,
 * whoever can write to the disk could add an epoch with a key of their own, sealed to our public keys.
 */
export function epochLink(
  formerCaseRing: Uint8Array,
  vault: string,
  epoch: number,
  commitments: RingCommitments,
): Uint8Array {
  return mac(subkey(formerCaseRing, 'epoch-link'), canonicalBytes({ vault, epoch, commitments }));
}
