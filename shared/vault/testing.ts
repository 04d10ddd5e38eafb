/** Deterministic helpers for tests of the vault core: a seeded source of bytes and a vault that is open. */
import type { Result } from '../errors.ts';
import { vaultFiles } from './access.ts';
import type { VaultKeys } from './key-ring.ts';
import { sha256 } from './seal.ts';
import { addSlot, type PublicSlot } from './slot-changes.ts';
import type { DerivedKey, NewSlot } from './slots.ts';
import { toUtf8 } from './canonical.ts';
import type { CommitMeta, FileChange, OwnedScope, Random } from './types.ts';
import { createVaultKeys, openParsed, parseFiles } from './vault-keys.ts';

/** Bytes that look random and repeat for the same seed. Never for real keys. */
export function seededRandom(seed: string): Random {
  let counter = 0;
  return (length) => {
    const out = new Uint8Array(length);
    for (let at = 0; at < length; at += 32) {
      counter += 1;
      out.set(sha256(toUtf8(`${seed}/${counter}`)).subarray(0, Math.min(32, length - at)), at);
    }
    return out;
  };
}

export const VAULT = '0123456789abcdef0123456789abcdef';
export const DEVICE = 'dddddddddddddddddddddddddddddddd';
export const HOLDER = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa';
export const KDF = {
  algorithm: 'argon2id',
  memoryKiB: 131072,
  passes: 3,
  lanes: 1,
  salt: 'AAECAwQFBgcICQoLDA0ODw==',
} as const;
export const RECOVERY_KDF = { algorithm: 'hkdf-sha256', salt: 'AAECAwQFBgcICQoLDA0ODw==' } as const;

/** An id made of one repeated pair of hex digits: `idOf('c1')`. */
export function idOf(pair: string): string {
  return pair.repeat(16);
}
export function caseScope(pair: string): OwnedScope {
  return { owner: idOf(pair), ring: 'case' };
}

export interface TestVault extends ReturnType<typeof createVaultKeys> {
  readonly random: Random;
  readonly kek: Uint8Array;
  /** What the derive process would hand over for the founder's slot. */
  readonly derived: readonly DerivedKey[];
}

/** A new vault of one attorney. */
export function testVault(seed = 'vault'): TestVault {
  const random = seededRandom(seed);
  const kek = random(32);
  const founder = { kek, kdf: KDF, role: 'attorney', holder: HOLDER, grantedBy: null } as const;
  const made = createVaultKeys({ vault: VAULT, founder, random });
  return { ...made, random, kek, derived: [{ slotId: made.keys.slotId, kek, kdf: KDF }] };
}

/** Opens a vault from its two files at once. */
export function openKeys(headerFile: string, keysFile: Uint8Array, keks: readonly DerivedKey[]): Result<VaultKeys> {
  const files = parseFiles(headerFile, keysFile);
  return files.ok ? openParsed(files.value, keks) : files;
}

/** Adds a slot and answers it with both files as they are then. */
export function addTo({ keys, random }: TestVault, given: NewSlot | PublicSlot) {
  const slotId = addSlot(keys, given, random);
  return { ...vaultFiles(keys, random), slotId };
}

export const META: CommitMeta = {
  schema: 1,
  author: HOLDER,
  capacity: 'underCounsel',
  action: 'history.edited',
  at: '2019-04-03T12:00:00Z',
};

/** A change that creates a file with this value. */
export function created(pair: string, value: Record<string, string>, ring: OwnedScope['ring'] = 'case'): FileChange {
  const file = idOf(pair);
  return { file, scope: { owner: file, ring }, base: 0, patches: [{ file, path: [], after: value }] };
}
