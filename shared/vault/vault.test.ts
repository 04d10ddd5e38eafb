import { describe, expect, it } from 'vitest';
import { addTo, created, DEVICE, idOf, KDF, META, openKeys, testVault, VAULT } from './testing.ts';
import {
  firstHead,
  keysSaved,
  newEpoch,
  openEntries,
  openRecord,
  purgeOwner,
  replay,
  sealCopy,
  sealEntry,
  sealRecord,
  unsavedKeys,
  vaultFiles,
} from './vault.ts';
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

describe('a copy of what stands in the journal', () => {
  const scope = { owner: idOf('c1'), ring: 'case' } as const;
  const name = { kind: 'file', id: idOf('c1'), version: 1, revision: 1 };

  it('is sealed under the key that its owner has, and mints none', () => {
    const { keys, random } = testVault();
    expect(() => sealCopy(keys, scope, name, toUtf8('x'), random)).toThrow('vault-damaged');
    expect(unsavedKeys(keys, random)).toBeNull();
    sealRecord(keys, scope, name, toUtf8('x'), random);
    keysSaved(keys);
    newEpoch(keys, random);
    vaultFiles(keys, random);
    keysSaved(keys);
    const row = sealCopy(keys, scope, name, toUtf8('x'), random);
    expect(unsavedKeys(keys, random)).toBeNull();
    expect(openRecord(keys, scope, name, row)).toEqual({ ok: true, value: toUtf8('x') });
  });

  it('of a purged owner, or under a ring that is not held, is refused', () => {
    const vault = testVault();
    const slot = {
      kek: vault.random(32),
      kdf: KDF,
      role: 'intakeVolunteer',
      holder: idOf('b1'),
      grantedBy: null,
    } as const;
    const added = addTo(vault, slot);
    const opened = openKeys(added.header, added.keysFile, [{ slotId: added.slotId, kek: slot.kek, kdf: KDF }]);
    if (!opened.ok) throw new Error(opened.code);
    const notes = { ...scope, ring: 'workProduct' } as const;
    expect(() => sealCopy(opened.value, notes, name, toUtf8('x'), vault.random)).toThrow('not-allowed');
    sealRecord(vault.keys, scope, name, toUtf8('x'), vault.random);
    purgeOwner(vault.keys, idOf('c1'));
    expect(() => sealCopy(vault.keys, scope, name, toUtf8('x'), vault.random)).toThrow('not-allowed');
  });
});
