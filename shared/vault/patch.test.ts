import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText, type Json } from './canonical.ts';
import { applyPatches, diff, invert } from './patch.ts';

/** Any JSON, with the same few keys (and the awkward ones) often, so that versions share paths. */
const json: fc.Arbitrary<Json> = fc.letrec<{ value: Json; object: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<Json>(null, true, 0, 1, '', 'Ana', [], [1], {}),
    fc.array(tie('value'), { maxLength: 3 }),
    tie('object'),
  ),
  object: fc.dictionary(fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor', ''), tie('value'), {
    noNullPrototype: true,
  }),
})).value;
const file = fc.option(json, { nil: undefined });
const textOf = (value: Json | undefined) => (value === undefined ? 'absent' : canonicalText(value));

describe('diff', () => {
  it('names the changed value by its path of ids', () => {
    const before = { people: { p1: { name: 'Ana', born: '1990' }, p2: { name: 'Luz' } }, tags: ['a'] };
    const after = { people: { p1: { name: 'Ana María', born: '1990' }, p3: { name: 'Eva' } }, tags: ['a', 'b'] };
    expect(diff('f', before, after)).toEqual([
      { file: 'f', path: ['people', 'p1', 'name'], before: 'Ana', after: 'Ana María' },
      { file: 'f', path: ['people', 'p2'], before: { name: 'Luz' } },
      { file: 'f', path: ['people', 'p3'], after: { name: 'Eva' } },
      { file: 'f', path: ['tags'], before: ['a'], after: ['a', 'b'] },
    ]);
  });
  it('tells a new file, a removed file, and null', () => {
    expect(diff('f', undefined, {})).toEqual([{ file: 'f', path: [], after: {} }]);
    expect(diff('f', {}, undefined)).toEqual([{ file: 'f', path: [], before: {} }]);
    expect(diff('f', { a: null }, {})).toEqual([{ file: 'f', path: ['a'], before: null }]);
    expect(diff('f', { a: 1 }, { a: 1 })).toEqual([]);
  });
  it('leads from any version to any other, without conflict, and back', () => {
    fc.assert(
      fc.property(file, file, (before, after) => {
        const patches = diff('f', before, after);
        const forth = applyPatches(before, patches);
        expect(textOf(forth.value)).toBe(textOf(after));
        expect(forth.conflicts).toEqual([]);
        const back = applyPatches(forth.value, invert(patches));
        expect(textOf(back.value)).toBe(textOf(before));
        expect(back.conflicts).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
  it('survives being written as JSON', () => {
    fc.assert(
      fc.property(file, file, (before, after) => {
        const patches = JSON.parse(canonicalText(diff('f', before, after)));
        expect(textOf(applyPatches(before, patches).value)).toBe(textOf(after));
      }),
    );
  });
});

describe('applyPatches', () => {
  it('changes nothing in what it was given', () => {
    const before = { a: { b: 1 } };
    applyPatches(before, [{ file: 'f', path: ['a', 'b'], before: 1, after: 2 }]);
    expect(before).toEqual({ a: { b: 1 } });
  });
  it('reports a former value that is not there, and sets the new one', () => {
    const patch = { file: 'f', path: ['a'], before: 1, after: 3 };
    expect(applyPatches({ a: 2 }, [patch])).toEqual({ value: { a: 3 }, conflicts: [patch] });
  });
  it('reports and leaves out a patch whose place is gone', () => {
    const patch = { file: 'f', path: ['a', 'b'], before: 1, after: 3 };
    expect(applyPatches({ a: 'text' }, [patch])).toEqual({ value: { a: 'text' }, conflicts: [patch] });
    expect(applyPatches(undefined, [patch])).toEqual({ value: undefined, conflicts: [patch] });
  });
  it('never touches prototypes', () => {
    const patch = { file: 'f', path: ['__proto__', 'polluted'], after: true };
    applyPatches({}, [patch]);
    expect('polluted' in {}).toBe(false);
  });
});
