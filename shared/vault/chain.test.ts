import { describe, expect, it, vi } from 'vitest';
import { joinBytes } from './canonical.ts';
import { firstHead, verifyChain, type SegmentBytes, type Witness } from './chain.ts';
import { decodeEntry } from './entry.ts';
import { sealEntry } from './journal.ts';
import { created, DEVICE, idOf, META, testVault, VAULT } from './testing.ts';
import type { Head } from './types.ts';

// Thousands of cases, or real key derivation: slow on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

/** Three saves; the bytes of each. */
function threeSaves(): { entries: Uint8Array[]; heads: Head[] } {
  const vault = testVault();
  const entries: Uint8Array[] = [];
  const heads: Head[] = [];
  let head = firstHead(VAULT, DEVICE);
  for (const [index, pair] of ['c1', 'c2', 'c3'].entries()) {
    const changes = [created(pair, { name: `Person ${index}` })];
    const sealed = sealEntry(vault.keys, { head, now: 1000 + index, meta: META, changes, random: vault.random });
    head = sealed.head;
    entries.push(sealed.bytes);
    heads.push(head);
  }
  return { entries, heads };
}
const { entries, heads } = threeSaves();
const whole = joinBytes(...entries);
const [one, two, three] = entries.map((entry) => entry.length) as [number, number, number];
const name = '00000001.log';

function verify(segments: readonly SegmentBytes[], witnesses: readonly Witness[] = [], from?: Head) {
  return verifyChain({ vault: VAULT, device: DEVICE, segments, witnesses, from });
}

describe('an intact chain', () => {
  it('gives its entries and its head, in one segment or several', () => {
    const chain = verify([{ name, bytes: whole }]);
    expect(chain).toMatchObject({ state: 'intact', head: { ...heads[2], segment: name, offset: whole.length } });
    expect(chain.entries.map((entry) => [entry.header.sequence, entry.offset])).toEqual([
      [1, 0],
      [2, one],
      [3, one + two],
    ]);
    const split = entries.map((bytes, index) => ({ name: `0000000${index + 1}.log`, bytes }));
    expect(verify([...split, { name: '00000004.log', bytes: new Uint8Array(0) }]).state).toBe('intact');
  });
  it('goes on from a head that was verified before', () => {
    const tail = { name, bytes: whole.subarray(one + two), start: one + two };
    expect(verify([tail], [{ sequence: 3 }], heads[1])).toMatchObject({
      state: 'intact',
      head: { sequence: 3, offset: whole.length },
    });
    expect(verify([tail], [], heads[0]).state).toBe('damaged');
  });
  it('is empty before the first save', () => {
    expect(verify([])).toMatchObject({ state: 'intact', head: { sequence: 0 } });
  });
});

describe('torn', () => {
  it('is a file that ends anywhere inside its last entry', () => {
    for (let cut = 1; cut < three; cut += 1) {
      const bytes = whole.subarray(0, one + two + cut);
      expect(verify([{ name, bytes }], [{ sequence: 2 }]), `cut ${cut}`).toMatchObject({
        state: 'torn',
        torn: { segment: name, keepBytes: one + two, tornBytes: cut },
        head: { sequence: 2 },
      });
    }
  });
  it('is damage when a witness knows the save', () => {
    const bytes = whole.subarray(0, one + two + 100);
    expect(verify([{ name, bytes }], [{ sequence: 1 }, { sequence: 3 }])).toMatchObject({
      state: 'damaged',
      torn: null,
      damage: { reason: 'unreadable', from: 3, to: 3, offset: one + two, after: heads[1]?.clock },
    });
  });
  it('is damage when a later segment exists', () => {
    const bytes = whole.subarray(0, one + 100);
    const later = { name: '00000002.log', bytes: new Uint8Array(0) };
    expect(verify([{ name, bytes }, later])).toMatchObject({ state: 'damaged', damage: { from: 2 } });
  });
  it('is not bytes that never were the beginning of an entry', () => {
    const bytes = joinBytes(whole, new Uint8Array([0, 0, 0]));
    expect(verify([{ name, bytes }])).toMatchObject({ state: 'damaged', damage: { from: 4, to: 4 } });
  });
});

describe('damage', () => {
  it('is a save that a witness knows and the file has not', () => {
    const bytes = whole.subarray(0, one + two);
    expect(verify([{ name, bytes }]).state).toBe('intact');
    expect(verify([{ name, bytes }], [{ sequence: 3 }])).toMatchObject({
      state: 'damaged',
      damage: { reason: 'missing', from: 3, to: 3 },
    });
  });
  it('is another history than the witness knows', () => {
    const witness = { sequence: 2, hash: idOf('00').repeat(2) };
    expect(verify([{ name, bytes: whole }], [witness])).toMatchObject({
      state: 'damaged',
      damage: { reason: 'chain', from: 2 },
    });
  });
  it.each([
    ['left out', [0, 2], 2],
    ['twice', [0, 1, 1, 2], 3],
    ['in another order', [1, 0, 2], 1],
    ['without the first', [1, 2], 1],
  ])('is an entry %s', (_, order, from) => {
    const bytes = joinBytes(...order.map((index) => entries[index] ?? new Uint8Array(0)));
    expect(verify([{ name, bytes }])).toMatchObject({ state: 'damaged', damage: { reason: 'chain', from, to: 3 } });
  });
  it('is a missing segment between others', () => {
    const segments = [0, 2].map((index) => ({ name: `0000000${index + 1}.log`, bytes: entries[index] ?? whole }));
    expect(verify(segments)).toMatchObject({ state: 'damaged', damage: { segment: '00000003.log', from: 2, to: 3 } });
  });
  it('is a chain of another vault or device', () => {
    const other = verifyChain({ vault: idOf('99'), device: DEVICE, segments: [{ name, bytes: whole }], witnesses: [] });
    expect(other).toMatchObject({ state: 'damaged', damage: { from: 1, to: 3 } });
    const device = verifyChain({ vault: VAULT, device: idOf('ee'), segments: [{ name, bytes: whole }], witnesses: [] });
    expect(device).toMatchObject({ state: 'damaged', damage: { from: 1, to: 3 } });
  });
  it('of a length is not taken for a torn end', () => {
    for (let at = 4; at < 16; at += 1) {
      const bytes = whole.slice();
      bytes[one + two + at] = (bytes[one + two + at] ?? 0) ^ 1;
      expect(verify([{ name, bytes }]).state, `prelude byte ${at}`).toBe('damaged');
    }
  });
});

describe('an entry of a newer program', () => {
  it('is told from damage', () => {
    const bytes = whole.slice();
    bytes[16] = 2;
    expect(decodeEntry(bytes, 0)).toEqual({ kind: 'newer', format: 2 });
    expect(verify([{ name, bytes }])).toMatchObject({ state: 'newer', entries: [] });
  });
});
