/**
 * `header.json`: who can open the vault, and at what cost. Clear text, canonical JSON, read before any key exists.
 * It holds no check value of a passphrase: only a slot that opens proves one. Three things guard it: `checksum`
 * (SHA-256, tells damage from a wrong passphrase before a key is derived), each slot's own authenticated parameters
 * (slots.ts), and `mac` under a key of the case ring, checked once the vault is open (who holds which role).
 */
import { z } from 'zod';
import { fail, ok, type Result } from '../errors.ts';
import { role } from '../domain/roles.ts';
import { kdfParams, type KdfParams } from '../ipc/contract.ts';
import { canonicalBytes, canonicalText, fromBase64, sameBytes, toBase64 } from './canonical.ts';
import { mac, sha256, subkey } from './seal.ts';

export const HEADER_VERSION = 1;
/** Argon2id bounds (RFC 9106 parameters): below is weak, above would hang the laptop; both refused before a run. */
export const KDF_LIMITS = {
  minMemoryKiB: 64 * 1024,
  maxMemoryKiB: 1024 * 1024,
  minPasses: 3,
  maxPasses: 16,
  maxLanes: 4,
  saltBytes: 16,
} as const;
/** A header with more would be refused: see `addSlot`. */
export const MAX_SLOTS = 32;

const hexId = z.string().regex(/^[0-9a-f]{32}$/);
const base64 = (length: number) => z.string().refine((text) => fromBase64(text)?.length === length);

/** HKDF-SHA-256 with a salt: enough for a recovery code of 130 random bits. */
export const recoveryParams = z.strictObject({ algorithm: z.literal('hkdf-sha256'), salt: base64(16) });
export type RecoveryParams = z.infer<typeof recoveryParams>;

const slotShape = {
  id: hexId,
  role,
  /** Member (person of the office) who opens by this slot; a recovery slot has the holder of its passphrase slot. */
  holder: hexId,
  /** Slot that granted the role; null when the first person declared it. */
  grantedBy: hexId.nullable(),
  publicKey: base64(32),
  commitment: base64(32),
  wrapped: base64(72),
} as const;
export const slot = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('passphrase'), kdf: kdfParams, ...slotShape }),
  z.strictObject({ kind: z.literal('recovery'), kdf: recoveryParams, ...slotShape }),
]);
export type Slot = z.infer<typeof slot>;

export const header = z.strictObject({
  format: z.literal('amparo-vault'),
  version: z.literal(HEADER_VERSION),
  vault: hexId,
  slots: z.array(slot).min(1).max(MAX_SLOTS),
  mac: z.strictObject({ epoch: z.number().int().positive(), value: base64(32) }),
  checksum: base64(32),
});
export type Header = z.infer<typeof header>;
type Unsigned = Omit<Header, 'mac' | 'checksum'>;

/** Whether Argon2id parameters lie inside `KDF_LIMITS`. */
export function kdfAllowed(kdf: KdfParams): boolean {
  const { minMemoryKiB, maxMemoryKiB, minPasses, maxPasses, maxLanes, saltBytes } = KDF_LIMITS;
  return (
    kdf.memoryKiB >= minMemoryKiB &&
    kdf.memoryKiB <= maxMemoryKiB &&
    kdf.passes >= minPasses &&
    kdf.passes <= maxPasses &&
    kdf.lanes >= 1 &&
    kdf.lanes <= maxLanes &&
    fromBase64(kdf.salt)?.length === saltBytes
  );
}

/**
 * Reads a header text. Failures: `vault-newer-version` (found, known) before anything else is judged;
 * `header-weak` for Argon2id parameters outside the limits; `header-unreadable` (where) for everything that is not
 * byte for byte what `headerText` writes.
 */
export function parseHeader(text: string): Result<Header> {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return fail('header-unreadable', { where: 'json' });
  }
  const newer = newerVersion(raw, 'amparo-vault', HEADER_VERSION);
  if (newer !== null) return fail('vault-newer-version', { found: newer, known: HEADER_VERSION });
  const parsed = header.safeParse(raw);
  if (!parsed.success) return fail('header-unreadable', { where: parsed.error.issues[0]?.path.join('.') ?? '' });
  const value = parsed.data;
  for (const { kdf } of value.slots) {
    if (kdf.algorithm === 'argon2id' && !kdfAllowed(kdf)) {
      return fail('header-weak', { memoryKiB: kdf.memoryKiB, passes: kdf.passes, lanes: kdf.lanes });
    }
  }
  if (canonicalText(value) !== text || value.checksum !== checksumOf(value)) {
    return fail('header-unreadable', { where: 'checksum' });
  }
  if (new Set(value.slots.map((each) => each.id)).size !== value.slots.length) {
    return fail('header-unreadable', { where: 'slots' });
  }
  return ok(value);
}

/** The version of a file of this format that is newer than `known`; null when it is not newer. */
export function newerVersion(raw: unknown, format: string, known: number): number | null {
  const loose = z.looseObject({ format: z.literal(format), version: z.number().int() }).safeParse(raw);
  return loose.success && loose.data.version > known ? loose.data.version : null;
}

/** Completes a header with mac and checksum. `caseRing` is the case ring's key of `epoch`. */
export function signHeader(body: Unsigned, epoch: number, caseRing: Uint8Array): Header {
  const value = toBase64(headerMac(body, epoch, caseRing));
  const unchecked = { ...body, mac: { epoch, value } };
  return { ...unchecked, checksum: checksumOf(unchecked) };
}

/** Whether the header was written by somebody who holds the case ring's key of the epoch that it names. */
export function headerIsGenuine(value: Header, caseRing: Uint8Array): boolean {
  const { mac: given, checksum: _, ...body } = value;
  const found = fromBase64(given.value);
  return found !== null && sameBytes(found, headerMac(body, given.epoch, caseRing));
}

/** The text of the file. */
export function headerText(value: Header): string {
  return canonicalText(value);
}

function headerMac(body: Unsigned, epoch: number, caseRing: Uint8Array): Uint8Array {
  return mac(subkey(caseRing, 'header'), canonicalBytes({ body, epoch }));
}
function checksumOf(value: Omit<Header, 'checksum'>): string {
  const { format, version, vault, slots, mac: given } = value;
  return toBase64(sha256(canonicalBytes({ format, version, vault, slots, mac: given })));
}
