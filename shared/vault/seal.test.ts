import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { open, pad, paddedLength, seal, type SealContext, unpad } from './seal.ts';
import { seededRandom } from './testing.ts';

// Thousands of cases, or real key derivation: slow on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const random = seededRandom('seal');
const key = random(32);
const nonce = random(24);
const context: SealContext = { vault: 'v', epoch: 1, kind: 'file', id: 'a', version: 1, revision: 7 };

describe('sealing', () => {
  it('gives back what was sealed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), fc.uint8Array({ minLength: 24, maxLength: 24 }), (data, once) => {
        expect(open(key, context, seal(key, once, context, data))).toEqual(data);
      }),
    );
  });

  it.each([
    ['vault', { vault: 'w' }],
    ['epoch', { epoch: 2 }],
    ['kind', { kind: 'index' }],
    ['id', { id: 'b' }],
    ['version', { version: 2 }],
    ['revision', { revision: 6 }],
  ])('does not open as another %s', (_, change) => {
    const sealed = seal(key, nonce, context, new Uint8Array([1, 2, 3]));
    expect(open(key, { ...context, ...change }, sealed)).toBeNull();
    expect(open(key, context, sealed)).toEqual(new Uint8Array([1, 2, 3]));
  });

  it('does not open under another key', () => {
    expect(open(random(32), context, seal(key, nonce, context, new Uint8Array(9)))).toBeNull();
  });

  it('sees every flipped byte and every cut', () => {
    const sealed = seal(key, nonce, context, new Uint8Array(500).fill(9));
    for (let at = 0; at < sealed.length; at += 1) {
      const flipped = sealed.slice();
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      expect(open(key, context, flipped)).toBeNull();
      expect(open(key, context, sealed.subarray(0, at))).toBeNull();
    }
  });
});

describe('padding', () => {
  it.each([
    [0, 1024],
    [1020, 1024],
    [1021, 2048],
    [2044, 2048],
    [2045, 4096],
    [100_000, 131_072],
  ])('makes %i bytes %i', (length, padded) => expect(paddedLength(length)).toBe(padded));

  it('leaves at most 8 lengths for 5,000 records of up to 100 kB', () => {
    const next = seededRandom('sizes');
    const lengths = new Set<number>();
    for (let index = 0; index < 5000; index += 1) {
      const [a = 0, b = 0, c = 0] = next(3);
      lengths.add(paddedLength(Math.min(100_000, 200 + (a * 256 + b) * (c > 250 ? 2 : 0.1))));
    }
    expect(lengths.size).toBeLessThanOrEqual(8);
  });

  it('is taken off exactly', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), (data) => {
        expect(unpad(pad(data))).toEqual(data);
      }),
    );
    const wrong = pad(new Uint8Array(3));
    new DataView(wrong.buffer).setUint32(0, 5000);
    expect(unpad(wrong)).toBeNull();
    expect(unpad(new Uint8Array(10))).toBeNull();
  });
});
