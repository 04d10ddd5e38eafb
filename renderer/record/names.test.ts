import { expect, test } from 'vitest';
import { CaseBuilder, countingIds } from '#shared/domain/case-builder.ts';
import { namedPeople } from './names.ts';

test('among the family a person is called by the first given name, or by the whole of a description', () => {
  const recorded = { by: 'x', at: '2019-09-01T10:00:00Z', device: '0'.repeat(32), capacity: 'underCounsel' as const };
  const b = new CaseBuilder(countingIds(1), recorded, 'TEST');
  b.person({ given: ['María', 'José'], surnames: ['de la Cruz'] });
  b.person({ given: ['Ana Lucía'] });
  b.person({ surnames: ['de la Cruz', 'Tzoc'] });
  b.person({ more: { description: 'boy, about 6, her nephew' } });
  b.person({});
  expect(namedPeople(b.done(), () => 'Person 5').map((one) => one.short)).toEqual([
    'María',
    'Ana',
    'de la Cruz Tzoc',
    'boy, about 6, her nephew',
    'Person 5',
  ]);
});
