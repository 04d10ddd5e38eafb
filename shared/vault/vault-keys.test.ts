import { describe, expect, it, vi } from 'vitest';
import type { Role } from '../domain/roles.ts';
import { AppError, type Result } from '../errors.ts';
import { vaultFiles } from './access.ts';
import { ByteReader, ByteWriter } from './binary.ts';
import { canonicalBytes, canonicalText, fromBase64, parseJson, toBase64, toUtf8 } from './canonical.ts';
import { caseKeyFor, findKey, keysSaved, unsavedKeys, wipeKeys, type VaultKeys } from './key-ring.ts';
import { ringCommitment, sealRing } from './rings.ts';
import { openRecord, sealRecord } from './records.ts';
import { addTo, caseScope, HOLDER, idOf, KDF, openKeys, RECOVERY_KDF, testVault, VAULT } from './testing.ts';
import { rings } from './types.ts';
import { destroyOldEpochs, newEpoch, purgeOwner } from './epochs.ts';
import { addSlot, grantRole, removeSlot, slotList } from './slot-changes.ts';
import { mac, subkey } from './seal.ts';
import { createVaultKeys, headerBehind } from './vault-keys.ts';

// Thousands of cases, or real key derivation: slow on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const ROW = { kind: 'file', id: idOf('c1'), version: 1, revision: 1 };

function opened(result: Result<VaultKeys>): VaultKeys {
  if (!result.ok) throw new Error(`did not open: ${result.code}`);
  return result.value;
}
function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return 'nothing thrown';
}

describe('opening', () => {
  it('needs the right key for the right slot', () => {
    const vault = testVault();
    expect(opened(openKeys(vault.header, vault.keysFile, vault.derived))).toMatchObject({
      vault: VAULT,
      slotId: vault.keys.slotId,
      holder: HOLDER,
      role: 'attorney',
      held: new Set(rings),
    });
    const wrong = [{ slotId: vault.keys.slotId, kek: vault.random(32), kdf: KDF }];
    expect(openKeys(vault.header, vault.keysFile, wrong)).toEqual({ ok: false, code: 'wrong-passphrase', detail: {} });
    const recovery = [{ slotId: vault.keys.slotId, kek: vault.random(32), kdf: RECOVERY_KDF }];
    expect(openKeys(vault.header, vault.keysFile, recovery)).toMatchObject({ ok: false, code: 'wrong-recovery-code' });
    expect(openKeys(vault.header, vault.keysFile, [])).toMatchObject({ ok: false, code: 'wrong-passphrase' });
  });

  it('does not mix the files of two vaults', () => {
    const vault = testVault();
    const founder = { kek: vault.kek, kdf: KDF, role: 'attorney', holder: HOLDER, grantedBy: null } as const;
    const other = createVaultKeys({ vault: idOf('77'), founder, random: vault.random });
    expect(openKeys(vault.header, other.keysFile, vault.derived)).toMatchObject({ ok: false, code: 'vault-damaged' });
  });

  it('refuses a keys file of a newer program untouched', () => {
    const vault = testVault();
    const directory = canonicalBytes({ format: 'amparo-keys', version: 3, anything: [] });
    const newer = new ByteWriter().bytes(toUtf8('AMK1')).sized(directory).done();
    expect(openKeys(vault.header, newer, vault.derived)).toMatchObject({ ok: false, code: 'vault-newer-version' });
  });

  it('goes by the header of the keys file where the file beside it is of before', () => {
    const vault = testVault();
    const slot = { kek: vault.random(32), kdf: KDF, role: 'paralegal', holder: idOf('b1'), grantedBy: null } as const;
    const added = addTo(vault, slot);
    const keys = opened(openKeys(vault.header, added.keysFile, vault.derived));
    expect(slotList(keys).map(({ id }) => id)).toEqual([vault.keys.slotId, added.slotId]);
    expect(headerBehind(keys, vault.header)).toBe(added.header);
    expect(headerBehind(keys, added.header)).toBeNull();
  });

  it('reads a keys file of the first version, which names no header', () => {
    const vault = testVault();
    const reader = new ByteReader(vault.keysFile, 4);
    const { mac: _, header: __, ...rest } = parseJson(reader.sized()) as { mac: string; header: string };
    const unsigned = { ...rest, version: 1 };
    const caseRing = vault.keys.inner.ringKeys.get('1/case') ?? new Uint8Array(0);
    const signed = { ...unsigned, mac: toBase64(mac(subkey(caseRing, 'keys'), canonicalBytes(unsigned))) };
    const file = new ByteWriter().bytes(toUtf8('AMK1')).sized(canonicalBytes(signed)).done();
    expect(openKeys(vault.header, file, vault.derived)).toMatchObject({ ok: true, value: { role: 'attorney' } });
  });

  it('sees flipped bytes and cuts of the keys file', () => {
    const vault = testVault();
    caseKeyFor(vault.keys, caseScope('c1'), vault.random);
    const file = unsavedKeys(vault.keys, vault.random);
    if (file === null) throw new Error('a new case makes a new file');
    const opens = (bytes: Uint8Array): boolean => {
      const result = openKeys(vault.header, bytes, vault.derived);
      if (!result.ok) return false;
      try {
        return findKey(result.value, caseScope('c1'), 1, 'x') instanceof Uint8Array;
      } catch (error) {
        if (error instanceof AppError && error.code === 'vault-damaged') return false;
        throw error;
      }
    };
    expect(opens(file)).toBe(true);
    // Opening costs milliseconds of curve arithmetic: every third byte here.
    for (let at = 0; at < file.length; at += 3) {
      const flipped = file.slice();
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      expect(opens(flipped), `byte ${at}`).toBe(false);
    }
    for (let at = 0; at < file.length; at += 97) expect(opens(file.subarray(0, at))).toBe(false);
  });
});

describe("an owner's key", () => {
  it('is minted once and must be saved before it is used', () => {
    const vault = testVault();
    expect(unsavedKeys(vault.keys, vault.random)).toBeNull();
    const key = caseKeyFor(vault.keys, caseScope('c1'), vault.random).slice();
    expect(caseKeyFor(vault.keys, caseScope('c1'), vault.random)).toEqual(key);
    const file = unsavedKeys(vault.keys, vault.random);
    expect(unsavedKeys(vault.keys, vault.random)).not.toBeNull(); // until somebody says it is on disk
    keysSaved(vault.keys);
    expect(unsavedKeys(vault.keys, vault.random)).toBeNull();
    const again = opened(openKeys(vault.header, file ?? vault.keysFile, vault.derived));
    expect(caseKeyFor(again, caseScope('c1'), vault.random)).toEqual(key);
    expect(unsavedKeys(again, vault.random)).toBeNull();
  });

  it('minted while the file was being written stays unsaved', () => {
    const vault = testVault();
    caseKeyFor(vault.keys, caseScope('c1'), vault.random);
    unsavedKeys(vault.keys, vault.random);
    caseKeyFor(vault.keys, caseScope('c2'), vault.random);
    keysSaved(vault.keys);
    expect(unsavedKeys(vault.keys, vault.random)).not.toBeNull();
  });

  it('differs by owner, ring and purpose', () => {
    const vault = testVault();
    const scopes = [caseScope('c1'), caseScope('c2'), { ...caseScope('c1'), ring: 'workProduct' } as const];
    const keys = scopes.map((scope) => toBase64(caseKeyFor(vault.keys, scope, vault.random)));
    expect(new Set(keys).size).toBe(3);
    expect(findKey(vault.keys, caseScope('c1'), 1, 'a')).not.toEqual(findKey(vault.keys, caseScope('c1'), 1, 'b'));
  });

  it('of a damaged bucket is missing, and every other one is there', () => {
    const vault = testVault();
    for (const pair of ['c1', 'c2']) caseKeyFor(vault.keys, caseScope(pair), vault.random);
    const file = unsavedKeys(vault.keys, vault.random) ?? vault.keysFile;
    file[file.length - 1] = (file.at(-1) ?? 0) ^ 1; // the last bucket's tag
    const again = opened(openKeys(vault.header, file, vault.derived));
    const found = ['c1', 'c2'].map((pair) => findKey(again, caseScope(pair), 1, 'x') === 'missing');
    expect(found.sort()).toEqual([false, true]);
  });

  it('opens rows for 2,000 cases after reopening', () => {
    const vault = testVault();
    const owners = Array.from({ length: 2000 }, (_, index) => index.toString(16).padStart(32, '0'));
    const kept = owners.map((owner) => toBase64(caseKeyFor(vault.keys, { owner, ring: 'case' }, vault.random)));
    const file = unsavedKeys(vault.keys, vault.random) ?? vault.keysFile;
    const again = opened(openKeys(vault.header, file, vault.derived));
    const found = owners.map((owner) => toBase64(caseKeyFor(again, { owner, ring: 'case' }, vault.random)));
    expect(found).toEqual(kept);
  });
});

describe('slots', () => {
  it('of a recovery code open everything', () => {
    const vault = testVault();
    const row = sealRecord(vault.keys, caseScope('c1'), ROW, toUtf8('Ana'), vault.random);
    const slot = {
      kek: vault.random(32),
      kdf: RECOVERY_KDF,
      role: 'attorney',
      holder: HOLDER,
      grantedBy: null,
    } as const;
    const added = addTo(vault, slot);
    const derived = [{ slotId: added.slotId, kek: slot.kek, kdf: RECOVERY_KDF }];
    const keys = opened(openKeys(added.header, added.keysFile, derived));
    expect(openRecord(keys, caseScope('c1'), ROW, row)).toEqual({ ok: true, value: toUtf8('Ana') });
  });

  it('of a role hold its rings only, and cannot hand on others', () => {
    const vault = testVault();
    const made = (role: 'paralegal' | 'advocate' | 'intakeVolunteer') => {
      const slot = { kek: vault.random(32), kdf: KDF, role, holder: idOf('b1'), grantedBy: vault.keys.slotId };
      const added = addTo(vault, slot);
      return opened(openKeys(added.header, added.keysFile, [{ slotId: added.slotId, kek: slot.kek, kdf: KDF }]));
    };
    expect([...made('paralegal').held]).toEqual(['case', 'workProduct']);
    expect([...made('advocate').held]).toEqual(['case', 'protectedSource']);
    const volunteer = made('intakeVolunteer');
    expect([...volunteer.held]).toEqual(['case']);
    const attorney = {
      kek: vault.random(32),
      kdf: KDF,
      role: 'attorney',
      holder: idOf('b2'),
      grantedBy: null,
    } as const;
    expect(codeOf(() => addSlot(volunteer, attorney, vault.random))).toBe('not-allowed');
    const notes = { owner: idOf('c1'), ring: 'workProduct' } as const;
    expect(codeOf(() => sealRecord(volunteer, notes, ROW, toUtf8('x'), vault.random))).toBe('not-allowed');
    const row = sealRecord(vault.keys, notes, ROW, toUtf8('note'), vault.random);
    expect(openRecord(volunteer, notes, ROW, row)).toMatchObject({ ok: false, code: 'not-allowed' });
    expect(codeOf(() => purgeOwner(volunteer, idOf('c1')))).toBe('not-allowed');
  });

  it('get another role from the slot that is open, with its rings', () => {
    const vault = testVault();
    const slot = {
      kek: vault.random(32),
      kdf: KDF,
      role: 'intakeVolunteer',
      holder: idOf('b1'),
      grantedBy: null,
    } as const;
    const slotId = addSlot(vault.keys, slot, vault.random);
    newEpoch(vault.keys, vault.random);
    const open = (files: { header: string; keysFile: Uint8Array }) =>
      opened(openKeys(files.header, files.keysFile, [{ slotId, kek: slot.kek, kdf: KDF }]));
    const granted = (role: Role) => {
      grantRole(vault.keys, { slotId, role, random: vault.random });
      return open(vaultFiles(vault.keys, vault.random));
    };
    const raised = granted('paralegal');
    expect([...raised.held]).toEqual(['case', 'workProduct']);
    expect(slotList(raised)[1]).toEqual({
      id: slotId,
      kind: 'passphrase',
      role: 'paralegal',
      holder: idOf('b1'),
      grantedBy: vault.keys.slotId,
    });
    expect([...granted('advocate').held]).toEqual(['case', 'protectedSource']);
    expect(codeOf(() => grantRole(raised, { slotId, role: 'attorney', random: vault.random }))).toBe('not-allowed');
  });

  it('made elsewhere need only their public part', () => {
    const there = testVault('elsewhere');
    const vault = testVault('here');
    const slot = there.keys.inner.header.slots[0];
    if (slot === undefined) throw new Error('no slot');
    const added = addTo(vault, { slot });
    expect([...opened(openKeys(added.header, added.keysFile, there.derived)).held]).toEqual([...rings]);
  });

  it('that were taken away open nothing, with the old header neither', () => {
    const vault = testVault();
    const slot = { kek: vault.random(32), kdf: KDF, role: 'attorney', holder: idOf('b1'), grantedBy: null } as const;
    const added = addTo(vault, slot);
    const derived = [{ slotId: added.slotId, kek: slot.kek, kdf: KDF }];
    removeSlot(vault.keys, added.slotId);
    const removed = vaultFiles(vault.keys, vault.random);
    expect(openKeys(removed.header, removed.keysFile, derived)).toMatchObject({ ok: false, code: 'wrong-passphrase' });
    expect(openKeys(added.header, removed.keysFile, derived)).toMatchObject({ ok: false, code: 'not-allowed' });
    expect(codeOf(() => removeSlot(vault.keys, vault.keys.slotId))).toBe('not-allowed');
  });
});

describe('a new epoch', () => {
  it('reaches every slot that is there, without its secret', () => {
    const vault = testVault();
    const slot = { kek: vault.random(32), kdf: KDF, role: 'paralegal', holder: idOf('b1'), grantedBy: null } as const;
    const added = addTo(vault, slot);
    const old = sealRecord(vault.keys, caseScope('c1'), ROW, toUtf8('old'), vault.random);
    newEpoch(vault.keys, vault.random);
    const files = vaultFiles(vault.keys, vault.random);
    const fresh = sealRecord(vault.keys, caseScope('c1'), ROW, toUtf8('new'), vault.random);
    const file = unsavedKeys(vault.keys, vault.random) ?? files.keysFile;
    const other = opened(openKeys(files.header, file, [{ slotId: added.slotId, kek: slot.kek, kdf: KDF }]));
    expect([...other.held]).toEqual(['case', 'workProduct']);
    expect(openRecord(other, caseScope('c1'), ROW, old)).toEqual({ ok: true, value: toUtf8('old') });
    expect(openRecord(other, caseScope('c1'), ROW, fresh)).toEqual({ ok: true, value: toUtf8('new') });
  });

  it('leaves a readable vault when only the keys file was written', () => {
    const vault = testVault();
    newEpoch(vault.keys, vault.random);
    const files = vaultFiles(vault.keys, vault.random);
    expect(openKeys(vault.header, files.keysFile, vault.derived).ok).toBe(true);
    expect(openKeys(files.header, vault.keysFile, vault.derived)).toMatchObject({ ok: false, code: 'vault-damaged' });
  });

  it('by a slot without a ring leaves that ring to those who have it', () => {
    const vault = testVault();
    const slot = {
      kek: vault.random(32),
      kdf: KDF,
      role: 'intakeVolunteer',
      holder: idOf('b1'),
      grantedBy: null,
    } as const;
    const notes = { owner: idOf('c1'), ring: 'workProduct' } as const;
    const row = sealRecord(vault.keys, notes, ROW, toUtf8('note'), vault.random);
    const added = addTo(vault, slot);
    const volunteer = opened(
      openKeys(added.header, added.keysFile, [{ slotId: added.slotId, kek: slot.kek, kdf: KDF }]),
    );
    newEpoch(volunteer, vault.random);
    const files = vaultFiles(volunteer, vault.random);
    const attorney = opened(openKeys(files.header, files.keysFile, vault.derived));
    expect([...attorney.held]).toEqual([...rings]);
    expect(openRecord(attorney, notes, ROW, row)).toEqual({ ok: true, value: toUtf8('note') });
    expect(codeOf(() => destroyOldEpochs(attorney))).toBe('not-allowed');
  });

  it('cannot be slipped in by somebody who only writes to the disk', () => {
    const vault = testVault();
    const slot = vault.keys.inner.header.slots[0];
    const publicKey = fromBase64(slot?.publicKey ?? '');
    const reader = new ByteReader(vault.keysFile, 4);
    const directory = parseJson(reader.sized()) as { epochs: object[]; epoch: number; mac: string };
    if (slot === undefined || publicKey === null) throw new Error('no slot');
    const own = vault.random(32); // the forger's key
    const grants = rings.map((ring) => {
      const context = { vault: VAULT, epoch: 2, ring, slot: slot.id };
      return { slot: slot.id, ring, sealed: toBase64(sealRing(own, publicKey, context, vault.random)) };
    });
    const commitments = Object.fromEntries(rings.map((ring) => [ring, toBase64(ringCommitment(VAULT, 2, ring, own))]));
    const link = toBase64(vault.random(32));
    const forged = { ...directory, epoch: 2, epochs: [...directory.epochs, { epoch: 2, commitments, link, grants }] };
    const file = new ByteWriter()
      .bytes(toUtf8('AMK1'))
      .sized(toUtf8(canonicalText(forged)))
      .done();
    expect(openKeys(vault.header, file, vault.derived)).toMatchObject({ ok: false, code: 'vault-damaged' });
  });

  it('lets the old one go for good', () => {
    const vault = testVault();
    const old = sealRecord(vault.keys, caseScope('c1'), ROW, toUtf8('old'), vault.random);
    newEpoch(vault.keys, vault.random);
    const fresh = sealRecord(vault.keys, caseScope('c1'), ROW, toUtf8('new'), vault.random);
    destroyOldEpochs(vault.keys);
    const files = vaultFiles(vault.keys, vault.random);
    for (const keys of [vault.keys, opened(openKeys(files.header, files.keysFile, vault.derived))]) {
      expect(openRecord(keys, caseScope('c1'), ROW, old)).toMatchObject({ ok: false, code: 'vault-damaged' });
      expect(openRecord(keys, caseScope('c1'), ROW, fresh)).toEqual({ ok: true, value: toUtf8('new') });
    }
  });
});

describe('wiping', () => {
  it('leaves nothing that opens', () => {
    const vault = testVault();
    const row = sealRecord(vault.keys, caseScope('c1'), ROW, toUtf8('x'), vault.random);
    wipeKeys(vault.keys);
    expect(openRecord(vault.keys, caseScope('c1'), ROW, row).ok).toBe(false);
  });
});
