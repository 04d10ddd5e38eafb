import fs from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { vaultFolder } from '#electron/main/vault/vault.ts';
import {
  createOn,
  family,
  hex,
  type Laptop,
  lock,
  newLaptop,
  openOn,
  personIdOf,
  removeLaptop,
} from '#e2e/support/laptop.ts';

const laptops: Laptop[] = [];
async function laptopOf(seed: string): Promise<Laptop> {
  const laptop = await newLaptop(seed);
  laptops.push(laptop);
  return laptop;
}
afterEach(async () => {
  await Promise.all(laptops.splice(0).map(removeLaptop));
});

const phone = (value: string) => ({
  label: 'person.changed',
  edits: [{ fileId: hex('c1'), changes: [{ path: ['people', personIdOf('c1'), 'phone'], value }] }],
});

/**
 * Primero lets the later write win without a word (primeroIMS/primero#508). Two journals made apart and laid side by
 * side: the later value stands, the case is flagged, and both saves are in the history.
 */
it('CP16: the same field written on two laptops is flagged, and neither save is lost', async () => {
  const one = await laptopOf('one');
  const first = await createOn(one);
  await first.ask('commit', { label: 'case.created', edits: [], create: [family('c1', ['María Ixcoy'])] });
  await lock(one, first);

  const two = await laptopOf('two');
  two.kek = one.kek;
  await fs.cp(one.root, two.root, { recursive: true });
  await fs.rm(path.join(two.root, 'lock'), { force: true });
  two.folder = vaultFolder({ kind: 'real', root: two.root });
  two.now = one.now + 60_000;

  const here = await openOn(one);
  await here.ask('commit', phone('111'));
  await lock(one, here);
  // The other laptop writes a chain of its own.
  const [shared = ''] = await fs.readdir(path.join(two.root, 'journal'));
  const other = await fs.mkdtemp(path.join(path.dirname(two.root), 'kept-'));
  const alien = '5'.repeat(32);
  await fs.mkdir(path.join(two.root, 'journal', alien));
  await fs.writeFile(path.join(two.root, 'journal', alien, '00000001.log'), '');
  const there = await openOn(two);
  if (!there.opened.ok) throw new Error(there.opened.code);
  const { device } = there.opened.value;
  expect(device).not.toBe(shared);
  await there.ask('commit', phone('222'));
  await lock(two, there);
  await fs.cp(path.join(two.root, 'journal', device), path.join(one.root, 'journal', device), { recursive: true });
  await fs.rm(other, { recursive: true });

  const merged = await openOn(one);
  expect(merged.opened).toMatchObject({ ok: true, value: { readOnly: false } });
  const file = await merged.ask('file', { id: hex('c1') });
  expect(file.kind === 'case' && file.people[personIdOf('c1')]?.phone).toBe('222');
  const { needsLook } = await merged.ask('today', { date: '2019-11-25' });
  expect(needsLook).toContainEqual(expect.objectContaining({ caseId: hex('c1'), flag: 'twoValues', count: 1 }));
  const history = await merged.ask('history', { fileId: hex('c1') });
  expect(history.map(({ label }) => label)).toEqual(['person.changed', 'person.changed', 'case.created']);
  expect(new Set(history.slice(0, 2).map((row) => row.device))).toEqual(new Set([device, shared]));
  // Writing the value anew settles it.
  await merged.ask('commit', phone('333'));
  expect((await merged.ask('today', { date: '2019-11-25' })).needsLook).toEqual([]);
});
