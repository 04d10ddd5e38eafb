import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { firstHead } from '#shared/vault/chain.ts';
import { sealEntry } from '#shared/vault/journal.ts';
import { created, DEVICE, idOf, KDF, META, testVault, VAULT } from '#shared/vault/testing.ts';
import { slotsToDerive } from './header.ts';
import type { ProcessTable } from './lockfile.ts';
import { snapshotsToKeep } from './snapshots.ts';
import { faultyFs } from './test-fs.ts';
import { type VaultFolder, type VaultFolderOptions, vaultFolder } from './vault.ts';

// Thousands of cases, or real key derivation: slow on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let base = '';
let root = '';
beforeEach(() => {
  base = fs.mkdtempSync(path.join(os.tmpdir(), 'amparo-vault-'));
  root = path.join(base, 'data', 'vault');
});
const opened: VaultFolder[] = [];
afterEach(async () => {
  for (const vault of opened.splice(0)) await vault.close();
  fs.rmSync(base, { recursive: true, force: true });
});

const made = testVault();
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
function folder(options: Partial<VaultFolderOptions> = {}): VaultFolder {
  const vault = vaultFolder({ kind: 'real', root, ...options });
  opened.push(vault);
  return vault;
}
const create = { header: made.header, keys: made.keysFile, device: DEVICE };

function firstSave(): Uint8Array {
  const { keys, random } = testVault();
  const changes = [created('c1', { name: 'Ana' })];
  return sealEntry(keys, { head: firstHead(VAULT, DEVICE), now: 1, meta: META, changes, random }).bytes;
}

describe('creating', () => {
  it('lays everything out, closed to others, and refuses a second time', async () => {
    const vault = folder();
    expect(await vault.status()).toBe('absent');
    await vault.create(create);
    expect(await vault.status()).toBe('present');
    expect(fs.readdirSync(root).sort()).toEqual([
      'ballast',
      'blobs',
      'header.json',
      'journal',
      'keys',
      'lock',
      'pending',
      'snapshots',
    ]);
    for (const name of fs.readdirSync(root, { recursive: true, encoding: 'utf8' })) {
      const { mode } = fs.statSync(path.join(root, name));
      expect(mode & 0o077, name).toBe(0);
    }
    expect(fs.statSync(root).mode & 0o777).toBe(0o700);
    await expect(vault.create(create)).rejects.toMatchObject({ code: 'vault-exists' });
    expect(fs.readFileSync(path.join(root, 'header.json'), 'utf8')).toBe(made.header);
  });

  it('that failed at any call leaves no vault, and works afterwards', async () => {
    for (let failAt = 1; ; failAt += 1) {
      fs.rmSync(base, { recursive: true, force: true });
      const disk = faultyFs((call) => (call.index === failAt ? 'EIO' : null));
      const vault = folder({ fs: disk });
      const failed = await vault.create(create).then(
        () => false,
        () => true,
      );
      await vault.close();
      if (!failed) {
        expect(await folder().status()).toBe('present');
        if (failAt > disk.calls.length) break;
        continue; // the ballast or the lock may fail without harm
      }
      // The header is the last: with it there is a whole vault, without it none.
      const status = await folder().status();
      if (status === 'absent') await folder().create(create);
      expect(await folder().status()).toBe('present');
      expect(new Uint8Array(fs.readFileSync(path.join(root, 'keys')))).toEqual(made.keysFile);
    }
  });

  it('never happens over a journal whose header is gone', async () => {
    const vault = folder();
    await vault.create(create);
    await vault.append({ device: DEVICE, sequence: 1, bytes: firstSave() });
    fs.rmSync(path.join(root, 'header.json'));
    expect(await vault.status()).toBe('unreadable');
    await expect(vault.create(create)).rejects.toMatchObject({ code: 'vault-exists' });
  });
});

describe('status', () => {
  it.each([
    ['{"format":"amparo-vault","version":9}', 'newer'],
    ['{', 'unreadable'],
    [JSON.stringify(JSON.parse(made.header), null, 1), 'unreadable'],
  ])('of the header %j is %s, and nothing changes', async (header, status) => {
    await folder().create(create);
    fs.writeFileSync(path.join(root, 'header.json'), header);
    expect(await folder().status()).toBe(status);
    expect(fs.readFileSync(path.join(root, 'header.json'), 'utf8')).toBe(header);
  });
  it('without keys is unreadable', async () => {
    await folder().create(create);
    fs.rmSync(path.join(root, 'keys'));
    expect(await folder().status()).toBe('unreadable');
    await expect(folder().list()).rejects.toMatchObject({ code: 'vault-damaged', detail: { what: 'keys' } });
  });
  it('of no folder is absent, and reading says so', async () => {
    expect(await folder().status()).toBe('absent');
    await expect(folder().read()).rejects.toMatchObject({ code: 'vault-missing' });
  });
});

describe('slotsToDerive', () => {
  it('names the passphrase slots with their cost', () => {
    expect(slotsToDerive(made.header, 'passphrase')).toEqual({
      ok: true,
      value: [
        {
          slotId: made.keys.slotId,
          kdf: KDF,
          proof: { vault: made.keys.vault, slot: expect.objectContaining({ id: made.keys.slotId, kdf: KDF }) },
        },
      ],
    });
    expect(slotsToDerive(made.header, 'recovery')).toEqual({ ok: true, value: [] });
    expect(slotsToDerive('{}', 'passphrase')).toMatchObject({ ok: false, code: 'header-unreadable' });
  });
});

describe('reading', () => {
  it('gives what was written, whole or by pieces', async () => {
    const vault = folder();
    await vault.create(create);
    const save = firstSave();
    await vault.append({ device: DEVICE, sequence: 1, bytes: save });
    await vault.snapshotWrite({ name: 's1', bytes: bytes('snapshot') });
    const name = '00000001.log';
    expect(await vault.read()).toEqual({
      kind: 'real',
      header: made.header,
      keys: made.keysFile,
      segments: [{ device: DEVICE, name, bytes: save }],
      snapshot: bytes('snapshot'),
      writable: true,
    });
    expect((await vault.list()).segments).toEqual([{ device: DEVICE, name, length: save.length }]);
    expect(await vault.readSegment({ device: DEVICE, name, offset: 100 })).toEqual(save.subarray(100));
    expect(await vault.readSnapshot()).toEqual(bytes('snapshot'));
    await expect(vault.readSegment({ device: DEVICE, name: '../../keys', offset: 0 })).rejects.toMatchObject({
      code: 'bad-request',
    });
    await expect(vault.readSegment({ device: DEVICE, name: '00000009.log', offset: 0 })).rejects.toMatchObject({
      code: 'folder-missing',
    });
  });
});

describe('header and keys', () => {
  it('are replaced whole: a failure at any call leaves the old or the new', async () => {
    await folder().create(create);
    for (let failAt = 1; ; failAt += 1) {
      fs.writeFileSync(path.join(root, 'keys'), bytes('old'));
      const disk = faultyFs((call) => (call.index === failAt ? 'ENOSPC' : null));
      await folder({ fs: disk })
        .writeKeys({ keys: bytes('new keys') })
        .catch((error: { code: string }) => expect(error.code).toBe('disk-full'));
      expect(['old', 'new keys']).toContain(fs.readFileSync(path.join(root, 'keys'), 'utf8'));
      if (failAt > disk.calls.length) break;
    }
    expect(fs.readFileSync(path.join(root, 'keys'), 'utf8')).toBe('new keys');
    expect(fs.readdirSync(root).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

describe('pending typing and blobs', () => {
  it('come back, and pending goes when cleared', async () => {
    const vault = folder();
    await vault.create(create);
    await vault.pendingWrite({ slot: idOf('a1'), bytes: bytes('one') });
    await vault.pendingWrite({ slot: idOf('a1'), bytes: bytes('two') });
    await vault.pendingWrite({ slot: idOf('a2'), bytes: bytes('other') });
    await vault.pendingClear({ slot: idOf('a2') });
    await vault.pendingClear({ slot: idOf('a3') });
    expect(await vault.pendingReadAll()).toEqual([{ slot: idOf('a1'), bytes: bytes('two') }]);
    await vault.blobWrite({ id: idOf('b1'), bytes: bytes('scan') });
    expect(await vault.blobRead({ id: idOf('b1') })).toEqual(bytes('scan'));
    await expect(vault.blobWrite({ id: idOf('b1'), bytes: bytes('x') })).rejects.toMatchObject({ code: 'bad-request' });
    await expect(vault.blobRead({ id: idOf('b2') })).rejects.toMatchObject({ code: 'file-not-found' });
  });
});

describe('the lock', () => {
  const table = (pid: number, boot: string, started: string, living: Record<number, string>): ProcessTable => ({
    self: { pid, boot, started },
    startOf: async (asked) => living[asked] ?? null,
  });
  const lockAs = (own: ProcessTable) => folder({ processes: async () => own }).lock();

  it.each([
    ['of a living process holds', table(2, 'b', '20', { 1: '10' }), 'vault-locked-by-other'],
    ['of a process whose start cannot be told holds', table(2, 'b', '20', { 1: '' }), 'vault-locked-by-other'],
    ['of a dead process is stale', table(2, 'b', '20', {}), null],
    ['of a number that another program has now is stale', table(2, 'b', '20', { 1: '15' }), null],
    ['from before the last boot is stale', table(2, 'c', '20', { 1: '10' }), null],
    ['of our own is ours', table(1, 'b', '10', { 1: '10' }), null],
  ])('%s', async (_, own, code) => {
    const first = folder({ processes: async () => table(1, 'b', '10', {}) });
    await first.create(create);
    if (code === null) await lockAs(own);
    else await expect(lockAs(own)).rejects.toMatchObject({ code, detail: { pid: 1 } });
  });

  it('is given back on closing, and a broken one is stale', async () => {
    const vault = folder();
    await vault.create(create);
    await vault.close();
    expect(fs.existsSync(path.join(root, 'lock'))).toBe(false);
    fs.writeFileSync(path.join(root, 'lock'), '{"pid":');
    await folder().lock();
    expect(JSON.parse(fs.readFileSync(path.join(root, 'lock'), 'utf8'))).toMatchObject({ pid: process.pid });
  });
});

describe('snapshots that stay', () => {
  it('are three newest, one a day for a week, one a month for three', () => {
    const day = 24 * 60 * 60 * 1000;
    const now = 1000 * day;
    const ages = [0.1, 0.2, 0.3, 0.4, 1.1, 1.5, 3.2, 6.9, 7.5, 20, 35, 36, 70, 95];
    const all = ages.map((age) => ({ name: `a${age}`, at: now - age * day }));
    expect([...snapshotsToKeep(all, now)].sort()).toEqual([
      'a0.1',
      'a0.2',
      'a0.3',
      'a1.1',
      'a3.2',
      'a35',
      'a6.9',
      'a70',
    ]);
  });
});
