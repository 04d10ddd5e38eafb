import { describe, expect, it } from 'vitest';
import { emptyCase } from '#shared/domain/case-file.ts';
import type { DraftInline } from '#shared/domain/draft.ts';
import { type BuiltParagraph, buildDeclaration } from './build.ts';
import { ana, answeredValue as yes, diego, fact, family, fixtureId, fixtureRecorded, maria } from './test-family.ts';

const say = (inlines: readonly DraftInline[]) =>
  inlines
    .map((inline) => (inline.type === 'gap' ? `[${inline.label}]` : inline.text))
    .join('')
    .replaceAll('\u00a0', ' ');
const build = (facts: Record<string, unknown>, declarantId = maria): BuiltParagraph[] =>
  buildDeclaration(family(facts), null, { declarantId, facts: null, today: '2019-10-01' });
const events = (facts: Record<string, unknown>, declarantId = maria) =>
  build(facts, declarantId)
    .filter((paragraph) => !paragraph.origin.startsWith('opening:'))
    .map(({ sides }) => ({ en: say(sides.en), es: say(sides.es) }));
const day = (value: string) => yes({ value, precision: 'day' });
const words = (text: string, language = 'es', translations = {}) => yes({ text, language, translations });

describe('a declaration from the facts', () => {
  it('has no paragraph when nothing was answered', () => {
    const file = emptyCase(fixtureId(1), '2019-10-01T00:00:00Z');
    const person = { id: maria, description: 'woman, about 20', recorded: fixtureRecorded };
    const withPerson = family({ people: { [maria]: person }, relations: {} });
    const options = { declarantId: maria, facts: null, today: '2019-10-01' };
    expect(buildDeclaration(file, null, options)).toEqual([]);
    expect(buildDeclaration(withPerson, null, options)).toEqual([]);
    const blank = {
      fearEvents: fact(40, { officers: { [fixtureId(41)]: { id: fixtureId(41) } } }),
      encounters: fact(42, { kind: 'crossing' }),
      harms: fact(43, { where: 'mexico' }),
      stays: fact(44, { kind: 'shelter' }),
      papers: fact(45, { kind: 'noticeToAppear' }),
      hearings: fact(46, {}),
    };
    expect(events(blank)).toEqual([]);
  });

  it('opens with who the declarant is and the family', () => {
    const file = family({});
    const [who, relatives] = buildDeclaration(file, null, { declarantId: maria, facts: null, today: '2019-10-01' });
    expect(say(who!.sides.en)).toBe('My name is María José Ixcoy Tzoc.');
    expect(say(who!.sides.es)).toBe('Me llamo María José Ixcoy Tzoc.');
    expect(say(relatives!.sides.en)).toBe(
      'The members of my family in this case are my son Diego Ixcoy and my daughter Ana Ixcoy (born on August 12, 2019).',
    );
    expect(say(relatives!.sides.es)).toBe(
      'Los miembros de mi familia en este caso son mi hijo Diego Ixcoy y mi hija Ana Ixcoy (nacimiento: 12 de agosto de 2019).',
    );
  });

  it('says the city where the person is now, and never the shelter', () => {
    const livesIn = (text: string, country: string | null) => {
      const base = family({});
      const placeNow = yes({ code: null, text, country });
      const people = { ...base.people, [maria]: { ...base.people[maria]!, placeNow } };
      const built = build({ people });
      return say(built[0]!.sides.es).match(/Ahora.*/)?.[0];
    };
    expect(livesIn('Albergue La Estrella, Cd. Juárez, Chih.', null)).toBe('Ahora estoy en Ciudad Juárez, Chihuahua.');
    expect(livesIn('Nuevo Laredo', null)).toBe('Ahora estoy en Nuevo Laredo, Tamaulipas.');
    expect(livesIn('Albergue La Estrella', 'MX')).toBe('Ahora estoy en México.');
    expect(livesIn('Estelí', 'other')).toBeUndefined();
  });

  it('tells the crossing in the singular, with the family and the age of a newborn', () => {
    const encounters = fact(42, { kind: 'crossing', date: day('2019-08-14'), port: yes({ code: 'ELP' }) });
    expect(events({ encounters })).toEqual([
      {
        en: 'On August 14, 2019, I came to the El Paso (Paso del Norte) port of entry with my son Diego Ixcoy and my daughter Ana Ixcoy (then two days old).',
        es: 'El 14 de agosto de 2019, llegué al puerto de entrada de El Paso (Paso del Norte) con mi hijo Diego Ixcoy y mi hija Ana Ixcoy (entonces de dos días de edad).',
      },
    ]);
  });

  it('keeps "the officer did not ask" apart from "we have not asked yet"', () => {
    const asked = (officerAsked: unknown) => events({ fearEvents: fact(40, { officerAsked }) });
    expect(asked({ status: 'notAsked' })).toEqual([]);
    expect(asked({ status: 'declined' })).toEqual([]);
    expect(asked(yes('no'))).toEqual([
      {
        en: 'The officer did not ask us if we were afraid to go back to Mexico.',
        es: 'El oficial no nos preguntó si teníamos miedo de regresar a México.',
      },
    ]);
  });

  it('leaves a gap only in a sentence that another answer produced, and none for what the client does not know', () => {
    const told = (more: Readonly<Record<string, unknown>>) => events({ fearEvents: fact(40, more) })[0];
    expect(told({ returned: yes('yes'), returnedOn: day('2019-08-15'), returnedTo: yes({ code: 'MX-JUZ' }) })).toEqual({
      en: 'On August 15, 2019, at [time of return], we were sent back to Ciudad Juárez, Chihuahua.',
      es: 'El 15 de agosto de 2019, a las [hora del regreso], nos enviaron de regreso a Ciudad Juárez, Chihuahua.',
    });
    expect(told({ returned: yes('yes'), returnedOn: day('2019-08-15'), returnedTime: { status: 'unknown' } })).toEqual({
      en: 'On August 15, 2019, we were sent back to Mexico.',
      es: 'El 15 de agosto de 2019, nos enviaron de regreso a México.',
    });
    expect(told({ returnedTime: { status: 'notAsked' } })).toBeUndefined();
  });

  it('tells the relay, and 3 of 8 questions not understood (SR7)', () => {
    const question = (number: number, understood: string) => ({
      [fixtureId(number)]: { id: fixtureId(number), order: number, understood },
    });
    const questions = Object.assign(
      {},
      ...[1, 2, 3].map((n) => question(n, 'no')),
      ...[4, 5, 6, 7, 8].map((n) => question(n, 'yes')),
    );
    const interpreters = {
      [fixtureId(61)]: { id: fixtureId(61), order: 1, kind: 'family', who: 'mi hermano', from: 'mam', to: 'es' },
      [fixtureId(62)]: { id: fixtureId(62), order: 2, kind: 'telephone', from: 'es', to: 'en', quality: yes('poor') },
    };
    expect(
      events({ fearEvents: fact(40, { about: [maria], officerLanguage: yes('en'), interpreters, questions }) }),
    ).toEqual([
      {
        en: 'The officer spoke English. A member of my family (mi hermano) put the words from Mam into Spanish. An interpreter on the telephone put the words from Spanish into English. The interpretation was poor. Out of 8 questions, I did not understand 3.',
        es: 'El oficial hablaba inglés. Un familiar mío (mi hermano) pasó las palabras del mam al español. Un intérprete por teléfono pasó las palabras del español al inglés. La interpretación fue mala. De un total de 8 preguntas, no entendí 3.',
      },
    ]);
  });

  it('says who was never told of the right to state fear (SR15), silence in the order given (SR16)', () => {
    const told = events({
      fearEvents: fact(40, {
        toldOfRight: yes('no'),
        statedFear: yes('no'),
        silenceReasons: yes(['childrenPresent', 'uniforms']),
      }),
    });
    expect(told).toEqual([
      {
        en: 'Nobody told us that we could say that we were afraid to go back to Mexico. We did not say that we were afraid to go back to Mexico. We did not speak of the fear because children were present and because there were people in uniform.',
        es: 'Nadie nos dijo que podíamos decir que teníamos miedo de regresar a México. No dijimos que teníamos miedo de regresar a México. No hablamos del miedo porque había niños presentes y porque había personas de uniforme.',
      },
    ]);
  });

  it('quotes words in their language and marks what is not translated or not checked', () => {
    const said = (fearWords: unknown) => events({ fearEvents: fact(40, { about: [maria], fearWords }) })[0];
    expect(said(words('Nos siguieron.'))).toEqual({
      en: 'My words were: “Nos siguieron.” [translation into English]',
      es: 'Mis palabras fueron: “Nos siguieron.”',
    });
    const checked = { en: { text: 'They followed us', state: 'checked' } };
    expect(said(words('Nos siguieron', 'es', checked))?.en).toBe('My words were: “They followed us.”');
    const unchecked = { en: { text: 'They followed us', state: 'draft' } };
    expect(said(words('Nos siguieron', 'es', unchecked))?.en).toBe(
      'My words were: “They followed us.” [translation to be checked]',
    );
  });

  it('never cuts or changes the words of a client (CP2, CP5)', () => {
    const long = `${'Unos hombres nos siguieron desde la terminal *, y {nadie} <hizo> [nada]. '.repeat(400)}Fin...`;
    const told = events({ fearEvents: fact(40, { account: words(long) }) })[0]!;
    expect(told.es).toContain(long);
    expect(told.en).toContain(long);
  });

  it('says "never referred" once, from both answers', () => {
    const paragraphs = build({
      fearEvents: fact(40, { preScreened: yes('yes'), preScreenOutcome: yes('notReferred'), referred: yes('no') }),
    });
    const told = paragraphs.at(-1)!;
    expect(say(told.sides.en)).toBe(
      'Officers who were not asylum officers first questioned us about the fear. We were not taken to speak with an asylum officer.',
    );
    expect(told.facts.map(({ ref, printed }) => [ref.field, printed])).toEqual([
      ['preScreened', 'yes'],
      ['referred', 'no'],
      ['preScreenOutcome', 'notReferred'],
    ]);
  });

  it('tells harm with demand, payment and report', () => {
    const harms = fact(70, {
      where: 'mexico',
      kinds: ['threat', 'extortion'],
      date: yes({ value: '2019-09-20', precision: 'about' }),
      place: yes({ text: 'Ciudad Juárez', country: 'MX' }),
      paid: yes('yes'),
      reported: yes('no'),
      whyNotReported: words('Tenía miedo'),
    });
    expect(events({ harms })).toEqual([
      {
        en: 'About September 20, 2019, in Ciudad Juárez, we were threatened and money or something else was demanded from us by threats. A payment was made. Who paid: [who paid]. It was not reported to any authority. The reason was: “Tenía miedo.” [translation into English]',
        es: 'Alrededor del 20 de septiembre de 2019, en Ciudad Juárez, nos amenazaron y nos exigieron dinero u otra cosa con amenazas. Se hizo un pago. Quién pagó: [quién pagó]. No se denunció ante ninguna autoridad. La razón fue: “Tenía miedo”.',
      },
    ]);
  });

  it('shows a fact told alone to nobody else, and applies what differs for one person', () => {
    const secret = fact(71, { about: [ana], notForFamily: true, where: 'mexico', kinds: ['threat'] });
    expect(events({ harms: secret })).toEqual([]);
    expect(events({ harms: secret }, ana)).toHaveLength(1);
    const encounters = fact(42, {
      kind: 'returnToMexico',
      date: day('2019-08-15'),
      exceptions: { [diego]: { date: day('2019-08-16') } },
    });
    expect(events({ encounters })[0]!.en).toBe('On August 15, 2019, I was sent back to Mexico.');
    expect(events({ encounters }, diego)[0]!.en).toBe('On August 16, 2019, I was sent back to Mexico.');
    expect(
      events({ encounters: fact(42, { about: [diego], kind: 'returnToMexico', date: day('2019-08-15') }) }),
    ).toEqual([]);
  });

  it('puts the return behind what happened before it on the same day', () => {
    const told = build({
      encounters: {
        ...fact(10, { kind: 'returnToMexico', date: day('2019-08-14') }),
        ...fact(11, { kind: 'crossing', date: day('2019-08-14') }),
      },
      fearEvents: fact(12, { date: day('2019-08-14'), officerAsked: yes('no') }),
      irregularities: fact(13, { type: 'X', decision: 'accepted', fearEventId: fixtureId(12), note: words('Nada') }),
      papers: fact(14, { kind: 'noticeToAppear', servedOn: day('2019-08-14') }),
    });
    expect(told.slice(2).map((paragraph) => Number.parseInt(paragraph.origin.split(':')[1]!, 16))).toEqual([
      11, 14, 12, 12, 13, 10,
    ]);
  });

  it('tells a return once that both the fear event and the movement hold, and both when they differ', () => {
    const facts = (time: string) => ({
      fearEvents: fact(12, { returned: yes('yes'), returnedOn: day('2019-08-15'), returnedTime: yes('06:10') }),
      encounters: fact(13, { kind: 'returnToMexico', date: day('2019-08-15'), time: yes(time) }),
    });
    expect(events(facts('06:10')).map(({ en }) => en)).toEqual([
      'On August 15, 2019, at 6:10 a.m., we were sent back to Mexico.',
    ]);
    expect(events(facts('07:00'))).toHaveLength(2);
  });

  it('says of a past hearing without a recorded appearance only that it was set', () => {
    expect(events({ hearings: fact(80, { date: day('2019-09-02'), time: yes('08:30') }) })).toEqual([
      {
        en: 'Our court hearing was set for September 2, 2019 at 8:30 a.m.',
        es: 'Nuestra audiencia en la corte estaba fijada para el 2 de septiembre de 2019 a las 8:30 a. m.',
      },
    ]);
  });

  it('stands in the order of time, whatever the order of entry (CP7)', () => {
    const told = build({
      harms: fact(30, { where: 'mexico', kinds: ['robbery'], date: yes({ value: '2019-03', precision: 'about' }) }),
      stays: fact(31, { kind: 'shelter', from: day('2019-04-02') }),
      encounters: fact(32, { kind: 'crossing', date: yes({ value: '2019-02', precision: 'month' }) }),
    });
    expect(told.map((paragraph) => paragraph.origin.split(':')[0])).toEqual([
      'opening',
      'opening',
      'encounters',
      'harms',
      'stays',
    ]);
  });
});
