import { describe, expect, it } from 'vitest';
import { created, DEVICE, idOf, META, testVault, VAULT } from './testing.ts';
import { firstHead, keysSaved, openEntries, openKeys, openRecord, replay, sealEntry, sealRecord } from './vault.ts';
import { toUtf8 } from './canonical.ts';

describe('a vault from creation to reopening', () => {
  it('gives back what was committed', () => {
    const vault = testVault();
    const head = firstHead(VAULT, DEVICE);
    const changes = [created('c1', { name: 'Ana' }), created('c2', { name: 'Luz' })];
    const sealed = sealEntry(vault.keys, { head, now: 1000, meta: META, changes, random: vault.random });
    expect(sealed.first).toBe(1);
    expect(sealed.head.sequence).toBe(1);
    const { keysFile } = sealed;
    if (keysFile === null) throw new Error('new cases must make a new keys file');
    keysSaved(vault.keys);

    const reopened = openKeys(vault.header, keysFile, vault.derived);
    if (!reopened.ok) throw new Error(reopened.code);
    const segments = [{ name: '00000001.log', bytes: sealed.bytes }];
    const journal = openEntries(reopened.value, { device: DEVICE, segments, witnesses: [] });
    expect(journal.state).toBe('intact');
    expect(journal.head).toMatchObject({ sequence: 1, hash: sealed.head.hash, offset: sealed.bytes.length });
    const { files, conflicts } = replay(new Map(), journal.commits, new Set());
    expect(conflicts).toEqual([]);
    expect(files.get(idOf('c1'))).toEqual({
      scope: { owner: idOf('c1'), ring: 'case' },
      revision: 1,
      value: { name: 'Ana' },
    });
    const scope = { owner: idOf('c1'), ring: 'case' } as const;
    const name = { kind: 'file', id: idOf('c1'), version: 1, revision: 1 };
    const row = sealRecord(reopened.value, scope, name, toUtf8('x'), vault.random);
    expect(openRecord(reopened.value, scope, name, row)).toEqual({ ok: true, value: toUtf8('x') });
  });
});
