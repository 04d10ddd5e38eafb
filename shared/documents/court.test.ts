import { expect, test } from 'vitest';
import { readTemplateTexts } from '#electron/document/read-templates.ts';
import { countingIds } from '#shared/domain/case-builder.ts';
import type { DocumentContext } from './context.ts';
import { courtEntry, courtName, courtOf, respondentsOf } from './court.ts';
import { startDraft } from './draft.ts';
import { draftToTree } from './draft-tree.ts';
import { libraryOf } from './library.ts';
import { ana, answeredValue as yes, diego, fact, family, fixtureId, fixtureRecorded, maria } from './test-family.ts';
import { inlineText } from './tree.ts';

const library = libraryOf(await readTemplateTexts());

function context(facts: Record<string, unknown>): DocumentContext {
  const tools = {
    file: family(facts),
    office: null,
    library: { templates: [] },
    today: '2019-10-01',
    newId: countingIds(7),
  };
  const start = { id: fixtureId(600), templateId: 'declaration', about: [maria], createdAt: '2019-10-01T00:00:00Z' };
  return { ...tools, draft: startDraft({ ...start, recorded: fixtureRecorded }, tools) };
}
const hearing = (number: number, date: string, court: string, about = [maria, diego, ana]) =>
  fact(number, { about, date: yes({ value: date, precision: 'day' }), court: yes(court) });

test('the caption names the people of the proceeding, not a relative whose case runs elsewhere', () => {
  const ids = (facts: Record<string, unknown>) => respondentsOf(context(facts)).map((person) => person.id);
  expect(ids({})).toEqual([maria, diego, ana]);
  expect(ids({ proceedings: fact(90, { about: [maria, diego] }) })).toEqual([maria, diego]);
  expect(ids({ hearings: hearing(80, '2019-05-15', 'IC-ELP', [maria]) })).toEqual([maria]);
  expect(ids({ papers: fact(85, { kind: 'noticeToAppear', about: [maria, ana] }) })).toEqual([maria, ana]);
  expect(ids({ proceedings: fact(90, { about: [diego] }) })).toEqual([maria, diego, ana]);
});

test('a past hearing still tells the court, the latest first; a coming one goes before it', () => {
  const past = { ...hearing(80, '2019-05-15', 'IC-SND'), ...hearing(81, '2019-06-15', 'IC-ELP') };
  expect(courtOf(context({ hearings: past }))).toBe('IC-ELP');
  expect(courtOf(context({ hearings: { ...past, ...hearing(82, '2019-11-15', 'IC-SNA') } }))).toBe('IC-SNA');
  expect(courtOf(context({}))).toBe('');
});

test('a typed court of the reference prints with its state', () => {
  expect(courtEntry('El Paso')?.city).toBe('El Paso, Texas');
  expect(courtEntry('IC-HLG')?.city).toBe('Harlingen, Texas');
  expect(courtEntry('Somewhere')).toBeNull();
});

test('the caption writes a name as the Notice to Appear does, and a paper of another kind changes nothing', () => {
  const mother = family({}).people[maria]!;
  const as = (writtenOn: string, surnameFirst = false) => {
    const name = { id: fixtureId(77), given: ['Maria'], surnames: ['de la Cruz'], kind: 'asWritten' as const };
    const written = { ...name, writtenOn, paperId: null, surnameFirst };
    return courtName({ ...mother, names: { ...mother.names, [written.id]: written } });
  };
  expect(as('Notice to Appear')).toBe('MARIA DE LA CRUZ');
  expect(as('Notice to Appear', true)).toBe('DE LA CRUZ MARIA');
  expect(as('passport')).toBe('MARÍA JOSÉ IXCOY TZOC');
});

test('every template with a caption writes the same names in it, particles and accents kept', () => {
  const tools = { office: null, library, today: '2019-10-01', newId: countingIds(7) };
  const recorded = fixtureRecorded;
  const file = family({ proceedings: fact(90, { about: [maria, diego], court: yes('IC-ELP') }) });
  const own = Object.values(file.people[diego]!.names)[0]!;
  own.given = ['Diego José'];
  own.surnames = ['de la Cruz', 'Ñamendi'];
  const captionOf = (templateId: string, side: 'en' | 'es') => {
    const start = { id: fixtureId(600), templateId, about: [maria], createdAt: '2019-10-01T00:00:00Z', recorded };
    const context = { ...tools, file };
    const tree = draftToTree({ ...context, draft: startDraft(start, context) }, side);
    return tree.blocks.flatMap((block) => (block.type === 'caption' ? block.left.map(inlineText) : []));
  };
  const names = ['MARÍA JOSÉ IXCOY TZOC', 'DIEGO JOSÉ DE LA CRUZ ÑAMENDI'];
  for (const id of ['declaration', 'court-cover-page', 'attorney-declaration', 'advocate-declaration'])
    expect([id, captionOf(id, 'en').slice(1, 3)]).toEqual([id, names]);
  expect(captionOf('declaration', 'es').slice(1, 3)).toEqual(names);
});
