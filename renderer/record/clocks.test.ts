import { describe, expect, it } from 'vitest';
import { onOtherClock, suggestedReport } from './clocks.ts';

describe('onOtherClock', () => {
  it('shows the same hour in Ciudad Juárez and El Paso in November 2026', () => {
    expect(onOtherClock({ date: '2026-11-26', time: '08:30' }, 'America/Denver', 'America/Ciudad_Juarez')).toEqual({
      date: '2026-11-26',
      time: '08:30',
    });
  });
  it('is an hour apart between Nogales, Sonora and El Paso in summer', () => {
    expect(onOtherClock({ date: '2019-07-10', time: '08:30' }, 'America/Denver', 'America/Hermosillo')).toEqual({
      date: '2019-07-10',
      time: '07:30',
    });
  });
  it('changes the day over midnight', () => {
    expect(onOtherClock({ date: '2019-07-10', time: '00:30' }, 'America/Denver', 'America/Los_Angeles')).toEqual({
      date: '2019-07-09',
      time: '23:30',
    });
  });
});

describe('suggestedReport', () => {
  it('is the given hours before, on the clock of the port', () => {
    expect(suggestedReport({ date: '2019-05-15', time: '12:30' }, 'America/Los_Angeles', 'America/Tijuana', 4)).toEqual(
      {
        date: '2019-05-15',
        time: '08:30',
      },
    );
  });
});
