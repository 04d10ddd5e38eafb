import fs from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Role } from '#shared/domain/roles.ts';
import { fail } from '#shared/errors.ts';
import { parseKeysFile } from '#shared/vault/keys-file.ts';
import { KDF, openKeys } from '#shared/vault/testing.ts';
import { openEntries } from '#shared/vault/vault.ts';
import {
  createOn,
  family,
  hex,
  kekOf,
  kill,
  type Laptop,
  lock,
  newLaptop,
  openOn,
  PRESENT,
  type Opened,
  RECORDED,
  removeLaptop,
  sheetKek,
} from '#e2e/support/laptop.ts';

// Sessions are opened several times over: slow on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const BETO = hex('be');
const CARLA = hex('ca');
const T1 = hex('01');
const T2 = hex('02');

let laptop: Laptop;
beforeEach(async () => {
  laptop = await newLaptop('access');
});
afterEach(() => removeLaptop(laptop));

const setupAs = (role: Role) =>
  new TextEncoder().encode(JSON.stringify({ member: { name: 'Ana Ruiz', role }, office: { name: 'Border Aid' } }));
const createAs = (role: Role) => openOn(laptop, { mode: 'create', setup: setupAs(role) });
const add = (open: Opened, memberId: string, name: string, role: Role, ticket: string) =>
  open.session.handle('accessAdd', { memberId, name, role, proof: PRESENT, ticket });
const note = {
  kind: 'note',
  schemaVersion: 1,
  id: hex('a1'),
  caseId: hex('c1'),
  text: { language: 'en', text: 'Ask about the second exit' },
  createdAt: '2019-10-01T10:00:00Z',
  recorded: RECORDED,
} as const;
async function officeHistory(open: Opened): Promise<string[]> {
  const { id } = await open.ask('office', undefined);
  return (await open.ask('history', { fileId: id })).map(({ label }) => label);
}
const names = async (open: Opened) =>
  (await open.ask('accessList', undefined)).people.map(({ name, role }) => `${name}: ${role}`);

describe('giving access', () => {
  it('opens for the new person by their own passphrase, with the rings of the role and no more', async () => {
    const ana = await createOn(laptop);
    await ana.ask('commit', { label: 'case.created', edits: [], create: [family('c1', ['María Ixcoy'])] });
    await ana.ask('commit', { label: 'note.added', edits: [], create: [note as never] });
    expect(await add(ana, BETO, 'Beto Luna', 'intakeVolunteer', T1)).toEqual({ ok: true, value: true });
    expect(await officeHistory(ana)).toContain('access.added');
    await lock(laptop, ana);

    const beto = await openOn(laptop, {}, kekOf(T1));
    expect(beto.opened).toMatchObject({
      ok: true,
      value: { memberId: BETO, memberName: 'Beto Luna', role: 'intakeVolunteer' },
    });
    expect(await beto.ask('file', { id: hex('c1') })).toMatchObject({ kind: 'case' });
    expect(await beto.session.handle('file', { id: hex('a1') })).toMatchObject({ ok: false });
    expect(await add(beto, CARLA, 'Carla', 'advocate', T2)).toEqual(fail('not-allowed', { what: 'access' }));
    expect((await beto.ask('accessList', undefined)).grantor).toBeNull();
    await lock(laptop, beto);

    const again = await openOn(laptop);
    expect(await names(again)).toEqual(['Ana Ruiz: attorney', 'Beto Luna: intakeVolunteer']);
    expect(await again.ask('file', { id: hex('a1') })).toMatchObject({ kind: 'note' });
    const [, row] = (await again.ask('accessList', undefined)).people;
    expect(row).toMatchObject({ roleGrantedBy: 'practitioner', isYou: false, isOwner: false, recoverySheets: [] });
    expect(row?.since.slice(0, 10)).toBe('2019-11-25');
  });

  it('is not done by an edit of the office file', async () => {
    const ana = await createOn(laptop);
    await add(ana, BETO, 'Beto Luna', 'paralegal', T1);
    const { id } = await ana.ask('office', undefined);
    const edit = (changes: readonly { path: readonly string[]; value: unknown }[]) =>
      ana.session.handle('commit', { label: 'office.changed', edits: [{ fileId: id, changes }] });
    for (const change of [
      { path: ['members', BETO, 'role'], value: 'attorney' },
      { path: ['members', BETO, 'slotId'], value: null },
      { path: ['members', BETO], value: undefined },
    ]) {
      expect(await edit([change])).toEqual(fail('not-allowed', { what: 'slot', role: 'attorney' }));
    }
    expect(await edit([{ path: ['members', BETO, 'phone'], value: '915' }])).toMatchObject({ ok: true });
  });

  it('is taken away: the passphrase opens nothing any more, everybody else goes on', async () => {
    const ana = await createOn(laptop);
    await add(ana, BETO, 'Beto Luna', 'paralegal', T1);
    await add(ana, CARLA, 'Carla Paz', 'attorney', T2);
    await ana.ask('accessRemove', { proof: PRESENT, memberId: BETO });
    expect(
      await ana.session.handle('accessRemove', {
        proof: PRESENT,
        memberId: ana.opened.ok ? ana.opened.value.memberId : '',
      }),
    ).toEqual(fail('not-allowed', { what: 'own' }));
    expect((await ana.ask('office', undefined)).members[BETO]).toMatchObject({ name: 'Beto Luna', slotId: null });
    await lock(laptop, ana);
    expect((await openOn(laptop, {}, kekOf(T1))).opened).toEqual(fail('wrong-passphrase'));
    const carla = await openOn(laptop, {}, kekOf(T2));
    expect(await names(carla)).toEqual(['Ana Ruiz: attorney', 'Carla Paz: attorney']);
  });
});

describe('what is written after access was taken away', () => {
  const opens = async (header: string, keysFile: Uint8Array, kek: Uint8Array, journal: Uint8Array) => {
    const { slots } = JSON.parse(header) as { slots: { id: string }[] };
    const keys = openKeys(
      header,
      keysFile,
      slots.map(({ id }) => ({ slotId: id, kek, kdf: KDF })),
    );
    if (!keys.ok) return keys.code;
    const [device = ''] = await fs.readdir(path.join(laptop.root, 'journal'));
    const segments = [{ name: '00000001.log', bytes: journal }];
    const read = openEntries(keys.value, { device, segments, witnesses: [] });
    return read.commits.map(({ meta }) => meta.action);
  };
  const files = async () => {
    const [device = ''] = await fs.readdir(path.join(laptop.root, 'journal'));
    return [
      await fs.readFile(path.join(laptop.root, 'header.json'), 'utf8'),
      new Uint8Array(await fs.readFile(path.join(laptop.root, 'keys'))),
      new Uint8Array(await fs.readFile(path.join(laptop.root, 'journal', device, '00000001.log'))),
    ] as const;
  };
  const epochsOf = (keysFile: Uint8Array): number[] => {
    const parsed = parseKeysFile(keysFile);
    return parsed.ok ? parsed.value.directory.epochs.map(({ epoch }) => epoch) : [];
  };
  const changes: readonly [string, (ana: Opened) => Promise<unknown>, Uint8Array][] = [
    ['a person', (ana) => ana.ask('accessRemove', { proof: PRESENT, memberId: BETO }), kekOf(T1)],
    ['an old passphrase', (ana) => ana.ask('passphraseChange', { proof: PRESENT, ticket: T2 }), new Uint8Array(0)],
  ];

  it.each(changes)('by %s opens with no copy of header and keys made before', async (_who, change, kek) => {
    const ana = await createOn(laptop);
    await add(ana, BETO, 'Beto Luna', 'attorney', T1);
    await ana.ask('commit', { label: 'case.created', edits: [], create: [family('c1', ['María Ixcoy'])] });
    const [header, keysFile, before] = await files();
    const held = kek.length === 0 ? laptop.kek : kek;
    expect(await opens(header, keysFile, held, before)).toEqual(['vault.created', 'access.added', 'case.created']);
    await change(ana);
    await ana.ask('commit', { label: 'case.created', edits: [], create: [family('c2', ['Juan Tzoc'])] });
    const slot = `field:${hex('c1')}/officeNumber`;
    await ana.ask('pendingPut', { slot, value: { text: '2019-' } });
    const fingerprint = ana.session.fingerprint();
    await lock(laptop, ana);

    const [now, keysNow, after] = await files();
    expect(after.length).toBeGreaterThan(before.length);
    // The old keys read what they could always read and nothing behind it.
    expect(await opens(header, keysFile, held, after)).toEqual(['vault.created', 'access.added', 'case.created']);
    expect(['wrong-passphrase', 'not-allowed']).toContain(await opens(now, keysNow, held, after));
    expect(['wrong-passphrase', 'not-allowed']).toContain(await opens(header, keysNow, held, after));

    const again = await openOn(laptop, {}, kek.length === 0 ? kekOf(T2) : laptop.kek);
    expect(again.opened).toMatchObject({ ok: true, value: { rebuilt: null, readOnly: false } });
    expect(again.session.fingerprint()).toBe(fingerprint);
    expect(await again.ask('pendingGet', { slot })).toEqual({ text: '2019-' });
  });

  it('is closed to a lowered role: notes of counsel written afterwards need keys that a copy has not', async () => {
    const ana = await createOn(laptop);
    await add(ana, BETO, 'Beto Luna', 'paralegal', T1);
    const [header, keysFile] = await files();
    expect(epochsOf(keysFile)).toEqual([1]);
    await ana.ask('roleGrant', { proof: PRESENT, memberId: BETO, role: 'intakeVolunteer' });
    expect(epochsOf((await files())[1])).toEqual([1, 2]);
    await ana.ask('commit', { label: 'note.added', edits: [], create: [note as never] });
    const [, , after] = await files();
    expect(await opens(header, keysFile, kekOf(T1), after)).toEqual(['vault.created', 'access.added']);
    // A higher role needs no new keys: nobody lost anything.
    await ana.ask('roleGrant', { proof: PRESENT, memberId: BETO, role: 'paralegal' });
    expect(epochsOf((await files())[1])).toEqual([1, 2]);
    expect((await ana.ask('accessList', undefined)).people[1]?.role).toBe('paralegal');
  });

  it('is all or nothing after a kill at any write', async () => {
    for (const change of ['accessRemove', 'roleGrant'] as const) {
      for (const kept of [0, 1, 2, 3, 4]) {
        const own = await newLaptop(`${change}-${kept}`);
        const ana = await createOn(own);
        await add(ana, BETO, 'Beto Luna', 'paralegal', T1);
        await ana.ask('commit', { label: 'note.added', edits: [], create: [note as never] });
        let writes = 0;
        own.intercept = async (channel, _arg, real) => {
          if (!['vault.writeKeys', 'vault.writeHeader', 'vault.append'].includes(channel)) return real();
          writes += 1;
          return writes <= kept ? real() : fail('internal');
        };
        if (change === 'accessRemove') await ana.session.handle('accessRemove', { proof: PRESENT, memberId: BETO });
        else await ana.session.handle('roleGrant', { proof: PRESENT, memberId: BETO, role: 'intakeVolunteer' });
        own.intercept = null;
        await kill(own, ana);

        const owner = await openOn(own);
        expect(owner.opened).toMatchObject({ ok: true, value: { readOnly: false } });
        const seen = (await owner.ask('accessList', undefined)).people[1];
        const member = (await owner.ask('office', undefined)).members[BETO];
        await lock(own, owner);
        const beto = await openOn(own, {}, kekOf(T1));
        const readsNote = beto.opened.ok && (await beto.session.handle('file', { id: hex('a1') })).ok;
        const state = [beto.opened.ok, seen?.role ?? null, member?.slotId !== null, readsNote];
        const isNew = kept >= 1;
        const wanted = change === 'accessRemove' ? [false, null, false, false] : [true, 'intakeVolunteer', true, false];
        expect(state, `${change} after ${kept} writes`).toEqual(isNew ? wanted : [true, 'paralegal', true, true]);
        await removeLaptop(own);
      }
    }
  });
});

it('what one person was typing is not offered to another', async () => {
  const ana = await createOn(laptop);
  await ana.ask('commit', { label: 'case.created', edits: [], create: [family('c1', ['María Ixcoy'])] });
  await add(ana, BETO, 'Beto Luna', 'paralegal', T1);
  const slot = `field:${hex('c1')}/officeNumber`;
  await ana.ask('pendingPut', { slot, value: { text: '2019-', start: 5, end: 5 } });
  await lock(laptop, ana);
  const beto = await openOn(laptop, {}, kekOf(T1));
  expect(await beto.ask('pendingGet', { slot })).toBeNull();
  await lock(laptop, beto);
  expect(await (await openOn(laptop)).ask('pendingGet', { slot })).toMatchObject({ text: '2019-' });
});

it('a save that only the working copy of somebody else knows of is damage, never cut', async () => {
  const ana = await createOn(laptop);
  await add(ana, BETO, 'Beto Luna', 'intakeVolunteer', T1);
  await ana.ask('commit', { label: 'case.created', edits: [], create: [family('c1', ['María Ixcoy'])] });
  await lock(laptop, ana);
  const journal = path.join(laptop.root, 'journal');
  const [device = ''] = await fs.readdir(journal);
  const segment = path.join(journal, device, '00000001.log');
  await fs.truncate(segment, (await fs.stat(segment)).size - 20);
  for (const snapshot of await fs.readdir(path.join(laptop.root, 'snapshots'))) {
    await fs.rm(path.join(laptop.root, 'snapshots', snapshot));
  }
  for (const kek of [kekOf(T1), kekOf(T1), laptop.kek]) {
    const open = await openOn(laptop, {}, kek);
    expect(open.opened).toMatchObject({ ok: true, value: { readOnlyBecause: 'vault-damaged', device } });
    await lock(laptop, open);
  }
  expect(await fs.readdir(path.join(journal, device))).toEqual(['00000001.log']);
});

describe('roles', () => {
  it('are given by the owner while there is no practitioner, then by practitioners only; the record says by whom', async () => {
    const ana = await createAs('advocate');
    expect((await ana.ask('accessList', undefined)).grantor).toBe('owner');
    await add(ana, BETO, 'Beto Luna', 'attorney', T1);
    expect((await ana.ask('office', undefined)).members[BETO]?.roleGrantedBy).toBe('owner');
    expect(await ana.session.handle('roleGrant', { proof: PRESENT, memberId: BETO, role: 'paralegal' })).toEqual(
      fail('not-allowed', { what: 'role' }),
    );
    const anaId = ana.opened.ok ? ana.opened.value.memberId : '';
    await lock(laptop, ana);

    const beto = await openOn(laptop, {}, kekOf(T1));
    expect((await beto.ask('accessList', undefined)).grantor).toBe('practitioner');
    await beto.ask('roleGrant', { proof: PRESENT, memberId: anaId, role: 'paralegal' });
    expect(await officeHistory(beto)).toContain('access.roleGranted');
    await lock(laptop, beto);
    const again = await openOn(laptop);
    expect(again.opened).toMatchObject({ ok: true, value: { role: 'paralegal' } });
    expect((await again.ask('office', undefined)).members[anaId]).toMatchObject({ roleGrantedBy: 'practitioner' });
  });

  it('bring their rings and take others away, but never the last key of a ring', async () => {
    const ana = await createOn(laptop);
    await ana.ask('commit', { label: 'note.added', edits: [], create: [note as never] });
    await add(ana, BETO, 'Beto Luna', 'intakeVolunteer', T1);
    await ana.ask('roleGrant', { proof: PRESENT, memberId: BETO, role: 'paralegal' });
    const anaId = ana.opened.ok ? ana.opened.value.memberId : '';
    // Nobody else holds protected sources: the owner keeps them even as a volunteer.
    await ana.ask('roleGrant', { proof: PRESENT, memberId: anaId, role: 'intakeVolunteer' });
    await lock(laptop, ana);
    const beto = await openOn(laptop, {}, kekOf(T1));
    expect(await beto.ask('file', { id: hex('a1') })).toMatchObject({ kind: 'note' });
    await lock(laptop, beto);
    const again = await openOn(laptop);
    const { text: _, ...rest } = note;
    const made = { ...rest, kind: 'source', id: hex('a2'), identity: 'R.' };
    expect(
      await again.session.handle('commit', { label: 'source.added', edits: [], create: [made as never] }),
    ).toMatchObject({ ok: true });
    expect(
      await again.session.handle('commit', {
        label: 'note.added',
        edits: [],
        create: [{ ...note, id: hex('a3') } as never],
      }),
    ).toMatchObject({ ok: false, code: 'not-allowed' });
  });
});

describe('a changed passphrase', () => {
  it('asks for the present one, or for the code of a sheet of the same person', async () => {
    const ana = await createOn(laptop);
    await add(ana, BETO, 'Beto Luna', 'attorney', T1);
    const header = await laptop.folder.headerText();
    for (const proof of [T1, hex('99')]) {
      expect(await ana.session.handle('passphraseChange', { proof, ticket: T2 })).toEqual(fail('wrong-passphrase'));
    }
    expect(await laptop.folder.headerText()).toBe(header);
    await ana.ask('passphraseChange', { proof: PRESENT, ticket: T2 });
    await lock(laptop, ana);
    const again = await openOn(laptop, {}, kekOf(T2));
    expect(again.opened).toMatchObject({ ok: true, value: { memberName: 'Ana Ruiz' } });
  });
});

describe('a recovery sheet', () => {
  const sheetsOf = async (open: Opened) => (await open.ask('accessList', undefined)).people[0]?.recoverySheets ?? [];

  it('is listed with its day and withdrawn by itself: its code opens nothing, the other one does', async () => {
    const ana = await createOn(laptop);
    const first = await ana.ask('recoveryMake', { proof: PRESENT });
    const second = await ana.ask('recoveryMake', { proof: PRESENT });
    const [one, other] = await sheetsOf(ana);
    expect([one?.madeAt?.slice(0, 10), other?.madeAt?.slice(0, 10)]).toEqual(['2019-11-25', '2019-11-25']);
    const keks = [await sheetKek(laptop, first.code, one?.slotId), await sheetKek(laptop, second.code, other?.slotId)];
    await ana.ask('recoveryWithdraw', { proof: PRESENT, slotId: one?.slotId ?? '' });
    expect(await sheetsOf(ana)).toEqual([other]);
    expect(await officeHistory(ana)).toContain('recovery.withdrawn');
    expect(await ana.session.handle('recoveryWithdraw', { proof: PRESENT, slotId: one?.slotId ?? '' })).toMatchObject({
      ok: false,
    });
    await lock(laptop, ana);
    expect((await openOn(laptop, {}, keks[0])).opened).toMatchObject({ ok: false });
    const bySheet = await openOn(laptop, {}, keks[1]);
    expect(bySheet.opened).toMatchObject({ ok: true, value: { recovery: 'reminder' } });
    // It was opened by this sheet: it stays.
    expect(await bySheet.session.handle('recoveryWithdraw', { proof: PRESENT, slotId: other?.slotId ?? '' })).toEqual(
      fail('not-allowed', { what: 'last' }),
    );
  });

  it('is withdrawn by its person or by who may grant; never the only way in, and no passphrase', async () => {
    const ana = await createOn(laptop);
    await add(ana, BETO, 'Beto Luna', 'advocate', T1);
    await ana.ask('recoveryMake', { proof: PRESENT });
    const [hers] = await sheetsOf(ana);
    const passphraseSlot = (await ana.ask('accessList', undefined)).people[1]?.slotIds[0] ?? '';
    expect(await ana.session.handle('recoveryWithdraw', { proof: PRESENT, slotId: passphraseSlot })).toEqual(
      fail('not-allowed', { what: 'slot' }),
    );
    await lock(laptop, ana);
    const beto = await openOn(laptop, {}, kekOf(T1));
    expect(await beto.session.handle('recoveryWithdraw', { proof: PRESENT, slotId: hers?.slotId ?? '' })).toEqual(
      fail('not-allowed', { what: 'access' }),
    );
    await beto.ask('recoveryMake', { proof: PRESENT });
    await lock(laptop, beto);
    const again = await openOn(laptop);
    const his = (await again.ask('accessList', undefined)).people[1]?.recoverySheets[0];
    await again.ask('recoveryWithdraw', { proof: PRESENT, slotId: his?.slotId ?? '' });
    expect(await sheetsOf(again)).toMatchObject([{ slotId: hers?.slotId }]);
    await again.ask('recoveryWithdraw', { proof: PRESENT, slotId: hers?.slotId ?? '' });
    expect(await sheetsOf(again)).toEqual([]);
    expect((await again.ask('office', undefined)).sheets).toEqual({});
  });
});

describe('another passphrase', () => {
  it('opens at once, the old one does not; a copy made before still opens with the old one', async () => {
    const ana = await createOn(laptop);
    const copy = path.join(path.dirname(laptop.root), 'copy');
    await fs.cp(laptop.root, copy, { recursive: true });
    await ana.ask('passphraseChange', { proof: PRESENT, ticket: T1 });
    // The session goes on, and can change slots again.
    laptop.typed.set(PRESENT, kekOf(T1));
    await add(ana, BETO, 'Beto Luna', 'paralegal', T2);
    expect(await names(ana)).toEqual(['Ana Ruiz: attorney', 'Beto Luna: paralegal']);
    expect((await ana.ask('accessList', undefined)).people[0]).toMatchObject({ isOwner: true, isYou: true });
    await lock(laptop, ana);
    expect((await openOn(laptop)).opened).toEqual(fail('wrong-passphrase'));
    expect((await openOn(laptop, {}, kekOf(T1))).opened).toMatchObject({ ok: true, value: { memberName: 'Ana Ruiz' } });
    await fs.copyFile(path.join(copy, 'header.json'), path.join(laptop.root, 'header.json'));
    await fs.copyFile(path.join(copy, 'keys'), path.join(laptop.root, 'keys'));
    expect((await openOn(laptop)).opened).toMatchObject({ ok: true });
  });

  it.each(['vault.writeKeys', 'vault.writeHeader', 'vault.append'] as const)(
    'that failed at %s leaves the old one, and works the next time',
    async (channel) => {
      const ana = await createOn(laptop);
      let failures = 1;
      laptop.intercept = async (asked, _arg, real) => {
        if (asked !== channel || failures === 0) return real();
        failures -= 1;
        return fail('disk-error', { system: 'EIO' });
      };
      expect(await ana.session.handle('passphraseChange', { proof: PRESENT, ticket: T1 })).toMatchObject({ ok: false });
      laptop.intercept = null;
      await kill(laptop, ana);
      expect((await openOn(laptop, {}, kekOf(T1))).opened).toEqual(fail('wrong-passphrase'));
      const again = await openOn(laptop);
      await again.ask('passphraseChange', { proof: PRESENT, ticket: T2 });
      await lock(laptop, again);
      expect((await openOn(laptop, {}, kekOf(T2))).opened).toMatchObject({ ok: true });
    },
  );

  it('opens by one of the two after a kill at any write, and the record learns of it at the next unlock', async () => {
    for (const kept of [0, 1, 2, 3, 4]) {
      const own = await newLaptop(`kill-${kept}`);
      const ana = await createOn(own);
      let writes = 0;
      own.intercept = async (channel, _arg, real) => {
        if (!['vault.writeKeys', 'vault.writeHeader', 'vault.append'].includes(channel)) return real();
        writes += 1;
        return writes <= kept ? real() : fail('internal');
      };
      await ana.session.handle('passphraseChange', { proof: PRESENT, ticket: T1 });
      own.intercept = null;
      await kill(own, ana);
      const tries = [await openOn(own), await openOn(own, {}, kekOf(T1))];
      const open = tries.find(({ opened }) => opened.ok);
      expect(open, `after ${kept} writes`).toBeDefined();
      const office = await open?.ask('office', undefined);
      const header = JSON.parse(await own.folder.headerText()) as { slots: { id: string }[] };
      expect(header.slots.map(({ id }) => id)).toContain(Object.values(office?.members ?? {})[0]?.slotId);
      await removeLaptop(own);
    }
  });
});
