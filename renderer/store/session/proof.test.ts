/** An unattended session is not enough to change who can open the vault: the present passphrase or code is asked for. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fail, type Result } from '#shared/errors.ts';
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
const T2 = hex('02');
const NOT_IT = hex('99');
const SHEET = hex('55');
const wrong = fail('wrong-passphrase');

let laptop: Laptop;
beforeEach(async () => {
  laptop = await newLaptop('proof');
});
afterEach(() => removeLaptop(laptop));

const add = (open: Opened, proof: string) =>
  open.session.handle('accessAdd', { memberId: BETO, name: 'Beto Luna', role: 'paralegal', proof, ticket: T1 });
const make = (open: Opened, proof: string | null) => open.session.handle('recoveryMake', { proof });
async function sheetOf(open: Opened): Promise<string> {
  return (await open.ask('accessList', undefined)).people[0]?.recoverySheets[0]?.slotId ?? '';
}

const changes: readonly [string, (open: Opened, proof: string) => Promise<Result<unknown>>][] = [
  [
    'giving access',
    (open, proof) =>
      open.session.handle('accessAdd', { memberId: hex('ca'), name: 'Carla', role: 'advocate', proof, ticket: T2 }),
  ],
  ['taking access', (open, proof) => open.session.handle('accessRemove', { memberId: BETO, proof })],
  ['giving a role', (open, proof) => open.session.handle('roleGrant', { memberId: BETO, role: 'advocate', proof })],
  ['a new passphrase', (open, proof) => open.session.handle('passphraseChange', { proof, ticket: T2 })],
  ['a further sheet', make],
  [
    'withdrawing a sheet',
    async (open, proof) => open.session.handle('recoveryWithdraw', { slotId: await sheetOf(open), proof }),
  ],
];

it.each(changes)('%s asks for the present passphrase, and nothing is written before', async (_what, change) => {
  const ana = await createOn(laptop);
  expect(await add(ana, PRESENT)).toEqual({ ok: true, value: true });
  expect(await make(ana, null)).toMatchObject({ ok: true });
  const header = await laptop.folder.headerText();
  expect(await change(ana, NOT_IT)).toEqual(wrong);
  // What somebody else types is no proof of who is at work.
  expect(await change(ana, T1)).toEqual(wrong);
  expect(await laptop.folder.headerText()).toBe(header);
  expect(await change(ana, PRESENT)).toMatchObject({ ok: true });
});

it('the first sheet of a vault asks nothing; of two asked for at once, one is the first', async () => {
  const ana = await createOn(laptop);
  const made = await Promise.all([make(ana, null), make(ana, null)]);
  expect(made).toMatchObject([{ ok: true }, wrong]);
  expect((await ana.ask('accessList', undefined)).people[0]?.recoverySheets).toHaveLength(1);
});

it('a sheet made at this session proves nothing until the vault was opened again', async () => {
  const ana = await createOn(laptop);
  const { code } = await ana.ask('recoveryMake', { proof: null });
  laptop.typed.set(SHEET, await sheetKek(laptop, code));
  expect(await ana.session.handle('passphraseChange', { proof: SHEET, ticket: T1 })).toEqual(wrong);
  expect(await make(ana, SHEET)).toEqual(wrong);
  await lock(laptop, ana);
  const again = await openOn(laptop);
  expect(await again.session.handle('passphraseChange', { proof: SHEET, ticket: T1 })).toMatchObject({ ok: true });
  await lock(laptop, again);
  expect((await openOn(laptop, {}, kekOf(T1))).opened).toMatchObject({ ok: true });
});

it('a proof can be looked at first and then counts once', async () => {
  const ana = await createOn(laptop);
  expect(await ana.ask('prove', { proof: NOT_IT })).toEqual({ right: false });
  expect(await ana.ask('prove', { proof: PRESENT })).toEqual({ right: true });
  laptop.typed.set(PRESENT, new Uint8Array(32));
  expect(await add(ana, PRESENT)).toMatchObject({ ok: true });
  expect(await ana.session.handle('accessRemove', { memberId: BETO, proof: PRESENT })).toEqual(wrong);
});
