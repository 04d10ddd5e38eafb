import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { expect, it } from 'vitest';
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
  removeLaptop,
} from '#e2e/support/laptop.ts';

type Step =
  | { readonly kind: 'phone'; readonly person: 1 | 2; readonly text: string }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'undo' | 'redo' | 'lock' | 'kill' | 'wipe' };

const text = fc.string({ maxLength: 12 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('phone' as const),
      person: fc.constantFrom(1 as const, 2 as const),
      text,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('number' as const), text }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('undo' as const, 'redo' as const, 'lock' as const, 'kill' as const, 'wipe' as const),
    }),
  },
);

/** What the record must say: the values, and what can be undone in this sitting. */
interface Model {
  values: { readonly phone: readonly [string, string]; readonly number: string };
  done: Model['values'][];
  undone: Model['values'][];
}

function write(model: Model, values: Model['values']): void {
  if (JSON.stringify(values) === JSON.stringify(model.values)) return;
  model.done.push(model.values);
  model.undone = [];
  model.values = values;
}

async function take(laptop: Laptop, open: Opened, model: Model, next: Step): Promise<Opened> {
  const edit = (path: readonly string[], value: string) =>
    open.ask('commit', { label: 'x', edits: [{ fileId: hex('c1'), changes: [{ path, value }] }] });
  switch (next.kind) {
    case 'phone': {
      await edit(['people', personIdOf('c1', next.person), 'phone'], next.text);
      const [first, second] = model.values.phone;
      write(model, { ...model.values, phone: next.person === 1 ? [next.text, second] : [first, next.text] });
      return open;
    }
    case 'number':
      await edit(['officeNumber'], next.text);
      write(model, { ...model.values, number: next.text });
      return open;
    case 'undo':
    case 'redo': {
      const [from, to] = next.kind === 'undo' ? [model.done, model.undone] : [model.undone, model.done];
      const values = from.pop();
      expect(await open.ask(next.kind, undefined)).toEqual(values === undefined ? null : { label: 'x' });
      if (values !== undefined) to.push(model.values);
      model.values = values ?? model.values;
      return open;
    }
    default: {
      await (next.kind === 'kill' ? kill(laptop, open) : lock(laptop, open));
      if (next.kind === 'wipe') laptop.idb = new IDBFactory();
      [model.done, model.undone] = [[], []];
      return openOn(laptop);
    }
  }
}

it('is what was written, through undo, locks, kills and lost working copies; a rebuilt index is the same index', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const laptop = await newLaptop();
      try {
        let open = await createOn(laptop);
        await open.ask('commit', {
          label: 'case.created',
          edits: [],
          create: [family('c1', ['María Ixcoy', 'Juan Ixcoy'])],
        });
        await lock(laptop, open);
        open = await openOn(laptop);
        const model: Model = { values: { phone: ['', ''], number: '' }, done: [], undone: [] };
        for (const next of steps) open = await take(laptop, open, model, next);
        const file = await open.ask('file', { id: hex('c1') });
        if (file.kind !== 'case') throw new Error('not a case');
        const phone = [1, 2].map((number) => file.people[personIdOf('c1', number)]?.phone);
        expect({ phone, number: file.officeNumber }).toEqual(model.values);
        const before = open.session.fingerprint();
        await kill(laptop, open);
        laptop.idb = new IDBFactory();
        expect((await openOn(laptop)).session.fingerprint()).toBe(before);
      } finally {
        await removeLaptop(laptop);
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);
