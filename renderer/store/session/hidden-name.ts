/** Names that tell nothing: keyed hashes under which rows, blocks and pending slots are stored. */
import { toHex, toUtf8 } from '#shared/vault/canonical.ts';
import { sealingKey } from '#shared/vault/key-ring.ts';
import { mac } from '#shared/vault/seal.ts';
import type { Random, VaultKeys } from '#shared/vault/vault.ts';

export type HiddenName = (purpose: 'cache' | 'file' | 'meta' | 'pending', text: string) => string;

/** 32 hex digits per name; the same in every session of one vault and epoch. */
export function hiddenNames(keys: VaultKeys, random: Random): HiddenName {
  const key = sealingKey(keys, { owner: null, ring: 'case' }, 'names', random);
  return (purpose, text) => toHex(mac(key, toUtf8(`${purpose}/${text}`)).subarray(0, 16));
}
