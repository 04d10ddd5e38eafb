import { describe, expect, test } from 'vitest';
import { addDays } from '#shared/domain/calendar.ts';
import { nearestCourtDay } from './court-days.ts';
import { filingReadings } from './filing.ts';

const isOpen = (day: string): boolean => nearestCourtDay(day, 1) === day;
const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

describe('days on which the courts are closed', () => {
  test('eleven holidays of 2026, kept on the Friday before where they fall on a Saturday', () => {
    const days = Array.from({ length: 365 }, (_, index) => addDays('2026-01-01', index));
    expect(days.filter((day) => !isWeekend(day) && !isOpen(day))).toEqual([
      '2026-01-01',
      '2026-01-19',
      '2026-02-16',
      '2026-05-25',
      '2026-06-19',
      '2026-07-03',
      '2026-09-07',
      '2026-10-12',
      '2026-11-11',
      '2026-11-26',
      '2026-12-25',
    ]);
  });

  test.each(['2026-07-03', '2027-06-18', '2027-07-05', '2027-12-24', '2027-12-31', '2028-11-10'])(
    '%s is a holiday as kept',
    (day) => {
      expect(isOpen(day)).toBe(false);
    },
  );

  test('19 June was no holiday before 2021', () => {
    expect([isOpen('2019-06-19'), isOpen('2023-06-19')]).toEqual([true, false]);
  });

  test('the nearest open day on either side of a long weekend', () => {
    expect([nearestCourtDay('2026-07-04', 1), nearestCourtDay('2026-07-04', -1)]).toEqual(['2026-07-06', '2026-07-02']);
  });
});

describe('filing before a hearing', () => {
  test('before an individual hearing both readings stand, the earlier first', () => {
    expect(filingReadings('2026-12-28', 'individual', '')).toEqual([
      { ruleId: 'IND30', days: 30, due: '2026-11-30', safe: '2026-11-27' },
      { ruleId: 'IND15', days: 15, due: '2026-12-14', safe: '2026-12-11' },
    ]);
  });

  test('before a master hearing there is one; a day on which the court is open does not move', () => {
    expect(filingReadings('2026-12-16', 'master', '')).toEqual([
      { ruleId: 'MAS15', days: 15, due: '2026-12-01', safe: '2026-12-01' },
    ]);
  });

  test('for the detained docket the court sets the day', () => {
    expect(filingReadings('2026-12-16', 'master', 'detained')).toEqual([]);
    expect(filingReadings('2026-12-16', 'master', 'nonDetained').map(({ due }) => due)).toEqual(['2026-12-01']);
  });

  test('where no rule is known no day is made up', () => {
    expect([filingReadings('2026-12-16', 'bond', ''), filingReadings('2026-12-16', '', '')]).toEqual([[], []]);
  });
});
