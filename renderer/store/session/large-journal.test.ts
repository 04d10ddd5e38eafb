import fs from 'node:fs/promises';
import path from 'node:path';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CaseFile } from '#shared/domain/case-file.ts';
import { fail } from '#shared/errors.ts';
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
  removeLaptop,
} from '#e2e/support/laptop.ts';
import { SMALL_JOURNAL } from './load.ts';

let laptop: Laptop;
let fingerprint: string;
beforeEach(async () => {
  laptop = await newLaptop();
  const open = await createOn(laptop);
  await open.session.importFiles(manyCases(400));
  fingerprint = open.session.fingerprint();
  await lock(laptop, open);
});
afterEach(() => removeLaptop(laptop));

/** Cases with a long description each, so that the journal is more than is read whole at an unlock. */
function* manyCases(count: number): Iterable<CaseFile> {
  for (let at = 0; at < count; at += 1) {
    const id = at.toString(16).padStart(32, '0');
    const file = family('c1', ['María Ixcoy']);
    const [person] = Object.values(file.people);
    if (person === undefined) throw new Error('no person');
    const personId = (at + 0x10000).toString(16).padStart(32, '0');
    yield { ...file, id, people: { [personId]: { ...person, id: personId, description: 'x'.repeat(12_000) } } };
  }
}
async function segment(): Promise<string> {
  const journal = path.join(laptop.root, 'journal');
  const [device = ''] = await fs.readdir(journal);
  return path.join(journal, device, '00000001.log');
}
const edit = (open: Opened, value: string) =>
  open.ask('commit', {
    label: 'case.changed',
    edits: [{ fileId: '0'.repeat(32), changes: [{ path: ['officeNumber'], value }] }],
  });
function countBytes(): { bytes: number } {
  const read = { bytes: 0 };
  laptop.intercept = async (channel, _arg, real) => {
    const result = await real();
    if (channel === 'vault.readSegment' && result.ok) read.bytes += (result.value as Uint8Array).length;
    return result;
  };
  return read;
}

it('reads only the tail of a large journal, and shows the first rows before the rest is loaded', async () => {
  expect((await fs.stat(await segment())).size).toBeGreaterThan(SMALL_JOURNAL);
  const read = countBytes();
  const open = await openOn(laptop);
  expect(open.opened).toMatchObject({ ok: true, value: { memberName: 'Ana Ruiz', loadedAll: false } });
  expect(await open.ask('firstRows', { count: 30 })).toHaveLength(30);
  await open.session.whenLoaded();
  expect(read.bytes).toBe(0);
  expect(open.session.fingerprint()).toBe(fingerprint);
  await edit(open, '2019-1');
  await kill(laptop, open);

  read.bytes = 0;
  const again = await openOn(laptop);
  await again.session.whenLoaded();
  expect(read.bytes).toBeGreaterThan(0);
  expect(read.bytes).toBeLessThan(10_000);
  expect(await again.ask('file', { id: '0'.repeat(32) })).toMatchObject({ officeNumber: '2019-1' });
});

it('rebuilds a large vault behind the open session, with progress', async () => {
  laptop.idb = new IDBFactory();
  const open = await openOn(laptop);
  expect(open.opened).toMatchObject({ ok: true, value: { loadedAll: false } });
  expect(await open.ask('office', undefined)).toMatchObject({ name: 'Border Aid' });
  expect(open.session.fingerprint()).toBe(fingerprint);
  expect(await open.ask('session', undefined)).toMatchObject({ rebuilt: 'empty', loadedAll: true, readOnly: false });
  const progress = open.notices.filter((notice) => notice.kind === 'rebuilding');
  expect(progress.at(-1)).toMatchObject({ done: progress[0]?.total });
});

it('finds damage in the old part of a large journal after opening, and stops writing', async () => {
  const file = await segment();
  const bytes = await fs.readFile(file);
  bytes[100_000] = (bytes[100_000] ?? 0) ^ 1;
  await fs.writeFile(file, bytes);
  const open = await openOn(laptop);
  await expect
    .poll(async () => (await open.ask('session', undefined)).readOnlyBecause, { timeout: 10_000 })
    .toBe('vault-damaged');
  expect(open.session.fingerprint()).toBe(fingerprint);
});

it('says that an old part of a large journal cannot be read, and stops writing', async () => {
  laptop.intercept = async (channel, arg, real) => {
    const isOld = channel === 'vault.readSegment' && (arg as { offset: number }).offset === 0;
    return isOld ? fail('disk-error', { system: 'EIO' }) : real();
  };
  const open = await openOn(laptop);
  await expect
    .poll(async () => (await open.ask('session', undefined)).readOnlyBecause, { timeout: 10_000 })
    .toBe('record-unreadable');
  expect(open.session.fingerprint()).toBe(fingerprint);
  expect(open.notices.at(-1)).toMatchObject({ kind: 'changed' });
});

/** The first `refused` readings of the old part fail. */
function refuseOld(refused: number): () => number {
  let count = 0;
  laptop.intercept = async (channel, arg, real) => {
    const isOld = channel === 'vault.readSegment' && (arg as { offset: number }).offset === 0;
    if (isOld) count += 1;
    return isOld && count <= refused ? fail('disk-error', { system: 'EIO' }) : real();
  };
  return () => count;
}

it('reads an old part that the disk did not give at once some times over, and goes on writing', async () => {
  const count = refuseOld(2);
  const open = await openOn(laptop);
  await expect.poll(count, { timeout: 10_000 }).toBe(3);
  await edit(open, '2019-1');
  expect(await open.ask('session', undefined)).toMatchObject({ readOnly: false });
});

it('that could not be read is read again when somebody asks, and what waited is saved', async () => {
  const count = refuseOld(5);
  const open = await openOn(laptop);
  const because = async () => (await open.ask('session', undefined)).readOnlyBecause;
  await expect.poll(because, { timeout: 10_000 }).toBe('record-unreadable');
  expect(count()).toBe(4);
  expect(await open.ask('session', undefined)).toMatchObject({ readOnly: true, canTryAgain: true });
  const refused = await open.session.handle('commit', {
    label: 'case.changed',
    edits: [{ fileId: '0'.repeat(32), changes: [{ path: ['officeNumber'], value: '2019-2' }] }],
  });
  expect(refused).toMatchObject({ code: 'read-only-mode' });
  expect(await open.session.handle('saveAgain', undefined)).toEqual(
    fail('record-unreadable', { because: 'disk-error' }),
  );
  expect(await open.ask('session', undefined)).toMatchObject({ readOnly: true, canTryAgain: true, waiting: 1 });
  expect(await open.ask('saveAgain', undefined)).toEqual({ saved: 1, unfit: 0 });
  expect(await open.ask('session', undefined)).toMatchObject({ readOnly: false });
  await lock(laptop, open);
  const again = await openOn(laptop);
  await again.session.whenLoaded();
  expect(await again.ask('file', { id: '0'.repeat(32) })).toMatchObject({ officeNumber: '2019-2' });
});

it('that turns out to be damaged at the next try stays closed to writing', async () => {
  const file = await segment();
  const bytes = await fs.readFile(file);
  bytes[100_000] = (bytes[100_000] ?? 0) ^ 1;
  await fs.writeFile(file, bytes);
  refuseOld(4);
  const open = await openOn(laptop);
  const because = async () => (await open.ask('session', undefined)).readOnlyBecause;
  await expect.poll(because, { timeout: 10_000 }).toBe('record-unreadable');
  expect(await open.session.handle('saveAgain', undefined)).toMatchObject({ code: 'vault-damaged' });
  expect(await open.ask('session', undefined)).toMatchObject({
    readOnly: true,
    readOnlyBecause: 'vault-damaged',
    canTryAgain: false,
  });
});

it('tells nothing of an old part that could not be read because the vault was locked', async () => {
  let isLocked = false;
  laptop.intercept = async (channel, arg, real) => {
    const isOld = channel === 'vault.readSegment' && (arg as { offset: number }).offset === 0;
    if (!isOld) return real();
    open.session.close();
    isLocked = true;
    return fail('disk-error', { system: 'EBADF' });
  };
  const open = await openOn(laptop);
  await expect.poll(() => isLocked).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(open.notices.filter(({ kind }) => kind === 'changed')).toEqual([]);
});

it('takes a journal that became shorter than the copy knows for damaged', async () => {
  const file = await segment();
  const bytes = await fs.readFile(file);
  await fs.writeFile(file, bytes.subarray(0, bytes.length - 5000));
  const open = await openOn(laptop);
  await open.session.whenLoaded();
  expect(await open.ask('session', undefined)).toMatchObject({ readOnly: true, readOnlyBecause: 'vault-damaged' });
  expect(await open.ask('file', { id: hex('00') })).toMatchObject({ kind: 'case' });
});
