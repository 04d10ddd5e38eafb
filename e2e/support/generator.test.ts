import { describe, expect, test } from 'vitest';
import { valueOf } from '#shared/domain/base.ts';
import { type CaseFile, caseFile } from '#shared/domain/case-file.ts';
import { displayName } from '#shared/domain/format.ts';
import { isMinorOn } from '#shared/domain/people.ts';
import { countMeasure, fearMeasures, peopleIn } from '#shared/rules/counts.ts';
import { generateCases, lastClient } from './generator.ts';
import { mulberry32 } from './random.ts';
import { childShare, completedShare, languages, months, ports, representedShare, type Weighted } from './shares.ts';

const cases = [...generateCases({ people: 3000, seed: 7 })];
const people = cases.flatMap((file) => Object.values(file.people));

/** Share of each value in the published rows. */
function published<T>(rows: readonly Weighted<T>[], value: T): number {
  const total = rows.reduce((sum, row) => sum + row.weight, 0);
  return (rows.find((row) => row.value === value)?.weight ?? 0) / total;
}
const shareOfCases = (holds: (file: CaseFile) => boolean) => cases.filter(holds).length / cases.length;

test('mulberry32 gives its known numbers', () => {
  const next = mulberry32(1);
  expect([next(), next(), next()].map((number) => number.toFixed(6))).toEqual(['0.627074', '0.002736', '0.527447']);
});

test('as many people as asked for, each with an A-number of their own', () => {
  expect(peopleIn(cases)).toBe(3000);
  const numbers = people.flatMap((person) => Object.values(person.aNumbers).map((number) => number.digits));
  expect(new Set(numbers).size).toBe(3000);
  expect(new Set(cases.map((file) => file.officeNumber)).size).toBe(cases.length);
});

test('the last of all is the last in every list by name', () => {
  const names = cases.flatMap((file) => Object.values(file.people).map((person) => displayName(person)));
  const last = `${lastClient.given} ${lastClient.surname}`;
  expect(names.filter((name) => name === last)).toHaveLength(1);
  expect(names.at(-1)).toBe(last);
  expect([...names].sort((a, b) => a.localeCompare(b)).at(-1)).toBe(last);
});

test('every case fits the schema', () => {
  for (const file of cases.slice(0, 200)) expect(caseFile.parse(file)).toEqual(file);
});

test('the same seed makes the same files, another seed others', () => {
  const again = [...generateCases({ people: 40, seed: 7 })];
  expect(again).toEqual([...generateCases({ people: 40, seed: 7 })]);
  expect(again).not.toEqual([...generateCases({ people: 40, seed: 8 })]);
});

describe('shares of the published figures', () => {
  const portOf = (file: CaseFile) => Object.values(file.programme).map((one) => valueOf(one.portOfReturn)?.code)[0];
  const monthOf = (file: CaseFile) =>
    Object.values(file.programme).map((one) => valueOf(one.from)?.value.slice(0, 7))[0];

  test('ports and months, within three points', () => {
    for (const { value } of ports)
      expect(Math.abs(shareOfCases((file) => portOf(file) === value) - published(ports, value))).toBeLessThan(0.03);
    for (const { value } of months)
      expect(Math.abs(shareOfCases((file) => monthOf(file) === value) - published(months, value))).toBeLessThan(0.03);
  });

  test('Spanish 97 percent, the indigenous languages among Guatemalans only', () => {
    const spoken = people.map((person) => Object.values(person.languages).find((skill) => skill.best)?.tag);
    const spanish = spoken.filter((tag) => tag === 'es').length / spoken.length;
    expect(Math.abs(spanish - published(languages, 'es'))).toBeLessThan(0.015);
    const mam = people.filter((person) => Object.values(person.languages).some((skill) => skill.tag === 'mam'));
    for (const person of mam) expect(Object.values(person.nationalities).map((one) => one.country)).toEqual(['GT']);
  });

  test('a third are children', () => {
    const minors = cases.flatMap((file) => {
      const day = Object.values(file.programme).map((one) => valueOf(one.from)?.value)[0] ?? '';
      return Object.values(file.people).filter((person) => isMinorOn(person, day) === true);
    });
    expect(Math.abs(minors.length / people.length - childShare)).toBeLessThan(0.04);
  });

  test('completed, in absentia, represented', () => {
    const hearings = cases.flatMap((file) => Object.values(file.hearings));
    const ended = hearings.filter((hearing) => hearing.outcome.status === 'answered');
    expect(Math.abs(ended.length / hearings.length - completedShare)).toBeLessThan(0.04);
    const absent = ended.filter((hearing) => valueOf(hearing.outcome) === 'inAbsentia').length / ended.length;
    expect(Math.abs(absent - 27_800 / 41_888)).toBeLessThan(0.05);
    const retained = shareOfCases((file) =>
      Object.values(file.representation).some((one) => one.status === 'retained'),
    );
    expect(Math.abs(retained - representedShare)).toBeLessThan(0.03);
  });
});

test('an office’s density: 3-6 hearings, 1-3 fear events, complete enough to be counted', () => {
  const office = [...generateCases({ people: 60, seed: 3, density: 'office' })];
  for (const file of office) {
    expect(Object.keys(file.hearings).length).toBeGreaterThanOrEqual(3);
    expect(Object.keys(file.hearings).length).toBeLessThanOrEqual(6);
    expect(Object.keys(file.fearEvents).length).toBeGreaterThanOrEqual(1);
  }
  const count = countMeasure(office, fearMeasures.fearStated);
  expect(count.incomplete).toBe(0);
  expect(count.people).toBeGreaterThan(0);
});
