import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTemplateTexts } from '#electron/document/read-templates.ts';
import { countingIds } from '#shared/domain/case-builder.ts';
import { draftFile, type DraftFile, type DraftInline } from '#shared/domain/draft.ts';
import { paragraphsInOrder, sideText } from './content-hash.ts';
import type { DocumentContext } from './context.ts';
import { changedFacts, editSide, remakeParagraph, removeParagraph, startDraft } from './draft.ts';
import { libraryOf } from './library.ts';
import { namedList } from './named-list.ts';
import { newsWords, pendingNews } from './news.ts';
import { asideUndone, chooseFact, setNewsAside, takeIn } from './take-in.ts';
import { wordFact } from './word-fact.ts';
import { answeredValue as yes, fact, family, fixtureId, fixtureRecorded, maria, office } from './test-family.ts';

const by = { at: '2019-10-02T10:00:00Z', by: fixtureId(900) };
const day = (value: string) => yes({ value, precision: 'day' });
const text = (value: string): DraftInline[] => [{ type: 'text', text: value }];
const library = libraryOf(await readTemplateTexts());

const crossing = fact(42, { about: [maria], kind: 'crossing', date: day('2019-08-01') });
const returned = (more: object = {}) =>
  fact(40, { returned: yes('yes'), returnedOn: day('2019-08-15'), returnedTime: yes('06:10'), ...more });

function withFacts(facts: Record<string, unknown>) {
  return { file: family(facts), office: office(), library, today: '2019-10-05', newId: countingIds(8) };
}
function start(facts: Record<string, unknown>, templateId = 'declaration'): DocumentContext {
  const given = { ...withFacts(facts), newId: countingIds(7) };
  const about = { templateId, about: [maria], memberId: fixtureId(900) };
  const stamp = { createdAt: '2019-10-01T00:00:00Z', recorded: fixtureRecorded };
  return { ...given, draft: startDraft({ id: fixtureId(600), ...about, ...stamp }, given) };
}
const texts = (draft: DraftFile) =>
  paragraphsInOrder(draft).map(({ origin, sides }) => [
    origin,
    sideText(sides.en?.inlines ?? []),
    sideText(sides.es?.inlines ?? []),
  ]);
const codes = (context: DocumentContext) =>
  namedList(context, { language: 'en', missingCharacters: () => [] }).map(({ code }) => code);

describe('an answer that comes after the text was made', () => {
  it('is announced with the sentence it would make, and goes in at its place in both columns', () => {
    const context = start({ encounters: crossing, fearEvents: returned({ toldOfReturnTime: yes('18:00') }) });
    const later = withFacts({
      encounters: crossing,
      fearEvents: returned({ toldOfReturnTime: yes('18:00'), hoursHeld: yes(9) }),
    });
    const before = texts(context.draft);
    const [news, ...others] = pendingNews(context.draft, later);
    expect(others).toEqual([]);
    expect([newsWords(news!, 'en'), newsWords(news!, 'es')]).toEqual([
      'We were held for nine hours.',
      'Nos retuvieron nueve horas.',
    ]);
    expect(texts(context.draft)).toEqual(before);
    const taken = takeIn(context.draft, news!, later);
    expect(texts(taken)).toEqual(
      texts(start({ encounters: later.file.encounters, fearEvents: later.file.fearEvents }).draft),
    );
    expect(pendingNews(taken, later)).toEqual([]);
    expect(changedFacts(taken, later.file)).toEqual([]);
  });

  it('stands on the named list until it is taken in or set aside, and nobody passes over it', () => {
    const context = start({ encounters: crossing, fearEvents: returned() });
    const later = withFacts({ encounters: crossing, fearEvents: returned({ hoursHeld: yes(9) }) });
    const now = { ...context, file: later.file };
    const item = namedList(now, { language: 'en', missingCharacters: () => [] }).find(
      (one) => one.code === 'factsNew',
    )!;
    expect([item.number, item.says?.en, item.canOverride]).toEqual([4, 'We were held for nine hours.', false]);
    const [news] = pendingNews(context.draft, later);
    const aside = setNewsAside(context.draft, news!, later.file, by);
    expect(texts(aside)).toEqual(texts(context.draft));
    expect(codes({ ...now, draft: aside })).not.toContain('factsNew');
    expect(draftFile.parse(JSON.parse(JSON.stringify(aside)))).toEqual(aside);
    const told = paragraphsInOrder(aside).at(-1)!;
    expect(texts(remakeParagraph(aside, told.id, later))).toEqual(texts(context.draft));
    const changed = withFacts({ encounters: crossing, fearEvents: returned({ hoursHeld: yes(10) }) });
    expect(pendingNews(aside, changed).map((one) => newsWords(one, 'en'))).toEqual(['We were held for ten hours.']);
  });

  it('is taken in once, however often it is asked for', () => {
    const context = start({ encounters: crossing, fearEvents: returned() });
    const later = withFacts({ encounters: crossing, fearEvents: returned({ hoursHeld: yes(9) }) });
    const [news] = pendingNews(context.draft, later);
    const taken = takeIn(context.draft, news!, later);
    expect(takeIn(taken, news!, later)).toBe(taken);
  });

  it('set aside comes back alone when that is undone', () => {
    const context = start({ encounters: crossing, fearEvents: returned() });
    const facts = returned({ hoursHeld: yes(9), lostShelter: yes('yes') });
    const later = withFacts({ encounters: crossing, fearEvents: facts });
    const [held, shelter] = pendingNews(context.draft, later);
    const one = setNewsAside(context.draft, held!, later.file, by);
    const both = setNewsAside(one, shelter!, later.file, by);
    expect(pendingNews(both, later)).toEqual([]);
    const back = pendingNews(asideUndone(both, context.draft, one), later);
    expect(back.map((news) => newsWords(news, 'en'))).toEqual([newsWords(held!, 'en')]);
  });

  it('of a paper in English alone is said in English on a Spanish screen', () => {
    const context = start({}, 'attorney-declaration');
    const channels = fact(95, { about: [maria], kind: 'whatsapp', address: '+52 000' });
    const attempts = fact(96, {
      about: [maria],
      channelId: fixtureId(95),
      at: '2019-11-05T18:00:00Z',
      result: 'answered',
    });
    const news = pendingNews(context.draft, withFacts({ channels, attempts })).find((one) => one.paragraphId === null)!;
    expect(newsWords(news, 'es')).toMatch(/^On November 5, 2019, I reached/);
    expect(newsWords(news, 'es')).toBe(newsWords(news, 'en'));
  });

  it('goes into text edited by hand behind the sentence in front of it, and no other word changes', () => {
    const context = start({ encounters: crossing, fearEvents: returned({ toldOfReturnTime: yes('18:00') }) });
    const { id } = paragraphsInOrder(context.draft).at(-1)!;
    const own = 'On August 15, 2019, at 6:10 a.m., we were sent back to Mexico. It was cold. They told us at six.';
    const edited = editSide(context.draft, id, 'en', text(own));
    const later = withFacts({
      encounters: crossing,
      fearEvents: returned({ toldOfReturnTime: yes('18:00'), lostShelter: yes('yes') }),
    });
    const [news] = pendingNews(edited, later);
    const { en, es } = takeIn(edited, news!, later).paragraphs[id]!.sides;
    expect(sideText(en!.inlines).replaceAll('\u00a0', ' ')).toBe(
      `On August 15, 2019, at 6:10 a.m., we were sent back to Mexico. ${newsWords(news!, 'en')} It was cold. They told us at six.`,
    );
    expect(sideText(es!.inlines)).toContain(newsWords(news!, 'es'));
    expect([en!.edited, es!.edited]).toEqual([true, false]);
  });

  it('that only adds to a sentence shows the sentence it would stand in place of', () => {
    const context = start({ encounters: crossing, fearEvents: returned({ returnedTo: { status: 'notAsked' } }) });
    const returnedTo = yes({ code: 'MX-JUZ', country: null, text: '' });
    const later = withFacts({ encounters: crossing, fearEvents: returned({ returnedTo }) });
    const [news] = pendingNews(context.draft, later);
    const [hunk] = news!.changes[0]!.hunks;
    expect([hunk!.remove, hunk!.add].map(({ length }) => length)).toEqual([1, 1]);
    const taken = takeIn(context.draft, news!, later);
    expect(sideText(paragraphsInOrder(taken).at(-1)!.sides.en!.inlines)).toContain('Juárez');
  });

  it('makes a paragraph at its place in time when nothing of it was told yet', () => {
    const context = start({ encounters: crossing, fearEvents: returned() });
    const later = withFacts({ encounters: crossing, fearEvents: returned({ statedFear: yes('volunteered') }) });
    const [news, ...others] = pendingNews(context.draft, later);
    expect([news!.paragraphId, others]).toEqual([null, []]);
    expect(news!.afterId).toBe(paragraphsInOrder(context.draft)[2]!.id);
    const origins = paragraphsInOrder(takeIn(context.draft, news!, later)).map(({ origin }) =>
      origin.split(':').at(-1),
    );
    expect(origins).toEqual(['who', 'family', fixtureId(42), 'said', 'followed']);
  });

  it('of a fact recorded since brings all its paragraphs, and an unticked one is not announced again', () => {
    const context = start({ encounters: crossing });
    const later = withFacts({ encounters: crossing, fearEvents: returned({ statedFear: yes('volunteered') }) });
    const [news, ...others] = pendingNews(context.draft, later);
    expect(others).toEqual([]);
    const taken = takeIn(context.draft, news!, later);
    expect(texts(taken)).toEqual(texts(start({ encounters: crossing, fearEvents: later.file.fearEvents }).draft));
    const ref = { collection: 'fearEvents', id: fixtureId(40), field: '' };
    const without = chooseFact(taken, ref, false, later, by);
    expect(texts(without)).toEqual(texts(context.draft));
    expect(pendingNews(without, later)).toEqual([]);
    expect(pendingNews(setNewsAside(context.draft, news!, later.file, by), later)).toEqual([]);
    expect(texts(chooseFact(without, ref, true, later, by))).toEqual(texts(taken));
  });

  it('does not come in with a fact that is ticked or unticked', () => {
    const context = start({ encounters: crossing, fearEvents: returned() });
    const later = withFacts({ encounters: crossing, fearEvents: returned({ hoursHeld: yes(9) }) });
    const ref = { collection: 'encounters', id: fixtureId(42), field: '' };
    const toggled = chooseFact(chooseFact(context.draft, ref, false, later, by), ref, true, later, by);
    expect(texts(toggled)).toEqual(texts(context.draft));
    expect(pendingNews(toggled, later)).toHaveLength(1);
  });

  it('does not bring back a paragraph that somebody took out', () => {
    const context = start({ encounters: crossing, fearEvents: returned() });
    const { id } = paragraphsInOrder(context.draft).at(-1)!;
    const out = removeParagraph(context.draft, id, by);
    const later = withFacts({ encounters: crossing, fearEvents: returned({ hoursHeld: yes(9) }) });
    expect(pendingNews(out, later)).toEqual([]);
  });
});

describe('a short text worded for both columns', () => {
  it('changes its own sentence only, and whole words only', () => {
    const officer = (n: number, role: string) => ({ id: fixtureId(n), agency: yes('usbp'), role: yes(role) });
    const officers = { [fixtureId(51)]: officer(51, 'agent'), [fixtureId(52)]: officer(52, 'agent') };
    const context = start({ fearEvents: fact(40, { officers }) });
    const refs = paragraphsInOrder(context.draft).flatMap(({ facts }) => facts.map(({ ref }) => ref));
    const roles = refs.filter(({ field }) => field.endsWith('.role'));
    expect(roles).toHaveLength(2);
    const worded = roles.reduce(
      (draft, ref) => wordFact(draft, ref, { en: 'agent', es: 'agente' }, context),
      context.draft,
    );
    const spanish = texts(worded)
      .map(([, , es]) => es)
      .join(' ');
    expect(spanish).not.toMatch(/agentee|\bagent\b/);
    expect(spanish.match(/\bagente\b/g)?.length).toBe(
      texts(context.draft)
        .map(([, , es]) => es)
        .join(' ')
        .match(/\bagente?\b/g)?.length,
    );
    expect(codes({ ...context, draft: worded })).not.toContain('typedText');
  });

  it('replaces the words where the sentence itself was changed by hand', () => {
    const officers = { [fixtureId(51)]: { id: fixtureId(51), agency: yes('usbp'), uniform: yes('green') } };
    const context = start({ fearEvents: fact(40, { officers }) });
    const told = paragraphsInOrder(context.draft).find(({ facts }) =>
      facts.some(({ ref }) => ref.field.endsWith('.uniform')),
    )!;
    const ref = told.facts.find(({ ref }) => ref.field.endsWith('.uniform'))!.ref;
    const edited = editSide(context.draft, told.id, 'es', text('Era un hombre de green, y de greenish.'));
    const { es } = wordFact(edited, ref, { en: 'green', es: 'verde' }, context).paragraphs[told.id]!.sides;
    expect(sideText(es!.inlines)).toBe('Era un hombre de verde, y de greenish.');
  });

  it('keeps the kind of a paragraph that is made anew', () => {
    const context = start({ encounters: crossing });
    const { id } = paragraphsInOrder(context.draft).at(-1)!;
    const heading = { ...context.draft, paragraphs: { ...context.draft.paragraphs } };
    heading.paragraphs[id] = { ...heading.paragraphs[id]!, kind: 'heading' };
    expect(remakeParagraph(heading, id, withFacts({ encounters: crossing })).paragraphs[id]!.kind).toBe('heading');
  });
});

describe('a gap whose answer was declined or is not known', () => {
  const asked = { encounters: crossing, fearEvents: returned({ returnedTime: { status: 'notAsked' } }) };
  it.each(['declined', 'unknown'] as const)(
    'is no gap any more (%s): the sentence is offered as it is made now',
    (status) => {
      const context = start(asked);
      expect(codes(context)).toContain('gap');
      const later = withFacts({ encounters: crossing, fearEvents: returned({ returnedTime: { status } }) });
      const now = { ...context, file: later.file };
      expect(codes(now).filter((code) => code === 'gap' || code === 'factsNew')).toEqual(['factsNew']);
      const [news] = pendingNews(context.draft, later);
      expect([news!.canSetAside, newsWords(news!, 'en')]).toEqual([
        false,
        'On August 15, 2019, we were sent back to Mexico.',
      ]);
      const taken = takeIn(context.draft, news!, later);
      expect(texts(taken)).toEqual(texts(start({ encounters: crossing, fearEvents: later.file.fearEvents }).draft));
      expect(codes({ ...now, draft: taken })).toEqual(['readBackMissing']);
    },
  );

  it('goes alone where the sentence was changed by hand', () => {
    const context = start(asked);
    const { id, sides } = paragraphsInOrder(context.draft).at(-1)!;
    const inlines = sides.en!.inlines.map((one) =>
      one.type === 'text' ? { ...one, text: one.text.replace('we were sent', 'they sent us') } : one,
    );
    const edited = editSide(context.draft, id, 'en', inlines);
    const later = withFacts({ encounters: crossing, fearEvents: returned({ returnedTime: { status: 'unknown' } }) });
    const [news] = pendingNews(edited, later);
    const after = takeIn(edited, news!, later).paragraphs[id]!;
    expect(sideText(after.sides.en!.inlines)).toBe('On August 15, 2019, at , they sent us back to Mexico.');
    expect(sideText(after.sides.es!.inlines)).not.toContain('[');
  });
});

describe('whatever was answered first', () => {
  const event = {
    date: day('2019-08-14'),
    startTime: yes('09:00'),
    place: yes({ code: 'ELP', country: null, text: '' }),
    legalStep: yes('firstProcessing'),
    medium: yes('inPerson'),
    officers: {
      [fixtureId(41)]: { id: fixtureId(41), agency: yes('usbp'), uniform: yes('green'), role: yes('agent') },
    },
    interpreterPresent: yes('no'),
    understanding: yes('part'),
    toldOfRight: yes('no'),
    officerAsked: yes('no'),
    statedFear: yes('volunteered'),
    fearWords: yes({
      text: 'Tengo miedo',
      language: 'es',
      translations: { en: { text: 'I am afraid', state: 'draft' } },
    }),
    heardBy: yes('two officers'),
    restrained: yes('yes'),
    counselAsked: yes('yes'),
    preScreened: yes('yes'),
    referred: yes('no'),
    interviewHeld: yes('no'),
    returned: yes('yes'),
    returnedOn: day('2019-08-15'),
    returnedTime: yes('06:10'),
    hoursHeld: yes(9),
    nightsHeld: yes(1),
    lostShelter: yes('yes'),
  };
  const names = Object.keys(event) as (keyof typeof event)[];
  const some = (chosen: readonly string[]) => ({
    encounters: crossing,
    fearEvents: fact(40, Object.fromEntries(Object.entries(event).filter(([name]) => chosen.includes(name)))),
  });

  it('taking everything in makes the text that all facts make, and setting everything aside changes no word', () => {
    fc.assert(
      fc.property(fc.subarray(names), (first) => {
        const context = start(some(first));
        const later = withFacts(some(names));
        let draft = context.draft;
        for (let left = 60; left > 0; left -= 1) {
          const [news] = pendingNews(draft, later);
          if (!news) break;
          draft = takeIn(draft, news, later);
        }
        for (const { paragraphId } of changedFacts(draft, later.file))
          draft = remakeParagraph(draft, paragraphId, later);
        expect(texts(draft)).toEqual(texts(start(some(names)).draft));
        expect([pendingNews(draft, later), changedFacts(draft, later.file)]).toEqual([[], []]);
        let aside = context.draft;
        for (const news of pendingNews(aside, later)) aside = setNewsAside(aside, news, later.file, by);
        expect([texts(aside), pendingNews(aside, later)]).toEqual([texts(context.draft), []]);
      }),
      { numRuns: 20 },
    );
  }, 20_000);
});
