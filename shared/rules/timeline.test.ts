import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answered } from '#shared/domain/base.ts';
import { CaseBuilder, countingIds, on } from '#shared/domain/case-builder.ts';
import { compareInTime, timelineOf } from './timeline.ts';

const recorded = {
  by: 'x',
  at: '2019-09-01T10:00:00Z',
  device: '0'.repeat(32),
  capacity: 'underCounsel' as const,
};
const build = (): CaseBuilder => new CaseBuilder(countingIds(1), recorded, 'TEST');
const titles = (b: CaseBuilder): string[] =>
  timelineOf(b.done(), { personId: null, language: 'en' }).map((line) => line.title.key);

function fearWithReturn(date: ReturnType<typeof on>, returnedOn: ReturnType<typeof on> | undefined): CaseBuilder {
  const b = build();
  const client = b.person({ given: ['A'] });
  const back = { returned: answered('yes' as const), nightsHeld: answered(1) };
  b.fact('fearEvents', [client], { date, ...back, ...(returnedOn === undefined ? {} : { returnedOn }) });
  return b;
}

describe('what followed from a fact stands after it', () => {
  const inOrder = ['timeline.fear.held', 'timeline.fear.returned'];

  test.each([
    ['a return "in August" after fear "about August"', on('2019-08', 'about'), on('2019-08')],
    ['a return "in 2019" after fear on a day of it', on('2019-08-14'), on('2019')],
    ['a return without a date after fear "about August"', on('2019-08', 'about'), undefined],
    ['a return on an earlier day after fear "about" that day', on('2019-08-14', 'about'), on('2019-08-13')],
  ])('%s', (_name, date, returnedOn) => {
    expect(titles(fearWithReturn(date, returnedOn)).slice(1)).toEqual(inOrder);
  });

  test('a return that was written down for an earlier day stands on that day: it is to be seen, not hidden', () => {
    expect(titles(fearWithReturn(on('2019-08-14'), on('2019-08-03')))[0]).toBe('timeline.fear.returned');
  });

  test('the end of a stay "in August" stands after its beginning on a day of August', () => {
    const b = build();
    const client = b.person({ given: ['A'] });
    b.fact('stays', [client], {
      kind: 'shelter',
      from: on('2019-08-20'),
      until: on('2019-08'),
      endCause: answered('leftForHearing' as const),
    });
    expect(titles(b)).toEqual(['timeline.stay.shelter', 'timeline.stay.end_leftForHearing']);
  });

  test('whatever the precision of both, as long as they can agree', () => {
    const value = fc.constantFrom('2019', '2019-08', '2019-08-14', '2019-08-20');
    const precision = fc.constantFrom(undefined, 'about' as const);
    fc.assert(
      fc.property(value, precision, value, precision, (from, fromIs, until, untilIs) => {
        const isBefore = from.length === 10 && until.length === 10 && until < from && !fromIs && !untilIs;
        fc.pre(!isBefore);
        expect(titles(fearWithReturn(on(from, fromIs), on(until, untilIs))).slice(1)).toEqual(inOrder);
      }),
    );
  });
});

test('lines of one moment have one order', () => {
  const [a, b] = [
    { sortKey: '1', key: 'a' },
    { sortKey: '1', key: 'b' },
  ];
  expect([compareInTime(a, b), compareInTime(b, a), compareInTime(a, a)]).toEqual([-1, 1, 0]);
});
