import { describe, expect, it } from 'vitest';
import { grantorOf, rememberSlots, ringsHeldOnlyBy, roleNow, vaultFiles } from './access.ts';
import { MAX_SLOTS, parseHeader } from './header.ts';
import { HOLDER, idOf, KDF, testVault } from './testing.ts';
import { addSlot, grantRole, openKeys, removeSlot } from './vault-keys.ts';

const BETO = idOf('be');
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
    const { slotId } = addSlot(keys, slotOf(random, 'attorney'), random);
    expect(grantorOf(keys)).toBeNull();
    removeSlot(keys, slotId, random);
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

describe('rememberSlots', () => {
  it('puts slots and grants back, byte for byte what opens for the one who was there', () => {
    const vault = testVault();
    const { keys, random } = vault;
    const putBack = rememberSlots(keys);
    const added = slotOf(random, 'intakeVolunteer');
    const { slotId } = addSlot(keys, added, random);
    putBack();
    const files = vaultFiles(keys, random);
    expect(files.header).toBe(vault.header);
    expect(openKeys(files.header, files.keysFile, vault.derived)).toMatchObject({ ok: true });
    expect(openKeys(files.header, files.keysFile, [{ slotId, kek: added.kek, kdf: KDF }])).toMatchObject({ ok: false });
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
