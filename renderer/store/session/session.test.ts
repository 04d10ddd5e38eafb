import fs from 'node:fs/promises';
import path from 'node:path';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCaseExport } from '#shared/documents/case-export.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import { fail } from '#shared/errors.ts';
import type { RecoveryParams } from '#shared/vault/header.ts';
import { parseRecoveryCode } from '#shared/vault/recovery-code.ts';
import { recoveryKek } from '#shared/vault/slots.ts';
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
  PRESENT,
  removeLaptop,
  SETUP,
} from '#e2e/support/laptop.ts';

let laptop: Laptop;
beforeEach(async () => {
  laptop = await newLaptop();
});
afterEach(() => removeLaptop(laptop));

const created = (files: readonly CaseFile[]) => ({ label: 'case.created', edits: [], create: files });
const nameEdit = (pair: string, surname: string) => ({
  label: 'person.changed',
  edits: [
    {
      fileId: hex(pair),
      changes: [{ path: ['people', personIdOf(pair), 'names', `${pair.repeat(15)}f0`, 'surnames'], value: [surname] }],
    },
  ],
});
async function withFamilies(): Promise<Opened> {
  const open = await createOn(laptop);
  await open.ask('commit', created([family('c1', ['María Ixcoy', 'Juan Ixcoy']), family('c2', ['Ángel Núñez'])]));
  return open;
}
async function segmentFiles(): Promise<string[]> {
  const journal = path.join(laptop.root, 'journal');
  const files = await fs.readdir(journal, { recursive: true, withFileTypes: true });
  return files.filter((file) => /^\d{8}\.log$/.test(file.name)).map((file) => path.join(file.parentPath, file.name));
}
async function flip(file: string, fromEnd: number): Promise<void> {
  const bytes = await fs.readFile(file);
  bytes[bytes.length - fromEnd] = (bytes[bytes.length - fromEnd] ?? 0) ^ 1;
  await fs.writeFile(file, bytes);
}

function caseOf(at: number): CaseFile {
  const id = (at + 0x1000).toString(16).padStart(32, '0');
  return { ...family('c1', []), id };
}

describe('creating and opening', () => {
  it('makes office and member from the setup, and opens again to the same record', async () => {
    const first = await withFamilies();
    const before = first.session.fingerprint();
    expect(first.opened).toMatchObject({
      ok: true,
      value: { role: 'attorney', memberName: 'Ana Ruiz', readOnly: false, recovery: 'reminder' },
    });
    await lock(laptop, first);
    const again = await openOn(laptop);
    expect(again.opened).toMatchObject({ ok: true, value: { memberName: 'Ana Ruiz', rebuilt: null, readOnly: false } });
    expect(again.session.fingerprint()).toBe(before);
    expect(await again.ask('file', { id: hex('c1') })).toMatchObject({ people: { [personIdOf('c1', 2)]: {} } });
  });

  it('puts the invented people into a sample vault, once, and into no other', async () => {
    const sample = await openOn(laptop, { mode: 'create', kind: 'sample', setup: SETUP });
    const today = { date: new Date(laptop.now).toISOString().slice(0, 10) };
    expect((await sample.ask('today', today)).counts).toEqual({ clients: 12, cases: 7, drafts: 0 });
    await lock(laptop, sample);
    const again = await openOn(laptop, { kind: 'sample' });
    expect((await again.ask('today', today)).counts).toEqual({ clients: 12, cases: 7, drafts: 0 });
    const other = await newLaptop('other');
    const real = await createOn(other);
    expect((await real.ask('today', today)).counts).toEqual({ clients: 0, cases: 0, drafts: 0 });
    await removeLaptop(other);
  });

  it('refuses a wrong passphrase and shows nothing', async () => {
    await lock(laptop, await withFamilies());
    const wrong = await openOn(laptop, {}, new Uint8Array(32));
    expect(wrong.opened).toEqual(fail('wrong-passphrase'));
  });

  it('applies a tail silently: a kill before the working copy followed', async () => {
    const first = await withFamilies();
    await lock(laptop, first);
    const second = await openOn(laptop);
    await second.ask('commit', nameEdit('c1', 'Tzoc'));
    await kill(laptop, second);
    const third = await openOn(laptop);
    expect(third.opened).toMatchObject({ ok: true, value: { rebuilt: null } });
    expect((await third.ask('firstRows', { count: 9 })).map(({ name }) => name)).toEqual([
      'Ángel Núñez',
      'Juan Ixcoy',
      'María Tzoc',
    ]);
  });

  it('rebuilds equal when IndexedDB is gone, and says so', async () => {
    const first = await withFamilies();
    await first.ask('commit', nameEdit('c1', 'Tzoc'));
    const before = first.session.fingerprint();
    await lock(laptop, first);
    laptop.idb = new IDBFactory();
    const again = await openOn(laptop);
    expect(again.opened).toMatchObject({ ok: true, value: { rebuilt: 'empty', readOnly: false } });
    expect(again.session.fingerprint()).toBe(before);
    expect(again.notices.some(({ kind }) => kind === 'rebuilding')).toBe(true);
    await lock(laptop, again);
    expect((await openOn(laptop)).opened).toMatchObject({ ok: true, value: { rebuilt: null } });
  });

  it('rebuilds equal when a row of IndexedDB was flipped', async () => {
    const first = await withFamilies();
    const before = first.session.fingerprint();
    await lock(laptop, first);
    const names = (await laptop.idb.databases()).map(({ name }) => name ?? '');
    expect(names).toHaveLength(1);
    for (const table of ['files', 'blocks']) {
      await flipRows(laptop.idb, names[0] ?? '', table);
      const again = await openOn(laptop);
      const file = await again.ask('file', { id: hex('c1') });
      expect(file).toMatchObject({ kind: 'case' });
      expect((await again.ask('session', undefined)).rebuilt).toBe('damaged');
      expect(again.session.fingerprint()).toBe(before);
      await lock(laptop, again);
    }
  });

  it.each(['files', 'blocks'] as const)(
    'rebuilds equal when reading %s of IndexedDB fails, and says so',
    async (bad) => {
      const first = await withFamilies();
      const before = first.session.fingerprint();
      await lock(laptop, first);
      let reads = 0;
      laptop.spoilCopy = (copy) => ({
        ...copy,
        read: (table, keys) => {
          if (table === bad) reads += 1;
          // The meta record is the first of the blocks that is read.
          const isBroken = table === bad && (bad === 'files' || reads > 1);
          return isBroken ? Promise.reject(new Error('UnknownError: Internal error')) : copy.read(table, keys);
        },
      });
      const again = await openOn(laptop);
      expect(again.opened).toMatchObject({ ok: true, value: { readOnly: false, rebuilt: 'damaged' } });
      expect(await again.ask('file', { id: hex('c1') })).toMatchObject({ kind: 'case' });
      expect(again.session.fingerprint()).toBe(before);
      await again.ask('commit', nameEdit('c1', 'Tzoc'));
    },
  );

  it('rebuilds equal when the tail touches a file whose row was flipped', async () => {
    const first = await withFamilies();
    await lock(laptop, first);
    const second = await openOn(laptop);
    await second.ask('commit', nameEdit('c1', 'Tzoc'));
    const before = second.session.fingerprint();
    await kill(laptop, second);
    let reads = 0;
    laptop.spoilCopy = (copy) => ({
      ...copy,
      read: async (table, keys) => {
        const rows = await copy.read(table, keys);
        if (table === 'files') reads += 1;
        // The first file that is read is the office.
        return table === 'files' && reads > 1
          ? rows.map((row) => row?.map((byte, at) => (at === 60 ? byte ^ 1 : byte)))
          : rows;
      },
    });
    const third = await openOn(laptop);
    expect(third.opened).toMatchObject({ ok: true, value: { readOnly: false, rebuilt: 'damaged' } });
    expect(third.session.fingerprint()).toBe(before);
  });

  it('works from memory when the copy that was made anew cannot be read either', async () => {
    const first = await withFamilies();
    await first.session.importFiles(Array.from({ length: 400 }, (_, at) => caseOf(at)));
    await lock(laptop, first);
    laptop.spoilCopy = (copy) => ({
      ...copy,
      read: (table, keys) => (table === 'files' ? Promise.reject(new Error('UnknownError')) : copy.read(table, keys)),
    });
    const again = await openOn(laptop);
    for (const at of [0, 200, 399]) {
      expect(await again.ask('file', { id: caseOf(at).id })).toMatchObject({ kind: 'case' });
    }
    expect(await again.ask('session', undefined)).toMatchObject({ readOnly: false, rebuilt: 'unavailable' });
  });

  it('makes the copy anew when a file cannot be read from it later, and says so', async () => {
    const first = await withFamilies();
    await lock(laptop, first);
    let isBroken = false;
    laptop.spoilCopy = (copy) => ({
      ...copy,
      read: (table, keys) => (isBroken ? Promise.reject(new Error('UnknownError')) : copy.read(table, keys)),
    });
    const again = await openOn(laptop);
    isBroken = true;
    expect(await again.ask('file', { id: hex('c2') })).toMatchObject({ kind: 'case' });
    expect((await again.ask('session', undefined)).rebuilt).toBe('damaged');
  });

  it('opens read-only when a saved entry is damaged, names the saves and overwrites nothing', async () => {
    const first = await withFamilies();
    await first.ask('commit', nameEdit('c1', 'Tzoc'));
    await lock(laptop, first);
    const [segment = ''] = await segmentFiles();
    await flip(segment, 40);
    const damaged = await fs.readFile(segment);
    laptop.idb = new IDBFactory();
    await fs.rm(path.join(laptop.root, 'snapshots'), { recursive: true });
    await fs.mkdir(path.join(laptop.root, 'snapshots'));
    const again = await openOn(laptop);
    expect(again.opened).toMatchObject({
      ok: true,
      value: { readOnly: true, readOnlyBecause: 'vault-damaged', readOnlyDetail: { from: 3, to: 3 } },
    });
    expect((await again.ask('firstRows', { count: 9 })).map(({ name }) => name)).toContain('María Ixcoy');
    expect(await again.session.handle('commit', nameEdit('c2', 'X'))).toEqual(
      fail('read-only-mode', { because: 'vault-damaged' }),
    );
    expect(await fs.readFile(segment)).toEqual(damaged);
  });

  it('cuts a torn end and goes on; what a working copy knew of is damage instead', async () => {
    const first = await withFamilies();
    await lock(laptop, first);
    const second = await openOn(laptop);
    await second.ask('commit', nameEdit('c1', 'Tzoc'));
    await kill(laptop, second);
    const [segment = ''] = await segmentFiles();
    const whole = await fs.readFile(segment);
    await fs.writeFile(segment, whole.subarray(0, whole.length - 100));
    const third = await openOn(laptop);
    expect(third.opened).toMatchObject({ ok: true, value: { readOnly: false } });
    expect((await third.ask('file', { id: hex('c1') })) as CaseFile).toMatchObject({ kind: 'case' });
    await third.ask('commit', nameEdit('c1', 'Sacalxot'));
    await lock(laptop, third);
    const fourth = await openOn(laptop);
    expect(fourth.opened).toMatchObject({ ok: true, value: { readOnly: false, rebuilt: null } });
    expect((await fourth.ask('clientRows', { ids: [personIdOf('c1')] }))[0]?.name).toBe('María Sacalxot');
    await lock(laptop, fourth);

    const last = (await segmentFiles()).sort().at(-1) ?? '';
    const bytes = await fs.readFile(last);
    await fs.writeFile(last, bytes.subarray(0, bytes.length - 100));
    const fifth = await openOn(laptop);
    expect(fifth.opened).toMatchObject({ ok: true, value: { readOnly: true, readOnlyBecause: 'vault-damaged' } });
    expect((await fifth.ask('clientRows', { ids: [personIdOf('c1')] }))[0]?.name).toBe('María Sacalxot');
  });
});

describe('where writing is not possible', () => {
  it('opens a read-only disk to read, says so, and refuses to write', async () => {
    const first = await withFamilies();
    const before = first.session.fingerprint();
    await lock(laptop, first);
    laptop.intercept = async (channel, _arg, real) => {
      const result = await real();
      if (channel !== 'vault.list' || !result.ok) return result;
      return { ok: true, value: { ...(result.value as object), writable: false } };
    };
    const again = await openOn(laptop);
    expect(again.opened).toMatchObject({ ok: true, value: { readOnly: true, readOnlyBecause: 'disk-read-only' } });
    expect(again.session.fingerprint()).toBe(before);
    expect(await again.session.handle('commit', nameEdit('c1', 'X'))).toEqual(
      fail('read-only-mode', { because: 'disk-read-only' }),
    );
  });

  it('goes on without the browser database, from the journal alone, and says so', async () => {
    const first = await withFamilies();
    const before = first.session.fingerprint();
    await lock(laptop, first);
    laptop.idb = {
      open: () => {
        throw new Error('UnknownError: Internal error');
      },
    } as unknown as IDBFactory;
    const again = await openOn(laptop);
    expect(again.opened).toMatchObject({ ok: true, value: { readOnly: false, rebuilt: 'unavailable' } });
    expect(again.session.fingerprint()).toBe(before);
    await again.ask('commit', nameEdit('c1', 'Tzoc'));
  });

  it('keeps what only the working copy knows beside a damaged journal, unlock after unlock', async () => {
    const first = await withFamilies();
    await first.ask('commit', nameEdit('c1', 'Tzoc'));
    const before = first.session.fingerprint();
    await lock(laptop, first);
    const [segment = ''] = await segmentFiles();
    await flip(segment, 40);
    for (let time = 0; time < 2; time += 1) {
      const again = await openOn(laptop);
      expect(again.opened).toMatchObject({ ok: true, value: { readOnlyBecause: 'vault-damaged', rebuilt: null } });
      expect(again.session.fingerprint()).toBe(before);
      await lock(laptop, again);
    }
  });
});

describe('writing', () => {
  it('says saved only after the disk has it', async () => {
    const open = await withFamilies();
    let isWritten = false;
    laptop.intercept = async (channel, _arg, real) => {
      if (channel !== 'vault.append') return real();
      await new Promise((resolve) => setTimeout(resolve, 60));
      const result = await real();
      isWritten = true;
      return result;
    };
    open.notices.length = 0;
    const commit = open.ask('commit', nameEdit('c1', 'Tzoc'));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(open.notices.map(({ kind }) => kind)).toEqual(['saving']);
    await commit;
    expect(isWritten).toBe(true);
    expect(open.notices.slice(1).map(({ kind }) => kind)).toEqual(['saved', 'changed']);
  });

  it('keeps a failed save out of the record and stops writing until it is tried again', async () => {
    const open = await withFamilies();
    laptop.intercept = async (channel, _arg, real) => (channel === 'vault.append' ? fail('disk-full') : real());
    expect(await open.session.handle('commit', nameEdit('c1', 'Tzoc'))).toEqual(fail('disk-full'));
    expect(open.notices).toContainEqual({ kind: 'save-failed', code: 'disk-full', detail: {} });
    expect(open.notices.filter(({ kind }) => kind === 'saved')).toHaveLength(2);
    laptop.intercept = null;
    expect(await open.session.handle('commit', nameEdit('c1', 'Tzoc'))).toEqual(
      fail('read-only-mode', { because: 'disk-full' }),
    );
    expect((await open.ask('session', undefined)).readOnlyBecause).toBe('disk-full');
    await kill(laptop, open);
    const again = await openOn(laptop);
    await again.ask('commit', nameEdit('c1', 'Tzoc'));
    expect((await again.ask('clientRows', { ids: [personIdOf('c1')] }))[0]?.name).toBe('María Tzoc');
  });

  it('refuses a value that the schema does not have, and files that are not there', async () => {
    const open = await withFamilies();
    const wrong = { label: 'x', edits: [{ fileId: hex('c1'), changes: [{ path: ['officeNumber'], value: 7 }] }] };
    expect(await open.session.handle('commit', wrong)).toMatchObject({
      ok: false,
      code: 'file-invalid',
      detail: { path: 'officeNumber' },
    });
    const foreign = { label: 'x', edits: [{ fileId: hex('c1'), changes: [{ path: ['__proto__', 'x'], value: 7 }] }] };
    expect(await open.session.handle('commit', foreign)).toMatchObject({ ok: false, code: 'file-invalid' });
    expect(await open.session.handle('file', { id: hex('99') })).toEqual(fail('file-not-found'));
  });

  it('undoes and does again: the file is what it was, the history keeps every step', async () => {
    const open = await withFamilies();
    const before = await open.ask('file', { id: hex('c1') });
    await open.ask('commit', nameEdit('c1', 'Tzoc'));
    const changed = await open.ask('file', { id: hex('c1') });
    expect(await open.ask('undo', undefined)).toEqual({ label: 'person.changed' });
    expect(await open.ask('file', { id: hex('c1') })).toEqual(before);
    expect(await open.ask('redo', undefined)).toEqual({ label: 'person.changed' });
    expect(await open.ask('file', { id: hex('c1') })).toEqual(changed);
    expect(await open.ask('redo', undefined)).toBeNull();
    const labels = (await open.ask('history', { fileId: hex('c1') })).map(({ label }) => label);
    expect(labels).toEqual(['redone', 'undone', 'person.changed', 'case.created']);
    await lock(laptop, open);
    const again = await openOn(laptop);
    expect((await again.ask('history', { fileId: hex('c1') })).map(({ label }) => label)).toEqual(labels);
  });

  it('undoes the taking-in of a family and brings it back', async () => {
    const open = await withFamilies();
    const before = open.session.fingerprint();
    await open.ask('undo', undefined);
    expect(await open.ask('firstRows', { count: 9 })).toEqual([]);
    await open.ask('redo', undefined);
    expect(JSON.parse(open.session.fingerprint())).toHaveLength(JSON.parse(before).length);
    const rebuilt = open.session.fingerprint();
    await lock(laptop, open);
    laptop.idb = new IDBFactory();
    expect((await openOn(laptop)).session.fingerprint()).toBe(rebuilt);
  });
});

describe('A10: nothing typed is lost at a lock', () => {
  it('keeps pending typing over lock and unlock, under a name that tells nothing', async () => {
    const open = await withFamilies();
    const slot = `field:${hex('c1')}/officeNumber`;
    await open.ask('pendingPut', { slot, value: { text: '20', start: 2, end: 2 } });
    await open.ask('pendingPut', { slot, value: { text: '2019-0', start: 6, end: 6 } });
    await lock(laptop, open);
    const files = await fs.readdir(path.join(laptop.root, 'pending'));
    expect(files.join(' ')).not.toContain('c1c1');
    expect(
      Buffer.concat(
        await Promise.all(files.map((file) => fs.readFile(path.join(laptop.root, 'pending', file)))),
      ).includes('2019-0'),
    ).toBe(false);
    const again = await openOn(laptop);
    expect(await again.ask('pendingGet', { slot })).toEqual({ text: '2019-0', start: 6, end: 6 });
    await again.ask('commit', {
      label: 'case.changed',
      edits: [{ fileId: hex('c1'), changes: [{ path: ['officeNumber'], value: '2019-088' }] }],
      clears: [slot],
    });
    expect(await again.ask('pendingGet', { slot })).toBeNull();
    await lock(laptop, again);
    expect(await (await openOn(laptop)).ask('pendingGet', { slot })).toBeNull();
  });

  it('writes a slot at most once a second', async () => {
    const open = await withFamilies();
    let writes = 0;
    laptop.intercept = async (channel, _arg, real) => {
      if (channel === 'vault.pendingWrite') writes += 1;
      return real();
    };
    for (let key = 0; key < 50; key += 1) await open.ask('pendingPut', { slot: 's', value: key });
    expect(writes).toBe(1);
    await open.ask('flush', undefined);
    expect(writes).toBe(2);
    expect(await open.ask('pendingGet', { slot: 's' })).toBe(49);
  });
});

describe('recovery, blobs, export', () => {
  it('makes a code that opens the vault, and counts as done when a group was typed back', async () => {
    const open = await withFamilies();
    const { code, groups } = await open.ask('recoveryMake', { proof: PRESENT });
    expect(groups.join('-')).toBe(code);
    expect(await open.ask('recoveryConfirm', { group: 2, typed: 'nope' })).toEqual({ right: false });
    expect(await open.ask('recoveryConfirm', { group: 2, typed: (groups[2] ?? '').toLowerCase() })).toEqual({
      right: true,
    });
    expect((await open.ask('session', undefined)).recovery).toBe('done');
    const before = open.session.fingerprint();
    await lock(laptop, open);
    const parsed = parseRecoveryCode(code.toLowerCase());
    const header = JSON.parse(await laptop.folder.headerText()) as { slots: { kind: string; kdf: RecoveryParams }[] };
    const slot = header.slots.find(({ kind }) => kind === 'recovery');
    if (!parsed.ok || slot === undefined) throw new Error('no recovery slot');
    const again = await openOn(laptop, { mode: 'recover' }, recoveryKek(parsed.value.bytes, slot.kdf));
    expect(again.opened).toMatchObject({ ok: true, value: { memberName: 'Ana Ruiz', role: 'attorney' } });
    expect(again.session.fingerprint()).toBe(before);
  });

  it('gives a blob back byte for byte, and notices a flipped one', async () => {
    const open = await withFamilies();
    const bytes = laptop.random(150_000);
    const { blobId, sha256 } = await open.ask('blobPut', { bytes, type: 'application/pdf', caseId: hex('c1') });
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(await open.ask('blobGet', { blobId })).toEqual(bytes);
    const blobs = await fs.readdir(path.join(laptop.root, 'blobs'), { recursive: true, withFileTypes: true });
    const [file] = blobs.filter((each) => each.isFile());
    await flip(path.join(file?.parentPath ?? '', file?.name ?? ''), 20_000);
    expect(await open.session.handle('blobGet', { blobId })).toEqual(fail('vault-damaged', { what: 'blob' }));
  });

  it('exports a case that `npm run document` reads, with nothing of how people unlock', async () => {
    const open = await withFamilies();
    const { json } = await open.ask('exportCase', { caseId: hex('c2') });
    const read = readCaseExport(json);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(read.value.case).toEqual(await open.ask('file', { id: hex('c2') }));
    expect(Object.values(read.value.office?.members ?? {}).map(({ name, slotId }) => [name, slotId])).toEqual([
      ['Ana Ruiz', null],
    ]);
  });
});

/** Flips one byte in every row of a table. */
async function flipRows(idb: IDBFactory, name: string, table: string): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = idb.open(name);
    request.onsuccess = () => resolve(request.result as unknown as IDBDatabase);
    request.onerror = () => reject(request.error);
  });
  await new Promise<void>((resolve, reject) => {
    const store = db.transaction(table, 'readwrite').objectStore(table);
    const all = store.getAll();
    all.onsuccess = () => {
      for (const row of all.result as { k: string; b: Uint8Array }[]) {
        row.b[60] = (row.b[60] ?? 0) ^ 1;
        store.put(row);
      }
    };
    store.transaction.oncomplete = () => resolve();
    store.transaction.onerror = () => reject(store.transaction.error);
  });
  db.close();
}
