import { describe, expect, it } from 'vitest';
import { readTemplateTexts } from '#electron/document/read-templates.ts';
import { countingIds } from '#shared/domain/case-builder.ts';
import { type DraftFile, draftFile, type ReadBack } from '#shared/domain/draft.ts';
import { languageSkill } from '#shared/domain/person.ts';
import { paragraphsInOrder } from './content-hash.ts';
import type { DocumentContext } from './context.ts';
import { editSide, startDraft } from './draft.ts';
import { draftToTree } from './draft-tree.ts';
import { libraryOf } from './library.ts';
import { isReady, mayOverride, namedList } from './named-list.ts';
import { mayTick, needsReadBack, paragraphsToRead, relayLanguages, tickParagraph } from './read-back.ts';
import { answeredValue as yes, fact, family, fixtureId, fixtureRecorded, maria, office } from './test-family.ts';
import { plainText } from './tree.ts';

type Route = DraftFile['route'];
type Skill = readonly [tag: string, reads: string, understands?: string];
const [first, second]: readonly Route[] = ['englishWithInterpretation', 'clientLanguageWithTranslation'];
const at = '2019-10-02T10:00:00Z';
const facts = {
  fearEvents: fact(40, {
    returned: yes('yes'),
    returnedOn: yes({ value: '2019-08-15', precision: 'day' }),
    returnedTime: yes('06:10'),
  }),
};
const translator = {
  'translator.name': 'Eva Ejemplo',
  'translator.address': 'Calle 1',
  'translator.phone': '656 000 0000',
  'translator.from': 'es',
};
/** María as she reads and understands: a literate Spanish reader, one who reads nothing, a Mam speaker. */
const people = {
  reader: { skills: [['es', 'well']], canRead: 'yes' },
  cannotRead: { skills: [['es', 'no']], canRead: 'no' },
  mamSpeaker: {
    skills: [
      ['mam', 'no'],
      ['es', 'no', 'some'],
    ],
    canRead: 'no',
  },
} as const satisfies Record<string, { skills: readonly Skill[]; canRead: string | null }>;

const library = libraryOf(await readTemplateTexts());

function start(route: Route, skills: readonly Skill[], canRead: string | null): DocumentContext {
  const file = family(facts);
  const languages = Object.fromEntries(
    skills.map(([tag, reads, understands = 'well'], index) => {
      const id = fixtureId(30 + index);
      return [id, languageSkill.parse({ id, tag, reads, understands, best: index === 0 })];
    }),
  );
  const given = canRead === null ? {} : { canRead: yes(canRead) };
  const person = { ...file.people[maria]!, languages, ...given } as DocumentContext['file']['people'][string];
  const tools = {
    file: { ...file, people: { ...file.people, [maria]: person } },
    office: office(),
    library,
    today: '2019-10-01',
    newId: countingIds(7),
  };
  const draft = startDraft(
    {
      id: fixtureId(600),
      templateId: 'declaration',
      about: [maria],
      route,
      language: route === first ? 'en' : 'es',
      fields: route === first ? {} : translator,
      createdAt: '2019-10-01T00:00:00Z',
      recorded: fixtureRecorded,
    },
    tools,
  );
  return { ...tools, draft };
}
const startAs = (route: Route, who: keyof typeof people): DocumentContext =>
  start(route, people[who].skills, people[who].canRead);

const link = (name: string, from: string, to: string): ReadBack['relay'][number] => ({
  interpreterId: null,
  name,
  from,
  to,
  competence: 'Hablo ambos idiomas desde la infancia.',
  address: 'Calle 2',
  phone: '656 111 1111',
});

/** The draft after every paragraph that is left was read; `more` is put over the read-back. */
function readAll(context: DocumentContext, more: Partial<ReadBack>, number = 50): DocumentContext {
  const { draft } = context;
  const id = fixtureId(number);
  const begun: ReadBack = {
    id,
    language: 'es',
    medium: 'inPerson',
    relay: [],
    reader: null,
    startedAt: `2019-10-02T10:${number}:00Z`,
    endedAt: at,
    ticks: {},
    ...more,
  };
  const readBack = paragraphsToRead(draft).reduce((now, row) => tickParagraph(draft, now, row, at), begun);
  return { ...context, draft: { ...draft, readBacks: { ...draft.readBacks, [id]: readBack } } };
}

const list = (context: DocumentContext) =>
  namedList(context, { language: context.draft.language === 'es' ? 'es' : 'en', missingCharacters: () => [] });
const codes = (context: DocumentContext) => list(context).map((item) => item.code);
const printed = (context: DocumentContext, language: 'en' | 'es') =>
  plainText(draftToTree(context, language)).replaceAll('\u00a0', ' ');
const text = (value: string) => [{ type: 'text', text: value }] as const;

describe('a read-back is needed', () => {
  const needed = (route: Route, skills: readonly Skill[], canRead: string | null): boolean => {
    const { draft, file } = start(route, skills, canRead);
    return needsReadBack(draft, file.people[maria]!);
  };
  it.each([
    ['reads Spanish well', [['es', 'well']], 'yes', true, false],
    ['reads Spanish of a country well', [['es-HN', 'well']], null, true, false],
    ['reads English well', [['en', 'well']], 'yes', false, true],
    [
      'reads both well',
      [
        ['es', 'well'],
        ['en', 'well'],
      ],
      null,
      false,
      false,
    ],
    ['reads some Spanish', [['es', 'some']], 'yes', true, true],
    ['was not asked about reading', [['es', 'notAsked']], 'yes', true, true],
    ['speaks Mam and reads it', [['mam', 'well']], 'yes', true, true],
    [
      'cannot read, whatever the language says',
      [
        ['es', 'well'],
        ['en', 'well'],
      ],
      'no',
      true,
      true,
    ],
    ['reads a little, whatever the language says', [['es', 'well']], 'some', true, true],
    ['has no language on record', [], null, true, true],
  ] as [string, Skill[], string | null, boolean, boolean][])('by a client who %s', (_who, skills, canRead, en, es) => {
    expect([needed(first!, skills, canRead), needed(second!, skills, canRead)]).toEqual([en, es]);
  });

  it('by no other document', () => {
    const { draft, file } = startAs(first!, 'mamSpeaker');
    expect(needsReadBack({ ...draft, templateId: 'hearing-letter' }, file.people[maria]!)).toBe(false);
  });

  it('through the interpreters that the two languages ask for', () => {
    const [english, spanish] = [startAs(first!, 'mamSpeaker').draft, startAs(second!, 'mamSpeaker').draft];
    expect(relayLanguages(english, 'mam')).toEqual([
      ['mam', 'es'],
      ['es', 'en'],
    ]);
    expect(relayLanguages(english, 'es-MX')).toEqual([['es-MX', 'en']]);
    expect(relayLanguages(english, 'en')).toEqual([]);
    expect(relayLanguages(spanish, 'mam')).toEqual([['mam', 'es']]);
    expect(relayLanguages(spanish, 'es-GT')).toEqual([]);
  });
});

describe('signed in Spanish', () => {
  it('asks no read-back of a client who reads Spanish well, and says so in both texts', () => {
    const context = startAs(second!, 'reader');
    expect(codes(context)).toEqual([]);
    expect(isReady(list(context))).toBe(true);
    expect(context.draft.title).toBe('Declaración de María José Ixcoy Tzoc');
    expect(printed(context, 'es')).toContain('He leído esta declaración en español. La entiendo.');
    expect(printed(context, 'es')).toContain(
      'Declaro bajo pena de perjurio conforme a las leyes de los Estados Unidos de América',
    );
    expect(printed(context, 'es')).not.toContain('CERTIFICA');
    const english = printed(context, 'en');
    expect(english).toContain('I have read this declaration in Spanish. I understand it.');
    expect(english).toContain(
      'CERTIFICATE OF TRANSLATION\nI, Eva Ejemplo, certify:\nI am competent to translate from Spanish into English.',
    );
    expect(english).not.toContain('CERTIFICATE OF INTERPRETATION');
    const untranslated = { ...context, draft: { ...context.draft, fields: {} } };
    expect(codes(untranslated)).toEqual(['translatorMissing']);
  });

  it('is read by somebody named to a client who understands Spanish and cannot read', () => {
    const context = startAs(second!, 'cannotRead');
    expect(codes(context)).toEqual(['readBackMissing']);
    expect(printed(context, 'es')).not.toContain('He leído');
    expect(codes(readAll(context, { medium: 'telephone' }))).toEqual(['readerMissing']);
    const done = readAll(context, { medium: 'telephone', reader: { name: 'Rosa Field' } });
    expect(codes(done)).toEqual([]);
    const spanish = printed(done, 'es');
    expect(spanish).toContain('Antes de firmarla, me leyeron esta declaración en español. La entendí.');
    expect(spanish).toContain(
      [
        'CONSTANCIA DE LECTURA',
        'Yo, Rosa Field, hago constar:',
        'El documento titulado “Declaración de María José Ixcoy Tzoc” está escrito en español. Se lo leí en voz alta a María José Ixcoy Tzoc en español, tal como está escrito, sin intérprete.',
        'Lo leí por teléfono.',
        'Antes de firmar el documento, María José Ixcoy Tzoc me dijo que entiende el idioma en que lo leí (español) y que entendió el documento.',
      ].join('\n'),
    );
    expect(spanish).not.toContain('TRADUCCIÓN');
    const english = printed(done, 'en');
    expect(english).toContain(
      [
        'STATEMENT OF THE READER',
        'I, Rosa Field, state:',
        'The document titled “Declaración de María José Ixcoy Tzoc” is written in Spanish. I read it aloud to María José Ixcoy Tzoc in Spanish, as it is written, without an interpreter.',
        'I read it by telephone.',
        'María José Ixcoy Tzoc told me, before signing the document, that María José Ixcoy Tzoc understands Spanish and understood the document.',
      ].join('\n'),
    );
    expect(english.indexOf('STATEMENT OF THE READER')).toBeLessThan(english.indexOf('CERTIFICATE OF TRANSLATION'));
  });

  it('is interpreted for a Mam speaker, each interpreter certifying in the language of the document', () => {
    const context = startAs(second!, 'mamSpeaker');
    expect(codes(context)).toEqual(['readBackMissing']);
    expect(codes(readAll(context, { language: 'mam' }))).toEqual(['relayMissing']);
    const alone = list(readAll(context, { reader: { name: 'Rosa Field' } }))[0]!;
    expect([alone.code, alone.label, mayOverride(alone, 'attorney'), mayOverride(alone, 'advocate')]).toEqual([
      'notUnderstood',
      'es',
      true,
      false,
    ]);
    const incomplete = { ...link('Pedro', 'mam', 'es'), phone: '' };
    const [lacking] = list(readAll(context, { language: 'mam', relay: [incomplete] })).filter(
      (one) => one.code === 'certificateIncomplete',
    );
    expect([lacking!.label, lacking!.missing]).toEqual(['Pedro', ['phone']]);
    const done = readAll(context, { language: 'mam', relay: [link('Pedro Ejemplo', 'mam', 'es')] });
    expect(codes(done)).toEqual([]);
    const spanish = printed(done, 'es');
    expect(spanish).toContain('Antes de firmarla, me leyeron esta declaración en mam. La entendí.');
    expect(spanish).toContain(
      [
        'CERTIFICADO DE INTERPRETACIÓN',
        'Yo, Pedro Ejemplo, certifico:',
        'Tengo la competencia necesaria para interpretar entre estos dos idiomas: mam y español. Hablo ambos idiomas desde la infancia.',
        'El documento titulado “Declaración de María José Ixcoy Tzoc” está escrito en español. Se lo leí a María José Ixcoy Tzoc en mam, un idioma que María José Ixcoy Tzoc entiende. María José Ixcoy Tzoc entendió el documento antes de firmarlo.',
        'Mi interpretación fue fiel y exacta según mi leal saber y entender.',
      ].join('\n'),
    );
    expect(spanish).not.toContain('CONSTANCIA DE LECTURA');
    const english = printed(done, 'en');
    expect(english).toContain(
      'is written in Spanish. I read it to María José Ixcoy Tzoc in Mam, a language that María José Ixcoy Tzoc understands.',
    );
    expect(english.match(/CERTIFICATE OF (INTERPRETATION|TRANSLATION)/g)).toEqual([
      'CERTIFICATE OF INTERPRETATION',
      'CERTIFICATE OF TRANSLATION',
    ]);
  });

  it('is read again where the signed text changed, not where only the translation did', () => {
    const { draft, ...rest } = readAll(startAs(second!, 'cannotRead'), { reader: { name: 'Rosa Field' } });
    const [opening] = paragraphsInOrder(draft);
    const better = editSide(draft, opening!.id, 'en', text('I am María.'));
    expect(paragraphsToRead(better)).toEqual([]);
    expect(codes({ ...rest, draft: better })).toEqual(['outOfStep']);
    expect(mayTick(better, better.paragraphs[opening!.id]!)).toBe(false);
    const changed = editSide(draft, opening!.id, 'es', text('Soy María.'));
    expect(paragraphsToRead(changed).map(({ id }) => id)).toEqual([opening!.id]);
    expect(mayTick(changed, changed.paragraphs[opening!.id]!)).toBe(true);
    expect(codes({ ...rest, draft: changed })).toEqual(['outOfStep', 'readBackIncomplete']);
    const again = readAll({ ...rest, draft: changed }, { reader: { name: 'Luis Campo' } }, 51);
    expect(Object.keys(again.draft.readBacks[fixtureId(51)]!.ticks)).toEqual([opening!.id]);
    expect(codes(again)).toEqual(['outOfStep']);
    expect(printed(again, 'es').match(/Yo, (Rosa Field|Luis Campo), hago constar:/g)).toHaveLength(2);
  });
});

describe('signed in English', () => {
  it('is interpreted for a client who reads Spanish only, and names the language of the document', () => {
    const context = startAs(first!, 'reader');
    expect(codes(context)).toEqual(['readBackMissing']);
    expect(codes(readAll(context, {}))).toEqual(['relayMissing']);
    const done = readAll(context, { relay: [link('Eva Ejemplo', 'es', 'en')] });
    expect(codes(done)).toEqual([]);
    expect(printed(done, 'en')).toContain(
      'The document titled “Declaration of María José Ixcoy Tzoc” is written in English. I read it to María José Ixcoy Tzoc in Spanish, a language that María José Ixcoy Tzoc understands. María José Ixcoy Tzoc understood the document before signing it.',
    );
    expect(printed(done, 'es')).not.toContain('CERTIFICADO');
  });

  it('goes through the whole relay for a Mam speaker', () => {
    const relay = [link('Pedro Ejemplo', 'mam', 'es'), link('Eva Ejemplo', 'es', 'en')];
    const done = readAll(startAs(first!, 'mamSpeaker'), { language: 'mam', relay });
    expect(codes(done)).toEqual([]);
    const english = printed(done, 'en');
    expect(english.match(/CERTIFICATE OF INTERPRETATION/g)).toHaveLength(2);
    expect(english).toContain(
      'is written in English. It was read to María José Ixcoy Tzoc in Mam, a language that María José Ixcoy Tzoc understands, through more than one interpreter in turn. I interpreted between Spanish and English.',
    );
  });

  it('is read without an interpreter to a client who understands English and cannot read', () => {
    const context = start(first!, [['en', 'no']], 'no');
    const done = readAll(context, { language: 'en', reader: { name: 'Rosa Field' } });
    expect(codes(done)).toEqual([]);
    expect(printed(done, 'en')).toContain('is written in English. I read it aloud to María José Ixcoy Tzoc in English');
    expect(printed(done, 'en')).not.toContain('CERTIFICATE');
  });

  it('prints what an interpreter completed in a later round, in one certificate', () => {
    const lacking = { ...link('Eva Ejemplo', 'es', 'en'), phone: '' };
    const { draft, ...rest } = readAll(startAs(first!, 'reader'), { relay: [lacking] });
    expect(codes({ draft, ...rest })).toEqual(['certificateIncomplete']);
    const [opening] = paragraphsInOrder(draft);
    const changed = editSide(editSide(draft, opening!.id, 'en', text('I am M.')), opening!.id, 'es', text('Soy M.'));
    const again = readAll({ ...rest, draft: changed }, { relay: [link('Eva Ejemplo', 'es', 'en')] }, 51);
    expect(codes(again)).toEqual([]);
    expect(printed(again, 'en').match(/CERTIFICATE OF INTERPRETATION/g)).toHaveLength(1);
    expect(printed(again, 'en')).toContain('656 111 1111');
  });

  it('was stored before a reader could be named, and opens', () => {
    const { draft } = readAll(startAs(first!, 'reader'), { relay: [link('Eva Ejemplo', 'es', 'en')] });
    const stored = JSON.parse(JSON.stringify(draft)) as { readBacks: Record<string, { reader?: unknown }> };
    delete stored.readBacks[fixtureId(50)]!.reader;
    expect(draftFile.parse(stored)).toEqual(draft);
  });
});
