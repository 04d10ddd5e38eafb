/**
 * From a secret to keys: Argon2id for passphrases, HKDF for recovery codes. Pure but for the time it takes: random
 * bytes and the stopwatch are arguments. Runs in a process of its own, so that no page and not the main process ever
 * holds a derived key, and so that memory with the passphrase ends with the process.
 */
import { argon2id } from 'hash-wasm';
import { AppError } from '#shared/errors.ts';
import type { KdfParams } from '#shared/ipc/contract.ts';
import { fromBase64, toBase64 } from '#shared/vault/canonical.ts';
import { KDF_LIMITS, kdfAllowed, type RecoveryParams, type Slot } from '#shared/vault/header.ts';
import { normalizePassphrase } from '#shared/vault/passphrase.ts';
import { parseRecoveryCode } from '#shared/vault/recovery-code.ts';
import { type DerivedKey, openSlot, recoveryKek } from '#shared/vault/slots.ts';
import type { Random } from '#shared/vault/types.ts';

/** A slot as the header names it; see `slotsToDerive` in electron/main/vault/header.ts. */
export interface SlotParams {
  readonly slotId: string;
  readonly kdf: KdfParams | RecoveryParams;
  /** The slot itself and its vault: tells which slot the secret opens, so that no further one is tried. */
  readonly proof?: { readonly vault: string; readonly slot: Slot };
}

/** What the process is asked for. `secret`: UTF-8 of the passphrase or of the recovery code as typed; wiped here. */
export type DeriveJob =
  /** The passphrase slots in turn until one opens; without proofs all of them, and the store worker finds it. */
  | { readonly job: 'open'; readonly secret: Uint8Array; readonly slots: readonly SlotParams[] }
  | { readonly job: 'recover'; readonly secret: Uint8Array; readonly slots: readonly SlotParams[] }
  /** The passphrase or recovery code of one of these slots: its key, or none. */
  | { readonly job: 'prove'; readonly secret: Uint8Array; readonly slots: readonly SlotParams[] }
  /** A new vault: chooses the cost for this laptop. */
  | { readonly job: 'create'; readonly secret: Uint8Array }
  /** A further slot for the open vault. */
  | { readonly job: 'slot'; readonly secret: Uint8Array };

/** How long a derivation may take for a new vault, in milliseconds. */
const AIM = { least: 750, best: 1000, most: 2000 } as const;
const START = { memoryKiB: 128 * 1024, passes: 3, lanes: 1 } as const;
/** More is not chosen by itself: an old laptop with 4 GB must be able to open what a new one made. */
const MOST_MEMORY = 512 * 1024;
const MEMORY_STEP = 32 * 1024;
const TRIES = 3;
const KEY_BYTES = 32;

export interface Cost {
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
}

/**
 * Does a job. Throws `AppError`: `header-weak` for parameters outside the limits (before anything runs),
 * `recovery-code-checksum` for a mistyped code.
 */
export async function deriveKeys(job: DeriveJob, random: Random, now: () => number): Promise<DerivedKey[]> {
  try {
    switch (job.job) {
      case 'open':
        return await passphraseKeys(job.secret, job.slots);
      case 'recover':
        return recoveryKeys(job.secret, job.slots);
      case 'prove':
        return await provingKeys(job.secret, job.slots);
      case 'create':
      case 'slot':
        return [await calibrated(job.secret, random, now)];
    }
  } finally {
    job.secret.fill(0);
  }
}

async function passphraseKeys(secret: Uint8Array, slots: readonly SlotParams[]): Promise<DerivedKey[]> {
  const password = passphraseBytes(secret);
  const keys: DerivedKey[] = [];
  try {
    for (const { slotId, kdf, proof } of slots) {
      if (kdf.algorithm !== 'argon2id') continue;
      const kek = await runArgon2(password, kdf);
      if (proof === undefined) keys.push({ slotId, kek, kdf });
      else if (opens(proof, kek)) return [{ slotId, kek, kdf }];
      else kek.fill(0);
    }
    return keys;
  } finally {
    password.fill(0);
  }
}

/** What is no recovery code is a passphrase. */
async function provingKeys(secret: Uint8Array, slots: readonly SlotParams[]): Promise<DerivedKey[]> {
  const isCode = parseRecoveryCode(new TextDecoder().decode(secret)).ok;
  const keys = isCode ? recoveryKeys(secret, slots) : await passphraseKeys(secret, slots);
  return keys.filter(({ slotId, kek }) => {
    const proof = slots.find((slot) => slot.slotId === slotId)?.proof;
    const isRight = proof !== undefined && opens(proof, kek);
    if (!isRight) kek.fill(0);
    return isRight;
  });
}

function opens({ vault, slot }: NonNullable<SlotParams['proof']>, kek: Uint8Array): boolean {
  const keys = openSlot(vault, slot, kek);
  keys?.secretKey.fill(0);
  return keys !== null;
}

function recoveryKeys(secret: Uint8Array, slots: readonly SlotParams[]): DerivedKey[] {
  const code = codeBytes(secret);
  try {
    return slots.flatMap(({ slotId, kdf }) =>
      kdf.algorithm === 'hkdf-sha256' ? [{ slotId, kek: recoveryKek(code, kdf), kdf }] : [],
    );
  } finally {
    code.fill(0);
  }
}

/**
 * Derives at a cost that takes about a second here: runs, looks at the time, corrects at most twice. On a laptop that
 * is too slow even for the floor it stays at the floor.
 */
async function calibrated(secret: Uint8Array, random: Random, now: () => number): Promise<DerivedKey> {
  const password = passphraseBytes(secret);
  const salt = toBase64(random(KDF_LIMITS.saltBytes));
  let cost: Cost = START;
  try {
    for (let attempt = 1; ; attempt += 1) {
      const kdf: KdfParams = { algorithm: 'argon2id', ...cost, salt };
      const before = now();
      const kek = await runArgon2(password, kdf);
      const next = nextCost(cost, now() - before);
      if (next === null || attempt === TRIES) return { slotId: null, kek, kdf };
      kek.fill(0);
      cost = next;
    }
  } finally {
    password.fill(0);
  }
}

/** A better cost after a run of `elapsed` ms, or null when this one will do. Time grows with memory × passes. */
export function nextCost(cost: Cost, elapsed: number): Cost | null {
  if (elapsed >= AIM.least && elapsed <= AIM.most) return null;
  const { minMemoryKiB, minPasses, maxPasses } = KDF_LIMITS;
  const work = (cost.memoryKiB * cost.passes * AIM.best) / Math.max(1, elapsed);
  const memory = Math.floor(work / minPasses / MEMORY_STEP) * MEMORY_STEP;
  const memoryKiB = Math.min(MOST_MEMORY, Math.max(minMemoryKiB, memory));
  const passes = Math.min(maxPasses, Math.max(minPasses, Math.round(work / memoryKiB)));
  return memoryKiB === cost.memoryKiB && passes === cost.passes ? null : { memoryKiB, passes, lanes: cost.lanes };
}

/** Argon2id version 1.3 (RFC 9106), 32-byte key; refuses parameters outside `KDF_LIMITS` before it runs. */
export async function runArgon2(password: Uint8Array, kdf: KdfParams): Promise<Uint8Array> {
  const salt = fromBase64(kdf.salt);
  if (!kdfAllowed(kdf) || salt === null) {
    throw new AppError('header-weak', { memoryKiB: kdf.memoryKiB, passes: kdf.passes, lanes: kdf.lanes });
  }
  return argon2id({
    password,
    salt,
    iterations: kdf.passes,
    memorySize: kdf.memoryKiB,
    parallelism: kdf.lanes,
    hashLength: KEY_BYTES,
    outputType: 'binary',
  });
}

function passphraseBytes(secret: Uint8Array): Uint8Array {
  return new TextEncoder().encode(normalizePassphrase(new TextDecoder().decode(secret)));
}

function codeBytes(secret: Uint8Array): Uint8Array {
  const code = parseRecoveryCode(new TextDecoder().decode(secret));
  if (!code.ok) throw new AppError(code.code, code.detail);
  return code.value.bytes;
}
