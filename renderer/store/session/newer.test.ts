/** A vault that a newer program wrote: it is named as that, and nothing of it or of its working copy is overwritten. */
import fs from 'node:fs/promises';
import path from 'node:path';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { vaultFolder } from '#electron/main/vault/vault.ts';
import { must } from '#shared/assert.ts';
import { fail } from '#shared/errors.ts';
import { createOn, family, kill, type Laptop, lock, newLaptop, openOn, removeLaptop } from '#e2e/support/laptop.ts';

/** What the program that writes says of itself; 1 and 0 is this one. */
const program = vi.hoisted(() => ({ schema: 1, later: 0 }));
vi.mock('#shared/vault/journal.ts', async (original) => {
  const real = await original<typeof import('#shared/vault/journal.ts')>();
  const sealEntry: typeof real.sealEntry = (keys, given) =>
    real.sealEntry(keys, { ...given, meta: { ...given.meta, schema: program.schema } });
  return { ...real, sealEntry };
});
vi.mock('./cache-meta.ts', async (original) => {
  const real = await original<typeof import('./cache-meta.ts')>();
  const sealMeta: typeof real.sealMeta = (keys, meta, random) =>
    real.sealMeta(keys, { ...meta, schema: program.schema, format: meta.format + program.later }, random);
  return { ...real, sealMeta };
});

const wiped = vi.hoisted(() => ({ times: 0 }));
vi.mock('#shared/vault/key-ring.ts', async (original) => {
  const real = await original<typeof import('#shared/vault/key-ring.ts')>();
  const wipeKeys: typeof real.wipeKeys = (keys) => {
    wiped.times += 1;
    real.wipeKeys(keys);
  };
  return { ...real, wipeKeys };
});

// Large vaults are made: slow on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let laptop: Laptop;
beforeEach(async () => {
  program.schema = 1;
  program.later = 0;
  laptop = await newLaptop();
});
afterEach(() => removeLaptop(laptop));

const aCase = (pair: string) => ({ label: 'case.created', edits: [], create: [family(pair, ['María Ixcoy'])] });
const newer = (what: string) => fail('vault-newer-version', { what });

/** Every file of the vault with its bytes. */
async function vaultOf({ root }: Laptop): Promise<Map<string, string>> {
  const files = await fs.readdir(root, { recursive: true, withFileTypes: true });
  const found = files.filter((file) => file.isFile() && file.name !== 'lock');
  const read = found.map(async (file): Promise<[string, string]> => {
    const place = path.join(file.parentPath, file.name);
    return [path.relative(root, place), await fs.readFile(place, 'base64')];
  });
  return new Map((await Promise.all(read)).sort());
}

/** The rows of the working copy as they are. */
async function copyOf({ idb }: Laptop): Promise<unknown> {
  const [named] = await idb.databases();
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = idb.open(named?.name ?? '');
    request.onsuccess = () => resolve(request.result as unknown as IDBDatabase);
    request.onerror = () => reject(request.error);
  });
  const rows = [...db.objectStoreNames].map(
    (table) =>
      new Promise<unknown>((resolve, reject) => {
        const request = db.transaction(table).objectStore(table).getAll();
        request.onsuccess = () => resolve([table, request.result]);
        request.onerror = () => reject(request.error);
      }),
  );
  const found = [db.version, await Promise.all(rows)];
  db.close();
  return found;
}

function manyCases(count: number) {
  return Array.from({ length: count }, (_, at) => {
    const file = family('c1', ['María Ixcoy']);
    const [person] = Object.values(file.people);
    const id = (at + 0x10000).toString(16).padStart(32, '0');
    const people = { [id]: { ...must(person, 'a person'), id, description: 'x'.repeat(12_000) } };
    return { ...file, id: at.toString(16).padStart(32, '0'), people };
  });
}

async function expectRefused(what: string): Promise<void> {
  const before = [await vaultOf(laptop), await copyOf(laptop)];
  for (let time = 0; time < 2; time += 1) {
    wiped.times = 0;
    const open = await openOn(laptop);
    expect(open.opened).toEqual(newer(what));
    expect(wiped.times).toBe(1);
    await kill(laptop, open);
    expect([await vaultOf(laptop), await copyOf(laptop)]).toEqual(before);
  }
}

it('with newer saves behind the working copy is refused untouched', async () => {
  const ana = await createOn(laptop);
  await ana.ask('commit', aCase('c1'));
  await lock(laptop, ana);
  const again = await openOn(laptop);
  program.schema = 2;
  await again.ask('commit', aCase('c2'));
  program.schema = 1;
  await kill(laptop, again);
  await expectRefused('journal');
});

it('that is large says so at once too, before anything of it is shown', async () => {
  const ana = await createOn(laptop);
  await ana.session.importFiles(manyCases(400));
  await lock(laptop, ana);
  const again = await openOn(laptop);
  expect(again.opened).toMatchObject({ ok: true, value: { loadedAll: false } });
  await again.session.whenLoaded();
  program.schema = 2;
  await again.ask('commit', aCase('c2'));
  program.schema = 1;
  await kill(laptop, again);
  await expectRefused('journal');
});

it('with newer saves and no working copy is refused, and none of it is shown', async () => {
  const ana = await createOn(laptop);
  program.schema = 2;
  await ana.ask('commit', aCase('c1'));
  await lock(laptop, ana);
  program.schema = 1;
  laptop.idb = new IDBFactory();
  const before = await vaultOf(laptop);
  const open = await openOn(laptop);
  expect(open.opened).toEqual(newer('journal'));
  expect(await vaultOf(laptop)).toEqual(before);
});

/** Works from the journal, saves, and leaves the copy of the newer program as it is. */
async function expectWithoutCopy(fingerprint: string): Promise<void> {
  const copy = await copyOf(laptop);
  const open = await openOn(laptop);
  expect(open.opened).toMatchObject({ ok: true, value: { readOnly: false, rebuilt: 'unavailable' } });
  expect(open.session.fingerprint()).toBe(fingerprint);
  await open.ask('commit', aCase('c2'));
  await lock(laptop, open);
  expect(await copyOf(laptop)).toEqual(copy);
  const again = await openOn(laptop);
  expect(await again.ask('filesOfKind', { kind: 'case' })).toHaveLength(2);
  await lock(laptop, again);
  expect(await copyOf(laptop)).toEqual(copy);
}

it.each([
  ['files', 2, 0],
  ['index', 1, 1],
])(
  'whose working copy alone is of newer %s is opened without it, and the copy stays as it is',
  async (_what, schema, later) => {
    const ana = await createOn(laptop);
    await ana.ask('commit', aCase('c1'));
    const fingerprint = ana.session.fingerprint();
    await lock(laptop, ana);
    const again = await openOn(laptop);
    Object.assign(program, { schema, later });
    await again.ask('flush', undefined);
    Object.assign(program, { schema: 1, later: 0 });
    await kill(laptop, again);
    await expectWithoutCopy(fingerprint);
  },
);

it('whose database alone is of a newer program is opened without it, and the database is never opened', async () => {
  const ana = await createOn(laptop);
  await ana.ask('commit', aCase('c1'));
  const fingerprint = ana.session.fingerprint();
  await lock(laptop, ana);
  const [named] = await laptop.idb.databases();
  await new Promise<void>((resolve, reject) => {
    const request = laptop.idb.open(named?.name ?? '', 20);
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
    request.onerror = () => reject(request.error);
  });
  await expectWithoutCopy(fingerprint);
  const opening = vi.spyOn(laptop.idb, 'open');
  const open = await openOn(laptop);
  expect(open.opened).toMatchObject({ ok: true });
  expect(opening).not.toHaveBeenCalled();
  await kill(laptop, open);
});

it.each([
  ['small', 1],
  ['large', 400],
])('that is %s, with journal and working copy of a newer program, is refused untouched', async (_size, count) => {
  const ana = await createOn(laptop);
  await ana.session.importFiles(manyCases(count));
  await lock(laptop, ana);
  const again = await openOn(laptop);
  await again.session.whenLoaded();
  Object.assign(program, { schema: 2, later: 1 });
  await again.ask('commit', aCase('cf'));
  await lock(laptop, again);
  Object.assign(program, { schema: 1, later: 0 });
  await expectRefused('journal');
});

it('whose database a newer Chromium wrote is opened without it, and the database is left as it is', async () => {
  const ana = await createOn(laptop);
  await ana.ask('commit', aCase('c1'));
  const fingerprint = ana.session.fingerprint();
  await lock(laptop, ana);
  const before = await copyOf(laptop);
  laptop.intercept = async (channel, _arg, real) => {
    const result = await real();
    if (channel !== 'vault.list' || !result.ok) return result;
    return { ok: true, value: { ...(result.value as object), browserIsOlder: true } };
  };
  const opening = vi.spyOn(laptop.idb, 'open');
  const open = await openOn(laptop);
  expect(open.opened).toMatchObject({ ok: true, value: { readOnly: false, rebuilt: 'unavailable' } });
  expect(open.session.fingerprint()).toBe(fingerprint);
  await open.ask('commit', aCase('c2'));
  await lock(laptop, open);
  expect(opening).not.toHaveBeenCalled();
  opening.mockRestore();
  expect(await copyOf(laptop)).toEqual(before);
  // The newer program catches up from its own copy.
  laptop.intercept = null;
  const newest = await openOn(laptop);
  expect(newest.opened).toMatchObject({ ok: true, value: { rebuilt: null } });
  expect(await newest.ask('filesOfKind', { kind: 'case' })).toHaveLength(2);
});

it('is not touched for what another laptop left torn in it', async () => {
  const ana = await createOn(laptop);
  await ana.ask('commit', aCase('c1'));
  await lock(laptop, ana);
  const two = await newLaptop('two');
  two.kek = laptop.kek;
  await fs.cp(laptop.root, two.root, { recursive: true });
  await fs.rm(path.join(two.root, 'lock'), { force: true });
  // The other laptop writes a chain of its own.
  const alien = path.join(two.root, 'journal', '5'.repeat(32));
  await fs.mkdir(alien);
  await fs.writeFile(path.join(alien, '00000001.log'), '');
  two.folder = vaultFolder({ kind: 'real', root: two.root });

  const here = await openOn(laptop);
  const there = await openOn(two);
  if (!here.opened.ok || !there.opened.ok) throw new Error('not open');
  const chains = [here.opened.value.device, there.opened.value.device];
  // Chains are read in the order of their names: the torn one first.
  const isHereTorn = chains[0] === [...chains].sort()[0];
  for (const [open, pair, isTorn] of [
    [here, 'c2', isHereTorn],
    [there, 'c3', !isHereTorn],
  ] as const) {
    program.schema = isTorn ? 1 : 2;
    await open.ask('commit', aCase(pair));
  }
  program.schema = 1;
  await kill(laptop, here);
  await kill(two, there);
  const other = path.join('journal', there.opened.value.device);
  await fs.cp(path.join(two.root, other), path.join(laptop.root, other), { recursive: true });
  await removeLaptop(two);
  const torn = path.join(laptop.root, 'journal', chains[isHereTorn ? 0 : 1] ?? '', '00000001.log');
  const bytes = await fs.readFile(torn);
  await fs.writeFile(torn, bytes.subarray(0, bytes.length - 50));
  await expectRefused('journal');
});
