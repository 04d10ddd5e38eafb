import { describe, expect, it, vi } from 'vitest';
import { vaultFiles } from './access.ts';
import { canonicalBytes, joinBytes, toHex } from './canonical.ts';
import { firstHead, verifyChain } from './chain.ts';
import { openEntries, sealEntry } from './journal.ts';
import { keysSaved, type VaultKeys } from './key-ring.ts';
import { sha256 } from './seal.ts';
import {
  addTo,
  caseScope,
  created,
  DEVICE,
  HOLDER,
  idOf,
  KDF,
  META,
  openKeys,
  seededRandom,
  testVault,
  VAULT,
} from './testing.ts';
import type { FileChange, Patch } from './types.ts';
import { newEpoch, purgeOwner } from './epochs.ts';

// Thousands of cases, or real key derivation: slow on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const name = '00000001.log';
const start = firstHead(VAULT, DEVICE);

function openAll(keys: VaultKeys, bytes: Uint8Array, highest = 0) {
  return openEntries(keys, { device: DEVICE, segments: [{ name, bytes }], witnesses: [{ sequence: highest }] });
}

describe('commits', () => {
  it('come back with who, what, when and every patch', () => {
    const vault = testVault();
    const file = idOf('c1');
    const patches: Patch[] = [
      { file, path: ['people', 'p1', 'name'], before: 'Ana', after: 'Ana María' },
      { file, path: ['gone'], before: null },
    ];
    const meta = { ...META, refs: { undoes: '4' } };
    const changes: FileChange[] = [
      { file, scope: caseScope('c1'), base: 3, patches },
      {
        file: idOf('d1'),
        scope: caseScope('c1'),
        base: 0,
        patches: [{ file: idOf('d1'), path: [], after: { a: [] } }],
      },
    ];
    const sealed = sealEntry(vault.keys, { head: start, now: 42, meta, changes, random: vault.random });
    expect(openAll(vault.keys, sealed.bytes)).toMatchObject({
      state: 'intact',
      damage: [],
      commits: [{ device: DEVICE, first: 1, sequence: 1, clock: { millis: 42, counter: 0 }, meta, changes }],
    });
  });

  it('without a change are still an entry (a log of who did what)', () => {
    const vault = testVault();
    const sealed = sealEntry(vault.keys, { head: start, now: 1, meta: META, changes: [], random: vault.random });
    expect(openAll(vault.keys, sealed.bytes).commits).toMatchObject([{ meta: META, changes: [] }]);
  });

  it('say nothing of their content or length', () => {
    const vault = testVault();
    const small = sealEntry(vault.keys, {
      head: start,
      now: 1,
      meta: META,
      changes: [created('c1', { n: 'x' })],
      random: vault.random,
    });
    const other = sealEntry(vault.keys, {
      head: start,
      now: 1,
      meta: META,
      changes: [created('c1', { n: 'x'.repeat(100) })],
      random: vault.random,
    });
    expect(small.bytes.length).toBe(other.bytes.length);
    expect(Buffer.from(other.bytes).includes('xxxx')).toBe(false);
    expect(Buffer.from(other.bytes).includes(idOf('c1'))).toBe(false);
  });
});

describe('a large commit', () => {
  const vault = testVault();
  const file = idOf('c1');
  const patches = Array.from({ length: 40 }, (_, index) => ({ file, path: [`k${index}`], after: 'x'.repeat(20_000) }));
  const changes = [{ file, scope: caseScope('c1'), base: 0, patches }, created('c2', { name: 'Luz' })];
  const sealed = sealEntry(vault.keys, { head: start, now: 5, meta: META, changes, random: vault.random });
  const parts = verifyChain({ vault: VAULT, device: DEVICE, segments: [{ name, bytes: sealed.bytes }], witnesses: [] });

  it('comes in parts and is one commit with the clock of its last', () => {
    expect(parts.entries.map((entry) => [entry.header.part, entry.header.parts])).toEqual([
      [1, 4],
      [2, 4],
      [3, 4],
      [4, 4],
    ]);
    expect(sealed.head.sequence).toBe(4);
    expect(openAll(vault.keys, sealed.bytes).commits).toMatchObject([{ first: 1, sequence: 4, changes }]);
  });

  it('does not count without its last part, and the next commit goes on behind', () => {
    const last = parts.entries[3];
    const bytes = sealed.bytes.subarray(0, last?.offset);
    const opened = openAll(vault.keys, bytes, 0);
    expect(opened).toMatchObject({ state: 'intact', commits: [], head: { sequence: 3 } });
    const next = sealEntry(vault.keys, {
      head: opened.head,
      now: 6,
      meta: META,
      changes: [created('c3', { name: 'Eva' })],
      random: vault.random,
    });
    expect(openAll(vault.keys, joinBytes(bytes, next.bytes))).toMatchObject({
      state: 'intact',
      commits: [{ first: 4, sequence: 4, changes: [{ file: idOf('c3') }] }],
    });
  });

  it('is torn inside a middle part and loses the parts before it too', () => {
    const bytes = sealed.bytes.subarray(0, (parts.entries[2]?.offset ?? 0) + 50);
    expect(openAll(vault.keys, bytes)).toMatchObject({
      state: 'torn',
      commits: [],
      torn: { keepBytes: parts.entries[2]?.offset },
      head: { sequence: 2 },
    });
  });
});

describe('rings', () => {
  it('hide a section from a slot without its ring, and leave who did what', () => {
    const vault = testVault();
    const volunteer = {
      kek: vault.random(32),
      kdf: KDF,
      role: 'intakeVolunteer',
      holder: idOf('b1'),
      grantedBy: vault.keys.slotId,
    } as const;
    const added = addTo(vault, volunteer);
    const changes = [created('c1', { name: 'Ana' }), created('e1', { text: 'privileged' }, 'workProduct')];
    const sealed = sealEntry(vault.keys, { head: start, now: 1, meta: META, changes, random: vault.random });
    const other = openKeys(added.header, sealed.keysFile ?? added.keysFile, [
      { slotId: added.slotId, kek: volunteer.kek, kdf: KDF },
    ]);
    if (!other.ok) throw new Error(other.code);
    expect([...other.value.held]).toEqual(['case']);
    expect(openAll(other.value, sealed.bytes)).toMatchObject({
      state: 'intact',
      commits: [
        { meta: META, changes: [changes[0], { hidden: 'ring', scope: { owner: idOf('e1'), ring: 'workProduct' } }] },
      ],
    });
  });
});

describe('after a purge', () => {
  it('the case cannot be read, the chain and every other case can', () => {
    const vault = testVault();
    const changes = [created('c1', { name: 'Ana' }), created('c2', { name: 'Luz' })];
    const sealed = sealEntry(vault.keys, { head: start, now: 1, meta: META, changes, random: vault.random });
    keysSaved(vault.keys);
    purgeOwner(vault.keys, idOf('c1'));
    const files = vaultFiles(vault.keys, vault.random);
    const reopened = openKeys(files.header, files.keysFile, vault.derived);
    if (!reopened.ok) throw new Error(reopened.code);
    for (const keys of [vault.keys, reopened.value]) {
      expect(openAll(keys, sealed.bytes)).toMatchObject({
        state: 'intact',
        damage: [],
        commits: [{ changes: [{ hidden: 'purged', scope: caseScope('c1') }, { file: idOf('c2') }] }],
      });
    }
  });

  it('a key that is gone without a purge is damage, not a purge', () => {
    const vault = testVault();
    const changes = [created('c1', { name: 'Ana' })];
    const sealed = sealEntry(vault.keys, { head: start, now: 1, meta: META, changes, random: vault.random });
    const older = openKeys(vault.header, vault.keysFile, vault.derived);
    if (!older.ok) throw new Error(older.code);
    expect(openAll(older.value, sealed.bytes)).toMatchObject({
      state: 'damaged',
      damage: [{ reason: 'key', from: 1 }],
    });
  });
});

describe('after a new epoch', () => {
  it('old and new commits open', () => {
    const vault = testVault();
    const first = sealEntry(vault.keys, {
      head: start,
      now: 1,
      meta: META,
      changes: [created('c1', { n: '1' })],
      random: vault.random,
    });
    newEpoch(vault.keys, vault.random);
    const second = sealEntry(vault.keys, {
      head: first.head,
      now: 2,
      meta: META,
      changes: [created('c2', { n: '2' })],
      random: vault.random,
    });
    const opened = openAll(vault.keys, joinBytes(first.bytes, second.bytes));
    expect(opened.commits.map((commit) => commit.sequence)).toEqual([1, 2]);
  });
});

describe('a commitment', () => {
  it('is SHA-256 of salt and canonical content: anybody can check it with the salt', () => {
    const salts: Uint8Array[] = [];
    const inner = seededRandom('salts');
    const random = (length: number) => {
      const bytes = inner(length);
      salts.push(bytes);
      return bytes;
    };
    const vault = testVault();
    const change = created('c1', { name: 'Ana' });
    const sealed = sealEntry(vault.keys, { head: start, now: 1, meta: META, changes: [change], random });
    const [entry] = verifyChain({
      vault: VAULT,
      device: DEVICE,
      segments: [{ name, bytes: sealed.bytes }],
      witnesses: [],
    }).entries;
    const meta = canonicalBytes({
      action: 'history.edited',
      at: '2019-04-03T12:00:00Z',
      author: HOLDER,
      capacity: 'underCounsel',
      schema: 1,
    });
    const section = canonicalBytes({ base: 0, file: idOf('c1'), patches: [{ after: { name: 'Ana' }, path: [] }] });
    const expected = [meta, section].map((content, index) => toHex(sha256(salts[index] ?? new Uint8Array(0), content)));
    expect(entry?.header.commitments.map(toHex)).toEqual(expected);
  });
});

describe('flipped bits', () => {
  it('are all seen: nothing is read that was not written, and the damaged save is named', () => {
    const vault = testVault();
    let head = start;
    const pieces: Uint8Array[] = [];
    for (const pair of ['c1', 'c2', 'c3']) {
      const changes = [created(pair, { name: pair })];
      const sealed = sealEntry(vault.keys, { head, now: 1, meta: META, changes, random: vault.random });
      head = sealed.head;
      pieces.push(sealed.bytes);
    }
    const whole = joinBytes(...pieces);
    const good = openAll(vault.keys, whole);
    expect(good.state).toBe('intact');
    const known = new Map(good.commits.map((commit) => [commit.sequence, JSON.stringify(commit)]));
    const lengths = pieces.map((piece) => piece.length);
    for (let at = 0; at < whole.length; at += 1) {
      const flipped = whole.slice();
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      const opened = openAll(vault.keys, flipped);
      expect(['damaged', 'newer'], `byte ${at}`).toContain(opened.state);
      const hit = at < (lengths[0] ?? 0) ? 1 : at < (lengths[0] ?? 0) + (lengths[1] ?? 0) ? 2 : 3;
      for (const commit of opened.commits) {
        expect(commit.sequence).not.toBe(hit);
        expect(JSON.stringify(commit)).toBe(known.get(commit.sequence));
      }
      if (opened.state === 'damaged') expect(opened.damage.some(({ from, to }) => from <= hit && hit <= to)).toBe(true);
    }
  });
});
