import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTemplateTexts } from '#electron/document/read-templates.ts';
import { countingIds } from '#shared/domain/case-builder.ts';
import { paragraphsInOrder } from './content-hash.ts';
import { fromEditor } from './from-editor.ts';
import { libraryOf } from './library.ts';
import { fixtureId } from './test-family.ts';
import { toEditor } from './to-editor.ts';
import { returnedFact, starter } from './test-draft.ts';

const start = starter(libraryOf(await readTemplateTexts()));

describe('editor', () => {
  const inline = fc.oneof(
    fc.record({
      type: fc.constant('text' as const),
      text: fc.string({ minLength: 1 }),
      strong: fc.constant(true as const),
    }),
    fc.record({ type: fc.constant('text' as const), text: fc.string({ minLength: 1 }), lang: fc.constant('mam') }),
    fc.record({ type: fc.constant('text' as const), text: fc.string({ minLength: 1 }) }),
    fc.record({ type: fc.constant('gap' as const), path: fc.string(), label: fc.string() }),
  );
  it('takes a side there and back unchanged', () => {
    const { draft } = start({ fearEvents: returnedFact({ returnedTime: { status: 'notAsked' } }) });
    fc.assert(
      fc.property(fc.array(fc.array(inline, { maxLength: 6 }), { maxLength: 5 }), (texts) => {
        const paragraphs = texts.map((inlines, index) => ({
          ...paragraphsInOrder(draft)[0]!,
          id: fixtureId(index + 1),
          sides: { en: { inlines, edited: false } },
        }));
        const back = fromEditor(JSON.parse(JSON.stringify(toEditor(paragraphs, 'en'))), () => fixtureId(0));
        expect(back.problems).toEqual([]);
        expect(back.paragraphs.map(({ id, inlines }) => [id, inlines])).toEqual(
          paragraphs.map(({ id, sides }) => [id, sides.en.inlines]),
        );
      }),
    );
  });
  it('mints ids for split and paste, and reports what it does not know', () => {
    const { draft } = start({ fearEvents: returnedFact() });
    const doc = toEditor(paragraphsInOrder(draft), 'en');
    const [first, ...rest] = doc.content!;
    const split = { ...doc, content: [first!, { ...first!, content: [{ type: 'text', text: 'Split.' }] }, ...rest] };
    const { paragraphs, problems } = fromEditor(split, countingIds(9));
    expect(problems).toEqual([]);
    expect(new Set(paragraphs.map(({ id }) => id)).size).toBe(paragraphs.length);
    const kept = [first!, ...rest].map((node) => node.attrs!.id);
    expect(paragraphs.flatMap(({ id }, at) => (kept.includes(id) ? [] : [at]))).toEqual([1]);
    const odd = { type: 'doc', content: [{ type: 'table' }, { ...first!, content: [{ type: 'image' }] }] };
    expect(fromEditor(odd, countingIds(9)).problems.map(({ at, came }) => [at, came])).toEqual([
      [0, 'table'],
      [1, 'image'],
    ]);
  });
});
