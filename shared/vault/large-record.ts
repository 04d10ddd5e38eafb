/**
 * Large rows of the working copy (index blocks): AES-256-GCM under a key used once, which stands in a row sealed as every
 * other and bound to the block's name. By measurement: opening the index of 70,000 people by WebCrypto takes a tenth of
 * the time that XChaCha20-Poly1305 in JavaScript takes, and that is most of unlocking. Never inside a transaction.
 *
 * Layout: length (4) ‖ sealed row with the key ‖ ciphertext and tag of the padded data.
 */
import { fail, ok, type Result } from '../errors.ts';
import { ByteReader, ByteWriter } from './binary.ts';
import type { BlobCipher } from './blob.ts';
import { canonicalBytes } from './canonical.ts';
import { openRecord, type RecordName, sealRecord } from './records.ts';
import { KEY_BYTES, pad, unpad } from './seal.ts';
import type { Random, Scope } from './types.ts';
import type { VaultKeys } from './key-ring.ts';

/** The key is new for every sealing, so the nonce says nothing. */
const NONCE = new Uint8Array(12);

export interface LargeName {
  readonly scope: Scope;
  readonly name: RecordName;
  readonly cipher: BlobCipher;
}

/** Seals `data` in the current epoch; the data is taken over before the first wait. Throws as `sealRecord`. */
export async function sealLarge(
  keys: VaultKeys,
  given: LargeName & { readonly data: Uint8Array; readonly random: Random },
): Promise<Uint8Array> {
  const { scope, name, cipher, data, random } = given;
  const key = random(KEY_BYTES);
  try {
    const row = sealRecord(keys, scope, name, key, random);
    const sealed = await cipher.seal(key, NONCE, associatedBytes(keys, name), pad(data));
    return new ByteWriter().sized(row).bytes(sealed).done();
  } finally {
    key.fill(0);
  }
}

/** Opens what `sealLarge` made for exactly this name; failures as `openRecord`. */
export async function openLarge(
  keys: VaultKeys,
  given: LargeName & { readonly bytes: Uint8Array },
): Promise<Result<Uint8Array>> {
  const { scope, name, cipher, bytes } = given;
  const damaged = fail('vault-damaged', { what: name.kind });
  const reader = new ByteReader(bytes);
  const row = reader.sized();
  if (reader.short) return damaged;
  const opened = openRecord(keys, scope, name, row);
  if (!opened.ok) return opened;
  const key = opened.value;
  if (key.length !== KEY_BYTES) return damaged;
  try {
    const padded = await cipher.open(key, NONCE, associatedBytes(keys, name), reader.bytes(reader.left));
    const data = padded === null ? null : unpad(padded);
    return data === null ? damaged : ok(data);
  } finally {
    key.fill(0);
  }
}

function associatedBytes(keys: VaultKeys, { kind, id, version, revision }: RecordName): Uint8Array {
  return canonicalBytes({ vault: keys.vault, kind, id, version, revision });
}
