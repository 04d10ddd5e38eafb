import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { firstHead, verifyChain } from '#shared/vault/chain.ts';
import { sealEntry } from '#shared/vault/journal.ts';
import { created, DEVICE, idOf, META, testVault, VAULT } from '#shared/vault/testing.ts';
import { BALLAST_BYTES, layBallast } from './ballast.ts';
import { Journal } from './journal.ts';
import { listSegments, segmentPath } from './journal-files.ts';
import { layoutOf } from './layout.ts';
import { type Call, faultyFs, MemoryFs } from './test-fs.ts';
import { nodeFs, type VaultFs } from './vault-fs.ts';

// Thousands of cases, or real key derivation: slow on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let root = '';
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'amparo-journal-'));
  fs.mkdirSync(path.join(root, 'journal'));
});
const opened: Journal[] = [];
afterEach(async () => {
  for (const journal of opened.splice(0)) await journal.close();
  fs.rmSync(root, { recursive: true, force: true });
});

/** Bytes of saves 1, 2, 3 … of one device. */
function saves(count: number): Uint8Array[] {
  const vault = testVault();
  let head = firstHead(VAULT, DEVICE);
  return Array.from({ length: count }, (_, index) => {
    const changes = [created('c1', { name: `${index}` })];
    const sealed = sealEntry(vault.keys, { head, now: index, meta: META, changes, random: vault.random });
    head = sealed.head;
    return sealed.bytes;
  });
}
const entries = saves(12);
const entry = (sequence: number): Uint8Array => entries[sequence - 1] ?? new Uint8Array(0);

async function chainOn(disk: VaultFs, folder = root, highest = 0) {
  const layout = layoutOf(folder);
  const segments = [];
  for (const { device, name } of await listSegments(disk, layout)) {
    segments.push({ name, bytes: await disk.read(segmentPath(layout, device, name)) });
  }
  return verifyChain({ vault: VAULT, device: DEVICE, segments, witnesses: [{ sequence: highest }] });
}
function journalOn(disk: VaultFs, segmentBytes?: number): Journal {
  const journal = new Journal(disk, layoutOf(root), DEVICE, segmentBytes);
  opened.push(journal);
  return journal;
}

describe('appending', () => {
  it('goes on after closing, in order, with closed modes', async () => {
    const first = journalOn(nodeFs);
    await first.append(1, entry(1));
    await first.append(2, entry(2));
    await first.close();
    await journalOn(nodeFs).append(3, entry(3));
    expect(await chainOn(nodeFs, root, 3)).toMatchObject({
      state: 'intact',
      head: { sequence: 3, segment: '00000001.log' },
    });
    const folder = path.join(root, 'journal', DEVICE);
    expect(fs.statSync(folder).mode & 0o777).toBe(0o700);
    expect(fs.statSync(path.join(folder, '00000001.log')).mode & 0o777).toBe(0o600);
  });

  it('refuses gaps, repetitions, strangers and broken entries, and nothing is written', async () => {
    const journal = journalOn(nodeFs);
    await journal.append(1, entry(1));
    await expect(journal.append(3, entry(3))).rejects.toMatchObject({
      code: 'out-of-sequence',
      detail: { expected: 2, got: 3 },
    });
    await expect(journal.append(1, entry(1))).rejects.toMatchObject({
      code: 'out-of-sequence',
      detail: { expected: 2, got: 1 },
    });
    await expect(journal.append(2, entry(3))).rejects.toMatchObject({ code: 'out-of-sequence' });
    await expect(journal.append(2, entry(2).subarray(0, 900))).rejects.toMatchObject({ code: 'bad-request' });
    await expect(journal.append(2, new Uint8Array(0))).rejects.toMatchObject({ code: 'bad-request' });
    const stranger = new Journal(nodeFs, layoutOf(root), idOf('ee'));
    await expect(stranger.append(1, entry(1))).rejects.toMatchObject({ code: 'bad-request' });
    await journal.append(2, entry(2));
    expect(await chainOn(nodeFs, root, 2)).toMatchObject({ state: 'intact', head: { sequence: 2 } });
  });

  it('starts a new segment at the size, never cutting an entry', async () => {
    const journal = journalOn(nodeFs, 3000);
    for (let sequence = 1; sequence <= 5; sequence += 1) await journal.append(sequence, entry(sequence));
    const segments = await listSegments(nodeFs, layoutOf(root));
    expect(segments.map((segment) => segment.name)).toEqual(['00000001.log', '00000002.log', '00000003.log']);
    expect(await chainOn(nodeFs, root, 5)).toMatchObject({ state: 'intact', head: { sequence: 5 } });
  });

  it('never appends behind a torn end', async () => {
    await journalOn(nodeFs).append(1, entry(1));
    fs.appendFileSync(path.join(root, 'journal', DEVICE, '00000001.log'), entry(2).subarray(0, 700));
    await expect(journalOn(nodeFs).append(2, entry(2))).rejects.toMatchObject({ code: 'vault-damaged' });
  });
});

describe('a torn end', () => {
  it('is cut, kept aside, and the next save goes to a new segment', async () => {
    const journal = journalOn(nodeFs);
    await journal.append(1, entry(1));
    await journal.close();
    const torn = entry(2).subarray(0, 700);
    fs.appendFileSync(path.join(root, 'journal', DEVICE, '00000001.log'), torn);
    const { torn: found } = await chainOn(nodeFs);
    expect(found).toEqual({ segment: '00000001.log', keepBytes: entry(1).length, tornBytes: 700 });
    await journal.cutTorn('00000001.log', entry(1).length);
    const kept = path.join(root, 'journal', DEVICE, 'cut', `00000001.log.${entry(1).length}.1`);
    expect(new Uint8Array(fs.readFileSync(kept))).toEqual(torn);
    await journal.append(2, entry(2));
    expect(await chainOn(nodeFs, root, 2)).toMatchObject({
      state: 'intact',
      head: { sequence: 2, segment: '00000002.log' },
    });
  });
  it('is not cut anywhere else', async () => {
    const journal = journalOn(nodeFs);
    await journal.append(1, entry(1));
    for (const [name, keep] of [
      ['00000002.log', 0],
      ['00000001.log', entry(1).length],
      ['00000001.log', 10],
    ] as const) {
      await expect(journal.cutTorn(name, keep)).rejects.toMatchObject({ code: 'bad-request' });
    }
    expect((await chainOn(nodeFs, root, 1)).state).toBe('intact');
  });
});

describe('when the disk fails', () => {
  /** Fails every call of these kinds while `on`. */
  function switchable(operations: readonly Call['operation'][], code: string) {
    const state = { on: false };
    const disk = faultyFs((call) => (state.on && operations.includes(call.operation) ? code : null));
    return { state, disk };
  }

  it.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EROFS', 'disk-read-only'],
    ['EACCES', 'disk-read-only'],
    ['EIO', 'disk-error'],
    ['ENOENT', 'folder-missing'],
  ])(
    '%s at each call of a save is told as %s; what was acknowledged stays, what was not does not count',
    async (code, told) => {
      for (let failAt = 1; ; failAt += 1) {
        fs.rmSync(path.join(root, 'journal'), { recursive: true });
        fs.mkdirSync(path.join(root, 'journal'));
        await journalOn(nodeFs).append(1, entry(1));
        const disk = faultyFs((call) => (call.index === failAt ? code : null));
        const journal = journalOn(disk, 1);
        const saved = await journal.append(2, entry(2)).then(
          () => true,
          (error: { code: string }) => {
            // A name that is not there yet is no error of the disk.
            expect(error.code, `call ${failAt}`).toBe(told);
            return false;
          },
        );
        await journal.close();
        expect(await chainOn(nodeFs, root, saved ? 2 : 1), `call ${failAt}`).toMatchObject({
          state: 'intact',
          head: { sequence: saved ? 2 : 1 },
        });
        if (failAt > disk.calls.length) break;
      }
    },
  );

  it('a failed flush is never tried again on the same descriptor, and saving stays off', async () => {
    const { state, disk } = switchable(['dataSync'], 'EIO');
    const journal = journalOn(disk);
    await journal.append(1, entry(1));
    state.on = true;
    await expect(journal.append(2, entry(2))).rejects.toMatchObject({ code: 'disk-error' });
    expect(disk.calls.filter((call) => call.operation === 'dataSync')).toHaveLength(2);
    state.on = false;
    const before = disk.calls.length;
    await expect(journal.append(2, entry(2))).rejects.toMatchObject({
      code: 'read-only-mode',
      detail: { because: 'disk-error' },
    });
    expect(disk.calls.length).toBe(before);
    // Opened again, into a new file:
    const again = journalOn(disk);
    await again.append(2, entry(2));
    expect(await chainOn(nodeFs, root, 2)).toMatchObject({ state: 'intact', head: { sequence: 2 } });
  });

  it('a full disk gives up the ballast for the last save, then says full, then works again', async () => {
    const { state, disk } = switchable([], 'ENOSPC');
    const layout = layoutOf(root);
    await layBallast(nodeFs, layout);
    expect(fs.statSync(layout.ballast).size).toBe(BALLAST_BYTES);
    const full = { ...disk, open: disk.open };
    let room = true;
    full.open = async (where, how) => {
      const file = await disk.open(where, how);
      return {
        ...file,
        write: async (bytes) => {
          if (!room && !(state.on === false && !fs.existsSync(layout.ballast))) {
            await file.write(bytes.subarray(0, 100));
            throw Object.assign(new Error('full'), { code: 'ENOSPC' });
          }
          return file.write(bytes);
        },
      };
    };
    const journal = journalOn(full);
    await journal.append(1, entry(1));
    room = false;
    await journal.append(2, entry(2)); // by the ballast
    expect(fs.existsSync(layout.ballast)).toBe(false);
    state.on = true; // now really full
    await expect(journal.append(3, entry(3))).rejects.toMatchObject({ code: 'disk-full' });
    expect(await chainOn(nodeFs, root, 2)).toMatchObject({ state: 'intact', head: { sequence: 2 } });
    room = true;
    await journal.append(3, entry(3));
    expect(await chainOn(nodeFs, root, 3)).toMatchObject({ state: 'intact', head: { sequence: 3 } });
  });

  it('a folder that vanished under an open file does not take saves', async () => {
    const journal = journalOn(nodeFs);
    await journal.append(1, entry(1));
    fs.rmSync(path.join(root, 'journal'), { recursive: true });
    await expect(journal.append(2, entry(2))).rejects.toMatchObject({ code: 'folder-missing' });
    await expect(journal.append(2, entry(2))).rejects.toThrow();
    expect(fs.existsSync(path.join(root, 'journal'))).toBe(false);
  });
});

describe('a power cut', () => {
  it('at any moment leaves every acknowledged save, and at most a torn end', async () => {
    const disk = new MemoryFs();
    const folder = '/vault';
    const layout = layoutOf(folder);
    await disk.makeRoot(folder);
    await disk.makeFolder(layout.journal);
    const journal = new Journal(disk, layout, DEVICE, 4000);
    let acknowledged = 0;
    const states: { readonly disk: MemoryFs; readonly acknowledged: number }[] = [];
    disk.onChange = () => {
      for (const keepsNames of [false, true]) {
        for (const keepsShare of [0, 0.001, 0.02, 0.5, 0.999, 1]) {
          states.push({ disk: disk.afterPowerCut({ keepsNames, keepsShare }), acknowledged });
        }
      }
    };
    for (let sequence = 1; sequence <= 12; sequence += 1) {
      await journal.append(sequence, entry(sequence));
      acknowledged = sequence;
    }
    expect(states.length).toBeGreaterThan(350);
    let torn = 0;
    for (const state of states) {
      const chain = await chainOn(state.disk, folder, state.acknowledged);
      expect(['intact', 'torn']).toContain(chain.state);
      expect(chain.head.sequence).toBeGreaterThanOrEqual(state.acknowledged);
      const after = new Journal(state.disk, layout, DEVICE, 4000);
      if (chain.torn !== null) {
        torn += 1;
        await after.cutTorn(chain.torn.segment, chain.torn.keepBytes);
      }
      const next = chain.head.sequence + 1;
      if (next <= 12) await after.append(next, entry(next));
      expect(await chainOn(state.disk, folder, Math.min(next, 12))).toMatchObject({ state: 'intact' });
    }
    expect(torn).toBeGreaterThan(20);
  });
});
