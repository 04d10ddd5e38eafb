import { expect, test } from 'vitest';
import { at, CaseBuilder, countingIds, on } from '#shared/domain/case-builder.ts';
import es from '#resources/locales/es.json' with { type: 'json' };
import type { Key, Vars } from '#renderer/i18n/i18n.ts';
import { namedPeople } from '#renderer/record/names.ts';
import { placeWords } from './head-words.ts';

function t(key: Key, vars: Vars = {}): string {
  const text = key.split('.').reduce<unknown>((here, part) => Reflect.get(here as object, part), es);
  return String(text).replace(/\{\{(\w+)\}\}/g, (_blank, name: string) => String(vars[name] ?? ''));
}

const recorded = { by: 'x', at: '2019-09-01T10:00:00Z', device: '0'.repeat(32), capacity: 'underCounsel' as const };

test.each([
  ['Albergue La Estrella', 'Albergue La Estrella, Ciudad Juárez, Chihuahua, desde 3 oct 2019'],
  ['La Estrella', 'La Estrella, Ciudad Juárez, Chihuahua, albergue desde 3 oct 2019'],
])('the kind of the place to stay is said once: %s', (typed, expected) => {
  const b = new CaseBuilder(countingIds(1), recorded, 'TEST');
  const mother = b.person({ given: ['Elvira'], more: { placeNow: at('MX-JUZ', typed) } });
  b.fact('stays', [mother], { kind: 'shelter', from: on('2019-10-03') });
  const file = b.done();
  const people = namedPeople(file, t);
  const now = { today: '2019-11-01', instant: '2019-11-01T10:00:00Z' };
  expect(placeWords({ file, people, person: people[0], now, language: 'es', t })).toBe(expected);
});
