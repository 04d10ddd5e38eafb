import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fail, ok, type Result } from '#shared/errors.ts';
import type { StoreClient } from './client.ts';
import type { Commit, RequestName } from './contract.ts';
import { commitEveryField, commitOpenFields, FieldController, keepOpen, slotOf } from './field-controller.ts';

const target = { fileId: 'f', path: ['people', 'p', 'phone'], label: 'person.changed' };
const SLOT = 'field:f/people/p/phone';

/** A worker that keeps slots and values; `failing` refuses commits. */
function fakeStore(slots = new Map<string, unknown>()) {
  const calls: { name: RequestName; arg: unknown }[] = [];
  const state = { failing: null as Result<never> | null };
  const client: StoreClient = {
    async request(name, arg) {
      calls.push({ name, arg });
      const given = arg as { slot: string; value: unknown };
      if (name === 'pendingPut') slots.set(given.slot, given.value);
      if (name === 'pendingGet') return ok(slots.get(given.slot) ?? null) as never;
      if (name === 'commit') {
        if (state.failing !== null) return state.failing;
        for (const slot of (arg as unknown as Commit).clears ?? []) slots.delete(slot);
      }
      return ok(true) as never;
    },
    subscribe: () => () => {},
  };
  const commits = () => calls.filter(({ name }) => name === 'commit').map(({ arg }) => arg as Commit);
  const puts = () => calls.filter(({ name }) => name === 'pendingPut').map(({ arg }) => arg);
  return { client, slots, state, commits, puts };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('A10: a typed field', () => {
  it('that the disk refused is committed once saving works again, and says no more that it was not', async () => {
    const store = fakeStore();
    const field = new FieldController(store.client, target, '');
    const release = keepOpen(field);
    field.type('915', 3, 3);
    store.state.failing = fail('disk-full');
    await field.commit();
    expect(field.state.problem?.code).toBe('disk-full');
    store.state.failing = null;
    commitOpenFields();
    await vi.waitFor(() => expect(field.state.problem).toBeNull());
    expect(field.isDirty).toBe(false);
    expect(store.commits()).toHaveLength(2);
    release();
  });

  it('is committed with every other before something is made of the record, and says when the disk refused one', async () => {
    const store = fakeStore();
    const fields = ['phone', 'address'].map(
      (name) => new FieldController(store.client, { ...target, path: ['people', 'p', name] }, ''),
    );
    const release = fields.map((field) => keepOpen(field));
    fields[0]?.type('915', 3, 3);
    expect(await commitEveryField()).toBe(true);
    expect(store.commits().map(({ edits }) => edits[0]?.changes[0]?.path.at(-1))).toEqual(['phone']);
    store.state.failing = fail('disk-full');
    fields[1]?.type('Calle Inventada', 15, 15);
    expect(await commitEveryField()).toBe(false);
    expect(fields[1]?.state.text).toBe('Calle Inventada');
    for (const end of release) end();
  });

  it('names its slot after file and path', () => {
    expect(slotOf(target)).toBe(SLOT);
  });

  it('goes to its slot within a second, and is committed once on leaving', async () => {
    const store = fakeStore();
    const field = new FieldController(store.client, target, '');
    field.type('5', 1, 1);
    field.type('55', 2, 2);
    expect(store.puts()).toEqual([]);
    await vi.advanceTimersByTimeAsync(800);
    expect(store.puts()).toEqual([{ slot: SLOT, value: { text: '55', start: 2, end: 2 } }]);
    await field.commit();
    await field.commit();
    expect(store.commits()).toEqual([
      {
        label: 'person.changed',
        edits: [{ fileId: 'f', changes: [{ path: target.path, value: '55' }] }],
        clears: [SLOT],
      },
    ]);
    expect(store.slots.size).toBe(0);
    expect(field.state).toEqual({ text: '55', problem: null, restore: null });
  });

  it('comes back with its cursor after a lock in the middle of a word', async () => {
    const store = fakeStore(new Map([[SLOT, { text: 'Hern', start: 2, end: 2 }]]));
    const field = new FieldController(store.client, target, 'Her');
    await field.recover();
    expect(field.state).toEqual({ text: 'Hern', problem: null, restore: { start: 2, end: 2 } });
    await field.commit();
    expect(store.commits()[0]?.edits[0]?.changes[0]?.value).toBe('Hern');
  });

  it('keeps typing over an older slot that arrives late', async () => {
    const store = fakeStore(new Map([[SLOT, { text: 'old', start: 3, end: 3 }]]));
    const field = new FieldController(store.client, target, '');
    const recovering = field.recover();
    field.type('new', 3, 3);
    await recovering;
    expect(field.state.text).toBe('new');
  });

  it('keeps text and slot when the save fails, and says why', async () => {
    const store = fakeStore();
    store.state.failing = fail('disk-full');
    const field = new FieldController(store.client, target, '');
    field.type('5', 1, 1);
    await field.commit();
    expect(field.state).toEqual({ text: '5', problem: { code: 'disk-full', detail: {} }, restore: null });
    expect(store.slots.get(SLOT)).toEqual({ text: '5', start: 1, end: 1 });
    field.follow(target, 'stored meanwhile');
    expect(field.state.text).toBe('5');
  });

  it('does not commit what cannot be read; it waits in its slot', async () => {
    const store = fakeStore();
    const toValue = (text: string) =>
      text === 'x' ? ({ ok: false, code: 'date-unreadable' } as const) : ({ ok: true, value: text } as const);
    const field = new FieldController(store.client, { ...target, toValue }, '');
    field.type('x', 1, 1);
    await field.commit();
    expect(store.commits()).toEqual([]);
    expect(field.state.problem).toEqual({ code: 'date-unreadable', detail: {} });
    expect(store.slots.has(SLOT)).toBe(true);
  });

  it('stays unsaved when typing went on during the commit', async () => {
    const store = fakeStore();
    const field = new FieldController(store.client, target, '');
    field.type('5', 1, 1);
    const committing = field.commit();
    field.type('56', 2, 2);
    await committing;
    expect(field.isDirty).toBe(true);
    await field.commit();
    expect(store.commits().map(({ edits }) => edits[0]?.changes[0]?.value)).toEqual(['5', '56']);
  });

  it('follows the record while nothing is typed', () => {
    const field = new FieldController(fakeStore().client, target, 'a');
    field.follow(target, 'b');
    expect(field.state.text).toBe('b');
  });
});
