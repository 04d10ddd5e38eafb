import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DraftFile, DraftInline, DraftParagraph } from '#shared/domain/draft.ts';
import { paragraphsInOrder, sideText } from '#shared/documents/content-hash.ts';
import type { EditedParagraph } from '#shared/documents/from-editor.ts';
import { applyPatches, diff } from '#shared/vault/patch.ts';
import {
  applyRow,
  bringBack,
  changesBetween,
  joinWithPrevious,
  moveRow,
  rowBefore,
  sameInlines,
} from './draft-edits.ts';

const ids = ['a', 'b', 'c'].map((letter) => letter.repeat(32)) as [string, string, string];
const mark = { at: '2026-11-24T04:00:00Z', by: 'f'.repeat(32) };
const text = (words: string): DraftInline => ({ type: 'text', text: words });

function row(id: string, order: number, en: string, es: string): DraftParagraph {
  const side = (words: string) => ({ inlines: words === '' ? [] : [text(words)], edited: false });
  const fact = { ref: { collection: 'fearEvents', id, field: '' }, printed: en };
  return {
    id,
    order,
    kind: 'numbered',
    sides: { en: side(en), es: side(es) },
    facts: [fact],
    outOfStep: null,
    origin: `fearEvents:${id}:said`,
    deleted: null,
  };
}

function draftOf(...rows: DraftParagraph[]): DraftFile {
  return {
    kind: 'draft',
    schemaVersion: 1,
    id: 'd'.repeat(32),
    caseId: 'e'.repeat(32),
    templateId: 'declaration',
    title: 'Declaration',
    about: [],
    memberId: null,
    route: 'englishWithInterpretation',
    language: 'en',
    facts: [],
    fields: {},
    signingPlace: null,
    paragraphs: Object.fromEntries(rows.map((one) => [one.id, one])),
    readBacks: {},
    overrides: {},
    admissionsSeen: {},
    life: {},
    versions: {},
    createdAt: mark.at,
    recorded: { by: mark.by, at: mark.at, device: mark.by, capacity: 'underCounsel' },
    deleted: null,
  };
}
const three = () =>
  draftOf(row(ids[0], 1, 'One.', 'Uno.'), row(ids[1], 2, 'Two.', 'Dos.'), row(ids[2], 3, 'Three.', 'Tres.'));
const texts = (draft: DraftFile, side: 'en' | 'es') =>
  paragraphsInOrder(draft).map((one) => sideText(one.sides[side]?.inlines ?? []));
const edited = (id: string, words: string): EditedParagraph => ({
  id,
  kind: 'numbered',
  origin: '',
  inlines: words === '' ? [] : [text(words)],
});

describe('a row after its editor was left', () => {
  it('changes nothing when the words are the same, in whatever pieces', () => {
    const draft = three();
    const pieces = { ...edited(ids[0], ''), inlines: [text('On'), text('e.')] };
    expect(applyRow(draft, ids[0], 'en', [pieces])).toBe(draft);
  });
  it('marks its pair when the words changed', () => {
    const after = applyRow(three(), ids[0], 'en', [edited(ids[0], 'One more.')]);
    expect(texts(after, 'en')).toEqual(['One more.', 'Two.', 'Three.']);
    expect(after.paragraphs[ids[0]]?.outOfStep).toBe('en');
    expect(after.paragraphs[ids[0]]?.sides.es?.edited).toBe(false);
  });
  it('becomes several rows, the new ones behind it and without the other language', () => {
    const fresh = '9'.repeat(32);
    const after = applyRow(three(), ids[1], 'es', [edited(ids[1], 'Dos'), edited(fresh, 'y medio.')]);
    expect(texts(after, 'es')).toEqual(['Uno.', 'Dos', 'y medio.', 'Tres.']);
    expect(texts(after, 'en')).toEqual(['One.', 'Two.', '', 'Three.']);
    expect(after.paragraphs[fresh]?.outOfStep).toBe('es');
    expect(after.paragraphs[fresh]?.facts).toEqual([]);
  });
  it('tells a bold word from a plain one', () => {
    expect(sameInlines([text('a')], [{ type: 'text', text: 'a', strong: true }])).toBe(false);
    expect(sameInlines([{ type: 'gap', path: 'x', label: 'x' }], [text('[x]')])).toBe(false);
  });
});

describe('rows joined, moved, brought back', () => {
  it('joins both languages and all facts, and takes the second row out', () => {
    const after = joinWithPrevious(three(), ids[1], mark);
    expect(texts(after, 'en')).toEqual(['One. Two.', 'Three.']);
    expect(texts(after, 'es')).toEqual(['Uno. Dos.', 'Tres.']);
    expect(after.paragraphs[ids[0]]?.facts.map(({ ref }) => ref.id)).toEqual([ids[0], ids[1]]);
    expect(after.paragraphs[ids[1]]?.deleted).toEqual(mark);
  });
  it('leaves the first row alone', () => {
    const draft = three();
    expect(joinWithPrevious(draft, ids[0], mark)).toBe(draft);
    expect(rowBefore(draft, ids[0])).toBeNull();
  });
  it('only takes out a row without words', () => {
    const draft = draftOf(row(ids[0], 1, 'One.', 'Uno.'), row(ids[1], 2, '', ''));
    const after = joinWithPrevious(draft, ids[1], mark);
    expect(texts(after, 'en')).toEqual(['One.']);
    expect(after.paragraphs[ids[0]]?.sides.en?.edited).toBe(false);
  });
  it('moves one place and stops at the ends', () => {
    expect(texts(moveRow(three(), ids[2], -1), 'en')).toEqual(['One.', 'Three.', 'Two.']);
    expect(texts(moveRow(three(), ids[1], -1), 'en')).toEqual(['Two.', 'One.', 'Three.']);
    expect(texts(moveRow(three(), ids[0], 1), 'en')).toEqual(['Two.', 'One.', 'Three.']);
    expect(texts(moveRow(three(), ids[0], -1), 'en')).toEqual(['One.', 'Two.', 'Three.']);
  });
  it('brings a row back where it was', () => {
    const out = joinWithPrevious(three(), ids[2], mark);
    expect(texts(bringBack(out, ids[2]), 'en')).toEqual(['One.', 'Two. Three.', 'Three.']);
  });
});

describe('changes of a commit', () => {
  it('lead from one draft to the other', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('move' as const), at: fc.nat(2), by: fc.constantFrom(-1 as const, 1 as const) }),
      fc.record({ kind: fc.constant('join' as const), at: fc.nat(2) }),
      fc.record({ kind: fc.constant('edit' as const), at: fc.nat(2), words: fc.string() }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const before = three();
        const after = steps.reduce<DraftFile>((draft, one) => {
          const id = ids[one.at] ?? ids[0];
          if (one.kind === 'move') return moveRow(draft, id, one.by);
          if (one.kind === 'join') return joinWithPrevious(draft, id, mark);
          return applyRow(draft, id, 'en', [edited(id, one.words)]);
        }, before);
        const patches = changesBetween(before, after).map(({ path, value }) => ({
          file: before.id,
          path,
          after: value,
        }));
        const now = applyPatches(
          JSON.parse(JSON.stringify(before)),
          patches as Parameters<typeof applyPatches>[1],
        ).value;
        expect(diff(before.id, now, JSON.parse(JSON.stringify(after)))).toEqual([]);
      }),
    );
  });
  it('name only what changed', () => {
    const before = three();
    const after = applyRow(before, ids[0], 'en', [edited(ids[0], 'One more.')]);
    const paths = changesBetween(before, after).map((change) => change.path.slice(0, 3).join('/'));
    expect(paths.every((path) => path.startsWith(`paragraphs/${ids[0]}`))).toBe(true);
    expect(changesBetween(before, before)).toEqual([]);
  });
});
