import { describe, expect, test } from 'vitest';
import { answered } from '#shared/domain/base.ts';
import { at, CaseBuilder, countingIds, on, said } from '#shared/domain/case-builder.ts';
import { missingItems, missingOfPerson } from './completeness.ts';
import {
  agreedToStatistics,
  countMeasure,
  fearMeasures,
  fearSpread,
  missingRate,
  noticeNotRead,
  peopleIn,
  preemptedByPlace,
  spreadOf,
} from './counts.ts';

const recorded = { by: 'x', at: '2019-09-01T10:00:00Z', device: '0'.repeat(32), capacity: 'underCounsel' as const };
const build = (space = 1) => new CaseBuilder(countingIds(space), recorded, 'TEST');
const complete = (b: CaseBuilder) => ({
  date: on('2019-08-14'),
  place: at('ELP'),
  officers: b.keyed([{ agency: answered('cbpOfo' as const) }]),
  officerAsked: answered('no' as const),
  statedFear: answered('volunteered' as const),
});

describe('completeness', () => {
  test('SR9: a fear event names what it lacks, and "la migra, not clear which" is an agency', () => {
    const b = build();
    const client = b.person({ given: ['Ana'] });
    expect(missingItems('fearEvents', b.fact('fearEvents', [client], {}))).toEqual([
      'date',
      'place',
      'agency',
      'asked',
      'said',
    ]);
    expect(missingItems('fearEvents', b.fact('fearEvents', [client], { ...complete(b), officers: {} }))).toEqual([
      'agency',
    ]);
    const migra = b.keyed([{ agency: answered('migraNotClear' as const) }]);
    expect(missingItems('fearEvents', b.fact('fearEvents', [client], { ...complete(b), officers: migra }))).toEqual([]);
  });

  test('declined and "does not know" were asked: they are not missing', () => {
    const b = build();
    const client = b.person({ given: ['Ana'] });
    const harm = b.fact('harms', [client], {
      where: 'mexico',
      kinds: ['threat'],
      date: { status: 'unknown' },
      place: { status: 'declined' },
      narrative: said('Me siguieron', 'es'),
    });
    expect(missingItems('harms', harm)).toEqual([]);
    expect(missingItems('harms', b.fact('harms', [client], { where: 'mexico' }))).toEqual([
      'kindOfHarm',
      'date',
      'place',
      'narrative',
    ]);
  });

  test('an irregularity that stands alone needs date, place and agency; one of an event repeats none of them', () => {
    const b = build();
    const event = b.fact('fearEvents', [], {});
    const alone = b.fact('irregularities', [], { type: 'USCIS-PRESSURE', decision: 'added' });
    const linked = b.fact('irregularities', [], { type: 'NO-REFERRAL', decision: 'accepted', fearEventId: event.id });
    expect(missingItems('irregularities', alone)).toEqual(['date', 'place', 'byAgency']);
    expect(missingItems('irregularities', linked)).toEqual([]);
  });

  test('a hearing place of the reference gives the zone', () => {
    const b = build();
    const base = {
      date: on('2019-05-15'),
      time: answered('12:30'),
      kind: answered('master' as const),
      court: answered('San Diego'),
    };
    expect(missingItems('hearings', b.fact('hearings', [], base))).toEqual(['zone']);
    expect(missingItems('hearings', b.fact('hearings', [], { ...base, hearingPlace: at('IC-SND') }))).toEqual([]);
  });

  test('a person by description alone is saved, and the list says what to ask', () => {
    const b = build();
    const client = b.person({ more: { description: 'woman, about 20', aNumberState: 'none' } });
    expect(missingOfPerson(client)).toEqual(['name', 'birthDate', 'nationality', 'language', 'placeNow', 'consent']);
  });
});

test('SR34: one event about four people is 1 event and 4 people; three events of one person are 3 events and 1 person', () => {
  const b = build();
  const four = ['A', 'B', 'C', 'D'].map((name) => b.person({ given: [name] }));
  b.fact('fearEvents', four, complete(b));
  expect(countMeasure([b.done()], fearMeasures.fearStated)).toEqual({
    id: 'fearStated',
    events: 1,
    people: 4,
    cases: 1,
    denominator: 4,
    missing: 0,
    incomplete: 0,
  });
  const c = build(2);
  const one = c.person({ given: ['E'] });
  for (const date of ['2019-08-14', '2019-09-14', '2019-10-14'])
    c.fact('fearEvents', [one], { ...complete(c), date: on(date) });
  expect(countMeasure([c.done()], fearMeasures.fearStated)).toMatchObject({ events: 3, people: 1 });
  expect(countMeasure([b.done(), c.done()], fearMeasures.fearStated)).toMatchObject({ events: 4, people: 5, cases: 2 });
  expect(peopleIn([b.done(), c.done()])).toBe(5);
});

test('SR4: incomplete events enter no count, unanswered ones make the missing rate', () => {
  const b = build();
  const client = b.person({ given: ['A'] });
  b.fact('fearEvents', [client], { ...complete(b), toldOfRight: answered('no') });
  b.fact('fearEvents', [client], { ...complete(b), toldOfRight: { status: 'declined' } });
  b.fact('fearEvents', [client], { ...complete(b), toldOfRight: { status: 'notAsked' } });
  b.fact('fearEvents', [client], { toldOfRight: answered('no') });
  const count = countMeasure([b.done()], fearMeasures.notToldOfRight);
  expect(count).toMatchObject({ events: 1, people: 1, denominator: 1, missing: 2, incomplete: 1 });
  expect(missingRate(count)).toBeCloseTo(2 / 3);
  expect(missingRate({ denominator: 0, missing: 0 })).toBeNull();
});

test('"the officer did not ask" and "we have not asked yet" are different values and counts', () => {
  const b = build();
  const [one, two] = [b.person({ given: ['A'] }), b.person({ given: ['B'] })];
  b.fact('fearEvents', [one, two], { officerAsked: answered('no') });
  b.fact('fearEvents', [one], {});
  b.fact('fearEvents', [two], { officerAsked: { status: 'unknown' } });
  expect(fearSpread([b.done()], 'officerAsked')).toEqual({ values: { no: 2 }, notAsked: 1, declined: 0, unknown: 1 });
  expect(spreadOf([])).toEqual({ values: {}, notAsked: 0, declined: 0, unknown: 0 });
});

test('SR13: pre-empted per location; adding a USCIS record removes it', () => {
  const b = build();
  const client = b.person({ given: ['A'] });
  b.fact('fearEvents', [client], {
    ...complete(b),
    preScreened: answered('yes'),
    preScreenOutcome: answered('notReferred'),
  });
  expect(preemptedByPlace([b.done()])).toEqual({ ELP: { events: 1, people: 1 } });
  expect(countMeasure([b.done()], fearMeasures.preempted)).toMatchObject({ events: 1, people: 1 });
  b.fact('fearEvents', [client], { ...complete(b), date: on('2019-09-01'), interviewHeld: answered('yes') });
  expect(preemptedByPlace([b.done()])).toEqual({});
  expect(countMeasure([b.done()], fearMeasures.preempted).events).toBe(0);
});

test('SR10, SR18: no chance to state fear; restraints of one person only', () => {
  const b = build();
  const [one, two] = [b.person({ given: ['A'] }), b.person({ given: ['B'] })];
  b.fact('fearEvents', [one, two], {
    ...complete(b),
    statedFear: answered('prevented'),
    restraints: b.keyed([{ personId: one.id, kind: 'handcuffs' as const, during: 'interview' as const }]),
  });
  expect(countMeasure([b.done()], fearMeasures.noChance)).toMatchObject({ events: 1, people: 2 });
  expect(countMeasure([b.done()], fearMeasures.restrained)).toMatchObject({ events: 1, people: 1, missing: 1 });
});

test('SR6: notices not in the language that a client reads', () => {
  const b = build();
  const client = b.person({ given: ['A'], languages: [{ tag: 'kjb', best: true, reads: 'well' }] });
  const reader = b.person({ given: ['B'], languages: [{ tag: 'es', best: true, reads: 'well' }] });
  b.fact('papers', [client, reader], { kind: 'tearSheet', date: on('2019-08-14'), languages: answered(['es']) });
  expect(countMeasure([b.done()], noticeNotRead)).toMatchObject({ events: 1, people: 1, denominator: 2 });
});

test('a count can be kept to those who agreed', () => {
  const b = build();
  const [one, two] = [
    b.person({ given: ['A'], more: { consents: { statistics: { given: 'yes' } } } }),
    b.person({ given: ['B'] }),
  ];
  b.fact('fearEvents', [one, two], complete(b));
  expect(countMeasure([b.done()], fearMeasures.fearStated, agreedToStatistics)).toMatchObject({ events: 1, people: 1 });
});
