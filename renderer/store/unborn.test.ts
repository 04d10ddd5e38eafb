import { describe, expect, it } from 'vitest';
import { fail, ok, type Result } from '#shared/errors.ts';
import type { ConnectedStore } from './client.ts';
import type { Commit, RequestName } from './contract.ts';
import { unbornOf, withFact, withUnborn, type UnbornFact } from './unborn.ts';

const fact: UnbornFact = {
  fileId: 'f',
  collection: 'harms',
  id: 'h1',
  label: 'harm.changed',
  changes: [
    { path: ['harms', 'h1'], value: { id: 'h1', date: null } },
    { path: ['harms', 'h0', 'next'], value: 'h1' },
  ],
};
const answer = { path: ['harms', 'h1', 'date'], value: '2019-08-14' };
const commitOf = (changes: Commit['edits'][number]['changes']): Commit => ({
  label: 'harm.changed',
  edits: [{ fileId: 'f', changes }],
});

function begun() {
  const calls: { name: RequestName; arg: unknown }[] = [];
  const slots = new Map<string, unknown>();
  const state = { refusal: null as Result<never> | null };
  const inner: ConnectedStore = {
    async request(name, arg) {
      calls.push({ name, arg });
      const given = arg as { slot: string; value: unknown };
      if (name === 'pendingPut') slots.set(given.slot, given.value);
      if (name === 'pendingClear') slots.delete(given.slot);
      if (name === 'pendingGet') return ok(slots.get(given.slot) ?? null) as never;
      if (name === 'commit' && state.refusal !== null) return state.refusal;
      return ok(true) as never;
    },
    subscribe: () => () => {},
    end: () => {},
  };
  const client = withUnborn(inner);
  unbornOf(client).begin(fact);
  const commits = () => calls.filter(({ name }) => name === 'commit').map(({ arg }) => arg as Commit);
  return { inner, client, facts: unbornOf(client), commits, slots, state };
}

describe('a begun fact', () => {
  it('is not written by itself, nor by an answer to another fact', async () => {
    const { client, commits } = begun();
    await client.request('commit', commitOf([{ path: ['harms', 'h2', 'date'], value: 'x' }]));
    expect(commits()).toEqual([commitOf([{ path: ['harms', 'h2', 'date'], value: 'x' }])]);
  });

  it('is written with its first answer in one commit, and only once', async () => {
    const { client, commits } = begun();
    await client.request('commit', commitOf([answer]));
    await client.request('commit', commitOf([answer]));
    expect(commits()).toEqual([commitOf([...fact.changes, answer]), commitOf([answer])]);
  });

  it('is written again with the next answer when the first was not valid, but not when the disk refused it', async () => {
    const first = begun();
    first.state.refusal = fail('file-invalid');
    await first.client.request('commit', commitOf([answer]));
    await first.client.request('commit', commitOf([answer]));
    expect(first.commits()[1]).toEqual(commitOf([...fact.changes, answer]));

    const second = begun();
    second.state.refusal = fail('disk-full');
    await second.client.request('commit', commitOf([answer]));
    await second.client.request('commit', commitOf([answer]));
    expect(second.commits()[1]).toEqual(commitOf([answer]));
  });

  it('is written before the first typed letter is kept, so that the letter finds it again', async () => {
    const { client, commits } = begun();
    await client.request('pendingPut', { slot: 'place', value: 1 });
    expect(commits()).toEqual([]);
    await client.request('pendingPut', { slot: 'field:f/harms/h1/amount', value: 'q' });
    expect(commits()).toEqual([commitOf(fact.changes)]);
  });

  it('is given back when it is left without an answer, and is then gone', async () => {
    const { facts, client, commits } = begun();
    expect(facts.leave('h1')).toEqual(fact);
    expect(facts.of('h1')).toBeUndefined();
    await client.request('commit', commitOf([answer]));
    expect(commits()).toEqual([commitOf([answer])]);
  });

  it('is no longer given back once an answer is on its way', async () => {
    const { facts, client } = begun();
    await client.request('commit', commitOf([answer]));
    expect(facts.leave('h1')).toBeNull();
  });

  it('survives a lock on its page, once', async () => {
    const { facts, inner } = begun();
    facts.keepForLock();
    const after = unbornOf(withUnborn(inner));
    expect(await after.recover('f', 'h2')).toBe(false);
    expect(await after.recover('f', 'h1')).toBe(true);
    expect(after.of('h1')).toEqual(fact);
    expect(await unbornOf(withUnborn(inner)).recover('f', 'h1')).toBe(false);
  });

  it('shows in the file with what points at it', () => {
    expect(withFact({ harms: { h0: { id: 'h0', next: null } } }, fact)).toEqual({
      harms: { h0: { id: 'h0', next: 'h1' }, h1: { id: 'h1', date: null } },
    });
  });
});

it('is in the file that further changes are built from, unless the record has it already', () => {
  const { facts } = begun();
  const file = { id: 'f', harms: { h0: { id: 'h0', next: null } } };
  const withIt = { id: 'f', harms: { h0: { id: 'h0', next: 'h1' }, h1: { id: 'h1', date: null } } };
  expect(facts.into(file)).toEqual(withIt);
  const answered = { id: 'f', harms: { h0: { id: 'h0', next: null }, h1: { id: 'h1', date: '2019-08-14' } } };
  expect(facts.into(answered)).toBe(answered);
  expect(facts.into({ id: 'other', harms: {} })).toEqual({ id: 'other', harms: {} });
});
