import { argon2id as nobleArgon2id } from '@noble/hashes/argon2.js';
import { argon2id } from 'hash-wasm';
import { describe, expect, it, vi } from 'vitest';
import type { KdfParams } from '#shared/ipc/contract.ts';
import { toBase64, toHex, toUtf8 } from '#shared/vault/canonical.ts';
import { makeRecoveryCode } from '#shared/vault/recovery-code.ts';
import { makeSlot, recoveryKek } from '#shared/vault/slots.ts';
import { seededRandom, VAULT } from '#shared/vault/testing.ts';
import { deriveKeys, nextCost, runArgon2 } from './derive.ts';

// Thousands of cases, or real key derivation: slow on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const floor: KdfParams = {
  algorithm: 'argon2id',
  memoryKiB: 65536,
  passes: 3,
  lanes: 1,
  salt: toBase64(new Uint8Array(16).fill(2)),
};
const clock = () => {
  let at = 0;
  return () => (at += 1000);
};

describe('Argon2id', () => {
  it('agrees with an implementation that gives the tag of RFC 9106 §5.3', async () => {
    // The RFC's vector mixes in associated data, which hash-wasm does not offer: @noble/hashes is held to the vector,
    // and hash-wasm to @noble/hashes with the same inputs less the associated data.
    const password = new Uint8Array(32).fill(1);
    const salt = new Uint8Array(16).fill(2);
    const secret = new Uint8Array(8).fill(3);
    const cost = { t: 3, m: 32, p: 4, dkLen: 32, key: secret };
    const withData = nobleArgon2id(password, salt, { ...cost, personalization: new Uint8Array(12).fill(4) });
    expect(toHex(withData)).toBe('0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659');
    const options = { password, salt, secret, iterations: 3, memorySize: 32, parallelism: 4, hashLength: 32 };
    expect(await argon2id({ ...options, outputType: 'hex' })).toBe(toHex(nobleArgon2id(password, salt, cost)));
  });

  it('gives the tag of the reference implementation (src/test.c: version 0x13, t=2, m=2^16, p=1)', async () => {
    const options = { password: 'password', salt: 'somesalt', iterations: 2, memorySize: 65536, parallelism: 1 };
    const tag = await argon2id({ ...options, hashLength: 32, outputType: 'hex' });
    expect(tag).toBe('09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7');
  });

  it.each([
    { memoryKiB: 65535 },
    { memoryKiB: 19456, passes: 2 },
    { memoryKiB: 1 },
    { memoryKiB: 0 },
    { memoryKiB: -1 },
    { memoryKiB: 1024 * 1024 + 1 },
    { memoryKiB: 2 ** 31 },
    { passes: 2 },
    { passes: 0 },
    { passes: 17 },
    { lanes: 0 },
    { lanes: 5 },
    { salt: 'AAAA' },
  ])('refuses %o at once', async (change) => {
    const before = performance.now();
    await expect(runArgon2(toUtf8('x'), { ...floor, ...change })).rejects.toMatchObject({ code: 'header-weak' });
    expect(performance.now() - before).toBeLessThan(100);
  });
});

describe('jobs', () => {
  it('derives every passphrase slot in turn, the same from differently composed letters, and wipes the secret', async () => {
    const slots = [
      { slotId: 'a'.repeat(32), kdf: floor },
      { slotId: 'b'.repeat(32), kdf: { ...floor, salt: toBase64(new Uint8Array(16).fill(3)) } },
      { slotId: 'c'.repeat(32), kdf: { algorithm: 'hkdf-sha256', salt: floor.salt } as const },
    ];
    const composed = toUtf8('ábaco  abeja ');
    const decomposed = toUtf8('a\u0301baco abeja');
    const first = await deriveKeys({ job: 'open', secret: composed, slots }, seededRandom('r'), clock());
    const second = await deriveKeys({ job: 'open', secret: decomposed, slots }, seededRandom('s'), clock());
    expect(first.map((key) => key.slotId)).toEqual(['a'.repeat(32), 'b'.repeat(32)]);
    expect(first.map((key) => toHex(key.kek))).toEqual(second.map((key) => toHex(key.kek)));
    expect(toHex(first[0]?.kek ?? new Uint8Array())).not.toBe(toHex(first[1]?.kek ?? new Uint8Array()));
    expect(composed.every((byte) => byte === 0)).toBe(true);
  });

  it('stops at the first slot that opens, and hands over nothing when none does', async () => {
    const random = seededRandom('slots');
    const slots = await Promise.all(
      ['first of the words', 'second of the words'].map(async (words, index) => {
        const kdf = { ...floor, salt: toBase64(random(16)) };
        const kek = await runArgon2(toUtf8(words), kdf);
        const holder = String(index).repeat(32);
        const slot = makeSlot(VAULT, { kek, kdf, role: 'attorney', holder, grantedBy: null }, random);
        return { slotId: slot.id, kdf, proof: { vault: VAULT, slot } };
      }),
    );
    const open = (words: string) =>
      deriveKeys({ job: 'open', secret: toUtf8(words), slots }, seededRandom('r'), clock());
    expect((await open('first of the words')).map((key) => key.slotId)).toEqual([slots[0]?.slotId]);
    expect((await open('second of the words')).map((key) => key.slotId)).toEqual([slots[1]?.slotId]);
    expect(await open('third of the words')).toEqual([]);
  });

  it('starts a new vault at 128 MiB and keeps it when a run takes a second', async () => {
    const [key] = await deriveKeys({ job: 'create', secret: toUtf8('six words') }, seededRandom('r'), clock());
    expect(key).toMatchObject({ slotId: null, kdf: { memoryKiB: 131072, passes: 3, lanes: 1 } });
    expect(key?.kek).toHaveLength(32);
  });

  it('derives a recovery code by HKDF and refuses a mistyped one with the place', async () => {
    const code = makeRecoveryCode(seededRandom('code'));
    const kdf = { algorithm: 'hkdf-sha256', salt: toBase64(seededRandom('salt')(16)) } as const;
    const slots = [{ slotId: 'a'.repeat(32), kdf }];
    const secret = toUtf8(code.text.toLowerCase());
    const [key] = await deriveKeys({ job: 'recover', secret, slots }, seededRandom('x'), clock());
    expect(toHex(key?.kek ?? new Uint8Array())).toBe(toHex(recoveryKek(code.bytes, kdf)));
    const wrong = code.text.replace(/^./, (first) => (first === '1' ? '2' : '1'));
    await expect(
      deriveKeys({ job: 'recover', secret: toUtf8(wrong), slots }, seededRandom('x'), clock()),
    ).rejects.toMatchObject({ code: 'recovery-code-checksum', detail: { position: 1, group: 1 } });
  });
});

describe('calibration', () => {
  const start = { memoryKiB: 131072, passes: 3, lanes: 1 };
  it('keeps a cost that takes 0.75 to 2 s', () => {
    expect(nextCost(start, 750)).toBeNull();
    expect(nextCost(start, 2000)).toBeNull();
  });
  it('raises memory first, then passes, on a fast laptop', () => {
    expect(nextCost(start, 400)).toEqual({ memoryKiB: 327680, passes: 3, lanes: 1 });
    expect(nextCost(start, 100)).toEqual({ memoryKiB: 524288, passes: 8, lanes: 1 });
    expect(nextCost(start, 1)).toEqual({ memoryKiB: 524288, passes: 16, lanes: 1 });
  });
  it('never goes below 64 MiB and three passes', () => {
    expect(nextCost(start, 2100)).toEqual({ memoryKiB: 65536, passes: 3, lanes: 1 });
    expect(nextCost(start, 60_000)).toEqual({ memoryKiB: 65536, passes: 3, lanes: 1 });
    expect(nextCost({ ...start, memoryKiB: 65536 }, 60_000)).toBeNull();
  });

  it('proves who is at work by passphrase or recovery code, and answers no key for anything else', async () => {
    const random = seededRandom('prove');
    const kek = await runArgon2(toUtf8('copper lantern nobody river'), floor);
    const common = { role: 'attorney', holder: 'a'.repeat(32), grantedBy: null } as const;
    const code = makeRecoveryCode(random);
    const hkdf = { algorithm: 'hkdf-sha256', salt: floor.salt } as const;
    const made = [
      makeSlot(VAULT, { kek, kdf: floor, ...common }, random),
      makeSlot(VAULT, { kek: recoveryKek(code.bytes, hkdf), kdf: hkdf, ...common }, random),
    ];
    const slots = made.map((slot) => ({ slotId: slot.id, kdf: slot.kdf, proof: { vault: VAULT, slot } }));
    const prove = async (text: string) => {
      const keys = await deriveKeys({ job: 'prove', secret: toUtf8(text), slots }, random, clock());
      return keys.map(({ slotId }) => slotId);
    };
    expect(await prove('copper  lantern nobody river')).toEqual([made[0]?.id]);
    expect(await prove(code.text)).toEqual([made[1]?.id]);
    expect(await prove('copper lantern nobody rivers')).toEqual([]);
    expect(await prove(makeRecoveryCode(random).text)).toEqual([]);
  });
});
