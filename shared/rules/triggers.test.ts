import { describe, expect, test } from 'vitest';
import { answered } from '#shared/domain/base.ts';
import { at, CaseBuilder, countingIds, on } from '#shared/domain/case-builder.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import { irregularityTypes } from '#shared/reference/irregularities.ts';
import { fearRules } from './fear-rules.ts';
import type { Finding } from './finding.ts';
import { sharedAddresses } from './paper-rules.ts';
import { findAll, findForFearEvent, findForPeople, linkOf, openFindings } from './triggers.ts';

const recorded = { by: 'x', at: '2019-09-01T10:00:00Z', device: '0'.repeat(32), capacity: 'underCounsel' as const };
const build = (space = 1) => new CaseBuilder(countingIds(space), recorded, 'TEST');
const types = (findings: readonly Finding[]) => findings.map((finding) => finding.type).sort();
const kjb = [
  { tag: 'kjb', best: true, reads: 'well' as const },
  { tag: 'es', speaks: 'some' as const, understands: 'some' as const, reads: 'no' as const },
];

test('every rule of the reference exists, and every rule proposes a type of the reference', () => {
  const codes = irregularityTypes.map((entry) => entry.code);
  for (const type of Object.keys(fearRules)) expect(codes).toContain(type);
});

test('SR10: "the officer did not ask" triggers; "we have not asked yet" never does', () => {
  const b = build();
  const client = b.person({ given: ['Ana'], languages: kjb });
  const asked = b.fact('fearEvents', [client], { officerAsked: answered('no'), statedFear: answered('no') });
  const notYet = b.fact('fearEvents', [client], {
    officerAsked: { status: 'notAsked' },
    statedFear: { status: 'notAsked' },
  });
  expect(types(findForFearEvent(b.done(), asked))).toEqual(['FEAR-NOT-ASKED']);
  expect(findForFearEvent(b.done(), notYet)).toEqual([]);
});

describe('SR13: the pre-screen pre-empts the interview', () => {
  const preScreened = () => {
    const b = build();
    const client = b.person({ given: ['Ana'] });
    const event = b.fact('fearEvents', [client], {
      date: on('2019-08-14'),
      statedFear: answered('volunteered'),
      preScreened: answered('yes'),
      preScreenOutcome: answered('notReferred'),
      referred: answered('no'),
    });
    return { b, client, event };
  };

  test('negative pre-screen and no USCIS record: pre-empted, and not at the same time "no referral" (SR2)', () => {
    const { b, event } = preScreened();
    const [finding] = findForFearEvent(b.done(), event);
    expect(types(findForFearEvent(b.done(), event))).toEqual(['PRESCREEN-PREEMPT']);
    expect(finding?.triggers).toContain('preScreenOutcome');
    expect(finding?.whys).toEqual([{ key: 'why.preScreenedNoInterview', vars: {} }]);
  });

  test('adding a USCIS record removes it, an earlier one does not', () => {
    const { b, client, event } = preScreened();
    b.fact('fearEvents', [client], { date: on('2019-08-01'), interviewHeld: answered('yes') });
    expect(types(findForFearEvent(b.done(), event))).toEqual(['PRESCREEN-PREEMPT']);
    b.fact('fearEvents', [client], { date: on('2019-09-02'), interviewHeld: answered('yes') });
    expect(findForFearEvent(b.done(), event)).toEqual([]);
  });

  test('without a pre-screen it is "no referral"; if kept from stating it is neither', () => {
    const b = build();
    const client = b.person({ given: ['Ana'] });
    const stated = b.fact('fearEvents', [client], { statedFear: answered('whenAsked'), referred: answered('no') });
    const stopped = b.fact('fearEvents', [client], {
      statedFear: answered('prevented'),
      referred: answered('no'),
      prevented: answered('yes'),
    });
    expect(types(findForFearEvent(b.done(), stated))).toEqual(['NO-REFERRAL']);
    expect(types(findForFearEvent(b.done(), stopped))).toEqual(['FEAR-PREVENTED']);
  });
});

test('SR7: 3 of 8 questions not understood', () => {
  const b = build();
  const client = b.person({ given: ['Ana'], languages: kjb });
  const event = b.fact('fearEvents', [client], {
    questions: b.keyed(
      ['yes', 'no', 'yes', 'no', 'yes', 'no', 'yes', 'yes', 'notRecorded'].map((understood, order) => ({
        order,
        question: '',
        understood: understood as 'yes',
      })),
    ),
  });
  const [finding] = findForFearEvent(b.done(), event);
  expect(finding?.type).toBe('INTERPRETATION');
  expect(finding?.whys).toEqual([{ key: 'why.questionsNotUnderstood', vars: { count: 3, of: 8 } }]);
});

test('interpretation: none, family, officer, poor line', () => {
  const b = build();
  const client = b.person({ given: ['Ana'], languages: kjb });
  const none = b.fact('fearEvents', [client], { interpreterPresent: answered('no'), officerLanguage: answered('es') });
  expect(findForFearEvent(b.done(), none)[0]?.whys).toEqual([
    { key: 'why.noInterpreter', vars: { needed: 'kjb', used: 'es' } },
  ]);
  const family = b.fact('fearEvents', [client], {
    interpreterPresent: answered('yes'),
    interpreters: b.keyed([{ order: 1, kind: 'family' as const, from: 'kjb', to: 'es', quality: answered('poor') }]),
  });
  expect(findForFearEvent(b.done(), family)[0]?.whys.map((one) => one.key)).toEqual([
    'why.familyInterpreted',
    'why.poorLine',
  ]);
  const wrong = b.fact('fearEvents', [client], {
    interpreterPresent: answered('yes'),
    interpreters: b.keyed([{ order: 1, kind: 'telephone' as const, from: 'mam', to: 'es' }]),
  });
  expect(findForFearEvent(b.done(), wrong)[0]?.whys[0]?.key).toBe('why.wrongInterpreterLanguage');
});

test('SR6: a Qʼanjobʼal reader with an English notice is counted; a Spanish reader with a Spanish notice is not', () => {
  const b = build();
  const client = b.person({ given: ['Ana'], languages: kjb });
  const reader = b.person({ given: ['Luis'], languages: [{ tag: 'es', best: true, reads: 'well' }] });
  b.fact('papers', [client, reader], { kind: 'hearingNotice', languages: answered(['en', 'es']) });
  b.fact('papers', [client], { kind: 'noticeToAppear', languages: answered(['en']) });
  b.fact('papers', [reader], { kind: 'tearSheet', languages: answered(['es']) });
  const unknown = b.person({ given: ['Eva'] });
  b.fact('papers', [unknown], { kind: 'noticeToAppear', languages: answered(['en']) });
  const found = findAll(b.done());
  expect(types(found)).toEqual(['NOTICE-LANGUAGE', 'NOTICE-LANGUAGE']);
  expect(found.map((finding) => finding.people)).toEqual([[client.id], [client.id]]);
});

test('one event about four people: one finding that names those it is true of', () => {
  const b = build();
  const [mother, son, daughter, aunt] = ['María', 'Diego', 'Ana', 'Rosa'].map((name) => b.person({ given: [name] }));
  if (!mother || !son || !daughter || !aunt) throw new Error('four people');
  const event = b.fact('fearEvents', [mother, son, daughter, aunt], {
    statedFear: answered('volunteered'),
    referred: answered('no'),
    exceptions: { [aunt.id]: { referred: { status: 'answered', value: 'yes' } } },
  });
  const [finding] = findForFearEvent(b.done(), event);
  expect(finding?.type).toBe('NO-REFERRAL');
  expect(finding?.people).toEqual([mother.id, son.id, daughter.id]);
});

test('SR28: Mexican nationality raises the hit with its paper, a second nationality changes nothing', () => {
  const b = build();
  const client = b.person({ given: ['Ana'], countries: ['GT', 'MX'] });
  for (const one of Object.values(client.nationalities)) one.paper = 'birth record';
  const [finding] = findForPeople(b.done());
  expect(finding).toMatchObject({
    type: 'MEXICAN-NATIONAL',
    people: [client.id],
    whys: [{ key: 'why.mexicanNationalityPaper', vars: { paper: 'birth record' } }],
  });
});

test('SR29, SR31: a child born in Mexico flags the whole family, naming the child', () => {
  const b = build();
  const mother = b.person({ given: ['María'], countries: ['GT'] });
  const brother = b.person({ given: ['Diego'], countries: ['GT'] });
  b.fact('encounters', [mother, brother], { kind: 'returnToMexico', date: on('2019-06-15') });
  const baby = b.person({ given: ['Ana'], more: { birth: { date: on('2019-08-12'), place: at('MX-JUZ') } } });
  expect(findForPeople(b.done()).map((finding) => [finding.type, finding.people[0], finding.whys[0]?.key])).toEqual([
    ['MEXICAN-RELATIVE', mother.id, 'why.mexicanInCase'],
    ['MEXICAN-RELATIVE', brother.id, 'why.mexicanInCase'],
  ]);
  b.relate(mother, 'parent', baby);
  b.relate(mother, 'parent', brother);
  const related = findForPeople(b.done());
  expect(related.map((finding) => finding.people[0])).toEqual([mother.id, brother.id]);
  expect(related[0]?.whys).toEqual([
    { key: 'why.relativeBornInMexico', vars: { name: 'Ana' } },
    { key: 'why.bornDuringWait', vars: { name: 'Ana' } },
  ]);
});

test('SR30: a return inside the pregnancy is found, after the due date it is not', () => {
  const b = build();
  const client = b.person({ given: ['Ana'], more: { dueDate: on('2019-10-01') } });
  b.fact('encounters', [client], { kind: 'returnToMexico', date: on('2019-08-15') });
  b.fact('encounters', [client], { kind: 'returnToMexico', date: on('2019-10-20') });
  b.fact('encounters', [client], { kind: 'returnToMexico', date: on('2018-11-01') });
  const found = findAll(b.done());
  expect(types(found)).toEqual(['PREGNANT-RETURNED']);
});

test('a vulnerable person returned, but not one CBP was not told of', () => {
  const b = build();
  const client = b.person({ given: ['Ana'] });
  b.fact('vulnerabilities', [client], { code: 'PHYS', toldToCbp: answered('yes') });
  b.fact('vulnerabilities', [client], { code: 'MENT', toldToCbp: answered('no') });
  b.fact('encounters', [client], { kind: 'returnToMexico', date: on('2019-08-15') });
  expect(findAll(b.done()).flatMap((finding) => finding.whys)).toEqual([
    { key: 'why.vulnerableReturned', vars: { code: 'PHYS' } },
  ]);
});

test('SR18, SR19, SR20, SR22: restraints, biometrics, counsel, lost shelter, overnight, notes', () => {
  const b = build();
  const client = b.person({ given: ['Ana'] });
  const event = b.fact('fearEvents', [client], {
    restraints: b.keyed([{ personId: client.id, kind: 'handcuffs' as const, during: 'interview' as const }]),
    sharedWithMexico: answered('yes'),
    interviewOutcome: answered('positive'),
    counselAsked: answered('yes'),
    counselAllowed: answered('refused'),
    lostShelter: answered('yes'),
    heldFrom: answered('21:00'),
    hoursHeld: answered(9),
    notesReadBack: answered('no'),
    toldOfRight: answered('no'),
    signedPapers: b.keyed([{ what: 'I-213', understood: answered('none' as const) }]),
  });
  expect(types(findForFearEvent(b.done(), event))).toEqual([
    'BIOMETRICS-SHARED',
    'COUNSEL-DENIED',
    'HELD-OVERNIGHT',
    'LOST-SHELTER',
    'NOT-TOLD-OF-RIGHT',
    'NOTES-NOT-READ-BACK',
    'RESTRAINTS',
    'SIGNED-NOT-UNDERSTOOD',
  ]);
});

test('nine hours from noon are no overnight stay (SR34: it needs a change of date)', () => {
  const b = build();
  const client = b.person({ given: ['Ana'] });
  const event = b.fact('fearEvents', [client], { heldFrom: answered('12:00'), hoursHeld: answered(9) });
  expect(findForFearEvent(b.done(), event)).toEqual([]);
});

test('preparation time is looked up in the version of that day', () => {
  const b = build();
  const client = b.person({ given: ['Ana'] });
  const second = b.fact('fearEvents', [client], { date: on('2022-02-01'), preparationMinutes: answered(60) });
  const first = b.fact('fearEvents', [client], { date: on('2019-08-14'), preparationMinutes: answered(60) });
  expect(types(findForFearEvent(b.done(), second))).toEqual(['PREPARATION-SHORT']);
  expect(findForFearEvent(b.done(), first)).toEqual([]);
});

test('CP27: "Facebook", an empty address, and one that is not where the person stayed', () => {
  const b = build();
  const client = b.person({ given: ['Ana'] });
  b.fact('stays', [client], { kind: 'shelter', place: at('MX-TIJ', 'Casa del Río, Calle 3'), from: on('2019-05-01') });
  for (const address of ['Facebook', '', 'Albergue Otro', 'Calle 3, Casa del Río'])
    b.fact('papers', [client], {
      kind: 'noticeToAppear',
      servedOn: on('2019-05-10'),
      addressWritten: answered(address),
    });
  const whys = findAll(b.done()).flatMap((finding) => finding.whys.map((one) => one.key));
  expect(whys.sort()).toEqual(['why.addressDiffers', 'why.addressEmpty', 'why.addressStandIn']);
});

test('SR23: the same address on five unrelated cases', () => {
  const files: CaseFile[] = [1, 2, 3, 4, 5].map((space) => {
    const b = build(space);
    const client = b.person({ given: ['Ana'] });
    b.fact('papers', [client], { kind: 'noticeToAppear', addressWritten: answered('Albergue  Sol, Tijuana') });
    return b.done();
  });
  expect([...sharedAddresses(files, 5).keys()]).toEqual(['albergue sol tijuana']);
  expect(sharedAddresses(files, 6).size).toBe(0);
});

test('an invented hearing date after the case was closed; not let in; separation; apart', () => {
  const b = build();
  const [one, two] = [b.person({ given: ['Ana'] }), b.person({ given: ['Luis'] })];
  b.fact('hearings', [one], { date: on('2019-07-01'), outcome: answered('terminated') });
  b.fact('papers', [one], { kind: 'tearSheet', servedOn: on('2019-07-02'), hearingDateWritten: on('2019-09-09') });
  b.fact('hearings', [two], { date: on('2019-07-01'), appeared: answered('notAdmitted') });
  b.fact('encounters', [two], { kind: 'crossing', processedTogether: answered('apart') });
  expect(types(findAll(b.done()))).toEqual(['FALSE-COURT-DATE', 'NOT-LET-IN', 'PROCESSED-APART']);
  b.separate({ people: [one.id, two.id] });
  expect(types(findAll(b.done()))).toEqual(['FALSE-COURT-DATE', 'NOT-LET-IN', 'SEPARATION']);
});

test('a decided proposal is not proposed again', () => {
  const b = build();
  const client = b.person({ given: ['Ana'] });
  const event = b.fact('fearEvents', [client], { lostShelter: answered('yes') });
  const findings = findForFearEvent(b.done(), event);
  expect(openFindings(b.done(), findings).length).toBe(1);
  const [finding] = findings;
  if (!finding) throw new Error('a finding');
  b.fact('irregularities', [client], { type: 'LOST-SHELTER', decision: 'dropped', ...linkOf(finding.at) });
  expect(openFindings(b.done(), findings)).toEqual([]);
});
