import { expect, test } from 'vitest';
import { CaseBuilder, countingIds } from '#shared/domain/case-builder.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import type { Change } from '#renderer/store/contract.ts';
import { linkPaper, tickPaper, tickPapers } from './paper-links.ts';

const recorded = { by: 'x', at: '2019-09-01T10:00:00Z', device: '0'.repeat(32), capacity: 'underCounsel' as const };

function twoHearings() {
  const b = new CaseBuilder(countingIds(1), recorded, 'TEST');
  const paper = b.fact('papers', [], { kind: 'hearingNotice' });
  const first = b.fact('hearings', [], {});
  const second = b.fact('hearings', [], {});
  return { file: b.done(), paper: paper.id, first: first.id, second: second.id };
}

/** The links after the changes: the paper's hearing, and the papers of each hearing. */
function after(file: CaseFile, changes: readonly Change[]) {
  const next = structuredClone(file);
  for (const { path, value } of changes) {
    const [collection = '', id = '', key = ''] = path;
    const facts = next[collection as 'papers' | 'hearings'] as Record<string, Record<string, unknown>>;
    (facts[id] as Record<string, unknown>)[key] = value;
  }
  return next;
}

test('ticking a paper links both sides; unticking takes both away', () => {
  const { file, paper, first } = twoHearings();
  const changes = tickPaper(file, first, paper, true);
  expect(changes).toEqual([
    { path: ['papers', paper, 'hearingId'], value: first },
    { path: ['hearings', first, 'announcedBy'], value: [paper] },
  ]);
  const ticked = after(file, changes);
  expect(tickPaper(ticked, first, paper, true)).toEqual([]);
  expect(after(ticked, tickPaper(ticked, first, paper, false))).toEqual(file);
});

test('a paper that is ticked at another hearing leaves the first', () => {
  const { file, paper, first, second } = twoHearings();
  const ticked = after(file, tickPaper(file, first, paper, true));
  const moved = after(ticked, tickPaper(ticked, second, paper, true));
  expect(moved.papers[paper]?.hearingId).toBe(second);
  expect(moved.hearings[first]?.announcedBy).toEqual([]);
  expect(moved.hearings[second]?.announcedBy).toEqual([paper]);
});

test('unticking at a hearing that the paper does not name leaves its own link alone', () => {
  const { file, paper, first, second } = twoHearings();
  const ticked = after(file, linkPaper(file, paper, first));
  const both = after(ticked, [{ path: ['hearings', second, 'announcedBy'], value: [paper] }]);
  expect(tickPaper(both, second, paper, false)).toEqual([{ path: ['hearings', second, 'announcedBy'], value: [] }]);
});

test('two papers that leave the same hearing at once are both gone from it', () => {
  const b = new CaseBuilder(countingIds(1), recorded, 'TEST');
  const papers = [b.fact('papers', [], { kind: 'hearingNotice' }), b.fact('papers', [], { kind: 'tearSheet' })];
  const ids = papers.map((paper) => paper.id);
  const first = b.fact('hearings', [], { announcedBy: ids });
  const second = b.fact('hearings', [], {});
  const moved = after(b.done(), tickPapers(b.done(), second.id, ids));
  expect(moved.hearings[first.id]?.announcedBy).toEqual([]);
  expect(ids.map((paperId) => moved.papers[paperId]?.hearingId)).toEqual([second.id, second.id]);
});
