/** Names that tell nothing: keyed hashes under which rows, blocks and pending slots are stored. */
import { toHex, toUtf8 } from '#shared/vault/canonical.ts';
import { mac } from '#shared/vault/seal.ts';
import { namingKey, type VaultKeys } from '#shared/vault/vault.ts';

export type HiddenName = (purpose: 'cache' | 'file' | 'meta' | 'pending', text: string) => string;

/**
 * 32 hex digits per name; the same in every session of one vault, over new epochs too: the working copy and unfinished
 * typing are found again. Who lost access can tell from a name only whether a row of an id known to them is there.
 * There is no copy of the key: after `wipeKeys` there are no names either.
 */
export function hiddenNames(keys: VaultKeys): HiddenName {
  return (purpose, text) => toHex(mac(namingKey(keys), toUtf8(`${purpose}/${text}`)).subarray(0, 16));
}
