import { expect, test } from 'vitest';
import type { DraftSummary, DueRow, Today } from '#renderer/store/contract.ts';
import { dueLines, whoOf } from './due-lines.ts';

const who = { caseId: 'c', personId: 'p', name: 'María Ixcoy', initials: 'M. I.' };
const filing = (hearingId: string, due: string): DueRow => ({
  kind: 'filing',
  ...who,
  due,
  hearingId,
  hearingDate: '2026-12-27',
  hearingKind: 'individual',
  people: 1,
  docketKnown: true,
  readings: [],
});
const draft = (draftId: string, state: string, signed: boolean): DraftSummary => ({
  ...who,
  draftId,
  templateId: 'declaration',
  title: '',
  state,
  version: 1,
  gaps: 0,
  changedAt: '2026-11-01T00:00:00Z',
  signed,
});
const unreached = (personId: string, hearingDate: string) => ({ ...who, personId, days: 20, hearingDate });
const empty: Today = {
  hearings: [],
  due: [],
  notReached: [],
  drafts: [],
  needsLook: [],
  counts: { clients: 1, cases: 1, drafts: 0 },
};
const done = { recovery: 'done', vaultKind: 'real' } as const;
const keys = (today: Partial<Today>, session: Parameters<typeof dueLines>[2] = done): string[] =>
  dueLines({ ...empty, ...today }, '2026-11-24', session).map((line) => line.key);

test('nothing is due in an empty office', () => {
  expect(keys({})).toEqual([]);
});

test('the recovery sheet of a real vault waits on top until it is made; a sample vault has none', () => {
  expect(keys({}, { recovery: 'reminder', vaultKind: 'real' })).toEqual(['sheet']);
  expect(keys({}, { recovery: 'reminder', vaultKind: 'sample' })).toEqual([]);
});

test('the nearest day comes first, what waits for a scan after the days ahead, what has passed last', () => {
  const due: DueRow[] = [
    filing('h1', '2026-11-02'),
    filing('h2', '2026-12-04'),
    { kind: 'referral', ...who, due: '2026-11-20', factId: 'f1' },
    filing('h3', '2026-11-24'),
  ];
  const drafts = [
    draft('d1', 'printed', false),
    draft('d2', 'printed', true),
    draft('d3', 'draft', false),
    draft('d4', 'signed', false),
  ];
  expect(keys({ due, drafts })).toEqual(['filing h3', 'filing h2', 'scan d1', 'scan d4', 'referral f1', 'filing h1']);
});

test('a printed letter, reminder or script waits for no scan: nobody signs it', () => {
  const carried = ['hearing-letter', 'reminder-300', 'phone-script'].map((templateId, at) => ({
    ...draft(`d${at}`, 'printed', false),
    templateId,
  }));
  expect(keys({ drafts: [...carried, draft('d9', 'printed', false)] })).toEqual(['scan d9']);
});

test('SR21: somebody not reached is due once the hearing is fourteen days away, not earlier', () => {
  const notReached = [unreached('p1', '2026-12-08'), unreached('p2', '2026-12-09'), unreached('p3', '2026-12')];
  expect(keys({ notReached })).toEqual(['reach p1']);
});

test('every line but the sheet says whom it is about', () => {
  const lines = dueLines({ ...empty, due: [filing('h1', '2026-12-04')] }, '2026-11-24', {
    recovery: 'due',
    vaultKind: 'real',
  });
  expect(lines.map((line) => whoOf(line)?.initials ?? null)).toEqual([null, 'M. I.']);
});
