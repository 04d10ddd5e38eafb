import { describe, expect, it } from 'vitest';
import type { HearingRow } from '#renderer/store/contract.ts';
import { acrossTimes, byDay, isBeforeDawn, shortDay } from './hearing-when.ts';

const row: HearingRow = {
  caseId: 'c',
  hearingId: 'h',
  personId: 'p',
  name: '',
  initials: '',
  date: '2019-05-15',
  hearingTime: '12:30',
  hearingZone: 'America/Los_Angeles',
  hearingPlace: '',
  reportTime: '09:00',
  reportZone: 'America/Los_Angeles',
  port: 'SYS',
  languages: [],
  people: 1,
};

describe('a hearing on Today', () => {
  it('names its day short in both languages', () => {
    expect(shortDay('2026-11-26', 'en')).toBe('Thu 26 Nov');
    expect(shortDay('2026-11-26', 'es')).toBe('jue 26 nov');
  });

  it('is marked when one has to report before six', () => {
    expect(isBeforeDawn({ ...row, reportTime: '04:30' })).toBe(true);
    expect(isBeforeDawn({ ...row, reportTime: '06:00' })).toBe(false);
    expect(isBeforeDawn({ ...row, reportTime: '' })).toBe(false);
  });

  it('has the same hours in Tijuana, which changes its clocks with San Diego', () => {
    expect(acrossTimes(row, 'en')).toMatchObject({ report: '09:00', hearing: '12:30' });
    expect(acrossTimes(row, 'en')?.city).toContain('Tijuana');
  });

  it('follows the clock changes of the day: in November 2022 Juárez was an hour ahead of El Paso, in December not', () => {
    const elPaso = { ...row, port: 'ELP', hearingTime: '08:30', hearingZone: 'America/Denver', reportTime: '' };
    expect(acrossTimes({ ...elPaso, date: '2022-11-15' }, 'en')).toMatchObject({ report: '', hearing: '09:30' });
    expect(acrossTimes({ ...elPaso, date: '2022-12-15' }, 'en')).toMatchObject({ report: '', hearing: '08:30' });
  });

  it('tells nothing across when the port or the exact day is not known', () => {
    expect(acrossTimes({ ...row, port: '' }, 'en')).toBeNull();
    expect(acrossTimes({ ...row, date: '2019-05' }, 'en')).toBeNull();
  });

  it('stands under its day', () => {
    const later = { ...row, hearingId: 'k', date: '2019-05-16' };
    expect(byDay([row, later, { ...row, hearingId: 'l' }]).map(([day, list]) => [day, list.length])).toEqual([
      ['2019-05-15', 2],
      ['2019-05-16', 1],
    ]);
  });
});
