import { describe, expect, test } from 'vitest';
import { hearingClocks, clientZone, nextHearing } from '#shared/deadlines/hearing-clock.ts';
import { missingItems } from '#shared/rules/completeness.ts';
import { differencesIn } from '#shared/rules/consistency.ts';
import { fearOutcomeOf } from '#shared/rules/fear-outcome.ts';
import { flagsOf } from '#shared/rules/flags.ts';
import { timelineOf } from '#shared/rules/timeline.ts';
import { findAll } from '#shared/rules/triggers.ts';
import { valueOf } from './base.ts';
import { type CaseFile, type FactCollection, factCollections } from './case-file.ts';
import { displayName, formatName, formatPartialDate } from './format.ts';
import { exceptionProblems, peopleInOrder } from './people.ts';
import { sampleCases } from './samples.ts';

const today = '2026-11-24';
const files = sampleCases(today);
const byNumber = (number: string): CaseFile => {
  const found = files.find((file) => file.officeNumber === number);
  if (!found) throw new Error(number);
  return found;
};

test('twelve invented people in seven cases, marked as samples, with A-numbers that are plainly not real', () => {
  expect(files.map((file) => [file.officeNumber, peopleInOrder(file).length])).toEqual([
    ['SAMPLE-01', 4],
    ['SAMPLE-02', 1],
    ['SAMPLE-03', 2],
    ['SAMPLE-04', 1],
    ['SAMPLE-05', 2],
    ['SAMPLE-06', 1],
    ['SAMPLE-07', 1],
  ]);
  const digits = files.flatMap((file) => peopleInOrder(file).flatMap((person) => Object.values(person.aNumbers)));
  for (const number of digits) expect(number.digits).toMatch(/^0000004\d\d$/);
});

test('every link leads to something of the same case, and exceptions fit the fact', () => {
  for (const file of files) {
    const ids = new Set<string>();
    for (const collection of Object.keys(factCollections) as FactCollection[])
      for (const fact of Object.values(file[collection])) {
        ids.add(fact.id);
        expect(exceptionProblems(collection, fact)).toEqual([]);
        for (const personId of fact.about) expect(file.people[personId]).toBeDefined();
      }
    for (const paper of Object.values(file.papers)) if (paper.hearingId) expect(ids.has(paper.hearingId)).toBe(true);
    for (const one of Object.values(file.irregularities))
      if (one.fearEventId) expect(ids.has(one.fearEventId)).toBe(true);
  }
});

describe('the family of four', () => {
  const file = byNumber('SAMPLE-01');
  const [maria, , ana] = peopleInOrder(file);

  test('names, flags and what may not belong', () => {
    expect(peopleInOrder(file).map((person) => formatName(person))).toEqual([
      'María José Ixcoy Tzoc',
      'Diego Ixcoy',
      'Ana Ixcoy',
      'Rosa Ixcoy Tzoc',
    ]);
    const codes = flagsOf(file, { today: '2019-11-24', instant: '2019-11-24T15:00:00Z' }, 'en', maria?.id ?? null).map(
      (flag) => flag.code,
    );
    expect(codes).toEqual(expect.arrayContaining(['mayNotBelong', 'noticesDiffer', 'reportEarly', 'unreached']));
    expect(
      findAll(file)
        .filter((one) => one.type === 'MEXICAN-RELATIVE')
        .map((one) => one.people[0]),
    ).toContain(maria?.id);
  });

  test('the fear event is complete: pre-screened, never referred, three of eight questions not understood', () => {
    const [event] = Object.values(file.fearEvents);
    if (!event) throw new Error('a fear event');
    expect(missingItems('fearEvents', event)).toEqual([]);
    expect(fearOutcomeOf(file, event, maria?.id ?? null)).toBe('preempted');
    const whys = findAll(file).flatMap((one) => one.whys);
    expect(whys).toContainEqual({ key: 'why.questionsNotUnderstood', vars: { count: 3, of: 8 } });
    expect(
      Object.values(file.irregularities)
        .map((one) => one.type)
        .sort(),
    ).toEqual(['INTERPRETATION', 'PRESCREEN-PREEMPT']);
  });

  test('the words, their translations and the record do not contradict each other but for the two notices', () => {
    expect(differencesIn(file, 'en').map((one) => one.kind)).toEqual(['noticeDate']);
  });

  test('the infant has no lane before her birth and stands in the family line', () => {
    const lane = timelineOf(file, { personId: ana?.id ?? null, language: 'en' });
    expect(lane.every((entry) => entry.sortKey >= '2019-08-12')).toBe(true);
  });
});

test('published facts of 27 I&N Dec. 762: served 3 April 2019, hearing 15 May 2019 12:30, report 9:00 at San Ysidro', () => {
  const file = byNumber('SAMPLE-02');
  const [hearing] = Object.values(file.hearings);
  if (!hearing) throw new Error('a hearing');
  const clocks = hearingClocks(hearing, clientZone(file, hearing.about[0] ?? null, hearing));
  expect(clocks.hearing?.here).toEqual({ date: '2019-05-15', time: '12:30', zone: 'America/Los_Angeles' });
  expect(clocks.report?.there).toEqual({ date: '2019-05-15', time: '09:00', zone: 'America/Tijuana' });
  expect(Object.values(file.papers).map((paper) => [valueOf(paper.servedOn)?.value, valueOf(paper.languages)])).toEqual(
    [
      ['2019-04-03', ['en']],
      ['2019-04-03', ['en', 'es']],
    ],
  );
});

test('the article’s chain: fear stated, pre-screened, never referred, returned the same night, shelter lost', () => {
  const file = byNumber('SAMPLE-03');
  const types = Object.values(file.irregularities).map((one) => one.type);
  expect(types).toEqual(expect.arrayContaining(['PRESCREEN-PREEMPT', 'LOST-SHELTER']));
  const [mother, daughter] = peopleInOrder(file);
  expect(mother && formatName(mother)).toBe('Yesenia del Carmen de la Cruz Ñamendi');
  const lane = (id: string | undefined) =>
    timelineOf(file, { personId: id ?? null, language: 'en' }).map((one) => one.title.key);
  expect(lane(mother?.id)).toContain('timeline.harm.sexualViolence');
  expect(lane(daughter?.id)).not.toContain('timeline.harm.sexualViolence');
});

test('the long story has 3,000 letters in Spanish and an English translation; "about March 2019" stays about', () => {
  const harms = Object.values(byNumber('SAMPLE-06').harms);
  const lengths = harms.map((harm) => valueOf(harm.narrative)?.text.length);
  expect(lengths).toContain(3000);
  const about = harms.map((harm) => valueOf(harm.date)).find((date) => date?.precision === 'about');
  expect(about && formatPartialDate(about, 'es')).toBe('alrededor de marzo de 2019');
});

describe('the moving cases', () => {
  test('always have a hearing ahead, on the same weekday', () => {
    for (const day of ['2026-11-24', '2026-11-25', '2027-03-03', '2024-02-29']) {
      for (const number of ['SAMPLE-04', 'SAMPLE-05']) {
        const file = sampleCases(day).find((one) => one.officeNumber === number);
        const hearing = file ? nextHearing(file, null, day) : null;
        expect(hearing, `${number} ${day}`).not.toBeNull();
        const date = hearing ? valueOf(hearing.date)?.value : undefined;
        const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
        expect(weekday).toBe(number === 'SAMPLE-04' ? 3 : 4);
      }
    }
  });

  test('birth dates and the cases of 2019 stay where they are', () => {
    const later = sampleCases('2027-03-03');
    expect(later[0]).toEqual(files[0]);
    const born = (list: CaseFile[]) =>
      list.flatMap((file) => peopleInOrder(file).map((person) => valueOf(person.birth.date)?.value));
    expect(born(later)).toEqual(born(files));
  });

  test('a person known only by a description, and one without an A-number', () => {
    const [unnamed] = peopleInOrder(byNumber('SAMPLE-07'));
    expect(unnamed && displayName(unnamed)).toBe('woman, about 20, two children (example)');
    expect(peopleInOrder(byNumber('SAMPLE-04'))[0]?.aNumberState).toBe('none');
  });

  test('Nogales client heard in El Paso: both clocks', () => {
    const file = byNumber('SAMPLE-05');
    const [hearing] = Object.values(file.hearings);
    if (!hearing) throw new Error('a hearing');
    expect(clientZone(file, hearing.about[0] ?? null, hearing)).toBe('America/Hermosillo');
  });
});
