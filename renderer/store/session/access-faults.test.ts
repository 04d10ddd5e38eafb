/** A change of access on a disk that fails, at every write and at every write of the way back. */
import { expect, it, vi } from 'vitest';
import { fail, type Result } from '#shared/errors.ts';
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
  type Opened,
  PRESENT,
  removeLaptop,
  sheetKek,
} from '#e2e/support/laptop.ts';

// Some hundred vaults are opened: slow on a busy machine.
vi.setConfig({ testTimeout: 300_000 });

const BETO = hex('be');
const CARLA = hex('ca');
const T1 = hex('01');
const T2 = hex('02');
const written = ['vault.writeKeys', 'vault.writeHeader', 'vault.append'];
const slot = `field:${hex('c1')}/officeNumber`;

const changes: readonly [string, (ana: Opened) => Promise<Result<unknown>>][] = [
  ['accessRemove', (ana) => ana.session.handle('accessRemove', { proof: PRESENT, memberId: BETO })],
  ['roleGrant', (ana) => ana.session.handle('roleGrant', { proof: PRESENT, memberId: BETO, role: 'intakeVolunteer' })],
  ['passphraseChange', (ana) => ana.session.handle('passphraseChange', { proof: PRESENT, ticket: T2 })],
  [
    'accessAdd',
    (ana) =>
      ana.session.handle('accessAdd', {
        proof: PRESENT,
        memberId: CARLA,
        name: 'Carla',
        role: 'paralegal',
        ticket: hex('03'),
      }),
  ],
  ['recoveryMake', (ana) => ana.session.handle('recoveryMake', { proof: PRESENT })],
  [
    'recoveryWithdraw',
    async (ana) => ana.session.handle('recoveryWithdraw', { proof: PRESENT, slotId: await sheetOf(ana) }),
  ],
];

async function sheetOf(ana: Opened): Promise<string> {
  const { people } = await ana.ask('accessList', undefined);
  return people.find(({ isYou }) => isYou)?.recoverySheets[0]?.slotId ?? '';
}

/** How a write fails: nothing of it is there, or the disk has it and says all the same that it failed. */
type Fault = 'disk-full' | 'disk-error';

/** Refuses the `at`-th write and, of those behind it, all but the first `back`. */
function refuseFrom(laptop: Laptop, at: number, back: number, fault: Fault = 'disk-full'): () => number {
  let count = 0;
  laptop.intercept = async (channel, _arg, real) => {
    if (!written.includes(channel)) return real();
    count += 1;
    const isRefused = count === at || count > at + back;
    if (!isRefused) return real();
    if (fault === 'disk-error') await real();
    return fail(fault);
  };
  return () => count;
}

async function atWork(name: string): Promise<{ laptop: Laptop; ana: Opened; code: string }> {
  const laptop = await newLaptop(name);
  const ana = await createOn(laptop);
  await ana.session.handle('accessAdd', {
    proof: PRESENT,
    memberId: BETO,
    name: 'Beto Luna',
    role: 'paralegal',
    ticket: T1,
  });
  const { code } = await ana.ask('recoveryMake', { proof: PRESENT });
  await ana.ask('commit', { label: 'case.created', edits: [], create: [family('c1', ['María Ixcoy'])] });
  return { laptop, ana, code };
}

const faults: readonly Fault[] = ['disk-full', 'disk-error'];
const table = faults.flatMap((fault) => changes.map(([name, change]) => [name, fault, change] as const));

it.each(table)('%s (%s): somebody can always open the vault, and reads the cases', async (name, fault, change) => {
  for (const at of [1, 2, 3, 4, 5]) {
    for (const back of fault === 'disk-full' ? [0, 1, 2, 3] : [0, 2]) {
      const { laptop, ana, code } = await atWork(`${name}-${at}-${back}`);
      const count = refuseFrom(laptop, at, back, fault);
      const result = await change(ana);
      expect(result.ok, `${at}/${back}`).toBe(count() < at);
      laptop.intercept = null;
      await kill(laptop, ana);
      const tries = [await openOn(laptop), await openOn(laptop, {}, kekOf(T2))];
      const open = tries.find(({ opened }) => opened.ok);
      expect(open?.opened, `${name} refused at ${at}, ${back} on the way back`).toMatchObject({ ok: true });
      expect(await open?.ask('file', { id: hex('c1') })).toMatchObject({ kind: 'case' });
      const isHalfDone = !result.ok && result.code === 'access-unfinished';
      if (name !== 'recoveryWithdraw' || !(result.ok || isHalfDone)) {
        const bySheet = await openOn(laptop, {}, await sheetKek(laptop, code));
        expect(bySheet.opened, `${name} refused at ${at}, ${back} on the way back: by the sheet`).toMatchObject({
          ok: true,
        });
        expect(await bySheet.ask('file', { id: hex('c1') })).toMatchObject({ kind: 'case' });
      }
      await removeLaptop(laptop);
    }
  }
});

it.each(table)('%s (%s): what is typed after a refusal is there at the next unlock', async (name, fault, change) => {
  for (const at of [1, 2, 3, 4]) {
    for (const back of fault === 'disk-full' ? [0, 1, 2, 3] : [0, 2]) {
      const { laptop, ana } = await atWork(`typed-${name}-${at}-${back}`);
      refuseFrom(laptop, at, back, fault);
      const { ok } = await change(ana);
      await ana.ask('pendingPut', { slot, value: { text: '2019-' } });
      await lock(laptop, ana);
      laptop.intercept = null;
      const open = [await openOn(laptop), await openOn(laptop, {}, kekOf(T2))].find(({ opened }) => opened.ok);
      const typed = await open?.ask('pendingGet', { slot });
      expect(typed, `${name} refused at ${at}, ${back} on the way back, ${ok}`).toEqual({ text: '2019-' });
      await removeLaptop(laptop);
    }
  }
});

it('a full disk that refuses the first write changes nothing, and the session goes on', async () => {
  const { laptop, ana } = await atWork('full');
  refuseFrom(laptop, 1, 0);
  expect(await ana.session.handle('passphraseChange', { proof: PRESENT, ticket: T2 })).toEqual(fail('disk-full'));
  laptop.intercept = null;
  const more = { label: 'case.created', edits: [], create: [family('c2', ['Juan Tzoc'])] };
  expect(await ana.session.handle('commit', more)).toMatchObject({ ok: true });
  await lock(laptop, ana);
  expect((await openOn(laptop, {}, kekOf(T2))).opened).toMatchObject({ code: expect.stringMatching('^wrong-') });
  expect(await (await openOn(laptop)).ask('file', { id: hex('c2') })).toMatchObject({ kind: 'case' });
  await removeLaptop(laptop);
});

it('one that refuses the way back too says so, and nothing more is written', async () => {
  const { laptop, ana } = await atWork('half');
  refuseFrom(laptop, 2, 0);
  expect(await ana.session.handle('passphraseChange', { proof: PRESENT, ticket: T2 })).toEqual(
    fail('access-unfinished'),
  );
  laptop.intercept = null;
  const more = { label: 'case.created', edits: [], create: [family('c2', ['Juan Tzoc'])] };
  expect(await ana.session.handle('commit', more)).toMatchObject({ ok: false, code: 'read-only-mode' });
  await removeLaptop(laptop);
});

it('a header that a crash left behind does not keep a full disk from being read', async () => {
  const { laptop, ana } = await atWork('behind');
  refuseFrom(laptop, 2, 0);
  await ana.session.handle('accessRemove', { proof: PRESENT, memberId: BETO });
  await kill(laptop, ana);
  const open = await openOn(laptop);
  expect(open.opened).toMatchObject({ ok: true, value: { readOnly: true, readOnlyBecause: 'disk-full' } });
  expect(await open.ask('file', { id: hex('c1') })).toMatchObject({ kind: 'case' });
  laptop.intercept = null;
  await lock(laptop, open);
  expect((await openOn(laptop)).opened).toMatchObject({ ok: true, value: { readOnly: false } });
  await removeLaptop(laptop);
});
