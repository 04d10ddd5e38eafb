import { webcrypto } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type BlobCipher, nobleBlobCipher, webBlobCipher } from './blob.ts';
import { toUtf8 } from './canonical.ts';
import { newEpoch } from './epochs.ts';
import { openLarge, sealLarge } from './large-record.ts';
import { testVault } from './testing.ts';

const web = webBlobCipher(webcrypto.subtle);
const SCOPE = { owner: null, ring: 'case' } as const;
const NAME = { kind: 'index', id: 'ab'.repeat(16), version: 2, revision: 3 };
const data = toUtf8('["María"]\n'.repeat(300));

describe('a large row', () => {
  it('opens with either cipher, also after a new epoch', async () => {
    const { keys, random } = testVault();
    const bytes = await sealLarge(keys, { scope: SCOPE, name: NAME, cipher: web, data, random });
    newEpoch(keys, random);
    for (const cipher of [web, nobleBlobCipher]) {
      expect(await openLarge(keys, { scope: SCOPE, name: NAME, cipher, bytes })).toEqual({ ok: true, value: data });
    }
  });

  it('of two texts of nearly one length has one length', async () => {
    const { keys, random } = testVault();
    const lengths = [data, data.subarray(0, data.length - 100)].map(async (each) => {
      const bytes = await sealLarge(keys, { scope: SCOPE, name: NAME, cipher: web, data: each, random });
      return bytes.length;
    });
    const [one, other] = await Promise.all(lengths);
    expect(one).toBe(other);
  });

  it('does not open under another name or revision, and with no byte changed or cut off', async () => {
    const { keys, random } = testVault();
    const bytes = await sealLarge(keys, { scope: SCOPE, name: NAME, cipher: web, data, random });
    const damaged = { ok: false, code: 'vault-damaged', detail: { what: 'index' } };
    const opened = (name: typeof NAME, given: Uint8Array) =>
      openLarge(keys, { scope: SCOPE, name, cipher: web, bytes: given });
    for (const name of [
      { ...NAME, revision: 2 },
      { ...NAME, id: 'ac'.repeat(16) },
      { ...NAME, version: 1 },
    ]) {
      expect(await opened(name, bytes)).toEqual(damaged);
    }
    for (let at = 0; at < bytes.length; at += 5) {
      const flipped = bytes.slice();
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      expect(await opened(NAME, flipped), `byte ${at}`).toMatchObject({ ok: false });
    }
    for (const length of [0, 3, 500, bytes.length - 1]) {
      expect(await opened(NAME, bytes.subarray(0, length))).toEqual(damaged);
    }
    const other = testVault('other');
    expect(await openLarge(other.keys, { scope: SCOPE, name: NAME, cipher: web, bytes })).toEqual(damaged);
  });

  it('leaves no key in memory, also when the cipher fails', async () => {
    const { keys, random } = testVault();
    const seen: Uint8Array[] = [];
    const failing: BlobCipher = {
      seal: async (key) => {
        seen.push(key);
        throw new Error('no cipher');
      },
      open: async (key) => {
        seen.push(key);
        throw new Error('no cipher');
      },
    };
    const given = { scope: SCOPE, name: NAME };
    const bytes = await sealLarge(keys, { ...given, cipher: web, data, random });
    await expect(sealLarge(keys, { ...given, cipher: failing, data, random })).rejects.toThrow('no cipher');
    await expect(openLarge(keys, { ...given, cipher: failing, bytes })).rejects.toThrow('no cipher');
    expect(seen).toEqual([new Uint8Array(32), new Uint8Array(32)]);
  });
});
