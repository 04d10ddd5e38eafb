import { describe, expect, it, vi } from 'vitest';
import { toUtf8 } from './canonical.ts';
import { openPending, openRecord, sealPending, sealRecord } from './records.ts';
import { openSnapshot, sealSnapshot } from './snapshot.ts';
import { caseScope, DEVICE, idOf, testVault } from './testing.ts';
import { purgeOwner } from './epochs.ts';

// Thousands of cases, or real key derivation: slow on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

function sample() {
  const vault = testVault();
  const rows = ['c1', 'c2'].map((pair) => {
    const file = idOf(pair);
    const name = { kind: 'file', id: file, version: 1, revision: 4 };
    const record = sealRecord(vault.keys, caseScope(pair), name, toUtf8(`{"name":"${pair}"}`), vault.random);
    return { file, scope: caseScope(pair), version: 1, revision: 4, record };
  });
  const heads = [{ device: DEVICE, sequence: 9, hash: 'ab'.repeat(32), clock: { millis: 7, counter: 1 } }];
  return { vault, rows, heads, bytes: sealSnapshot(vault.keys, { heads, files: rows }, vault.random) };
}

describe('a snapshot', () => {
  it('gives back heads and rows', () => {
    const { vault, rows, heads, bytes } = sample();
    expect(openSnapshot(vault.keys, bytes)).toEqual({ ok: true, value: { heads, files: rows } });
  });

  it('sees every flipped byte, in the manifest at once, in a row when that is opened', () => {
    const { vault, rows, bytes } = sample();
    const rowsFrom = bytes.length - rows.reduce((sum, row) => sum + row.record.length, 0);
    for (let at = 0; at < bytes.length; at += 1) {
      const flipped = bytes.slice();
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      const snapshot = openSnapshot(vault.keys, flipped);
      expect(snapshot.ok, `byte ${at}`).toBe(at >= rowsFrom);
      if (!snapshot.ok) continue;
      const failed = snapshot.value.files.filter(({ file, scope, version, revision, record }) => {
        return !openRecord(vault.keys, scope, { kind: 'file', id: file, version, revision }, record).ok;
      });
      expect(failed).toHaveLength(1);
    }
    for (let at = 0; at < bytes.length; at += 53)
      expect(openSnapshot(vault.keys, bytes.subarray(0, at)).ok).toBe(false);
  });

  it('does not keep a purged case readable', () => {
    const { vault, rows, bytes } = sample();
    purgeOwner(vault.keys, idOf('c1'));
    const snapshot = openSnapshot(vault.keys, bytes);
    if (!snapshot.ok) throw new Error(snapshot.code);
    const codes = rows.map(({ file, scope, version, revision }, index) => {
      const row = snapshot.value.files[index]?.record ?? new Uint8Array(0);
      const result = openRecord(vault.keys, scope, { kind: 'file', id: file, version, revision }, row);
      return result.ok ? 'ok' : result.code;
    });
    expect(codes).toEqual(['file-not-found', 'ok']);
  });
});

describe('a row', () => {
  const { vault, rows } = sample();
  const row = rows[0]?.record ?? new Uint8Array(0);
  const name = { kind: 'file', id: idOf('c1'), version: 1, revision: 4 };
  it.each([
    ['another id', { id: idOf('c2') }],
    ['an older revision', { revision: 3 }],
    ['another version', { version: 2 }],
    ['another kind', { kind: 'index' }],
  ])('does not open as %s', (_, change) => {
    expect(openRecord(vault.keys, caseScope('c1'), name, row).ok).toBe(true);
    expect(openRecord(vault.keys, caseScope('c1'), { ...name, ...change }, row)).toMatchObject({
      ok: false,
      code: 'vault-damaged',
    });
  });
  it('does not open for another owner or the vault itself', () => {
    expect(openRecord(vault.keys, caseScope('c2'), name, row).ok).toBe(false);
    expect(openRecord(vault.keys, { owner: null, ring: 'case' }, name, row).ok).toBe(false);
  });
});

describe('pending typing', () => {
  it('opens for its own slot only', () => {
    const { vault } = sample();
    const sealed = sealPending(vault.keys, idOf('51'), toUtf8('half a sent'), vault.random);
    expect(openPending(vault.keys, idOf('51'), sealed)).toEqual({ ok: true, value: toUtf8('half a sent') });
    expect(openPending(vault.keys, idOf('52'), sealed)).toMatchObject({ ok: false, code: 'vault-damaged' });
  });
});
