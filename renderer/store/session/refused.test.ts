import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ErrorCode, fail } from '#shared/errors.ts';
import {
  createOn,
  family,
  hex,
  kill,
  type Laptop,
  lock,
  newLaptop,
  openOn,
  type Opened,
  personIdOf,
  removeLaptop,
} from '#e2e/support/laptop.ts';

let laptop: Laptop;
let open: Opened;
beforeEach(async () => {
  laptop = await newLaptop('refused');
  open = await createOn(laptop);
  await open.ask('commit', { label: 'case.created', edits: [], create: [family('c1', ['María Ixcoy'])] });
});
afterEach(() => removeLaptop(laptop));

const set = (pair: string, field: string, value: string, clears: readonly string[] = []) => ({
  label: 'person.changed',
  edits: [{ fileId: hex(pair), changes: [{ path: ['people', personIdOf(pair), field], value }] }],
  clears,
});
function refuseWith(code: ErrorCode): void {
  laptop.intercept = async (channel, _arg, real) => (channel === 'vault.append' ? fail(code) : real());
}
const person = async (session: Opened) =>
  (await session.ask('file', { id: hex('c1') })) as { people: Record<string, { phone: string }> };
const state = async () => {
  const { readOnly, canTryAgain, waiting } = await open.ask('session', undefined);
  return { readOnly, canTryAgain, waiting };
};

it('what a full disk refused is written by trying again, in order, and only then said to be saved', async () => {
  refuseWith('disk-full');
  expect(await open.session.handle('commit', set('c1', 'phone', '1'))).toEqual(fail('disk-full'));
  const second = { label: 'case.created', edits: [], create: [family('c2', ['Ángel Núñez'])] };
  expect(await open.session.handle('commit', second)).toMatchObject({ ok: false, code: 'read-only-mode' });
  await open.session.handle('commit', set('c2', 'phone', '2'));
  // The same field left again: one commit, with the newer value.
  await open.session.handle('commit', set('c1', 'phone', '3'));
  expect(await state()).toEqual({ readOnly: true, canTryAgain: true, waiting: 3 });

  expect(await open.session.handle('saveAgain', undefined)).toEqual(fail('disk-full'));
  expect(await state()).toEqual({ readOnly: true, canTryAgain: true, waiting: 3 });
  expect(open.notices.filter(({ kind }) => kind === 'saved')).toHaveLength(2);

  laptop.intercept = null;
  expect(await open.ask('saveAgain', undefined)).toEqual({ saved: 3, unfit: 0 });
  expect(await state()).toEqual({ readOnly: false, canTryAgain: false, waiting: 0 });
  expect(open.notices.filter(({ kind }) => kind === 'saved')).toHaveLength(5);
  expect(open.notices).toContainEqual({ kind: 'writable' });
  await kill(laptop, open);
  const again = await openOn(laptop);
  expect((await person(again)).people[personIdOf('c1')]?.phone).toBe('3');
  expect(await again.ask('file', { id: hex('c2') })).toMatchObject({ people: { [personIdOf('c2')]: { phone: '2' } } });
});

it('a disk that fills up again in between keeps the rest', async () => {
  refuseWith('disk-full');
  await open.session.handle('commit', set('c1', 'phone', '1'));
  const number = [{ fileId: hex('c1'), changes: [{ path: ['officeNumber'], value: '2019-001' }] }];
  await open.session.handle('commit', { label: 'case.changed', edits: number });
  let room = 1;
  laptop.intercept = async (channel, _arg, real) =>
    channel === 'vault.append' && room-- <= 0 ? fail('disk-full') : real();
  expect(await open.session.handle('saveAgain', undefined)).toEqual(fail('disk-full'));
  expect(await state()).toEqual({ readOnly: true, canTryAgain: true, waiting: 1 });
  laptop.intercept = null;
  expect(await open.ask('saveAgain', undefined)).toEqual({ saved: 1, unfit: 0 });
});

it('clears the typing of a commit only once it is written', async () => {
  await open.ask('pendingPut', { slot: 'field', value: 'typed' });
  refuseWith('disk-read-only');
  await open.session.handle('commit', set('c1', 'phone', '1', ['field']));
  expect(await open.ask('pendingGet', { slot: 'field' })).toBe('typed');
  laptop.intercept = null;
  await open.ask('saveAgain', undefined);
  expect(await open.ask('pendingGet', { slot: 'field' })).toBeNull();
});

it('tries once more at a lock', async () => {
  refuseWith('disk-full');
  await open.session.handle('commit', set('c1', 'phone', '7'));
  laptop.intercept = null;
  await lock(laptop, open);
  expect((await person(await openOn(laptop))).people[personIdOf('c1')]?.phone).toBe('7');
});

it('does not help after an input/output error: only opening anew does', async () => {
  refuseWith('disk-error');
  await open.session.handle('commit', set('c1', 'phone', '1'));
  expect(await state()).toEqual({ readOnly: true, canTryAgain: false, waiting: 0 });
  laptop.intercept = null;
  expect(await open.session.handle('saveAgain', undefined)).toEqual(fail('read-only-mode', { because: 'disk-error' }));
  await lock(laptop, open);
  const again = await openOn(laptop);
  expect(await again.session.handle('commit', set('c1', 'phone', '1'))).toMatchObject({ ok: true });
});
