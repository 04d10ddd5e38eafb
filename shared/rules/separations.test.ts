import { expect, test } from 'vitest';
import { CaseBuilder, countingIds, on } from '#shared/domain/case-builder.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import { sampleCases } from '#shared/domain/samples.ts';
import { displayName } from '#shared/domain/format.ts';
import { apartNow } from './separations.ts';
import { findForSeparation } from './triggers.ts';

const recorded = { by: 'x', at: '2019-09-01T10:00:00Z', device: '0'.repeat(32), capacity: 'underCounsel' as const };

test('SR27: only who was taken from the others is apart; nobody once they are together again', () => {
  const [family] = sampleCases('2026-11-24');
  const names = (file: CaseFile) => [...apartNow(file)].map((id) => displayName(file.people[id]!));
  expect(names(family!)).toEqual(['Rosa Ixcoy Tzoc']);
  const [separation] = Object.values(family!.separations);
  const withSeparation = (more: object): CaseFile => ({
    ...family!,
    separations: { [separation!.id]: { ...separation!, ...more } },
  });
  expect(names(withSeparation({ reunited: on('2019-12-01') }))).toEqual([]);
  expect(names(withSeparation({ deleted: { at: recorded.at, by: 'x' } }))).toEqual([]);
  expect(names(withSeparation({ whereNow: {} }))).toHaveLength(4);
});

test('SR27: one separation is one finding on every person it touches, each child once', () => {
  const [family] = sampleCases('2026-11-24');
  const [separation] = Object.values(family!.separations);
  const finding = findForSeparation(separation!);
  expect(finding.map((one) => one.type)).toEqual(['SEPARATION']);
  expect(finding[0]!.people).toEqual(separation!.people);
  const b = new CaseBuilder(countingIds(3), recorded, 'TEST');
  expect(apartNow(b.done()).size).toBe(0);
});
