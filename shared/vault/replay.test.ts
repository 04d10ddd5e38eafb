import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Json } from './canonical.ts';
import { firstHead } from './chain.ts';
import { openEntries, sealEntry } from './journal.ts';
import { diff } from './patch.ts';
import { replay, type ReplayedFile } from './replay.ts';
import { caseScope, DEVICE, idOf, META, testVault, VAULT } from './testing.ts';
import type { OpenedCommit } from './types.ts';

// Thousands of cases, or real key derivation: slow on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

function commit(device: string, millis: number, changes: OpenedCommit['changes']): OpenedCommit {
  return { device, first: 1, sequence: 1, clock: { millis, counter: 0 }, meta: META, changes };
}
function edit(base: number, before: Json | undefined, after: Json) {
  const file = idOf('c1');
  return { file, scope: caseScope('c1'), base, patches: diff(file, before, after) };
}

describe('replay', () => {
  it('leads from any edits, through the sealed journal, to the same files', () => {
    const value = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.oneof(fc.string(), fc.array(fc.nat())), {
      noNullPrototype: true,
    });
    const edits = fc.array(fc.record({ file: fc.constantFrom('c1', 'c2', 'c3'), value }), { maxLength: 12 });
    fc.assert(
      fc.property(edits, fc.nat(12), (steps, cut) => {
        const vault = testVault();
        const state = new Map<string, { value: Json; revision: number }>();
        let head = firstHead(VAULT, DEVICE);
        const pieces: Uint8Array[] = [];
        for (const step of steps) {
          const file = idOf(step.file);
          const former = state.get(file);
          const patches = diff(file, former?.value, step.value);
          const change = { file, scope: caseScope(step.file), base: former?.revision ?? 0, patches };
          // An edit that changes nothing is no commit of this file.
          const changes = patches.length === 0 ? [] : [change];
          const sealed = sealEntry(vault.keys, { head, now: 1, meta: META, changes, random: vault.random });
          if (patches.length > 0) state.set(file, { value: step.value, revision: change.base + 1 });
          head = sealed.head;
          pieces.push(sealed.bytes);
        }
        const segments = pieces.map((bytes, index) => ({ name: `${String(index + 1).padStart(8, '0')}.log`, bytes }));
        const { commits } = openEntries(vault.keys, { device: DEVICE, segments, witnesses: [] });
        const all = replay(new Map(), commits, new Set());
        expect(all.conflicts).toEqual([]);
        const found = new Map(
          [...all.files].map(([file, { value: last, revision }]) => [file, { value: last, revision }]),
        );
        expect(found).toEqual(state);
        // From any point on, as after a snapshot:
        const before = replay(new Map(), commits.slice(0, cut), new Set());
        expect(replay(before.files, commits.slice(cut), new Set()).files).toEqual(all.files);
      }),
      { numRuns: 60 },
    );
  });

  it('takes commits of two laptops in the order of their clocks and names the conflict', () => {
    const made = commit('a', 1, [edit(0, undefined, { name: 'Ana' })]);
    const here = commit('a', 3, [edit(1, { name: 'Ana' }, { name: 'Ana M.' })]);
    const there = commit('b', 2, [edit(1, { name: 'Ana' }, { name: 'Anna' })]);
    const { files, conflicts } = replay(new Map(), [here, there, made], new Set());
    expect(files.get(idOf('c1'))?.value).toEqual({ name: 'Ana M.' });
    expect(conflicts).toEqual([{ device: 'a', sequence: 1, file: idOf('c1'), paths: [['name']] }]);
  });

  it('names a base that is missing', () => {
    const { conflicts } = replay(new Map(), [commit('a', 1, [edit(4, undefined, { x: 1 })])], new Set());
    expect(conflicts).toEqual([{ device: 'a', sequence: 1, file: idOf('c1'), paths: [] }]);
  });

  it('leaves out what is purged or hidden', () => {
    const base = new Map<string, ReplayedFile>([[idOf('c2'), { scope: caseScope('c2'), revision: 1, value: {} }]]);
    const commits = [commit('a', 1, [edit(0, undefined, { x: 1 }), { hidden: 'ring', scope: caseScope('c3') }])];
    const { files, touched } = replay(base, commits, new Set([idOf('c1'), idOf('c2')]));
    expect([...files]).toEqual([]);
    expect([...touched]).toEqual([]);
    expect(base.size).toBe(1);
  });
});
