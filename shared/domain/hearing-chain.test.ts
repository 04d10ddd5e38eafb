import { describe, expect, test } from 'vitest';
import { nextHearing } from '#shared/deadlines/hearing-clock.ts';
import { CaseBuilder, countingIds, on } from './case-builder.ts';
import { hearingChain, replacedBy } from './hearing-chain.ts';

const recorded = { by: 'x', at: '2019-09-01T10:00:00Z', device: '0'.repeat(32), capacity: 'underCounsel' as const };

function three() {
  const b = new CaseBuilder(countingIds(1), recorded, 'TEST');
  const client = b.person({ given: ['A'] });
  const last = b.fact('hearings', [client], { date: on('2019-12-02') });
  const middle = b.fact('hearings', [client], { date: on('2019-11-26'), resetTo: last.id });
  const first = b.fact('hearings', [client], { date: on('2019-10-02'), resetTo: middle.id });
  return { file: b.done(), first, middle, last };
}

describe('a chain of resets', () => {
  test('reads the same from every hearing of it', () => {
    const { file, first, middle, last } = three();
    const ids = [first.id, middle.id, last.id];
    for (const id of ids) expect(hearingChain(file, id).map((one) => one.id)).toEqual(ids);
  });

  test('a hearing whose replacement was taken back is the one that holds again', () => {
    const { file, middle, last } = three();
    const taken = { ...last, deleted: { at: recorded.at, by: 'x' } };
    const after = { ...file, hearings: { ...file.hearings, [last.id]: taken } };
    expect(replacedBy(after, middle)).toBeNull();
    expect(hearingChain(after, middle.id).map((one) => one.id)).not.toContain(last.id);
    expect(nextHearing(after, null, '2019-11-01')?.id).toBe(middle.id);
    expect(nextHearing(file, null, '2019-11-01')?.id).toBe(last.id);
  });

  test('a loop ends', () => {
    const { file, first, last } = three();
    const loop = { ...file, hearings: { ...file.hearings, [last.id]: { ...last, resetTo: first.id } } };
    expect(hearingChain(loop, first.id)).toHaveLength(3);
    const own = { ...file, hearings: { [first.id]: { ...first, resetTo: first.id } } };
    expect(hearingChain(own, first.id)).toHaveLength(1);
  });
});
