import { describe, expect, test } from 'vitest';
import { answered } from '#shared/domain/base.ts';
import { at, CaseBuilder, countingIds, on, said } from '#shared/domain/case-builder.ts';
import { datesInText, numbersInText } from '#shared/domain/dates-in-text.ts';
import { admissionsInFacts, admissionsInText } from './admissions.ts';
import { datesNotOnRecord, differencesIn } from './consistency.ts';
import { fearOutcomeOf } from './fear-outcome.ts';
import { flagsOf, mayNotBelong, unreached } from './flags.ts';
import { timelineOf } from './timeline.ts';

const recorded = { by: 'x', at: '2019-09-01T10:00:00Z', device: '0'.repeat(32), capacity: 'underCounsel' as const };
const build = (space = 1) => new CaseBuilder(countingIds(space), recorded, 'TEST');
const now = { today: '2019-11-01', instant: '2019-11-01T15:00:00Z' };

describe('flags', () => {
  test('may not belong in MPP: the fact and the rule (SR28, SR29)', () => {
    const b = build();
    const mother = b.person({ given: ['María'], countries: ['GT'] });
    const baby = b.person({ given: ['Ana'], more: { birth: { date: on('2019-08-12'), place: at('MX-JUZ') } } });
    b.relate(mother, 'parent', baby);
    b.fact('vulnerabilities', [mother], { code: 'PHYS', toldToCbp: answered('yes') });
    expect(mayNotBelong(b.done()).map((one) => [one.people, one.rules, one.whys[0]?.key])).toEqual([
      [[baby.id], ['GP2'], 'why.bornInMexico'],
      [[mother.id], ['MXFAM'], 'why.relativeBornInMexico'],
      [[mother.id], ['GP4C'], 'why.exclusionFinding'],
    ]);
  });

  test('may not belong in MPP: what only the second version exempted counts for people of that version', () => {
    const belongs = (version: 'MPP1' | 'MPP2') => {
      const b = build();
      const person = b.person({ given: ['José'], countries: ['CU'] });
      b.fact('vulnerabilities', [person], { code: 'AGE', toldToCbp: answered('yes') });
      b.fact('programme', [person], { status: 'in', version: answered(version) });
      return mayNotBelong(b.done()).map((one) => one.rules);
    };
    expect(belongs('MPP2')).toEqual([['AGE']]);
    expect(belongs('MPP1')).toEqual([]);
  });

  test('two notices differ (J4), and agree again when one is corrected', () => {
    const b = build();
    const client = b.person({ given: ['Ana'] });
    const hearing = b.fact('hearings', [client], {
      date: on('2019-11-20'),
      time: answered('08:30'),
      kind: answered('master'),
      court: answered('El Paso'),
      hearingPlace: at('ENP'),
    });
    b.fact('papers', [client], {
      kind: 'tearSheet',
      date: on('2019-09-02'),
      languages: answered(['es']),
      hearingId: hearing.id,
      hearingDateWritten: on('2019-11-20'),
    });
    const second = b.fact('papers', [client], {
      kind: 'hearingNotice',
      date: on('2019-09-02'),
      languages: answered(['es']),
      hearingId: hearing.id,
      hearingDateWritten: on('2019-11-21'),
    });
    const codes = () => flagsOf(b.done(), now, 'en').map((one) => one.code);
    expect(codes()).toContain('noticesDiffer');
    expect(flagsOf(b.done(), now, 'en').find((one) => one.code === 'noticesDiffer')?.vars.values).toBe(
      '20 Nov 2019 / 21 Nov 2019',
    );
    b.file.papers[second.id] = { ...second, hearingDateWritten: on('2019-11-20') };
    expect(codes()).not.toContain('noticesDiffer');
  });

  test('SR21: no answer for 14 days before a hearing; an answer removes it, a message left does not', () => {
    const b = build();
    const client = b.person({ given: ['Ana'] });
    b.fact('hearings', [client], { date: on('2019-11-20') });
    expect(unreached(b.done(), client.id, now)?.code).toBe('neverReached');
    b.fact('attempts', [client], { at: '2019-10-10T15:00:00Z', result: 'answered' });
    b.fact('attempts', [client], { at: '2019-10-31T15:00:00Z', result: 'leftMessage' });
    expect(unreached(b.done(), client.id, now)).toMatchObject({ code: 'unreached', vars: { count: 22 } });
    b.fact('attempts', [client], { at: '2019-10-18T15:00:01Z', result: 'answered' });
    expect(unreached(b.done(), client.id, now)).toBeNull();
    expect(unreached(b.done(), client.id, { today: '2019-11-21', instant: '2019-11-21T15:00:00Z' })).toBeNull();
  });

  test('report before 6 a.m. where the client waits; past hearings raise nothing', () => {
    const b = build();
    const client = b.person({ given: ['Ana'], more: { placeNow: at('MX-NOG') } });
    b.fact('hearings', [client], {
      date: on('2020-06-17'),
      time: answered('08:30'),
      hearingPlace: at('ENP'),
      portToReport: at('ELP'),
      reportTime: answered('06:30'),
    });
    const early = flagsOf(b.done(), now, 'en').find((one) => one.code === 'reportEarly');
    expect(early?.vars).toEqual({ time: '05:30' });
    const [heard] = Object.values(b.done().hearings);
    const replaced = (deleted: { at: string; by: string } | null) => {
      const next = { ...heard!, id: 'f'.repeat(32), date: on('2020-09-01'), reportTime: answered('10:00'), deleted };
      const hearings = { [heard!.id]: { ...heard!, resetTo: next.id }, [next.id]: next };
      return flagsOf({ ...b.done(), hearings }, now, 'en').map((one) => one.code);
    };
    expect(replaced(null)).not.toContain('reportEarly');
    // Its replacement was taken back: this is the one to report for again.
    expect(replaced({ at: '2020-01-01T00:00:00Z', by: 'x' })).toContain('reportEarly');
    expect(
      flagsOf(b.done(), { today: '2020-06-18', instant: '2020-06-18T15:00:00Z' }, 'en').map((one) => one.code),
    ).not.toContain('reportEarly');
  });

  test('incomplete and untranslated records, pregnancy, told alone about several, no referral yet (SR11)', () => {
    const b = build();
    const [one, two] = [
      b.person({ given: ['A'], more: { pregnant: answered('yes'), dueDate: on('2019-12-24') } }),
      b.person({ given: ['B'] }),
    ];
    b.fact('harms', [one, two], { where: 'mexico', narrative: said('Nos siguieron', 'es'), notForFamily: true });
    b.fact('fearEvents', [one], { date: on('2019-10-01'), statedFear: answered('volunteered') });
    const joint = flagsOf(b.done(), now, 'en').map((flag) => flag.code);
    expect(joint).toEqual(['pregnant', 'noReferralYet', 'incomplete']);
    expect(flagsOf(b.done(), now, 'en', two.id).map((flag) => flag.code)).toEqual([
      'toldAloneAboutSeveral',
      'incomplete',
      'toTranslate',
    ]);
    expect(
      flagsOf(b.done(), { today: '2020-01-10', instant: '2020-01-10T00:00:00Z' }, 'en').map((flag) => flag.code),
    ).not.toContain('pregnant');
  });
});

describe('timeline', () => {
  const family = () => {
    const b = build();
    const [mother, son, aunt] = [
      b.person({ given: ['María'] }),
      b.person({ given: ['Diego'] }),
      b.person({ given: ['Rosa'] }),
    ];
    b.fact('encounters', [mother, son], {
      kind: 'crossing',
      date: on('2019-08-14'),
      time: answered('14:00'),
      port: at('ELP'),
    });
    b.fact('encounters', [aunt], { kind: 'crossing', date: on('2019-08-15'), port: at('ELP') });
    const fear = b.fact('fearEvents', [mother, son, aunt], {
      date: on('2019-08-14'),
      startTime: answered('21:00'),
      place: at('ELP'),
      statedFear: answered('volunteered'),
      preScreened: answered('yes'),
      preScreenOutcome: answered('notReferred'),
      nightsHeld: answered(1),
      returned: answered('yes'),
      returnedOn: on('2019-08-15'),
      returnedTime: answered('06:10'),
      returnedTo: at('MX-JUZ'),
    });
    b.fact('harms', [mother], {
      where: 'mexico',
      kinds: ['threat'],
      date: on('2019-03', 'about'),
      narrative: said('Me siguieron', 'es', 'They followed me'),
    });
    b.fact('harms', [mother], { where: 'home', kinds: ['extortion'], date: on('2019-02-27'), notForFamily: true });
    return { b, mother, son, aunt, fear };
  };

  test('lines in time order: "about March" after 27 February, held and returned after the fear event', () => {
    const { b, mother } = family();
    const entries = timelineOf(b.done(), { personId: mother.id, language: 'en' });
    expect(entries.map((entry) => [entry.title.key, entry.time])).toEqual([
      ['timeline.harm.extortion', ''],
      ['timeline.harm.threat', ''],
      ['timeline.encounter.crossing', '14:00'],
      ['timeline.fear.preempted', '21:00'],
      ['timeline.fear.held', '21:00'],
      ['timeline.fear.returned', '06:10'],
    ]);
    expect(entries[1]?.detail).toEqual({ text: 'They followed me', language: 'en' });
    expect(entries[3]?.place).toBe('El Paso (Paso del Norte) port of entry');
    expect(entries[3]?.proposals).toBe(2);
    expect(entries[3]?.missing).toEqual(['agency', 'asked']);
  });

  test('one entry about three stands in three lanes; what was told alone stands in one', () => {
    const { b, mother, son, aunt, fear } = family();
    const file = b.done();
    for (const person of [mother, son, aunt]) {
      const lane = timelineOf(file, { personId: person.id, language: 'es' });
      expect(lane.filter((entry) => entry.fact.id === fear.id && entry.kind === 'fear').length).toBe(3);
    }
    const joint = timelineOf(file, { personId: null, language: 'es' });
    expect(joint.map((entry) => entry.title.key)).not.toContain('timeline.harm.extortion');
    expect(timelineOf(file, { personId: aunt.id, language: 'es' }).map((entry) => entry.kind)).not.toContain('harm');
  });

  test('SR26: lanes with their own dates; a correction shows in all of them', () => {
    const { b, mother, aunt, fear } = family();
    b.file.fearEvents[fear.id] = { ...fear, date: on('2019-08-16') };
    for (const person of [mother, aunt]) {
      const entry = timelineOf(b.done(), { personId: person.id, language: 'en' }).find(
        (one) => one.title.key === 'timeline.fear.preempted',
      );
      expect(entry?.date?.value).toBe('2019-08-16');
    }
    expect(
      timelineOf(b.done(), { personId: aunt.id, language: 'en', kinds: ['encounter'] }).map(
        (entry) => entry.date?.value,
      ),
    ).toEqual(['2019-08-15']);
  });
});

test('outcomes of a fear event', () => {
  const b = build();
  const client = b.person({ given: ['Ana'] });
  const outcome = (input: object) => fearOutcomeOf(b.file, b.fact('fearEvents', [], input), client.id);
  expect(outcome({})).toBe('unknown');
  expect(outcome({ officerAsked: answered('no'), statedFear: answered('no') })).toBe('notAsked');
  expect(outcome({ officerAsked: answered('yes'), statedFear: answered('no') })).toBe('askedNoFear');
  expect(outcome({ statedFear: answered('whenAsked'), referred: answered('no') })).toBe('statedNotReferred');
  expect(outcome({ referred: answered('yes') })).toBe('referred');
  expect(outcome({ interviewHeld: answered('yes'), interviewOutcome: answered('negative') })).toBe('negative');
});

describe('differences between statements', () => {
  test('a date in the words that is not the date of the record; numbers lost in translation', () => {
    const b = build();
    const client = b.person({ given: ['Ana'] });
    b.fact('harms', [client], {
      where: 'mexico',
      date: on('2019-08-14'),
      narrative: said(
        'El 14 de marzo de 2019 tres hombres me siguieron.',
        'es',
        'On March 14, 2019 two men followed me.',
      ),
    });
    expect(differencesIn(b.done(), 'en').map((one) => [one.kind, one.left, one.right])).toEqual([
      ['numbersInTranslation', '3, 14, 2019', '2, 14, 2019'],
      ['dateInWords', '14 de marzo de 2019', 'August 14, 2019'],
    ]);
  });

  test('return dates and nights that differ; a spelling on a paper', () => {
    const b = build();
    const client = b.person({ given: ['María'], surnames: ['Ixcoy'] });
    const spelled = b.id();
    client.names[spelled] = {
      id: spelled,
      given: ['MARIA'],
      surnames: ['IXCOI'],
      kind: 'asWritten',
      writtenOn: 'NTA',
      paperId: null,
      surnameFirst: false,
    };
    b.fact('fearEvents', [client], { returnedOn: on('2019-08-15'), nightsHeld: answered(1) });
    b.fact('encounters', [client], { kind: 'returnToMexico', date: on('2019-08-16'), nightsHeld: answered(2) });
    expect(differencesIn(b.done(), 'en').map((one) => [one.kind, one.left, one.right])).toEqual([
      ['nameWritten', 'María Ixcoy', 'MARIA IXCOI (NTA)'],
      ['returnDate', 'August 15, 2019', 'August 16, 2019'],
      ['nights', '1', '2'],
    ]);
  });

  test('a date in a declaration that nothing on record carries', () => {
    const b = build();
    const client = b.person({ given: ['Ana'] });
    b.fact('harms', [client], { where: 'mexico', date: on('2019-03', 'about') });
    expect(datesNotOnRecord(b.done(), 'In March 2019 I fled. On May 2, 2019 I came back.', 'en')).toEqual([
      'May 2, 2019',
    ]);
  });

  test('dates and numbers in running text', () => {
    expect(
      datesInText('El 3 de abril de 2019 y en mayo del 2019, no 2019.', 'es').map((one) => one.date.value),
    ).toEqual(['2019-04-03', '2019-05']);
    expect(datesInText('On April 3, 2019, not 8:30', 'en').map((one) => one.date.value)).toEqual(['2019-04-03']);
    expect(numbersInText('two men and 1,500 pesos', 'en')).toEqual([2, 1500]);
  });
});

describe('sensitive admissions', () => {
  test.each([
    ['My uncle paid 3,000 dollars to the kidnappers.', ['payment']],
    ['Mi familia pagó el rescate.', ['payment']],
    ['Le pagamos al coyote para cruzar.', ['payment']],
    ['After that we crossed the river again.', ['reEntry']],
    ['Volvimos a cruzar en junio.', ['reEntry']],
    ['I used a false birth certificate.', ['falsePapers']],
    ['Llevaba un acta de nacimiento falsa.', ['falsePapers']],
    ['I brought my nephew across the river.', ['childBrought']],
    ['Crucé con mi sobrino de seis años.', ['childBrought']],
    ['We slept on the floor and it was cold.', []],
    ['Nos dieron agua y un sándwich.', []],
    ['The officer was paid no attention.', []],
  ])('%s', (text, kinds) => {
    expect([...new Set(admissionsInText(text).map((one) => one.kind))]).toEqual(kinds);
  });

  test('from facts: a payment, a second crossing, a child', () => {
    const b = build();
    const mother = b.person({ given: ['María'] });
    const son = b.person({ given: ['Diego'], more: { birth: { date: on('2013-02-10') } } });
    b.fact('harms', [mother], { where: 'mexico', paid: answered('yes') });
    b.fact('encounters', [mother, son], { kind: 'crossing', date: on('2019-08-14') });
    const again = b.fact('encounters', [mother], { kind: 'crossing', date: on('2019-10-14') });
    expect(admissionsInFacts(b.done()).map((one) => one.kind)).toEqual(['payment', 'reEntry', 'childBrought']);
    expect(admissionsInFacts(b.done()).find((one) => one.kind === 'reEntry')?.at.id).toBe(again.id);
    expect(admissionsInFacts(b.done(), [son.id]).map((one) => one.kind)).toEqual(['childBrought']);
  });
});
