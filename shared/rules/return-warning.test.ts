import { describe, expect, test } from 'vitest';
import practiceData from '#resources/reference/practice-figures.json' with { type: 'json' };
import { answered } from '#shared/domain/base.ts';
import { CaseBuilder, countingIds, on } from '#shared/domain/case-builder.ts';
import type { FearEvent } from '#shared/domain/fear.ts';
import { findForFearEvent } from './triggers.ts';

const recorded = { by: 'x', at: '2019-09-01T10:00:00Z', device: '0'.repeat(32), capacity: 'underCounsel' as const };
const build = () => new CaseBuilder(countingIds(1), recorded, 'TEST');

describe('SR17: told of the return too late', () => {
  const late = (more: Partial<FearEvent>) => {
    const b = build();
    const client = b.person({ given: ['Ana'] });
    const event = b.fact('fearEvents', [client], { returned: answered('yes'), ...more });
    return findForFearEvent(b.done(), event).filter((one) => one.type === 'LATE-NOTICE');
  };
  const times = (told: string, returned: string) => ({
    toldOfReturnTime: answered(told),
    returnedTime: answered(returned),
  });

  test('the threshold is the office’s own and says so', () => {
    const entry = practiceData.entries.find((one) => one.id === 'lateNoticeMinutes');
    expect(entry).toMatchObject({ value: 60, unit: 'minutes', source: 'None: set by the office', disputed: true });
  });

  test('less than the threshold is proposed with both times as its facts; the threshold itself is not late', () => {
    const [finding] = late(times('06:00', '06:10'));
    expect(finding).toMatchObject({
      rule: 'lateNotice',
      triggers: ['toldOfReturnTime', 'returnedTime'],
      whys: [{ key: 'why.toldLate', vars: { count: 10 } }],
    });
    expect(late(times('06:10', '06:10'))[0]?.whys).toEqual([{ key: 'why.toldLate', vars: { count: 0 } }]);
    expect(late(times('05:11', '06:10'))).toHaveLength(1);
    expect(late(times('05:10', '06:10'))).toEqual([]);
  });

  test('a missing or contradicting time is unknown and proposes nothing, nor does a return that was not made', () => {
    expect(late({ returnedTime: answered('06:10') })).toEqual([]);
    expect(late({ toldOfReturnTime: answered('06:10') })).toEqual([]);
    expect(late({ toldOfReturnTime: { status: 'unknown' }, returnedTime: answered('06:10') })).toEqual([]);
    expect(late(times('06:10', '06:00'))).toEqual([]);
    expect(late({ ...times('06:00', '06:10'), returned: answered('no') })).toEqual([]);
    expect(late({ ...times('06:00', '06:10'), returned: { status: 'notAsked' } })).toEqual([]);
  });

  test('told on another day: the days count, and a day that is not exact makes the time unknown', () => {
    const night = times('23:50', '00:20');
    expect(late(night)).toEqual([]);
    const days = (told: string, returned: string) => ({ toldOfReturnOn: on(told), returnedOn: on(returned) });
    expect(late({ ...night, ...days('2019-08-14', '2019-08-15') })[0]?.whys[0]?.vars).toEqual({ count: 30 });
    expect(late({ ...times('06:00', '06:10'), ...days('2019-08-14', '2019-08-15') })).toEqual([]);
    expect(late({ ...times('06:00', '06:10'), ...days('2019-08', '2019-08-15') })).toEqual([]);
    expect(late({ ...times('06:00', '06:10'), toldOfReturnOn: { status: 'unknown' } })).toEqual([]);
    expect(late({ ...times('06:00', '06:10'), ...days('2019-08-16', '2019-08-15') })).toEqual([]);
  });
});
