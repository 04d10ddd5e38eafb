import { expect, test } from 'vitest';
import { answered } from '#shared/domain/base.ts';
import { at, CaseBuilder, countingIds, on } from '#shared/domain/case-builder.ts';
import en from '#resources/locales/en.json' with { type: 'json' };
import type { Key, Vars } from '#renderer/i18n/i18n.ts';
import { namedPeople } from '#renderer/record/names.ts';
import { programmeDetail, representationDetail, standingName } from './standing-words.ts';

function t(key: Key, vars: Vars = {}): string {
  const text = key.split('.').reduce<unknown>((here, part) => Reflect.get(here as object, part), en);
  return String(text).replace(/\{\{(\w+)\}\}/g, (_blank, name: string) => String(vars[name] ?? ''));
}

const recorded = { by: 'x', at: '2019-09-01T10:00:00Z', device: '0'.repeat(32), capacity: 'underCounsel' as const };

test('a status says from when until when, by which version, and where to', () => {
  const b = new CaseBuilder(countingIds(1), recorded, 'TEST');
  const mother = b.person({ given: ['Elvira'] });
  const child = b.person({ given: ['Mateo'] });
  const status = b.fact('programme', [mother, child], {
    status: 'in',
    version: answered('MPP1' as const),
    from: on('2019-08-14'),
    until: on('2019-11'),
    cityOfReturn: at(null, 'Ciudad Juárez', 'MX'),
  });
  const stage = b.fact('representation', [child], {
    status: 'limited',
    from: { value: '2019-09-03', precision: 'day' },
    scope: 'fear interview only',
  });
  const words = { people: namedPeople(b.done(), t), language: 'en' as const, t };
  expect(standingName(t, { kind: 'programme', status: status.status })).toBe('In MPP');
  expect(programmeDetail(words, status)).toBe('from 14 Aug 2019 until Nov 2019 · version 1 · Ciudad Juárez');
  expect(standingName(t, { kind: 'representation', status: stage.status })).toBe('Limited');
  expect(representationDetail(words, stage)).toBe('from 3 Sep 2019 · fear interview only · about Mateo');
});
