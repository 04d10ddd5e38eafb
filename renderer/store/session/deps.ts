/** What a session needs from outside: everything that is not pure comes in here, so that tests run the real session. */
import type { Id } from '#shared/domain/base.ts';
import type { Result } from '#shared/errors.ts';
import { AppError } from '#shared/errors.ts';
import type { TemplateTexts } from '#shared/documents/library.ts';
import type { Answer, Arg, Channel } from '#shared/ipc/contract.ts';
import { toHex } from '#shared/vault/canonical.ts';
import type { BlobCipher, DerivedKey, Random } from '#shared/vault/vault.ts';
import type { RowCache } from '../cache/row-cache.ts';
import type { StoreNotice } from '../contract.ts';

export interface Deps {
  /** Asks the main process. */
  relay<C extends Channel>(channel: C, arg: Arg<C>): Promise<Result<Answer<C>>>;
  /** Opens the working copy of one vault; throws when the browser database cannot be opened. */
  openCache(name: string): Promise<RowCache>;
  /** The keys that the key-derivation process hands over; waits for them. Throws what it says of the secret. */
  derivedKeys(): Promise<readonly DerivedKey[]>;
  /** The key of a new slot that `vault.derive` made under this ticket, once. Throws `internal` when none came. */
  derivedKey(ticket: string): Promise<DerivedKey>;
  /** The keys of what somebody at work typed as theirs, made by `vault.derive` ('present'); none when it opens nothing. */
  proof(ticket: string): Promise<readonly DerivedKey[]>;
  notify(notice: StoreNotice): void;
  /** Wall clock, milliseconds (UTC). */
  now(): number;
  /** Today at the laptop, YYYY-MM-DD. */
  today(): string;
  readonly random: Random;
  /** Lets waiting messages through during long work. */
  pause(): Promise<void>;
  /** Runs `work` after `ms` milliseconds; answers the function that calls it off. */
  later(ms: number, work: () => void): () => void;
  /** How long to wait before the older record is read once more after the disk did not give it, in ms, one for each time. */
  readonly readAgainAfter: readonly number[];
  readonly blobCipher: BlobCipher;
  /** Texts of the templates, for what is decided when a document becomes final. */
  templateTexts(): Promise<TemplateTexts>;
}

/** The answer of the main process; its failure is thrown as an `AppError`. */
export async function ask<C extends Channel>(deps: Deps, channel: C, arg: Arg<C>): Promise<Answer<C>> {
  const result = await deps.relay(channel, arg);
  if (!result.ok) throw new AppError(result.code, result.detail);
  return result.value;
}

/** A new random 128-bit id. */
export function randomId(random: Random): Id {
  return toHex(random(16));
}

/** ISO instant of a wall clock. */
export function isoOf(millis: number): string {
  return new Date(millis).toISOString();
}
