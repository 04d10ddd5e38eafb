import { describe, expect, test } from 'vitest';
import { answered, type PartialDate } from '#shared/domain/base.ts';
import { CaseBuilder, countingIds, on } from '#shared/domain/case-builder.ts';
import { missingItems, standsAlone } from './completeness.ts';
import { standingFirst, standingOf } from './standing.ts';
import { timelineOf } from './timeline.ts';

interface Status {
  readonly id: string;
  readonly from: string | null;
  readonly recorded: { readonly at: string };
}
const status = (id: string, from: string | null, at: string): Status => ({ id, from, recorded: { at } });
const fromOf = (one: Status): PartialDate | undefined =>
  one.from === null ? undefined : { value: one.from, precision: 'day' };

const inMpp = status('in', '2019-08-14', '2019-09-01T10:00:00Z');
const out = status('out', '2019-11-02', '2019-11-05T10:00:00Z');
const undated = status('undated', null, '2019-12-01T10:00:00Z');

describe('what stands of several records that follow one another', () => {
  test('nothing stands of nothing', () => {
    expect(standingOf([], fromOf)).toBeUndefined();
  });

  test('the one written down last, when it began later', () => {
    expect(standingOf([out, inMpp], fromOf)).toBe(out);
  });

  test('what was earlier does not stand because it was written down later', () => {
    const late = status('late', '2019-02-01', '2020-01-01T10:00:00Z');
    expect(standingOf([inMpp, out, late], fromOf)).toBe(out);
  });

  test('one without a beginning follows what was known before it, and is followed by a dated one', () => {
    expect(standingOf([inMpp, out, undated], fromOf)).toBe(undated);
    const paroled = status('paroled', '2020-03-01', '2020-03-02T10:00:00Z');
    expect(standingOf([inMpp, undated, paroled], fromOf)).toBe(paroled);
  });

  test('a list begins with it and goes back in time', () => {
    const late = status('late', '2019-02-01', '2020-01-01T10:00:00Z');
    expect(standingFirst([late, inMpp, out], fromOf).map((one) => one.id)).toEqual(['out', 'in', 'late']);
  });
});

describe('an irregularity entered alone', () => {
  const recorded = { by: 'x', at: '2019-09-01T10:00:00Z', device: '0'.repeat(32), capacity: 'underCounsel' as const };
  const build = () => new CaseBuilder(countingIds(1), recorded, 'TEST');

  test('is a line of the timeline before it has a date, and says what it lacks', () => {
    const b = build();
    const alone = b.fact('irregularities', [], { type: '', decision: 'added' });
    expect(standsAlone(alone)).toBe(true);
    expect(missingItems('irregularities', alone)).toEqual(['code', 'date', 'place', 'byAgency']);
    const lines = timelineOf(b.done(), { personId: null, language: 'en' });
    expect(lines.map((line) => [line.fact.id, line.date, line.missing.length])).toEqual([[alone.id, null, 4]]);
  });

  test('"la migra, not clear which" is an agency: nothing is missing', () => {
    const b = build();
    const alone = b.fact('irregularities', [], {
      type: 'USCIS-PRESSURE',
      decision: 'added',
      date: on('2019-10'),
      place: answered({ code: null, text: 'El Paso', country: 'US' as const }),
      byAgency: answered('migraNotClear' as const),
      pressureOn: answered('asylum officers on the telephone'),
    });
    expect(missingItems('irregularities', alone)).toEqual([]);
  });

  test('one that stands on a record of the case is no line of its own', () => {
    const b = build();
    const paper = b.fact('papers', [], { kind: 'tearSheet' });
    const linked = b.fact('irregularities', [], { type: 'NOTICE-LANGUAGE', decision: 'accepted', paperId: paper.id });
    expect(standsAlone(linked)).toBe(false);
    const lines = timelineOf(b.done(), { personId: null, language: 'en' });
    expect(lines.map((line) => line.fact.id)).toEqual([paper.id]);
  });
});
