import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTemplateTexts } from '#electron/document/read-templates.ts';
import { draftFile, type DraftFile, type DraftInline } from '#shared/domain/draft.ts';
import { paragraphsInOrder, sideText } from './content-hash.ts';
import {
  acceptFacts,
  changedFacts,
  editSide,
  insertParagraph,
  moveParagraph,
  remakeParagraph,
  removeParagraph,
  settlePair,
} from './draft.ts';
import { draftToTree } from './draft-tree.ts';
import { libraryOf } from './library.ts';
import { answeredValue as yes, fact, fixtureId } from './test-family.ts';
import { chooseFact } from './take-in.ts';
import { documentTreeSchema, gapsOf, plainText } from './tree.ts';
import { hearingFact, returnedFact, starter, withFacts } from './test-draft.ts';

const start = starter(libraryOf(await readTemplateTexts()));
const day = (value: string) => yes({ value, precision: 'day' });
const by = { at: '2019-10-02T10:00:00Z', by: fixtureId(900) };
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const text = (value: string): DraftInline[] => [{ type: 'text', text: value }];

describe('a draft', () => {
  it('is stored as its schema says and prints caption, clause and paragraphs', () => {
    const context = start({ fearEvents: returnedFact(), hearings: hearingFact() });
    expect(draftFile.parse(JSON.parse(JSON.stringify(context.draft)))).toEqual(context.draft);
    expect(context.draft.title).toBe('Declaration of María José Ixcoy Tzoc');
    const tree = draftToTree(context, 'en');
    expect(documentTreeSchema.safeParse(tree).success).toBe(true);
    const printed = plain(plainText(tree));
    expect(printed).toContain('IMMIGRATION COURT\nSAN DIEGO, CALIFORNIA');
    expect(printed).toContain('In the Matters of:\nMARÍA JOSÉ IXCOY TZOC\nDIEGO IXCOY\nANA IXCOY');
    expect(printed).toContain('A000-000-417\nA000-000-418\n(none yet)');
    expect(printed).toContain('4. On August 15, 2019, at 6:10 a.m., we were sent back to Mexico.');
    expect(printed).toContain(
      'I declare under penalty of perjury under the laws of the United States of America that the foregoing is true and correct. Executed on ____, at ____.',
    );
  });

  it('says when the answer came that a paragraph has a gap for', () => {
    const context = start({ fearEvents: returnedFact({ returnedTime: { status: 'notAsked' } }) });
    const told = paragraphsInOrder(context.draft).at(-1)!;
    expect(changedFacts(context.draft, context.file)).toEqual([]);
    const later = withFacts(context, { fearEvents: returnedFact() });
    const [changed] = changedFacts(context.draft, later.file);
    expect(changed).toMatchObject({ paragraphId: told.id, refs: [{ field: 'returnedTime' }] });
    expect(changedFacts(acceptFacts(context.draft, told.id, later.file), later.file)).toEqual([]);
    expect(changedFacts(remakeParagraph(context.draft, told.id, later), later.file)).toEqual([]);
  });

  it('never regenerates text edited by hand, but says which facts changed', () => {
    const context = start({ fearEvents: returnedFact() });
    const told = paragraphsInOrder(context.draft).at(-1)!;
    const edited = editSide(context.draft, told.id, 'en', text('They sent us back at dawn.'));
    const later = withFacts(context, {
      fearEvents: returnedFact({ returnedTime: yes('07:00') }),
      hearings: hearingFact(),
    });
    const chosenHearing = { collection: 'hearings', id: fixtureId(80), field: '' };
    expect(changedFacts(edited, later.file).map(({ refs }) => refs.map((ref) => ref.field))).toEqual([
      ['returnedTime'],
    ]);
    const fresh = chooseFact(edited, chosenHearing, true, later, by);
    expect(sideText(fresh.paragraphs[told.id]!.sides.en!.inlines)).toBe('They sent us back at dawn.');
    expect(changedFacts(fresh, later.file)).toHaveLength(1);
    expect(changedFacts(acceptFacts(fresh, told.id, later.file), later.file)).toEqual([]);
    const remade = remakeParagraph(context.draft, told.id, later);
    expect(plain(sideText(remade.paragraphs[told.id]!.sides.es!.inlines))).toContain('a las 7:00 a. m.');
    expect(changedFacts(remade, later.file)).toEqual([]);
  });

  it('takes new facts in at their place in time and leaves out what was taken out', () => {
    const context = start({ fearEvents: returnedFact({ date: day('2019-08-14') }) });
    const opening = paragraphsInOrder(context.draft)[1]!;
    const without = removeParagraph(context.draft, opening.id, by);
    const facts = {
      fearEvents: returnedFact({ date: day('2019-08-14') }),
      encounters: fact(42, { kind: 'crossing', date: day('2019-08-01') }),
    };
    const later = withFacts({ ...context, draft: without }, facts);
    const crossing = { collection: 'encounters', id: fixtureId(42), field: '' };
    const chosen = chooseFact(without, crossing, true, later, by);
    const fresh = paragraphsInOrder(chosen).map((paragraph) => paragraph.origin.split(':')[0]);
    expect(fresh).toEqual(['opening', 'encounters', 'fearEvents', 'fearEvents']);
  });

  it('marks a pair out of step until the other side follows or somebody settles it', () => {
    const { draft } = start({ fearEvents: returnedFact() });
    const { id } = paragraphsInOrder(draft)[0]!;
    const edited = editSide(draft, id, 'en', text('I am María.'));
    expect(edited.paragraphs[id]!.outOfStep).toBe('en');
    expect(editSide(edited, id, 'es', text('Soy María.')).paragraphs[id]!.outOfStep).toBeNull();
    expect(settlePair(edited, id).paragraphs[id]!.outOfStep).toBeNull();
    const styled = editSide(
      draft,
      id,
      'en',
      draft.paragraphs[id]!.sides.en!.inlines.map((one) => ({ ...one, strong: true }) as DraftInline),
    );
    expect(styled.paragraphs[id]!.outOfStep).toBeNull();
  });

  it('keeps every order of paragraphs, however often they are moved', () => {
    const { draft } = start({});
    const base = Array.from({ length: 6 }, (_, index) => fixtureId(700 + index)).reduce(
      (at: DraftFile, id, index) => insertParagraph(at, index === 0 ? null : fixtureId(699 + index), { id }),
      { ...draft, paragraphs: {} },
    );
    const step = fc.tuple(fc.nat(5), fc.option(fc.nat(5)));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        let at = base;
        let order = paragraphsInOrder(base).map(({ id }) => id);
        for (const [which, behind] of steps) {
          const id = fixtureId(700 + which);
          const after = behind === null ? null : fixtureId(700 + behind);
          if (id === after) continue;
          at = moveParagraph(at, id, after);
          order = order.filter((one) => one !== id);
          order.splice(after === null ? 0 : order.indexOf(after) + 1, 0, id);
        }
        expect(paragraphsInOrder(at).map(({ id }) => id)).toEqual(order);
      }),
    );
  });

  it('puts no other language where a text is missing (CP4)', () => {
    const context = start({ fearEvents: returnedFact() });
    const { id } = paragraphsInOrder(context.draft)[0]!;
    const one = { ...context.draft.paragraphs[id]!, sides: { en: context.draft.paragraphs[id]!.sides.en! } };
    const draft = { ...context.draft, paragraphs: { ...context.draft.paragraphs, [id]: one } };
    expect(gapsOf(draftToTree({ ...context, draft }, 'es')).map(({ label }) => label)).toContain('texto en español');
    expect(() => draftToTree(context, 'pt')).toThrow('template-not-found');
  });
});
