/** The words of the vault core. Everything here is plain data; bytes are Uint8Array, ids 32 lower-case hex digits. */
import type { Json } from './canonical.ts';

/** Source of random bytes, given by the caller (Web Crypto in the store worker); `shared/` makes none itself. */
export type Random = (length: number) => Uint8Array;

/** The three rings of design §4; a slot that may not see something does not hold its ring's key. */
export const rings = ['case', 'workProduct', 'protectedSource'] as const;
export type Ring = (typeof rings)[number];

/**
 * Whose key seals something. `owner` is the case id for a case and all that belongs to it (its drafts, notes,
 * sources, blobs), the office id for the office file, the report id for a report. Destroying an owner's keys
 * purges all of it. `owner: null` is the vault's own: index blocks, settings rows, pending typing.
 */
export interface Scope {
  readonly owner: string | null;
  readonly ring: Ring;
}
export interface OwnedScope extends Scope {
  readonly owner: string;
}

/** What belongs to the vault itself and everybody with access may read. */
export const VAULT_SCOPE = { owner: null, ring: 'case' } as const satisfies Scope;

/** Hybrid logical clock: wall milliseconds (UTC) and a counter, never going back on one device. */
export interface Clock {
  readonly millis: number;
  readonly counter: number;
}

/** Where a device's chain stands: its last entry's sequence (0 = none yet), header hash (hex) and clock. */
export interface Head {
  readonly device: string;
  readonly sequence: number;
  readonly hash: string;
  readonly clock: Clock;
}

/** One change of one value. `path` [] is the whole file; a missing `before`/`after` means "was/is not there". */
export interface Patch {
  readonly file: string;
  readonly path: readonly string[];
  readonly before?: Json;
  readonly after?: Json;
}

/** All patches of one file in one commit. `base` is the revision they start from (0 = the file is new). */
export interface FileChange {
  readonly file: string;
  readonly scope: OwnedScope;
  readonly base: number;
  readonly patches: readonly Patch[];
}

/** Who did what: readable by every slot and kept after a purge, so it holds ids and locale keys, no client data. */
export interface CommitMeta {
  /** Schema version of the files that the patches belong to. */
  readonly schema: number;
  /** Member id. */
  readonly author: string;
  readonly capacity: string;
  /** Locale key under `history.`. */
  readonly action: string;
  /** ISO instant. */
  readonly at: string;
  /** Ids that the action needs to be understood or undone, e.g. `undoes`. */
  readonly refs?: Readonly<Record<string, string>>;
}

/** A section this slot cannot read: its ring is not ours, or its key was destroyed (purged). */
export interface HiddenChange {
  readonly hidden: 'ring' | 'purged';
  readonly scope: OwnedScope;
}

/** A commit read back from the journal: all its parts were there and opened. */
export interface OpenedCommit {
  readonly device: string;
  /** Sequence of its first and last entry. */
  readonly first: number;
  readonly sequence: number;
  readonly clock: Clock;
  readonly meta: CommitMeta;
  readonly changes: readonly (FileChange | HiddenChange)[];
}
