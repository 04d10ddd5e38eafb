import { describe, expect, it } from 'vitest';
import {
  adopt,
  draftOf,
  grantorOf,
  ringsHeldOnlyBy,
  ringsOf,
  roleNow,
  slotsOf,
  vaultFiles,
  withSlotsOf,
} from './access.ts';
import { toUtf8 } from './canonical.ts';
import { newEpoch } from './epochs.ts';
import { MAX_SLOTS, parseHeader } from './header.ts';
import { bucketOf, caseKeyFor, openedBucket, unsavedKeys } from './key-ring.ts';
import { openRecord, sealRecord } from './records.ts';
import { caseScope, HOLDER, idOf, KDF, openKeys, testVault } from './testing.ts';
import { addSlot, grantRole, removeSlot } from './slot-changes.ts';

const BETO = idOf('be');
const ROW = { kind: 'file', id: idOf('c1'), version: 1, revision: 1 };
const slotOf = (random: (length: number) => Uint8Array, role: 'attorney' | 'paralegal' | 'intakeVolunteer') => ({
  kek: random(32),
  kdf: KDF,
  role,
  holder: BETO,
  grantedBy: null,
});

describe('grantorOf', () => {
  it('is a practitioner; the owner only while no slot is a practitioner’s', () => {
    const { keys, random } = testVault();
    expect(grantorOf(keys)).toBe('practitioner');
    grantRole(keys, { slotId: keys.slotId, role: 'advocate', random, keep: ['workProduct'] });
    expect(roleNow(keys)).toBe('advocate');
    expect(grantorOf(keys)).toBe('owner');
    const slotId = addSlot(keys, slotOf(random, 'attorney'), random);
    expect(grantorOf(keys)).toBeNull();
    removeSlot(keys, slotId);
    expect(grantorOf(keys)).toBe('owner');
  });
});

describe('ringsHeldOnlyBy', () => {
  it('names what would be lost with a person', () => {
    const { keys, random } = testVault();
    expect(ringsHeldOnlyBy(keys, HOLDER)).toEqual(['case', 'workProduct', 'protectedSource']);
    addSlot(keys, slotOf(random, 'paralegal'), random);
    expect(ringsHeldOnlyBy(keys, HOLDER)).toEqual(['protectedSource']);
    expect(ringsHeldOnlyBy(keys, BETO)).toEqual([]);
  });
});

describe('a draft of the keys', () => {
  it('changes nothing until it is adopted; what was minted meanwhile stays', () => {
    const vault = testVault();
    const { keys, random } = vault;
    const draft = draftOf(keys);
    const slotId = addSlot(draft, slotOf(random, 'intakeVolunteer'), random);
    newEpoch(draft, random);
    expect(vaultFiles(keys, random).header).toBe(vault.header);
    expect(keys.inner.epoch).toBe(1);
    const minted = caseKeyFor(keys, caseScope('c1'), random).slice();
    adopt(keys, draft);
    expect(keys.inner.epoch).toBe(2);
    expect(slotsOf(keys, BETO).map(({ id }) => id)).toEqual([slotId]);
    const file = unsavedKeys(keys, random);
    const again = openKeys(vaultFiles(keys, random).header, file ?? new Uint8Array(0), vault.derived);
    if (!again.ok) throw new Error(again.code);
    expect(openedBucket(again.value, bucketOf(again.value, caseScope('c1'), true)).get(`${idOf('c1')}/1`)).toEqual(
      minted,
    );
  });

  it('that failed halfway goes back to the slots of before, and what was written in its epoch still opens', () => {
    const vault = testVault();
    const { keys, random } = vault;
    const beto = slotOf(random, 'paralegal');
    const slotId = addSlot(keys, beto, random);
    const draft = draftOf(keys);
    removeSlot(draft, slotId);
    newEpoch(draft, random);
    const row = sealRecord(draft, caseScope('c1'), ROW, toUtf8('meanwhile'), random);
    const back = withSlotsOf(keys, draft, random);
    const files = vaultFiles(back, random);
    for (const derived of [vault.derived, [{ slotId, kek: beto.kek, kdf: KDF }]]) {
      const open = openKeys(files.header, files.keysFile, derived);
      if (!open.ok) throw new Error(open.code);
      expect(openRecord(open.value, caseScope('c1'), ROW, row)).toEqual({ ok: true, value: toUtf8('meanwhile') });
    }
    expect(ringsOf(back, slotId)).toEqual(['case', 'workProduct']);
  });
});

describe('addSlot', () => {
  it('never makes a header that could not be read again', () => {
    const { keys, random } = testVault();
    for (let count = 1; count < MAX_SLOTS; count += 1) addSlot(keys, slotOf(random, 'intakeVolunteer'), random);
    expect(parseHeader(vaultFiles(keys, random).header)).toMatchObject({ ok: true });
    expect(() => addSlot(keys, slotOf(random, 'intakeVolunteer'), random)).toThrow(
      expect.objectContaining({ code: 'not-allowed', detail: { what: 'slots' } }),
    );
    expect(parseHeader(vaultFiles(keys, random).header)).toMatchObject({ ok: true });
  });
});
