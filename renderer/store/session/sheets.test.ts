/** Whether the vault has a recovery sheet that is good: one that is in the header and of which a group was typed back. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fail } from '#shared/errors.ts';
import { sheetConfirmedAt, officeFile } from '#shared/domain/office.ts';
import {
  createOn,
  hex,
  kekOf,
  type Laptop,
  lock,
  newLaptop,
  openOn,
  type Opened,
  PRESENT,
  removeLaptop,
  sheetKek,
} from '#e2e/support/laptop.ts';

// Sessions are opened several times over: slow on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const BETO = hex('be');
const T1 = hex('01');
const DAY = 86_400_000;

let laptop: Laptop;
beforeEach(async () => {
  laptop = await newLaptop('sheets');
});
afterEach(() => removeLaptop(laptop));

const make = (open: Opened) => open.ask('recoveryMake', { proof: PRESENT });
const confirm = (open: Opened, { groups }: { readonly groups: readonly string[] }) =>
  open.session.handle('recoveryConfirm', { group: 1, typed: groups[1] ?? '' });
const withdraw = (open: Opened, { slotId }: { readonly slotId: string }) =>
  open.ask('recoveryWithdraw', { slotId, proof: PRESENT });
const state = async (open: Opened) => (await open.ask('session', undefined)).recovery;

it('a withdrawn sheet cannot be confirmed any more', async () => {
  const ana = await createOn(laptop);
  const sheet = await make(ana);
  await withdraw(ana, sheet);
  expect(await confirm(ana, sheet)).toEqual(fail('sheet-withdrawn'));
  expect(await state(ana)).toBe('reminder');
});

it('a good sheet stays good when another one is made and withdrawn', async () => {
  const ana = await createOn(laptop);
  const good = await make(ana);
  expect(await confirm(ana, good)).toEqual({ ok: true, value: { right: true } });
  const other = await make(ana);
  expect(await state(ana)).toBe('done');
  await withdraw(ana, other);
  expect(await state(ana)).toBe('done');
  // The other way round: what is left was never typed back.
  const late = await make(ana);
  await withdraw(ana, good);
  expect(await state(ana)).toBe('reminder');
  expect((await ana.ask('accessList', undefined)).people[0]?.recoverySheets).toEqual([
    { slotId: late.slotId, madeAt: late.madeAt, confirmedAt: null, openedThis: false },
  ]);
  await confirm(ana, late);
  await lock(laptop, ana);
  expect((await openOn(laptop)).opened).toMatchObject({ ok: true, value: { recovery: 'done' } });
});

it('with the only person that had a sheet, the sheet is gone too', async () => {
  const ana = await createOn(laptop);
  const given = { memberId: BETO, name: 'Beto Luna', role: 'paralegal', proof: PRESENT, ticket: T1 } as const;
  await ana.ask('accessAdd', given);
  await lock(laptop, ana);
  const beto = await openOn(laptop, {}, kekOf(T1));
  await confirm(beto, await make(beto));
  await lock(laptop, beto);
  laptop.now += 4 * DAY;
  const again = await openOn(laptop);
  expect(await state(again)).toBe('done');
  await again.ask('accessRemove', { memberId: BETO, proof: PRESENT });
  expect(await state(again)).toBe('due');
  expect((await again.ask('office', undefined)).sheets).toEqual({});
});

it('the sheet that the vault was unlocked with is marked', async () => {
  const ana = await createOn(laptop);
  const sheet = await make(ana);
  const own = async (open: Opened) => (await open.ask('accessList', undefined)).people[0]?.recoverySheets;
  expect(await own(ana)).toMatchObject([{ slotId: sheet.slotId, openedThis: false }]);
  await lock(laptop, ana);
  const bySheet = await openOn(laptop, {}, await sheetKek(laptop, sheet.code));
  expect(await own(bySheet)).toMatchObject([{ slotId: sheet.slotId, openedThis: true }]);
});

it('one day for the whole vault, as it was kept before, counts for the sheets of then', () => {
  const at = '2019-10-02T10:00:00Z';
  const old = { madeAt: at, holder: hex('aa') };
  const read = (sheets: unknown, confirmedAt: string | null) =>
    officeFile.parse({
      kind: 'office',
      schemaVersion: 1,
      id: hex('0f'),
      createdAt: '2019-10-01T10:00:00Z',
      recoverySheet: { madeAt: at, confirmedAt },
      ...(sheets !== undefined && { sheets }),
    });
  expect(sheetConfirmedAt(read(undefined, at), hex('01'))).toBe(at);
  expect(sheetConfirmedAt(read({ [hex('01')]: old }, at), hex('01'))).toBe(at);
  expect(sheetConfirmedAt(read({ [hex('01')]: old }, null), hex('01'))).toBeNull();
  const later = '2019-10-05T10:00:00Z';
  const both = { [hex('01')]: { ...old, confirmedAt: later }, [hex('02')]: { ...old, confirmedAt: null } };
  expect(sheetConfirmedAt(read(both, at), hex('01'))).toBe(later);
  expect(sheetConfirmedAt(read(both, at), hex('02'))).toBeNull();
});
