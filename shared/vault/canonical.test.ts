import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText, fromBase64, sameJson, toBase64 } from './canonical.ts';

describe('canonicalText', () => {
  it('sorts keys by code unit, leaves out undefined, writes no spaces', () => {
    expect(canonicalText({ b: [1, { z: null, a: 'é' }], a: undefined, A: true, '\u{1F600}': 0.1 })).toBe(
      '{"A":true,"b":[1,{"a":"é","z":null}],"😀":0.1}',
    );
  });
  it('says the same for the same value whatever the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalText(value);
        expect(canonicalText(JSON.parse(text))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
  it('refuses what JSON cannot hold', () => {
    expect(() => canonicalText(Number.NaN)).toThrow('not finite');
    expect(() => canonicalText([undefined])).toThrow('cannot write undefined');
  });
});

describe('sameJson', () => {
  it('tells absent from null', () => {
    expect(sameJson(undefined, null)).toBe(false);
    expect(sameJson({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true);
    expect(sameJson([1, 2], [2, 1])).toBe(false);
  });
});

describe('base64', () => {
  it.each([
    ['', ''],
    ['66', 'Zg=='],
    ['666f', 'Zm8='],
    ['666f6f', 'Zm9v'],
    ['ff', '/w=='],
  ])('writes %s as %s (RFC 4648 §10)', (hex, text) => {
    const bytes = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
    expect(toBase64(bytes)).toBe(text);
    expect(fromBase64(text)).toEqual(bytes);
  });
  it('gives back any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(fromBase64(toBase64(bytes))).toEqual(bytes);
      }),
    );
  });
  it.each(['A', 'AA', 'AB==', 'Zm9=', 'Z===', 'Zm 9v', 'Zm9v\n', '=AAA'])(
    'has one text per value: %j is none',
    (text) => {
      expect(fromBase64(text)).toBeNull();
    },
  );
});
