import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTemplateTexts } from '#electron/document/read-templates.ts';
import { countingIds } from '#shared/domain/case-builder.ts';
import { draftFile, type DraftFile, type DraftInline } from '#shared/domain/draft.ts';
import { findAdmissions } from './admissions.ts';
import { caseExportSchema, makeCaseExport, readCaseExport } from './case-export.ts';
import { carriedProblems, reminderText } from './carried.ts';
import { contentHash, paragraphsInOrder, sideText } from './content-hash.ts';
import type { DocumentContext } from './context.ts';
import {
  acceptFacts,
  changedFacts,
  editSide,
  insertParagraph,
  moveParagraph,
  remakeParagraph,
  removeParagraph,
  settlePair,
  startDraft,
} from './draft.ts';
import { draftToTree, footerOf } from './draft-tree.ts';
import { fromEditor } from './from-editor.ts';
import { libraryOf } from './library.ts';
import { nextSteps } from './life.ts';
import { buildMemberDeclaration } from './member-declaration.ts';
import { idleOverrides, isReady, mayOverride, namedList, takeBackOverride } from './named-list.ts';
import { contradictsClause, perjuryClause } from './perjury.ts';
import { paragraphsToRead, tickParagraph } from './read-back.ts';
import {
  ana,
  answeredValue as yes,
  diego,
  fact,
  family,
  fixtureId,
  fixtureRecorded,
  maria,
  office,
} from './test-family.ts';
import { chooseFact } from './take-in.ts';
import { toEditor } from './to-editor.ts';
import { documentTreeSchema, gapsOf, plainText } from './tree.ts';
import { findCodes, versionCode } from './version-code.ts';
import { wordFact } from './word-fact.ts';

const day = (value: string) => yes({ value, precision: 'day' });
const by = { at: '2019-10-02T10:00:00Z', by: fixtureId(900) };
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const text = (value: string): DraftInline[] => [{ type: 'text', text: value }];
const library = libraryOf(await readTemplateTexts());

const hearing = (more: object = {}) =>
  fact(80, {
    court: yes('IC-SND'),
    date: day('2019-05-15'),
    time: yes('12:30'),
    zone: 'America/Los_Angeles',
    portToReport: yes({ code: 'SYS' }),
    reportTime: yes('09:00'),
    ...more,
  });
const returned = (more: object = {}) =>
  fact(40, { returned: yes('yes'), returnedOn: day('2019-08-15'), returnedTime: yes('06:10'), ...more });

function start(facts: Record<string, unknown>, templateId = 'declaration', more: object = {}): DocumentContext {
  const tools = { file: family(facts), office: office(), library, today: '2019-05-01', newId: countingIds(7) };
  const draft = startDraft(
    {
      id: fixtureId(600),
      templateId,
      about: [maria],
      createdAt: '2019-10-01T00:00:00Z',
      recorded: fixtureRecorded,
      ...more,
    },
    tools,
  );
  return { ...tools, draft };
}
const tools = (context: DocumentContext, facts: Record<string, unknown>) => ({
  ...context,
  file: family(facts),
  newId: countingIds(8),
});
const list = (context: DocumentContext) => namedList(context, { language: 'en', missingCharacters: () => [] });
const codes = (context: DocumentContext) => list(context).map((item) => item.code);

describe('a draft', () => {
  it('is stored as its schema says and prints caption, clause and paragraphs', () => {
    const context = start({ fearEvents: returned(), hearings: hearing() });
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
    const context = start({ fearEvents: returned({ returnedTime: { status: 'notAsked' } }) });
    const told = paragraphsInOrder(context.draft).at(-1)!;
    expect(changedFacts(context.draft, context.file)).toEqual([]);
    const later = tools(context, { fearEvents: returned() });
    const [changed] = changedFacts(context.draft, later.file);
    expect(changed).toMatchObject({ paragraphId: told.id, refs: [{ field: 'returnedTime' }] });
    expect(changedFacts(acceptFacts(context.draft, told.id, later.file), later.file)).toEqual([]);
    expect(changedFacts(remakeParagraph(context.draft, told.id, later), later.file)).toEqual([]);
  });

  it('never regenerates text edited by hand, but says which facts changed', () => {
    const context = start({ fearEvents: returned() });
    const told = paragraphsInOrder(context.draft).at(-1)!;
    const edited = editSide(context.draft, told.id, 'en', text('They sent us back at dawn.'));
    const later = tools(context, { fearEvents: returned({ returnedTime: yes('07:00') }), hearings: hearing() });
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
    const context = start({ fearEvents: returned({ date: day('2019-08-14') }) });
    const opening = paragraphsInOrder(context.draft)[1]!;
    const without = removeParagraph(context.draft, opening.id, by);
    const facts = {
      fearEvents: returned({ date: day('2019-08-14') }),
      encounters: fact(42, { kind: 'crossing', date: day('2019-08-01') }),
    };
    const later = tools({ ...context, draft: without }, facts);
    const crossing = { collection: 'encounters', id: fixtureId(42), field: '' };
    const chosen = chooseFact(without, crossing, true, later, by);
    const fresh = paragraphsInOrder(chosen).map((paragraph) => paragraph.origin.split(':')[0]);
    expect(fresh).toEqual(['opening', 'encounters', 'fearEvents', 'fearEvents']);
  });

  it('marks a pair out of step until the other side follows or somebody settles it', () => {
    const { draft } = start({ fearEvents: returned() });
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
    const context = start({ fearEvents: returned() });
    const { id } = paragraphsInOrder(context.draft)[0]!;
    const one = { ...context.draft.paragraphs[id]!, sides: { en: context.draft.paragraphs[id]!.sides.en! } };
    const draft = { ...context.draft, paragraphs: { ...context.draft.paragraphs, [id]: one } };
    expect(gapsOf(draftToTree({ ...context, draft }, 'es')).map(({ label }) => label)).toContain('texto en español');
    expect(() => draftToTree(context, 'pt')).toThrow('template-not-found');
  });
});

describe('ready to sign', () => {
  it('is blocked by a named list that a practitioner may override, but never for letters the font lacks', () => {
    const context = start({ fearEvents: returned({ returnedTime: { status: 'notAsked' } }) });
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
    const context = start({ fearEvents: returned() });
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
    const context = start({ people, hearings: hearing() }, 'court-cover-page', { memberId: fixtureId(900), fields });
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
    const context = start({ fearEvents: returned() });
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
    const remade = remakeParagraph(worded, item!.paragraphId!, tools(context, { fearEvents: fact(40, { officers }) }));
    expect(sideText(remade.paragraphs[item!.paragraphId!]!.sides.es!.inlines)).toContain('verde');
    const other = { [fixtureId(41)]: { ...officers[fixtureId(41)]!, uniform: yes('blue') } };
    const changed = tools(context, { fearEvents: fact(40, { officers: other }) });
    const again = remakeParagraph(worded, item!.paragraphId!, changed);
    expect(sideText(again.paragraphs[item!.paragraphId!]!.sides.es!.inlines)).toContain('blue');
    expect(codes({ ...context, file: changed.file, draft: again })).toContain('typedText');
    const edited = editSide(context.draft, item!.paragraphId!, 'es', text('Un agente de uniforme verde.'));
    expect(codes({ ...context, draft: edited })).not.toContain('typedText');
  });

  it('asks an attorney before a child declares', () => {
    const context = start({ fearEvents: returned() });
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

describe('a saved case', () => {
  it('is read back as it was written, and its JSON Schema names its format', () => {
    const saved = makeCaseExport(family({}), office(), '2019-10-01T12:00:00Z');
    expect(readCaseExport(JSON.stringify(saved))).toEqual({ ok: true, value: saved });
    expect(JSON.stringify(caseExportSchema())).toContain('amparo-case');
    const wrong = readCaseExport(JSON.stringify({ ...saved, version: 2 }));
    expect(wrong.ok ? [] : wrong.problems.map(({ path }) => path)).toEqual(['version']);
  });
});

describe('28 U.S.C. 1746', () => {
  it('takes (1) outside and for an unknown place, (2) inside', () => {
    const place = (code: string | null, country: 'US' | 'MX' | null) => ({ code, country, text: '' });
    const outside =
      'I declare under penalty of perjury under the laws of the United States of America that the foregoing is true and correct.';
    expect(perjuryClause(null).text).toBe(outside);
    expect(perjuryClause(place('MX-JUZ', null)).text).toBe(outside);
    expect(perjuryClause(place('ELP', null)).text).toBe(
      'I declare under penalty of perjury that the foregoing is true and correct.',
    );
    expect([perjuryClause(null).reviewed, perjuryClause(null, 'es').reviewed]).toEqual([true, false]);
    expect(contradictsClause('1746-2', place('MX-JUZ', null))).toBe(true);
    expect(contradictsClause('1746-1', place('ELP', null))).toBe(false);
  });
});

describe('version code', () => {
  it('finds its document again, and no wrong letter passes', () => {
    const hash = contentHash(start({}).draft);
    const code = versionCode('2019-088', 3, hash);
    expect(code).toMatch(/^2019-088 · d3 · [2-9A-HJKMNP-Z]{4}$/);
    expect(findCodes(`page 2 ${code} 1 of 3`)).toEqual([
      { code, officeNumber: '2019-088', number: 3, short: code.slice(-4) },
    ]);
    const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
    for (let at = 0; at < 4; at += 1) {
      for (const letter of letters) {
        const short = code.slice(-4);
        const wrong = short.slice(0, at) + letter + short.slice(at + 1);
        expect(findCodes(`2019-088 · d3 · ${wrong}`)).toHaveLength(wrong === short ? 1 : 0);
      }
    }
    expect(versionCode('', 1, hash)).toMatch(/^d1 · /);
  });
});

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
    const { draft } = start({ fearEvents: returned({ returnedTime: { status: 'notAsked' } }) });
    fc.assert(
      fc.property(fc.array(fc.array(inline, { maxLength: 6 }), { maxLength: 5 }), (texts) => {
        const paragraphs = texts.map((inlines, index) => ({
          ...paragraphsInOrder(draft)[0]!,
          id: fixtureId(index + 1),
          sides: { en: { inlines, edited: false } },
        }));
        const back = fromEditor(JSON.parse(JSON.stringify(toEditor(paragraphs, 'en'))), () => fixtureId(0));
        expect(back.problems).toEqual([]);
        expect(back.paragraphs.map(({ id, inlines, isNew }) => [id, inlines, isNew])).toEqual(
          paragraphs.map(({ id, sides }) => [id, sides.en.inlines, false]),
        );
      }),
    );
  });
  it('mints ids for split and paste, and reports what it does not know', () => {
    const { draft } = start({ fearEvents: returned() });
    const doc = toEditor(paragraphsInOrder(draft), 'en');
    const [first, ...rest] = doc.content!;
    const split = { ...doc, content: [first!, { ...first!, content: [{ type: 'text', text: 'Split.' }] }, ...rest] };
    const { paragraphs, problems } = fromEditor(split, countingIds(9));
    expect(problems).toEqual([]);
    expect(new Set(paragraphs.map(({ id }) => id)).size).toBe(paragraphs.length);
    expect(paragraphs.map(({ isNew }) => isNew)).toEqual([false, true, ...rest.map(() => false)]);
    const odd = { type: 'doc', content: [{ type: 'table' }, { ...first!, content: [{ type: 'image' }] }] };
    expect(fromEditor(odd, countingIds(9)).problems.map(({ at, came }) => [at, came])).toEqual([
      [0, 'table'],
      [1, 'image'],
    ]);
  });
});

describe('papers that a client carries', () => {
  const facts = () => ({
    hearings: hearing(),
    stays: fact(81, { kind: 'shelter', place: yes({ text: 'Casa Ejemplo, Calle 5', country: 'MX' }) }),
  });
  it('give the hour on both clocks and nothing that endangers', () => {
    for (const language of ['en', 'es', 'pt', 'ht'] as const) {
      for (const [templateId, kind] of [
        ['hearing-letter', 'letter'],
        ['reminder-300', 'reminder'],
        ['phone-script', 'script'],
      ] as const) {
        const context = start(facts(), templateId, { language });
        const printed = plainText(draftToTree(context, language));
        expect(gapsOf(draftToTree(context, language))).toEqual([]);
        expect(carriedProblems(printed, context, kind)).toEqual([]);
        expect(printed).not.toContain('Diego');
        expect(printed).not.toMatch(/not reviewed|sin revisar|Border Legal Aid|555|A 000/i);
        expect(footerOf(context, language)).toEqual({ left: '', pageOf: '' });
        expect(namedList(context, { language, missingCharacters: () => [] })).toEqual([]);
      }
    }
    const letter = plain(plainText(draftToTree(start(facts(), 'hearing-letter'), 'en')));
    expect(letter).toContain('\nThe San Ysidro port of entry\n');
    expect(letter).toContain('Wednesday, May 15, 2019, 9:00 a.m.');
    expect(letter).toContain('Wednesday, May 15, 2019, 12:30 p.m.');
    expect(letter).toContain('Tijuana');
  });

  it('tell a client in Nogales that El Paso is an hour ahead in summer', () => {
    const hearings = hearing({
      date: day('2020-05-20'),
      time: yes('08:30'),
      zone: 'America/Denver',
      hearingPlace: yes({ code: 'ENP' }),
      portToReport: yes({ code: 'NOG' }),
      reportTime: yes('03:30'),
    });
    const letter = plain(plainText(draftToTree(start({ hearings }, 'hearing-letter'), 'en')));
    expect(letter).toContain('Wednesday, May 20, 2020, 7:30 a.m.');
    expect(letter).toContain('the hearing starts at 8:30 a.m.');
  });

  it('find what may not stand there', () => {
    const context = start(facts(), 'reminder-300');
    const faults = (text: string) => carriedProblems(text, context, 'reminder');
    expect(faults('Call (915) 555-0100')).toEqual(['usPhone']);
    expect(faults('with Diego Ixcoy')).toEqual(['relativeName']);
    expect(faults('su abogada')).toEqual(['lawyerOrAsylum']);
    expect(faults('la corte')).toEqual(['court']);
    expect(faults('Casa ejemplo, calle 5')).toEqual(['shelter']);
    expect(faults('x'.repeat(301))).toEqual(['tooLong']);
    for (const language of ['en', 'es', 'pt', 'ht'] as const)
      expect([...reminderText(start(facts(), 'reminder-300', { language }), language)].length).toBeLessThanOrEqual(300);
  });
});

describe('declaration of a member of the office', () => {
  it('keeps what was seen apart from what was told, and only what the signer recorded', () => {
    const note = (value: string) => yes({ text: value, language: 'en', translations: {} });
    const irregularities = {
      ...fact(90, {
        type: 'X',
        decision: 'added',
        basis: 'firstHand',
        source: { kind: 'observer' },
        note: note('The officer sent her away'),
        date: day('2019-08-14'),
      }),
      ...fact(91, {
        type: 'X',
        decision: 'accepted',
        basis: 'firstHand',
        note: note('Nobody asked her'),
        date: day('2019-08-15'),
      }),
      ...fact(92, { type: 'X', decision: 'added', note: note('Other'), recorded: { ...fixtureRecorded, by: diego } }),
    };
    const context = start({ irregularities }, 'attorney-declaration', { memberId: fixtureId(900) });
    const told = paragraphsInOrder(context.draft).map(({ sides }) => sideText(sides.en!.inlines));
    expect(told).toEqual([
      'My name is Rosa Field. I am an attorney at Border Legal Aid (invented).',
      'I am admitted to practice in Texas. My bar number is 0000001.',
      'My EOIR ID number is AA000001.',
      'I make this declaration from my own knowledge about what happened to María José Ixcoy Tzoc. Where I say that I was told something, I did not see it myself.',
      'On August 14, 2019, I saw or heard the following myself: “The officer sent her away.”',
      'I was told the following, about what happened on August 15, 2019; I did not see it myself: “Nobody asked her.”',
    ]);
    expect(context.draft.title).toBe('Declaration of Rosa Field');
  });

  it('dates an attempt by the clock where the client is, not by UTC', () => {
    const channels = fact(95, { about: [maria], kind: 'whatsapp', address: '+52 000' });
    const attempt = { channelId: fixtureId(95), at: '2019-11-05T01:20:00Z', result: 'answered' };
    const base = start({ channels, attempts: fact(96, { about: [maria], ...attempt }) }, 'attorney-declaration');
    const placeNow = yes({ code: 'MX-JUZ', text: '', country: null });
    const people = { ...base.file.people, [maria]: { ...base.file.people[maria]!, placeNow } };
    const file = { ...base.file, people };
    const options = { memberId: fixtureId(900), clientId: maria, facts: null };
    const [tried] = buildMemberDeclaration(file, options).map(({ sides }) => sideText([...sides.en]));
    expect(tried).toBe('On November 4, 2019, I reached María José Ixcoy Tzoc by WhatsApp.');
  });
});
