import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import data from '#resources/reference/screening-instruments.json' with { type: 'json' };
import { answered } from '#shared/domain/base.ts';
import { CaseBuilder, countingIds, on, said } from '#shared/domain/case-builder.ts';
import { makeCaseExport, readCaseExport } from '#shared/documents/case-export.ts';
import { vulnerabilityByCode } from '#shared/reference/programme.ts';
import { childAndDisability, instrumentOf, instrumentOn, screeningInstruments } from '#shared/reference/screenings.ts';
import type { ScreeningInstrument } from '#shared/reference/types.ts';
import { isComplete, missingItems } from './completeness.ts';
import { helpKeptBack, itemsToShow, missingOfScreening, screeningItemName, shownBy } from './screening-items.ts';
import { timelineOf } from './timeline.ts';
import { findAll, findForFearEvent } from './triggers.ts';

const recorded = { by: 'x', at: '2026-11-24T10:00:00Z', device: '0'.repeat(32), capacity: 'underCounsel' as const };
const build = () => new CaseBuilder(countingIds(1), recorded, 'TEST');
const made = { instrument: childAndDisability, version: 1 };
const [first] = screeningInstruments;
if (!first) throw new Error('an instrument');

const no = (...items: string[]) => Object.fromEntries(items.map((item) => [item, answered('no')]));
const body = ['seeing', 'hearing', 'moving', 'learning', 'speaking', 'selfCare', 'mind'];
/** Every required item of a person who is no child and has no disability. */
const nothingShown = { answeredBy: answered('person'), ...no('child', ...body) };
const key = (item: string) => `screening/CHILD-DISAB/1/${item}`;

describe('SR8: the data', () => {
  test('items, sections and conditions name each other, and what an item shows is a known vulnerability', () => {
    for (const entry of screeningInstruments) {
      const ids = entry.items.map((item) => item.id);
      expect(new Set(ids).size).toBe(ids.length);
      const sections = entry.sections.map((section) => section.id);
      for (const item of entry.items) {
        expect(sections, item.id).toContain(item.section);
        for (const other of item.appliesWhen?.anyOf ?? [])
          expect(ids.indexOf(other), item.id).toBeLessThan(ids.indexOf(item.id));
        for (const other of item.appliesWhen?.anyOf ?? []) expect(ids, item.id).toContain(other);
        if (item.shows) expect(vulnerabilityByCode(item.shows), item.shows).not.toBeNull();
      }
      expect(entry.reviewed, 'no attorney has approved the wording').toBe(false);
    }
  });

  test('it asks for kinds of disability, and for help asked for and given', () => {
    expect(first.items.filter((item) => item.shows === 'DISAB').map((item) => item.id)).toEqual([
      'seeing',
      'hearing',
      'moving',
      'learning',
      'speaking',
      'selfCare',
    ]);
    expect(first.items.map((item) => item.meaning).filter(Boolean)).toEqual(['officersKnew', 'helpAsked', 'helpGiven']);
  });

  test('a published version is never edited: a change is a new version beside it', () => {
    const published = data.entries.map(({ id, version, name, sections, items }) => [
      `${id} ${version}`,
      createHash('sha256').update(JSON.stringify({ name, sections, items })).digest('hex').slice(0, 16),
    ]);
    expect(published).toEqual([['CHILD-DISAB 1', 'fff3ff7b929b5251']]);
  });
});

describe('SR8: an item left blank is named, and nothing is refused', () => {
  test('a new screening is saved and lacks its date and every item that is asked of everybody', () => {
    const b = build();
    const one = b.fact('screenings', [b.person({ given: ['Ana'] })], made);
    expect(missingItems('screenings', one)).toEqual(['date', ...['answeredBy', 'child', ...body].map(key)]);
    expect(b.done().screenings[one.id]).toEqual(one);
  });

  test('one blank item is named in both languages; "does not know" and "declined" were asked', () => {
    const b = build();
    const answers = {
      ...nothingShown,
      hearing: { status: 'notAsked' as const },
      seeing: { status: 'unknown' as const },
    };
    const one = b.fact('screenings', [b.person({})], { ...made, date: on('2026-11-24'), answers });
    const missing = missingItems('screenings', one);
    expect(missing).toEqual([key('hearing')]);
    expect(missing.map((item) => [screeningItemName(item, 'en'), screeningItemName(item, 'es')])).toEqual([
      ['Hearing', 'Oído'],
    ]);
    expect(isComplete('screenings', one)).toBe(false);
    const whole = b.fact('screenings', [b.person({})], {
      ...made,
      date: on('2026-11-24'),
      answers: { ...answers, hearing: { status: 'declined' } },
    });
    expect(isComplete('screenings', whole)).toBe(true);
  });

  test('a yes brings the items that follow from it; what was answered stays in view when the yes is taken back', () => {
    const b = build();
    const person = b.person({});
    const date = on('2026-11-24');
    const yes = b.fact('screenings', [person], { ...made, date, answers: { ...nothingShown, child: answered('yes') } });
    expect(missingItems('screenings', yes)).toEqual(
      ['childWith', 'childTells', 'officersKnew', 'helpAsked', 'helpGiven'].map(key),
    );
    const asked = { ...nothingShown, moving: answered('yes'), helpAsked: answered('yes') };
    const moving = b.fact('screenings', [person], { ...made, date, answers: asked });
    expect(missingItems('screenings', moving)).toEqual(
      ['shownBy', 'officersKnew', 'helpAskedWhat', 'helpGiven'].map(key),
    );
    const back = b.fact('screenings', [person], { ...made, date, answers: { ...asked, moving: answered('no') } });
    expect(missingItems('screenings', back)).toEqual([key('helpAskedWhat')]);
    expect(itemsToShow(back, first).map((item) => item.id)).toContain('helpAsked');
    expect(itemsToShow(back, first).map((item) => item.id)).not.toContain('officersKnew');
  });

  test('each has an own screening: one about two people or nobody does not fit the schema', () => {
    const b = build();
    const [one, two] = [b.person({}), b.person({})];
    expect(() => b.fact('screenings', [one, two], made)).toThrow();
    expect(() => b.fact('screenings', [], made)).toThrow();
  });
});

describe('SR8: after the instrument changes', () => {
  const second: ScreeningInstrument = {
    ...first,
    version: 2,
    effectiveFrom: '2027-01-01',
    items: [
      ...first.items.map((item) =>
        item.id === 'hearing' ? { ...item, wording: { en: 'New words', es: 'Palabras nuevas' } } : item,
      ),
      {
        id: 'newItem',
        section: 'who',
        kind: 'yesNo' as const,
        name: { en: 'New item', es: 'Nueva pregunta' },
        wording: { en: 'New?', es: '¿Nueva?' },
        required: true,
      },
    ],
  };
  const both = [{ ...first, effectiveTo: '2026-12-31' }, second];

  test('a new screening takes the version in force on its day', () => {
    expect(instrumentOn(childAndDisability, '2026-12-31', both).version).toBe(1);
    expect(instrumentOn(childAndDisability, '2027-01-01', both).version).toBe(2);
    expect(instrumentOn(childAndDisability, '2020-01-01', both).version).toBe(1);
  });

  test('the old screening opens with its old wording and lacks nothing that was not asked then', () => {
    const b = build();
    const old = b.fact('screenings', [b.person({})], { ...made, date: on('2026-11-24'), answers: nothingShown });
    const wording = (version: number) =>
      instrumentOf({ instrument: old.instrument, version }, both)?.items.find((item) => item.id === 'hearing')?.wording
        .en;
    expect(wording(old.version)).toBe('Hearing: is it hard to follow a talk in a quiet room?');
    expect(wording(2)).toBe('New words');
    expect(missingOfScreening(old, both)).toEqual([]);
    expect(missingOfScreening({ ...old, version: 2 }, both)).toEqual(['screening/CHILD-DISAB/2/newItem']);
  });

  test('a version that this program does not hold is said, and the answers are kept', () => {
    const b = build();
    const newer = b.fact('screenings', [b.person({})], {
      ...made,
      version: 9,
      date: on('2030-01-01'),
      answers: nothingShown,
    });
    expect(missingItems('screenings', newer)).toEqual(['instrument']);
    expect(b.done().screenings[newer.id]?.answers).toEqual(nothingShown);
  });
});

describe('SR8: what a screening shows', () => {
  const screened = (
    answers: Record<string, ReturnType<typeof answered<string>>>,
    held: 'yes' | 'no' | null = 'yes',
  ) => {
    const b = build();
    const client = b.person({ given: ['Ana'] });
    b.fact('screenings', [client], { ...made, answers });
    const event = b.fact('fearEvents', [client], {
      returned: answered('yes'),
      ...(held ? { interviewHeld: answered(held) } : {}),
    });
    return findForFearEvent(b.done(), event).filter((one) => one.type === 'VULNERABLE-RETURNED');
  };
  const whys = (answers: Parameters<typeof screened>[0], held?: 'yes' | 'no' | null) =>
    screened(answers, held).flatMap((finding) => finding.whys.map((one) => [one.key, one.vars.code]));

  test('kinds of disability are one code, and help in part is help kept back', () => {
    const b = build();
    const one = b.fact('screenings', [b.person({})], {
      ...made,
      answers: { moving: answered('yes'), seeing: answered('yes'), mind: answered('yes'), helpGiven: answered('part') },
    });
    expect(shownBy(one)).toEqual(['DISAB', 'MENT']);
    expect(helpKeptBack(one)).toBe(true);
    expect(helpKeptBack({ ...one, answers: { helpGiven: answered('notNeeded') } })).toBe(false);
    expect(helpKeptBack({ ...one, answers: {} })).toBeNull();
  });

  test('a disability and a return propose the vulnerable person returned, not when officers did not know', () => {
    expect(whys({ moving: answered('yes') }, null)).toEqual([['why.vulnerableReturned', 'DISAB']]);
    expect(whys({ moving: answered('yes'), officersKnew: answered('no') })).toEqual([]);
    expect(whys({ moving: answered('no') })).toEqual([]);
  });

  test('a child is proposed only with an interview for which needed help was kept back', () => {
    const child = { child: answered('yes') };
    expect(whys(child)).toEqual([]);
    expect(whys({ ...child, helpGiven: answered('all') })).toEqual([]);
    expect(whys({ ...child, helpGiven: answered('none') }, 'no')).toEqual([]);
    expect(whys({ ...child, helpGiven: answered('none') })).toEqual([['why.interviewedWithoutHelp', 'CHILD']]);
    expect(screened({ ...child, helpGiven: answered('none') })[0]?.triggers).toEqual(['interviewHeld', 'returned']);
  });

  test('a finding and a screening of the same kind are one reason', () => {
    const b = build();
    const client = b.person({ given: ['Ana'] });
    b.fact('vulnerabilities', [client], { code: 'DISAB', toldToCbp: answered('yes') });
    b.fact('screenings', [client], { ...made, answers: { moving: answered('yes') } });
    b.fact('encounters', [client], { kind: 'returnToMexico', date: on('2019-08-15') });
    expect(findAll(b.done()).flatMap((finding) => finding.whys)).toEqual([
      { key: 'why.vulnerableReturned', vars: { code: 'DISAB' } },
    ]);
  });
});

test('SR8: a screening stands in the timeline with what it lacks, and goes along when the case is saved', () => {
  const b = build();
  const client = b.person({ given: ['Ana'] });
  const one = b.fact('screenings', [client], {
    ...made,
    date: on('2026-11-24'),
    answers: { ...nothingShown, mind: { status: 'notAsked' } },
    texts: { more: said('Duerme mal.', 'es', 'Sleeps badly.') },
  });
  const [line] = timelineOf(b.done(), { personId: null, language: 'en' });
  expect(line).toMatchObject({
    fact: { collection: 'screenings', id: one.id },
    title: { vars: { name: 'Screening of children and people with disabilities', edition: 1 } },
    detail: { text: 'Sleeps badly.' },
    missing: [key('mind')],
  });
  const exported = readCaseExport(JSON.stringify(makeCaseExport(b.done(), null, '2026-11-24T10:00:00Z')));
  expect(exported.ok && exported.value.case.screenings[one.id]).toEqual(one);
});
