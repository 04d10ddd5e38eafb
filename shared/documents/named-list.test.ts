import { describe, expect, it } from 'vitest';
import { readTemplateTexts } from '#electron/document/read-templates.ts';
import { draftFile, type DraftFile, type DraftInline } from '#shared/domain/draft.ts';
import { findAdmissions } from './admissions.ts';
import { paragraphsInOrder, sideText } from './content-hash.ts';
import type { DocumentContext } from './context.ts';
import { editSide, remakeParagraph } from './draft.ts';
import { draftToTree } from './draft-tree.ts';
import { libraryOf } from './library.ts';
import { nextSteps } from './life.ts';
import { idleOverrides, isReady, mayOverride, namedList, takeBackOverride } from './named-list.ts';
import { paragraphsToRead, tickParagraph } from './read-back.ts';
import { ana, answeredValue as yes, diego, fact, family, fixtureId, maria } from './test-family.ts';
import { gapsOf, plainText } from './tree.ts';
import { wordFact } from './word-fact.ts';
import { hearingFact, returnedFact, starter, withFacts } from './test-draft.ts';

const start = starter(libraryOf(await readTemplateTexts()));
const by = { at: '2019-10-02T10:00:00Z', by: fixtureId(900) };
const text = (value: string): DraftInline[] => [{ type: 'text', text: value }];
const list = (context: DocumentContext) => namedList(context, { language: 'en', missingCharacters: () => [] });
const codes = (context: DocumentContext) => list(context).map((item) => item.code);

describe('ready to sign', () => {
  it('is blocked by a named list that a practitioner may override, but never for letters the font lacks', () => {
    const context = start({ fearEvents: returnedFact({ returnedTime: { status: 'notAsked' } }) });
    expect(list(context).map(({ code, number, label }) => [code, number, label])).toEqual([
      ['gap', 3, 'time of return'],
      ['readBackMissing', null, ''],
    ]);
    const withLetter = namedList(context, {
      language: 'en',
      missingCharacters: () => [{ character: 'ꟼ', blockId: 'x' }],
    });
    const letter = withLetter.find((item) => item.code === 'character')!;
    expect([
      mayOverride(letter, 'attorney'),
      mayOverride(withLetter[0]!, 'attorney'),
      mayOverride(withLetter[0]!, 'advocate'),
    ]).toEqual([false, true, false]);
    const override = (item: string, number: number) => ({
      [fixtureId(number)]: {
        id: fixtureId(number),
        item,
        reason: 'To follow.',
        by: fixtureId(900),
        role: 'attorney',
        at: by.at,
        printed: true,
      },
    });
    const overrides = {
      ...override(withLetter[0]!.key, 1),
      ...override('readBackMissing:', 2),
      ...override(letter.key, 3),
    };
    const passed = { ...context, draft: { ...context.draft, overrides } };
    expect(isReady(list(passed))).toBe(true);
    expect(
      isReady(namedList(passed, { language: 'en', missingCharacters: () => [{ character: 'ꟼ', blockId: 'x' }] })),
    ).toBe(false);
    const final = draftToTree(passed, 'en', 'final');
    expect(gapsOf(final)).toEqual([]);
    expect(plainText(final)).toContain('To follow.');
  });

  it('asks for the read-back, then only for what changed, and for each certificate of the relay', () => {
    const context = start({ fearEvents: returnedFact() });
    const link = (name: string, from: string, to: string) => ({
      interpreterId: null,
      name,
      from,
      to,
      competence: 'I grew up with both.',
      address: 'Example 1',
      phone: '656 000 0000',
    });
    let readBack: DraftFile['readBacks'][string] = {
      id: fixtureId(50),
      language: 'mam',
      medium: 'telephone',
      relay: [link('Pedro', 'mam', 'es'), { ...link('Eva', 'es', 'en'), phone: '' }],
      reader: null,
      startedAt: '2019-10-02T10:00:00Z',
      endedAt: null,
      ticks: {},
    };
    for (const paragraph of paragraphsInOrder(context.draft))
      readBack = tickParagraph(context.draft, readBack, paragraph, by.at);
    const open = { ...context, draft: { ...context.draft, readBacks: { [readBack.id]: readBack } } };
    expect(codes(open)).toEqual(['readBackOpen', 'certificateIncomplete']);
    const done = { ...open, draft: { ...open.draft, readBacks: { [readBack.id]: { ...readBack, endedAt: by.at } } } };
    const printed = plainText(draftToTree(done, 'en'));
    expect(printed).toContain('this declaration was read to me in Mam. I understood it.');
    expect(printed.match(/CERTIFICATE OF INTERPRETATION/g)).toHaveLength(2);
    expect(printed).toContain('I am competent to interpret between Mam and Spanish. I grew up with both.');
    expect(printed).toContain('My interpretation was true and accurate to the best of my abilities.');
    const { id } = paragraphsInOrder(done.draft)[0]!;
    const corrected = editSide(done.draft, id, 'en', text('I am María.'));
    expect(paragraphsToRead(corrected).map((paragraph) => paragraph.id)).toEqual([id]);
    expect(codes({ ...done, draft: corrected })).toEqual(['outOfStep', 'readBackIncomplete', 'certificateIncomplete']);
  });

  it('names missing A-numbers one by one, and an override of one covers no other', () => {
    const people = Object.fromEntries(
      Object.values(family().people).map((one) => [one.id, { ...one, aNumbers: {}, aNumberState: 'notAsked' }]),
    );
    const fields = { court: 'IC-SND', 'filing.title': 'Motion', 'judge.name': 'Smith' };
    const context = start({ people, hearings: hearingFact() }, 'court-cover-page', {
      memberId: fixtureId(900),
      fields,
    });
    const gaps = list(context).filter(({ code }) => code === 'gap');
    expect(gaps.map(({ key, label }) => [key, label])).toEqual([
      [`gap:respondents.${maria}.aNumber`, 'A-number (María José Ixcoy Tzoc)'],
      [`gap:respondents.${diego}.aNumber`, 'A-number (Diego Ixcoy)'],
      [`gap:respondents.${ana}.aNumber`, 'A-number (Ana Ixcoy)'],
    ]);
    const given = (item: string) => ({
      id: fixtureId(1),
      item,
      reason: 'To follow.',
      role: 'attorney',
      printed: true,
      ...by,
    });
    const passed = (item: string) => ({
      ...context,
      draft: { ...context.draft, overrides: { [fixtureId(1)]: given(item) } },
    });
    const left = (at: DocumentContext) => list(at).filter((one) => one.code === 'gap' && !one.isOverridden).length;
    expect(left(passed(gaps[1]!.key))).toBe(2);
    // Stored when one key meant all of them: nobody can tell whom it was given for.
    const old = passed('gap:item.aNumber');
    expect(left(old)).toBe(3);
    expect(idleOverrides(old.draft, list(old)).map(({ reason }) => reason)).toEqual(['To follow.']);
  });

  it('takes an override back, and says by whom', () => {
    const context = start({ fearEvents: returnedFact() });
    const given = {
      id: fixtureId(1),
      item: 'readBackMissing:',
      reason: 'To follow.',
      role: 'attorney',
      printed: true,
      ...by,
    };
    const passed = { ...context, draft: { ...context.draft, overrides: { [fixtureId(1)]: given } } };
    expect([isReady(list(passed)), list(passed)[0]!.override?.reason]).toEqual([true, 'To follow.']);
    const later = { at: '2019-10-03T10:00:00Z', by: fixtureId(901) };
    const draft = takeBackOverride(passed.draft, fixtureId(1), later);
    expect(draft.overrides[fixtureId(1)]).toEqual({ ...given, takenBack: later });
    expect(draftFile.parse(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
    expect(isReady(list({ ...passed, draft }))).toBe(false);
    expect(plainText(draftToTree({ ...passed, draft }, 'en'))).not.toContain('To follow.');
    expect(idleOverrides(draft, list({ ...passed, draft }))).toEqual([]);
    expect(takeBackOverride(draft, fixtureId(1), by)).toBe(draft);
  });

  it('names words that were typed once and stand in both languages, until they were heard (CP4)', () => {
    const officers = { [fixtureId(41)]: { id: fixtureId(41), agency: yes('usbp'), uniform: yes('green') } };
    const context = start({ fearEvents: fact(40, { officers }) });
    const [item] = list(context);
    expect([item!.code, item!.label, item!.number]).toEqual(['typedText', 'green', 3]);
    const named = start({ encounters: fact(42, { kind: 'move', withWhom: yes('Diego Ixcoy') }) });
    expect(codes(named)).not.toContain('typedText');
    const worded = wordFact(context.draft, item!.typed[0]!.ref, { en: 'green', es: 'verde' }, context);
    const { en, es } = worded.paragraphs[item!.paragraphId!]!.sides;
    expect([sideText(en!.inlines), sideText(es!.inlines)]).toEqual([
      expect.stringMatching(/\bgreen\b/),
      expect.stringMatching(/\bverde\b/),
    ]);
    expect(sideText(es!.inlines)).not.toContain('green');
    expect(codes({ ...context, draft: worded })).not.toContain('typedText');
    const remade = remakeParagraph(
      worded,
      item!.paragraphId!,
      withFacts(context, { fearEvents: fact(40, { officers }) }),
    );
    expect(sideText(remade.paragraphs[item!.paragraphId!]!.sides.es!.inlines)).toContain('verde');
    const other = { [fixtureId(41)]: { ...officers[fixtureId(41)]!, uniform: yes('blue') } };
    const changed = withFacts(context, { fearEvents: fact(40, { officers: other }) });
    const again = remakeParagraph(worded, item!.paragraphId!, changed);
    expect(sideText(again.paragraphs[item!.paragraphId!]!.sides.es!.inlines)).toContain('blue');
    expect(codes({ ...context, file: changed.file, draft: again })).toContain('typedText');
    const edited = editSide(context.draft, item!.paragraphId!, 'es', text('Un agente de uniforme verde.'));
    expect(codes({ ...context, draft: edited })).not.toContain('typedText');
  });

  it('asks an attorney before a child declares', () => {
    const context = start({ fearEvents: returnedFact() });
    const child = { ...context, draft: { ...context.draft, about: [ana] } };
    expect(codes(child)).toContain('minorDeclarant');
    expect(codes(context)).not.toContain('minorDeclarant');
    expect(list(child).find((item) => item.code === 'minorDeclarant')?.canOverride).toBe(true);
  });

  it('lists sensitive admissions until somebody looked at the text as it stands', () => {
    const harms = fact(70, { where: 'mexico', kinds: ['kidnapping'], paid: yes('yes'), whoPaid: yes('my uncle') });
    const context = start({ harms });
    const [found] = findAdmissions(context.draft, context.file);
    expect([found!.kind, found!.number]).toEqual(['payment', 3]);
    const seen = { ...context.draft, admissionsSeen: { [found!.key]: by } };
    expect(findAdmissions(seen, context.file)[0]!.isSeen).toBe(true);
    const changed = editSide(seen, found!.paragraphId, 'en', text('We paid a ransom.'));
    expect(findAdmissions(changed, context.file)[0]!.isSeen).toBe(false);
  });

  it('gives the step to file, and court filings, to practitioners only', () => {
    const refusal = (state: 'draft' | 'signed', kind: 'declaration' | 'courtFiling', role: 'advocate' | 'attorney') =>
      nextSteps({ state, kind, asRepresentative: false, role, isReady: true }).find(
        ({ state: next }) => next === (state === 'draft' ? 'readyToSign' : 'readyToFile'),
      )?.refusal;
    expect(refusal('draft', 'declaration', 'advocate')).toBeNull();
    expect(refusal('draft', 'courtFiling', 'advocate')).toBe('practitionerOnly');
    expect(refusal('signed', 'declaration', 'advocate')).toBe('practitionerOnly');
    expect(refusal('signed', 'courtFiling', 'attorney')).toBeNull();
  });
});
