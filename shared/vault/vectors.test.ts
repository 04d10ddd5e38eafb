/**
 * Published vectors of Project Wycheproof against the libraries we ship. They lie outside the repository, in
 * $AMPARO_SHARED/vectors; without it these tests are skipped, and say so by their name.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gcm } from '@noble/ciphers/aes.js';
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { x25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from './canonical.ts';

const folder = join(process.env.AMPARO_SHARED ?? '', 'vectors');
const present = process.env.AMPARO_SHARED !== undefined && existsSync(folder);

interface Vector {
  readonly tcId: number;
  readonly result: 'valid' | 'invalid' | 'acceptable';
  readonly flags: readonly string[];
  readonly [field: string]: unknown;
}
interface Group {
  readonly tests: readonly Vector[];
  readonly [field: string]: unknown;
}

function groups(file: string): readonly Group[] {
  return JSON.parse(readFileSync(join(folder, file), 'utf8')).testGroups;
}
function bytes(vector: Vector, field: string): Uint8Array {
  return fromHex(String(vector[field]));
}
function orNull<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

type Aead = (
  key: Uint8Array,
  nonce: Uint8Array,
  aad: Uint8Array,
) => {
  encrypt(data: Uint8Array): Uint8Array;
  decrypt(data: Uint8Array): Uint8Array;
};

function checkAead(file: string, cipher: Aead, skip: (group: Group) => boolean): { valid: number; invalid: number } {
  const seen = { valid: 0, invalid: 0 };
  for (const group of groups(file)) {
    if (skip(group)) continue;
    for (const vector of group.tests) {
      const sealed = fromHex(`${vector.ct}${vector.tag}`);
      const at = () => cipher(bytes(vector, 'key'), bytes(vector, 'iv'), bytes(vector, 'aad'));
      const opened = orNull(() => at().decrypt(sealed));
      if (vector.result === 'valid') {
        seen.valid += 1;
        expect(opened && toHex(opened), `${file} ${vector.tcId}`).toBe(vector.msg);
        expect(toHex(at().encrypt(bytes(vector, 'msg'))), `${file} ${vector.tcId}`).toBe(toHex(sealed));
      } else {
        seen.invalid += 1;
        expect(opened, `${file} ${vector.tcId}`).toBeNull();
      }
    }
  }
  return seen;
}

describe.skipIf(!present)('Wycheproof vectors (skipped: AMPARO_SHARED/vectors is not there)', () => {
  it('XChaCha20-Poly1305', () => {
    const seen = checkAead('xchacha20_poly1305_test.json', xchacha20poly1305, () => false);
    expect(seen.valid).toBeGreaterThan(200);
    expect(seen.invalid).toBeGreaterThan(60);
  });

  it('AES-GCM with the 256-bit keys, 96-bit nonces and whole tags that blobs use', () => {
    const seen = checkAead('aes_gcm_test.json', gcm, (group) => {
      return group.keySize !== 256 || group.ivSize !== 96 || group.tagSize !== 128;
    });
    expect(seen.valid).toBeGreaterThan(30);
    expect(seen.invalid).toBeGreaterThan(20);
  });

  it('X25519: right secrets, and no all-zero secret accepted', () => {
    let seen = 0;
    for (const vector of groups('x25519_test.json').flatMap((group) => group.tests)) {
      const shared = orNull(() => x25519.getSharedSecret(bytes(vector, 'private'), bytes(vector, 'public')));
      if (/^0+$/.test(String(vector.shared))) expect(shared, `x25519 ${vector.tcId}`).toBeNull();
      else expect(shared && toHex(shared), `x25519 ${vector.tcId}`).toBe(vector.shared);
      seen += 1;
    }
    expect(seen).toBeGreaterThan(500);
  });

  it('HKDF-SHA-256', () => {
    let seen = 0;
    for (const vector of groups('hkdf_sha256_test.json').flatMap((group) => group.tests)) {
      const length = Number(vector.size);
      const made = orNull(() =>
        hkdf(sha256, bytes(vector, 'ikm'), bytes(vector, 'salt'), bytes(vector, 'info'), length),
      );
      expect(made && toHex(made), `hkdf ${vector.tcId}`).toBe(vector.result === 'valid' ? vector.okm : null);
      seen += 1;
    }
    expect(seen).toBeGreaterThan(80);
  });
});
