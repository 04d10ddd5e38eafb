import { webcrypto } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import {
  type BlobCipher,
  CHUNK_BYTES,
  nobleBlobCipher,
  openBlob,
  padmeLength,
  sealBlob,
  webBlobCipher,
} from './blob.ts';
import { joinBytes } from './canonical.ts';
import { caseScope, idOf, testVault } from './testing.ts';

// Thousands of cases, or real key derivation: slow on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const web = webBlobCipher(webcrypto.subtle);
const id = idOf('b0');
const scope = caseScope('c1');

async function sealed(length: number) {
  const vault = testVault();
  const data = Uint8Array.from({ length }, (_, index) => index % 251);
  const bytes = await sealBlob(vault.keys, { scope, id, data, random: vault.random, cipher: web });
  return { ...vault, data, bytes };
}

describe('a blob', () => {
  it.each([0, 1, 1000, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES + 17])(
    'of %i bytes comes back, by WebCrypto and by the cipher in JavaScript',
    async (length) => {
      const { keys, data, bytes } = await sealed(length);
      for (const cipher of [web, nobleBlobCipher]) {
        expect(await openBlob(keys, { scope, id, bytes, cipher })).toEqual({ ok: true, value: data });
      }
    },
  );

  it('sees any flipped byte', async () => {
    const { keys, bytes } = await sealed(1000);
    for (let at = 0; at < bytes.length; at += 1) {
      const flipped = bytes.slice();
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      expect((await openBlob(keys, { scope, id, bytes: flipped, cipher: nobleBlobCipher })).ok, `byte ${at}`).toBe(
        false,
      );
    }
  });

  it('sees chunks exchanged, repeated, left off, and a blob under another name', async () => {
    const { keys, bytes } = await sealed(3 * CHUNK_BYTES);
    const size = CHUNK_BYTES + 16;
    const chunks = padmeLength(3 * CHUNK_BYTES) / CHUNK_BYTES;
    expect(chunks).toBe(3);
    const at = bytes.length - chunks * size;
    const head = bytes.subarray(0, at);
    const [a, b, c] = [0, 1, 2].map((index) => bytes.subarray(at + index * size, at + (index + 1) * size)) as [
      Uint8Array,
      Uint8Array,
      Uint8Array,
    ];
    const opens = async (parts: Uint8Array, as = id) =>
      (await openBlob(keys, { scope, id: as, bytes: parts, cipher: web })).ok;
    expect(await opens(joinBytes(head, a, b, c))).toBe(true);
    expect(await opens(joinBytes(head, b, a, c))).toBe(false);
    expect(await opens(joinBytes(head, a, a, c))).toBe(false);
    expect(await opens(joinBytes(head, a, b))).toBe(false);
    expect(await opens(joinBytes(head, a, b, c, c))).toBe(false);
    expect(await opens(bytes, idOf('b1'))).toBe(false);
  });
});

describe('the key of a blob', () => {
  it('does not stay in memory, also when the cipher fails or a chunk is not genuine', async () => {
    const { keys, random, data, bytes } = await sealed(1000);
    const seen: Uint8Array[] = [];
    const broken: BlobCipher = {
      seal: async (key) => {
        seen.push(key);
        throw new Error('no cipher');
      },
      open: async (key) => {
        seen.push(key);
        return null;
      },
    };
    await expect(sealBlob(keys, { scope, id, data, random, cipher: broken })).rejects.toThrow('no cipher');
    expect(await openBlob(keys, { scope, id, bytes, cipher: broken })).toMatchObject({ code: 'vault-damaged' });
    expect(seen).toEqual([new Uint8Array(32), new Uint8Array(32)]);
  });
});

describe('Padmé', () => {
  it.each([
    [1, 1],
    [9, 10],
    [100, 104],
    [1000, 1024],
    [1025, 1088],
    [1_000_000, 1_015_808],
  ])('makes %i %i', (length, padded) => expect(padmeLength(length)).toBe(padded));
  it('adds at most 12 % and never takes away', () => {
    for (let length = 2; length < 200_000; length += 37) {
      const padded = padmeLength(length);
      expect(padded).toBeGreaterThanOrEqual(length);
      expect(padded / length).toBeLessThan(1.12);
    }
  });
});
