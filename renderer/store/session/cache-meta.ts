/** What the working copy says about itself: how far it is, which blocks it has, and the first screen. */
import { openRecord, sealRecord, type Head, type Random, VAULT_SCOPE, type VaultKeys } from '#shared/vault/vault.ts';
import type { Id } from '#shared/domain/base.ts';
import { schemaVersion } from '#shared/domain/case-file.ts';
import { AppError } from '#shared/errors.ts';
import { type EntryTuple, INDEX_FORMAT } from '../index/codec.ts';

/** A verified head and the place in the files right behind it. */
export interface Place {
  readonly head: Head;
  readonly segment: string;
  readonly offset: number;
}

export interface CacheMeta {
  readonly format: number;
  readonly schema: number;
  /** Rings held when it was made: another slot may see more or less. */
  readonly rings: string;
  /** The device that this laptop writes as. */
  readonly device: Id;
  /** How far each device's journal is taken in. */
  readonly heads: readonly Head[];
  /** Where to read on; may lie before the head of the same device. */
  readonly places: readonly Place[];
  readonly office: { readonly id: Id; readonly revision: number } | null;
  readonly blocks: readonly (readonly [key: string, revision: number])[];
  readonly total: number;
  /** The first people in name order and the cases they are of. */
  readonly first: { readonly ids: readonly Id[]; readonly entries: readonly EntryTuple[] };
}

const NAME = { kind: 'meta', id: 'meta', version: 1, revision: 0 };

export function heldRings(keys: VaultKeys): string {
  return [...keys.held].sort().join(' ');
}

export function sealMeta(keys: VaultKeys, meta: CacheMeta, random: Random): Uint8Array {
  return sealRecord(keys, VAULT_SCOPE, NAME, new TextEncoder().encode(JSON.stringify(meta)), random);
}

/** Why there is no working copy to go on from; `known`: what one of another person or format still vouches for. */
export interface NoCopy {
  /** A key under `vault.rebuilt.`; null when this vault was never opened here. */
  readonly rebuild: string | null;
  readonly known: Pick<CacheMeta, 'device' | 'heads' | 'places'> | null;
}

/**
 * The meta record, or why the working copy cannot be used: 'damaged' (not ours) or 'different' (an older format, or
 * made by somebody who sees more or less), which still knows the chain of this laptop and how far the journals were.
 * Throws `vault-newer-version` {what: 'cache'} for the copy of a newer program, which is left as it is: `format` and
 * `schema` stay where they are in every version of this record.
 */
export function openMeta(keys: VaultKeys, row: Uint8Array): CacheMeta | NoCopy {
  const opened = openRecord(keys, VAULT_SCOPE, NAME, row);
  if (!opened.ok) return { rebuild: 'damaged', known: null };
  const meta = JSON.parse(new TextDecoder().decode(opened.value)) as CacheMeta;
  if (meta.format > INDEX_FORMAT || meta.schema > schemaVersion) {
    throw new AppError('vault-newer-version', { what: 'cache' });
  }
  const isSame = meta.format === INDEX_FORMAT && meta.schema === schemaVersion && meta.rings === heldRings(keys);
  return isSame ? meta : { rebuild: 'different', known: meta };
}
