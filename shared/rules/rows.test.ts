import { describe, expect, test } from 'vitest';
import { answered } from '#shared/domain/base.ts';
import { at, CaseBuilder, countingIds, on, said } from '#shared/domain/case-builder.ts';
import { makeCaseExport } from '#shared/documents/case-export.ts';
import { buildDeclaration } from '#shared/documents/build.ts';
import { dateSortKey } from '#shared/domain/partial-date.ts';
import { irregularityTypes } from '#shared/reference/irregularities.ts';
import { countMeasure, fearMeasures } from './counts.ts';
import { countByBasis, countByPlace, peoplePerSilenceReason, pregnantReturnsByPlace } from './place-counts.ts';
import { warningMinutes } from './return-warning.ts';
import { timelineOf } from './timeline.ts';
import { findAll, findForFearEvent } from './triggers.ts';

const recorded = { by: 'x', at: '2019-09-01T10:00:00Z', device: '0'.repeat(32), capacity: 'underCounsel' as const };
const build = (space = 1) => new CaseBuilder(countingIds(space), recorded, 'TEST');
const complete = (b: CaseBuilder, place = 'ELP') => ({
  date: on('2019-08-14'),
  place: at(place),
  officers: b.keyed([{ agency: answered('cbpOfo' as const) }]),
  officerAsked: answered('no' as const),
  statedFear: answered('volunteered' as const),
});
const types = (b: CaseBuilder) => findAll(b.done()).map((finding) => finding.type);

test('SR1, SR14: three reports of pressure are one seen and two told, never three facts; proposals and dropped ones count nowhere', () => {
  const b = build();
  const report = (basis: 'firstHand' | 'told' | 'paper', decision: 'added' | 'accepted' | 'dropped' = 'added') =>
    b.fact('irregularities', [], {
      type: 'USCIS-PRESSURE',
      decision,
      basis,
      note: said('They were told to refuse', 'en'),
    });
  report('firstHand');
  report('told');
  report('told', 'accepted');
  report('told', 'dropped');
  expect(countByBasis([b.done()], 'USCIS-PRESSURE')).toEqual({ firstHand: 1, told: 2, paper: 0 });
  expect(countByBasis([b.done()], 'RESTRAINTS')).toEqual({ firstHand: 0, told: 0, paper: 0 });
});

test('SR2: each type has a definition in both languages, and "about March 2019" sorts between February and April', () => {
  for (const type of irregularityTypes) {
    expect(type.definition.en.length, type.code).toBeGreaterThan(20);
    expect(type.definition.es.length, type.code).toBeGreaterThan(20);
  }
  expect(new Set(irregularityTypes.map((type) => type.definition.en)).size).toBe(irregularityTypes.length);
  const key = (value: string, precision: 'about' | 'day') => dateSortKey({ value, precision });
  expect(key('2019-02-28', 'day') < key('2019-03', 'about')).toBe(true);
  expect(key('2019-03', 'about') < key('2019-04-01', 'day')).toBe(true);
});

test('SR12: referred but not interviewed is found with its place and reason; an interview takes it away', () => {
  const make = (interviewHeld: 'yes' | 'no') => {
    const b = build();
    const client = b.person({ given: ['A'] });
    b.fact('fearEvents', [client], {
      ...complete(b),
      referred: answered('yes'),
      interviewHeld: answered(interviewHeld),
      refusalReason: said('There is no room', 'en'),
    });
    return b;
  };
  expect(types(make('no'))).toContain('INTERVIEW-NOT-HELD');
  expect(types(make('yes'))).not.toContain('INTERVIEW-NOT-HELD');
});

test('SR11: fear stated and no referral recorded: by the day of the rule it is a task, with a referral it is not', () => {
  const b = build();
  const client = b.person({ given: ['A'] });
  const event = b.fact('fearEvents', [client], { ...complete(b), referred: answered('no') });
  expect(findForFearEvent(b.done(), event).map((finding) => finding.type)).toContain('NO-REFERRAL');
  const c = build(2);
  const referred = c.fact('fearEvents', [c.person({ given: ['A'] })], { ...complete(c), referred: answered('yes') });
  expect(findForFearEvent(c.done(), referred).map((finding) => finding.type)).not.toContain('NO-REFERRAL');
});

test('SR15: who was never told of the right: the count is the rows that say "no", and each has its paragraph', () => {
  const b = build();
  const told = ['no', 'no', 'yes'] as const;
  const people = told.map((_, index) => b.person({ given: [`P${index}`] }));
  told.forEach((answer, index) => {
    b.fact('fearEvents', [people[index]!], { ...complete(b), toldOfRight: answered(answer) });
  });
  expect(countMeasure([b.done()], fearMeasures.notToldOfRight)).toMatchObject({ events: 2, people: 2, denominator: 3 });
  const sentences = people.map((person) =>
    buildDeclaration(b.done(), null, { declarantId: person.id, facts: null, today: '2019-10-01' })
      .map(({ sides }) => JSON.stringify(sides.en))
      .some((text) => text.includes('Nobody told me that I could say')),
  );
  expect(sentences).toEqual([true, true, false]);
});

test('SR16: reasons for silence keep their order, and count one person once for each reason', () => {
  const b = build();
  const [one, two] = [b.person({ given: ['A'] }), b.person({ given: ['B'] })];
  const silent = (person: typeof one, silenceReasons: ('uniforms' | 'childrenPresent')[]) =>
    b.fact('fearEvents', [person], {
      ...complete(b),
      statedFear: answered('no'),
      silenceReasons: answered(silenceReasons),
    });
  const first = silent(one, ['childrenPresent', 'uniforms']);
  silent(one, ['uniforms']);
  silent(two, ['uniforms']);
  expect(first.silenceReasons).toEqual(answered(['childrenPresent', 'uniforms']));
  expect(peoplePerSilenceReason([b.done()])).toEqual({ childrenPresent: 1, uniforms: 2 });
});

test('SR17: minutes of warning are computed; missing or contradicting hours are unknown, never zero', () => {
  const b = build();
  const client = b.person({ given: ['A'] });
  const warned = (told: string | null, returned: string | null) =>
    warningMinutes(
      b.fact('fearEvents', [client], {
        ...(told ? { toldOfReturnTime: answered(told) } : {}),
        ...(returned ? { returnedTime: answered(returned) } : {}),
      }),
    );
  expect([warned('06:00', '06:10'), warned('06:10', '06:00'), warned(null, '06:10'), warned('06:00', null)]).toEqual([
    10,
    null,
    null,
    null,
  ]);
});

test('SR20: a refused lawyer stands in the chronology and in the count of its place', () => {
  const b = build();
  const client = b.person({ given: ['A'] });
  const refused = {
    ...complete(b),
    counselAsked: answered('yes' as const),
    counselAllowed: answered('refused' as const),
  };
  const event = b.fact('fearEvents', [client], refused);
  b.fact('fearEvents', [client], { ...complete(b, 'SYS'), counselAllowed: answered('present') });
  b.fact('irregularities', [client], { type: 'COUNSEL-DENIED', decision: 'accepted', fearEventId: event.id });
  expect(countByPlace([b.done()], fearMeasures.counselRefused)).toEqual({ ELP: { events: 1, people: 1 } });
  const lines = timelineOf(b.done(), { personId: client.id, language: 'en', kinds: ['fear'] });
  expect(lines.filter((line) => line.irregularities.includes('COUNSEL-DENIED')).map((line) => line.fact.id)).toEqual([
    event.id,
  ]);
});

test('SR30: a return inside the pregnancy counts at its place, one after the due date does not', () => {
  const b = build();
  const client = b.person({ given: ['A'], more: { pregnant: answered('yes'), dueDate: on('2019-12-01') } });
  const back = (date: string, port: string) =>
    b.fact('encounters', [client], { kind: 'returnToMexico', date: on(date), port: at(port) });
  back('2019-10-01', 'LAR');
  back('2020-02-01', 'BRO');
  expect(pregnantReturnsByPlace([b.done()])).toEqual({ LAR: { events: 1, people: 1 } });
});

describe('SR37: who spoke in confidence', () => {
  const secret = 'Officer Zebulon Quill';
  const make = () => {
    const b = build();
    const client = b.person({ given: ['A'] });
    const source = (kind: 'observer' | 'toldByOther' | 'clientWords', note: string) => ({
      source: { kind, paperId: null, note, reliability: 'unrated' as const },
    });
    b.fact('fearEvents', [client], {
      ...complete(b),
      ...source('observer', secret),
      account: said('It was said', 'en'),
    });
    b.fact('irregularities', [client], { type: 'USCIS-PRESSURE', decision: 'added', ...source('toldByOther', secret) });
    b.fact('stays', [client], { kind: 'shelter', ...source('clientWords', 'told on the telephone') });
    return { file: b.done(), client };
  };

  test('is in no exported case; notes on the client’s own telling stay', () => {
    const { file } = make();
    const json = JSON.stringify(makeCaseExport(file, null, '2019-10-01T00:00:00Z'));
    expect(JSON.stringify(file)).toContain(secret);
    expect(json).not.toContain(secret);
    expect(json).toContain('told on the telephone');
  });

  test('is in no declaration', () => {
    const { file, client } = make();
    const built = buildDeclaration(file, null, { declarantId: client.id, facts: null, today: '2019-10-01' });
    expect(built.length).toBeGreaterThan(0);
    expect(JSON.stringify(built)).not.toContain(secret);
  });
});
