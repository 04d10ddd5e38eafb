import { describe, expect, test } from 'vitest';
import { answered } from '#shared/domain/base.ts';
import { emptyCase } from '#shared/domain/case-file.ts';
import { type Hearing, hearing } from '#shared/domain/hearing.ts';
import { placesOfKind } from '#shared/reference/places.ts';
import { bothClocks, dateInZone, instantOf, zoneResolves } from './clock.ts';
import {
  clientZone,
  hearingClocks,
  isEarlyReport,
  nextHearing,
  suggestReportTime,
  wholeDaysSince,
} from './hearing-clock.ts';

const id = (n: number) => n.toString(16).padStart(32, '0');
const recorded = { by: 'x', at: '2026-11-24T10:00:00Z', device: id(9), capacity: 'underCounsel' as const };

function aHearing(more: Partial<Record<keyof Hearing, unknown>>): Hearing {
  return hearing.parse({ id: id(1), about: [id(2)], recorded, ...more });
}
const day = (value: string) => answered({ value, precision: 'day' });
const at = (code: string) => answered({ code });

test('every zone of the reference resolves here, also America/Ciudad_Juarez', () => {
  for (const place of placesOfKind(['port', 'city', 'court', 'hearingFacility', 'station']))
    expect(zoneResolves(place.zone), place.code).toBe(true);
  expect(zoneResolves('America/Nowhere')).toBe(false);
});

describe('both sides of the border (domain facts §2.4)', () => {
  const gap = (date: string, zone: string, other: string) =>
    bothClocks({ date, time: '08:30', zone }, other).minutesAhead;

  test('El Paso and Ciudad Juárez: same clock, except 6-30 November 2022', () => {
    expect(gap('2019-08-14', 'America/Denver', 'America/Ciudad_Juarez')).toBe(0);
    expect(gap('2022-11-05', 'America/Denver', 'America/Ciudad_Juarez')).toBe(0);
    expect(gap('2022-11-07', 'America/Denver', 'America/Ciudad_Juarez')).toBe(60);
    expect(gap('2022-11-29', 'America/Denver', 'America/Ciudad_Juarez')).toBe(60);
    expect(gap('2022-12-01', 'America/Denver', 'America/Ciudad_Juarez')).toBe(0);
  });

  test('Nogales, Sonora with an El Paso hearing: one hour behind from March to November', () => {
    expect(gap('2020-01-15', 'America/Denver', 'America/Hermosillo')).toBe(0);
    expect(gap('2020-03-09', 'America/Denver', 'America/Hermosillo')).toBe(-60);
    expect(gap('2020-10-31', 'America/Denver', 'America/Hermosillo')).toBe(-60);
    expect(gap('2020-11-02', 'America/Denver', 'America/Hermosillo')).toBe(0);
  });

  test('Monterrey is not Matamoros: behind in spring and autumn 2019 and in US summer time since 2023', () => {
    expect(gap('2019-03-15', 'America/Matamoros', 'America/Monterrey')).toBe(-60);
    expect(gap('2019-05-15', 'America/Matamoros', 'America/Monterrey')).toBe(0);
    expect(gap('2019-10-30', 'America/Matamoros', 'America/Monterrey')).toBe(-60);
    expect(gap('2023-07-01', 'America/Matamoros', 'America/Monterrey')).toBe(-60);
    expect(gap('2023-12-01', 'America/Matamoros', 'America/Monterrey')).toBe(0);
  });

  test('Tijuana, Nogales, Matamoros share the clock of their port all year', () => {
    for (const date of ['2019-01-15', '2019-04-01', '2019-10-29', '2022-11-15', '2026-07-01']) {
      expect(gap(date, 'America/Los_Angeles', 'America/Tijuana')).toBe(0);
      expect(gap(date, 'America/Phoenix', 'America/Hermosillo')).toBe(0);
      expect(gap(date, 'America/Chicago', 'America/Matamoros')).toBe(0);
    }
  });

  test('the date differs when the other side has passed midnight', () => {
    const late = bothClocks({ date: '2022-11-15', time: '23:30', zone: 'America/Denver' }, 'America/Ciudad_Juarez');
    expect(late.there).toEqual({ date: '2022-11-16', time: '00:30', zone: 'America/Ciudad_Juarez' });
    expect(late.dayDifference).toBe(1);
    expect(instantOf(late.here)).toBe('2022-11-16T06:30:00Z');
    expect(dateInZone('2022-11-16T06:30:00Z', 'America/Denver')).toBe('2022-11-15');
  });
});

test('a client in Nogales heard in El Paso: both clocks for report and hearing', () => {
  const one = aHearing({
    date: day('2020-06-17'),
    time: answered('08:30'),
    hearingPlace: at('ENP'),
    portToReport: at('ELP'),
    reportTime: answered('04:30'),
  });
  const clocks = hearingClocks(one, 'America/Hermosillo');
  expect(clocks.hearing?.here).toEqual({ date: '2020-06-17', time: '08:30', zone: 'America/Denver' });
  expect(clocks.hearing?.there).toEqual({ date: '2020-06-17', time: '07:30', zone: 'America/Hermosillo' });
  expect(clocks.report?.there.time).toBe('03:30');
  expect(clocks.early).toBe(true);
  expect(clocks.reportAfterHearing).toBe(false);
});

test('27 I&N Dec. 762: hearing 12:30 p.m., sheet says 9:00 a.m.; the suggestion is 8:30, the sheet stands', () => {
  const one = aHearing({
    date: day('2019-05-15'),
    time: answered('12:30'),
    hearingPlace: at('IC-SND'),
    portToReport: at('SYS'),
    reportTime: answered('09:00'),
  });
  expect(suggestReportTime(one)).toEqual({ date: '2019-05-15', time: '08:30', zone: 'America/Los_Angeles' });
  const clocks = hearingClocks(one, 'America/Tijuana');
  expect(clocks.report?.there.time).toBe('09:00');
  expect(clocks.early).toBe(false);
});

test('nothing is computed from what is not known', () => {
  const month = aHearing({
    date: answered({ value: '2019-05', precision: 'month' }),
    time: answered('12:30'),
    hearingPlace: at('ENP'),
  });
  expect(hearingClocks(month, null)).toEqual({ hearing: null, report: null, reportAfterHearing: false, early: false });
  expect(suggestReportTime(month)).toBeNull();
  expect(suggestReportTime(aHearing({ date: day('2019-05-15'), time: answered('08:30') }))).toBeNull();
});

test('report time after the hearing is seen; early is before 6 a.m.', () => {
  const wrong = aHearing({
    date: day('2019-05-15'),
    time: answered('08:30'),
    zone: 'America/Denver',
    reportTime: answered('09:00'),
    reportZone: 'America/Denver',
  });
  expect(hearingClocks(wrong, null).reportAfterHearing).toBe(true);
  expect(isEarlyReport('05:59')).toBe(true);
  expect(isEarlyReport('06:00')).toBe(false);
});

test('the next hearing is the first that is not reset and not past', () => {
  const file = emptyCase(id(7), '2026-11-24T10:00:00Z');
  const make = (n: number, date: string, more: object = {}) =>
    aHearing({ id: id(n), about: [id(2)], date: day(date), ...more });
  file.hearings = {
    [id(11)]: make(11, '2019-05-15'),
    [id(12)]: make(12, '2019-06-15', { resetTo: id(13) }),
    [id(13)]: make(13, '2019-07-15'),
  };
  expect(nextHearing(file, id(2), '2019-06-01')?.id).toBe(id(13));
  expect(nextHearing(file, id(2), '2019-05-15')?.id).toBe(id(11));
  expect(nextHearing(file, id(2), '2019-08-01')).toBeNull();
  expect(clientZone(file, null, make(14, '2019-08-01', { portToReport: at('NOG') }))).toBe('America/Hermosillo');
});

test('whole days since the last contact', () => {
  expect(wholeDaysSince('2019-05-01T23:00:00Z', '2019-05-15T22:59:59Z')).toBe(13);
  expect(wholeDaysSince('2019-05-01T23:00:00Z', '2019-05-15T23:00:00Z')).toBe(14);
});
