import { afterEach, beforeEach, expect, it } from 'vitest';
import { caseFile, type CaseFile } from '#shared/domain/case-file.ts';
import type { StoredFile } from '#shared/domain/files.ts';
import { sourceFile } from '#shared/domain/files.ts';
import {
  createOn,
  family,
  hex,
  type Laptop,
  newLaptop,
  type Opened,
  personIdOf,
  RECORDED,
  removeLaptop,
} from '#e2e/support/laptop.ts';

let laptop: Laptop;
let open: Opened;
beforeEach(async () => {
  laptop = await newLaptop();
  open = await createOn(laptop);
});
afterEach(() => removeLaptop(laptop));
const take = (create: readonly StoredFile[]) => open.ask('commit', { label: 'case.created', edits: [], create });

function withBirth(file: CaseFile, value: string): CaseFile {
  const [person] = Object.values(file.people);
  if (person === undefined) throw new Error('no person');
  const date = { status: 'answered', value: { value, precision: 'day' } } as const;
  return { ...file, people: { [person.id]: { ...person, birth: { ...person.birth, date } } } };
}

it('SR3/D3: finds swapped surnames, a heard spelling, a swapped birth date, and says why', async () => {
  await take([
    withBirth(family('a1', ['María López García']), '1990-04-03'),
    family('a2', ['Ana Velásquez']),
    family('a3', ['Pedro Ruiz']),
  ]);
  const ask = (names: string[], birth = '') => open.ask('duplicates', { personId: null, names, aNumber: '', birth });
  expect((await ask(['Maria Garcia Lopez'], '1990-03-04')).map(({ row, reasons }) => [row.name, reasons])).toEqual([
    ['María López García', ['namesInOtherOrder', 'birthSwapped']],
  ]);
  expect((await ask(['Ana Belaskes'])).map(({ reasons }) => reasons)).toEqual([['soundsAlike']]);
  expect(await ask(['Pedro Soto'])).toEqual([]);
  expect(await ask([''], '1990-04-03')).toEqual([]);
});

it('shows both records of one A-number, whatever their names, and not the person asked about', async () => {
  const number = { [hex('0e')]: { id: hex('0e'), digits: '012345678', writtenOn: 'NTA', replaced: false } };
  const made = ['a1', 'a2'].map((pair) => {
    const file = family(pair, [pair === 'a1' ? 'María Ixcoy' : 'Rosa Tzoc']);
    const [person] = Object.values(file.people);
    if (person === undefined) throw new Error('no person');
    return caseFile.parse({ ...file, people: { [person.id]: { ...person, aNumbers: number, aNumberState: 'has' } } });
  });
  await take(made);
  const hits = await open.ask('duplicates', {
    personId: personIdOf('a1'),
    names: ['María Ixcoy'],
    aNumber: 'A12-345-678',
    birth: '',
  });
  expect(hits.map(({ row, reasons }) => [row.name, reasons])).toEqual([['Rosa Tzoc', ['aNumber']]]);
});

it('searches names and what was written, never protected sources', async () => {
  const account = {
    status: 'answered',
    value: { text: 'Nos siguió un hombre con un tatuaje de araña', language: 'es' },
  };
  const harms = {
    [hex('f1')]: { id: hex('f1'), about: [personIdOf('a1')], recorded: RECORDED, where: 'mexico', narrative: account },
  };
  const secret = sourceFile.parse({
    kind: 'source',
    schemaVersion: 1,
    id: hex('e1'),
    caseId: hex('a1'),
    identity: 'la araña del albergue',
    createdAt: RECORDED.at,
    recorded: RECORDED,
  });
  await take([caseFile.parse({ ...family('a1', ['María Ixcoy', 'Juan Ixcoy']), harms }), secret]);
  expect(await open.ask('search', { text: 'arana', limit: 10 })).toEqual([
    {
      caseId: hex('a1'),
      personId: personIdOf('a1'),
      title: 'María Ixcoy',
      kind: 'fact',
      snippet: 'Nos siguió un hombre con un tatuaje de araña',
    },
  ]);
  expect((await open.ask('search', { text: 'ixcoy', limit: 10 })).map(({ title, kind }) => [title, kind])).toEqual([
    ['Juan Ixcoy', 'client'],
    ['María Ixcoy', 'client'],
  ]);
  // A later change is found at once.
  const changes = [{ path: ['harms', hex('f1'), 'narrative', 'value', 'text'], value: 'Un escorpión' }];
  await open.ask('commit', { label: 'harm.changed', edits: [{ fileId: hex('a1'), changes }] });
  expect(await open.ask('search', { text: 'araña', limit: 10 })).toEqual([]);
  expect(await open.ask('search', { text: 'escorpion', limit: 10 })).toHaveLength(1);
});

it('keeps whom the user visited, newest first', async () => {
  await take([family('a1', ['María Ixcoy', 'Juan Ixcoy'])]);
  for (const number of [1, 2, 1]) await open.ask('visited', { personId: personIdOf('a1', number) });
  expect((await open.ask('recents', undefined)).map(({ name }) => name)).toEqual(['María Ixcoy', 'Juan Ixcoy']);
});

it('orders today by the hour to report, with the family counted once', async () => {
  const day = { status: 'answered', value: { value: '2019-11-26', precision: 'day' } };
  const hearing = (pair: string, reportTime: string, people: number) => ({
    [hex(pair)]: {
      id: hex(pair),
      about: people === 2 ? [personIdOf('a1', 1), personIdOf('a1', 2)] : [personIdOf('a1', 2)],
      recorded: RECORDED,
      date: day,
      reportTime: { status: 'answered', value: reportTime },
      time: { status: 'answered', value: '08:30' },
    },
  });
  await take([
    caseFile.parse({
      ...family('a1', ['María Ixcoy', 'Juan Ixcoy']),
      hearings: { ...hearing('f1', '09:00', 2), ...hearing('f2', '04:30', 1) },
    }),
  ]);
  const { hearings, counts } = await open.ask('today', { date: '2019-11-25' });
  expect(hearings.map(({ reportTime, people, initials }) => [reportTime, people, initials])).toEqual([
    ['04:30', 1, 'J. I.'],
    ['09:00', 2, 'M. I.'],
  ]);
  expect(counts).toEqual({ clients: 2, cases: 1, drafts: 0 });
});

it('a hearing is dated by the first reading of the rule that is still ahead', async () => {
  const answered = (value: unknown) => ({ status: 'answered', value });
  const hearing = {
    id: hex('f5'),
    about: [personIdOf('a1', 1)],
    recorded: RECORDED,
    kind: answered('individual'),
    date: answered({ value: '2026-12-09', precision: 'day' }),
  };
  await take([caseFile.parse({ ...family('a1', ['María Ixcoy']), hearings: { [hex('f5')]: hearing } })]);
  const dueOn = async (date: string) => (await open.ask('today', { date })).due.map(({ due }) => due);
  // Thirty days before is a Monday, November 9; fifteen days before, November 24.
  expect(await dueOn('2026-11-02')).toEqual(['2026-11-09']);
  expect(await dueOn('2026-11-23')).toEqual(['2026-11-24']);
  expect(await dueOn('2026-11-30')).toEqual(['2026-11-24']);
});

it('SR11: says what falls due: papers before a hearing in every reading, and stated fear that nobody referred', async () => {
  const answered = (value: unknown) => ({ status: 'answered', value });
  const on = (value: string) => answered({ value, precision: 'day' });
  const base = (pair: string) => ({ id: hex(pair), about: [personIdOf('a1', 1)], recorded: RECORDED });
  const hearing = (pair: string, kind: string, date: string, docket: string | null) => ({
    [hex(pair)]: {
      ...base(pair),
      kind: answered(kind),
      date: on(date),
      ...(docket === null ? {} : { detainedLabel: answered(docket) }),
    },
  });
  const fear = (pair: string, date: string, referred: unknown) => ({
    [hex(pair)]: { ...base(pair), date: on(date), statedFear: answered('volunteered'), referred },
  });
  await take([
    caseFile.parse({
      ...family('a1', ['María Ixcoy']),
      hearings: {
        ...hearing('f1', 'individual', '2026-12-28', null),
        ...hearing('f2', 'individual', '2026-12-28', 'detained'),
        ...hearing('f3', 'master', '2026-11-27', 'nonDetained'),
        ...hearing('f4', 'individual', '2027-03-01', 'nonDetained'),
      },
      fearEvents: {
        ...fear('e1', '2026-11-20', { status: 'notAsked' }),
        ...fear('e2', '2026-11-23', { status: 'notAsked' }),
        ...fear('e3', '2026-11-01', answered('no')),
      },
    }),
  ]);
  const { due } = await open.ask('today', { date: '2026-11-24' });
  expect(due.map((row) => [row.kind, row.due, row.initials])).toEqual([
    ['filing', '2026-11-27', 'M. I.'],
    ['referral', '2026-11-23', 'M. I.'],
  ]);
  const [first] = due;
  expect(first?.kind === 'filing' && [first.docketKnown, first.readings.map(({ days }) => days)]).toEqual([
    false,
    [30, 15],
  ]);
});
