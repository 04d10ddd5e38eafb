import { expect, test } from 'vitest';
import { countingIds } from '#shared/domain/case-builder.ts';
import type { DocumentContext } from './context.ts';
import { courtEntry, courtName, courtOf, respondentsOf } from './court.ts';
import { startDraft } from './draft.ts';
import { ana, answeredValue as yes, diego, fact, family, fixtureId, fixtureRecorded, maria } from './test-family.ts';

function context(facts: Record<string, unknown>): DocumentContext {
  const tools = {
    file: family(facts),
    office: null,
    library: { templates: [] },
    today: '2019-10-01',
    newId: countingIds(7),
  };
  const start = { id: fixtureId(600), templateId: 'declaration', about: [maria], createdAt: '2019-10-01T00:00:00Z' };
  return { ...tools, draft: startDraft({ ...start, recorded: fixtureRecorded }, tools) };
}
const hearing = (number: number, date: string, court: string, about = [maria, diego, ana]) =>
  fact(number, { about, date: yes({ value: date, precision: 'day' }), court: yes(court) });

test('the caption names the people of the proceeding, not a relative whose case runs elsewhere', () => {
  const ids = (facts: Record<string, unknown>) => respondentsOf(context(facts)).map((person) => person.id);
  expect(ids({})).toEqual([maria, diego, ana]);
  expect(ids({ proceedings: fact(90, { about: [maria, diego] }) })).toEqual([maria, diego]);
  expect(ids({ hearings: hearing(80, '2019-05-15', 'IC-ELP', [maria]) })).toEqual([maria]);
  expect(ids({ papers: fact(85, { kind: 'noticeToAppear', about: [maria, ana] }) })).toEqual([maria, ana]);
  expect(ids({ proceedings: fact(90, { about: [diego] }) })).toEqual([maria, diego, ana]);
});

test('a past hearing still tells the court, the latest first; a coming one goes before it', () => {
  const past = { ...hearing(80, '2019-05-15', 'IC-SND'), ...hearing(81, '2019-06-15', 'IC-ELP') };
  expect(courtOf(context({ hearings: past }))).toBe('IC-ELP');
  expect(courtOf(context({ hearings: { ...past, ...hearing(82, '2019-11-15', 'IC-SNA') } }))).toBe('IC-SNA');
  expect(courtOf(context({}))).toBe('');
});

test('a typed court of the reference prints with its state', () => {
  expect(courtEntry('El Paso')?.city).toBe('El Paso, Texas');
  expect(courtEntry('IC-HLG')?.city).toBe('Harlingen, Texas');
  expect(courtEntry('Somewhere')).toBeNull();
});

test('the caption writes a name as the Notice to Appear does, and a paper of another kind changes nothing', () => {
  const mother = family({}).people[maria]!;
  const as = (writtenOn: string) => {
    const name = { id: fixtureId(77), given: ['MARIA'], surnames: ['IXCOY'], kind: 'asWritten' as const };
    const written = { ...name, writtenOn, paperId: null, surnameFirst: false };
    return courtName({ ...mother, names: { ...mother.names, [written.id]: written } }, 'caption');
  };
  expect(as('Notice to Appear')).toBe('IXCOY, MARIA');
  expect(as('passport')).toBe('IXCOY TZOC, María José');
});
