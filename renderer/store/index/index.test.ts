import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { must } from '#shared/assert.ts';
import { caseFile, type CaseFile } from '#shared/domain/case-file.ts';
import { family, hex, personIdOf, RECORDED } from '#e2e/support/laptop.ts';
import { decodeEntry, encodeEntry } from './codec.ts';
import { type CaseEntry, entryOf } from './entries.ts';
import { clientRow, dayLimits, isUnreached, nextHearing } from './rows.ts';
import { StoreIndex } from './store-index.ts';

const [one, two] = [personIdOf('c1', 1), personIdOf('c1', 2)];
const fact = (pair: string, about: string[], more: Record<string, unknown>) => ({
  [hex(pair)]: { id: hex(pair), about, recorded: RECORDED, ...more },
});
const day = (value: string) => ({ status: 'answered', value: { value, precision: 'day' } });
const place = (code: string) => ({ status: 'answered', value: { code, text: '', country: 'US' } });
const make = (more: Record<string, unknown> = {}): CaseFile =>
  caseFile.parse({ ...family('c1', ['María Ixcoy', 'Juan Ixcoy'], { officeNumber: '2019-088' }), ...more });
const entry = (file: CaseFile): CaseEntry => {
  const made = entryOf(file, { revision: 3, changedAt: '2019-11-01T00:00:00Z', conflicts: 0 });
  if (made.kind !== 'case') throw new Error('not a case');
  return made;
};
const person = (file: CaseFile, number = 0) => {
  const found = entry(file).people[number];
  if (found === undefined) throw new Error('no person');
  return found;
};

describe('one fact, many people', () => {
  const hearings = {
    ...fact('1a', [one, two], { date: day('2019-12-02'), portToReport: place('ELP') }),
    ...fact('1b', [one, two], { date: day('2019-10-02'), appeared: { status: 'answered', value: 'appeared' } }),
  };
  it('stands in the row of each and once among the hearings', () => {
    const made = entry(make({ hearings }));
    expect(made.people.map(({ hearings: dates }) => dates)).toEqual([['2019-12-02'], ['2019-12-02']]);
    expect(made.hearings).toHaveLength(1);
    expect(made.hearings[0]).toMatchObject({ date: '2019-12-02', port: 'ELP', people: 2, personId: one });
  });
  it('gives the next hearing for a day', () => {
    const made = person(make({ hearings }));
    expect(nextHearing(made, '2019-12-02')).toBe('2019-12-02');
    expect(nextHearing(made, '2019-12-03')).toBe('');
  });
  it('counts a month as not over until it is', () => {
    const month = fact('1c', [one], { date: { status: 'answered', value: { value: '2019-12', precision: 'month' } } });
    expect(nextHearing(person(make({ hearings: month })), '2019-12-30')).toBe('2019-12');
    expect(nextHearing(person(make({ hearings: month })), '2020-01-01')).toBe('');
  });
});

describe('CP22 and facts told alone', () => {
  const alone = fact('2a', [two], { notForFamily: true, code: 'PHYS' });
  const inMpp = fact('2b', [one, two], { status: 'in' });
  it('a fact not for the family shows in its own row and in no other, nor under the case', () => {
    const made = entry(make({ vulnerabilities: alone, programme: inMpp }));
    expect(made.people.map(({ flags }) => flags)).toEqual([[], ['mayNotBelong']]);
    expect(made.flags.map(({ flag }) => flag)).not.toContain('mayNotBelong');
    expect(JSON.stringify(made.people[0])).not.toContain('PHYS');
  });
  it('taken-back facts count nowhere', () => {
    const gone = fact('2a', [two], { code: 'PREGNANT', deleted: { at: '2019-11-01T00:00:00Z', by: hex('aa') } });
    expect(person(make({ vulnerabilities: gone, programme: inMpp }), 1).flags).toEqual([]);
  });
  it('two papers that name different days for one hearing are flagged', () => {
    const hearings = fact('1a', [one], { date: day('2019-12-02') });
    const papers = {
      ...fact('3a', [one], { kind: 'hearingNotice', hearingId: hex('1a'), hearingDateWritten: day('2019-12-02') }),
      ...fact('3b', [one], { kind: 'tearSheet', hearingId: hex('1a'), hearingDateWritten: day('2019-12-12') }),
    };
    expect(person(make({ hearings, papers })).flags).toEqual(['noticesDiffer']);
    expect(person(make({ hearings, papers }), 1).flags).toEqual([]);
  });
});

describe('the flags of the lists are those of the client page', () => {
  it('a vulnerability that no list excludes is no flag; a Mexican nationality is, whatever the programme status', () => {
    const language = fact('2a', [one], { code: 'LANG' });
    expect(person(make({ vulnerabilities: language, programme: fact('2b', [one], { status: 'in' }) })).flags).toEqual(
      [],
    );
    const file = make();
    const nationalities = { [hex('5a')]: { id: hex('5a'), country: 'MX' } };
    const withMexican = { ...file, people: { ...file.people, [one]: { ...file.people[one]!, nationalities } } };
    expect(person(caseFile.parse(withMexican)).flags).toEqual(['mayNotBelong']);
  });
  it('a paper that differs from the recorded hour is flagged, and any record that misses an item is incomplete', () => {
    const hearings = fact('1a', [one], { date: day('2019-12-02'), time: { status: 'answered', value: '08:30' } });
    const paper = {
      kind: 'tearSheet',
      hearingId: hex('1a'),
      hearingTimeWritten: { status: 'answered', value: '09:30' },
    };
    const made = make({ hearings, papers: fact('3a', [one], paper) });
    expect(person(made).flags).toEqual(['noticesDiffer']);
    expect(entry(made).incomplete).toBe(true);
    expect(entry(make()).incomplete).toBe(false);
  });
});

describe('rows', () => {
  it('is a row with everything derived', () => {
    const file = make({
      programme: fact('2b', [one], { status: 'in', portOfReturn: place('ELP') }),
      attempts: {
        ...fact('4a', [one], { at: '2019-11-01T10:00:00Z', result: 'answered' }),
        ...fact('4b', [one], { at: '2019-11-20T10:00:00Z', result: 'noAnswer' }),
      },
    });
    expect(clientRow(entry(file), person(file), '2019-11-25')).toEqual({
      personId: one,
      caseId: hex('c1'),
      officeNumber: '2019-088',
      name: 'María Ixcoy',
      initials: 'M. I.',
      aNumber: '',
      aNumberState: 'notAsked',
      languages: [],
      placeNow: '',
      port: 'ELP',
      nextHearing: '',
      lastContact: '2019-11-01T10:00:00Z',
      flags: [],
      familySize: 2,
      createdAt: '2019-10-01T10:00:00Z',
    });
  });
  it('has no initials of a person without a name: a description would tell as much as a name', () => {
    const file = make();
    const nobody = { ...file.people[one]!, names: {}, description: 'woman, about 20, two children' };
    const made = caseFile.parse({ ...file, people: { ...file.people, [one]: nobody } });
    const { name, initials } = clientRow(entry(made), person(made), '2019-11-25');
    expect([name, initials]).toEqual(['woman, about 20, two children', '']);
  });
  it('is not reached after 14 silent days with a hearing ahead; the intake counts as contact', () => {
    const hearings = fact('1a', [one], { date: day('2019-12-02') });
    const made = person(make({ hearings }));
    expect(isUnreached(made, dayLimits('2019-10-14'))).toBe(false);
    expect(isUnreached(made, dayLimits('2019-10-15'))).toBe(true);
    expect(isUnreached({ ...made, hearings: [] }, dayLimits('2019-11-25'))).toBe(false);
    expect(isUnreached({ ...made, lastContact: '2019-11-20T00:00:00Z' }, dayLimits('2019-11-25'))).toBe(false);
  });
});

describe('blocks', () => {
  it('encodes and decodes to the same entry', () => {
    const made = entry(make({ hearings: fact('1a', [one], { date: day('2019-12-02') }) }));
    expect(decodeEntry(JSON.parse(JSON.stringify(encodeEntry(made))))).toEqual(made);
  });
  it('starts a new block when one is full, and reseals only what was touched', () => {
    let number = 0;
    const index = new StoreIndex(() => `block-${number++}`);
    for (let at = 0; at < 1500; at += 1) {
      index.put({ ...entry(make()), id: at.toString(16).padStart(32, '0') });
    }
    expect(index.blocks.size).toBe(4);
    index.dirty.clear();
    index.put({ ...entry(make()), id: '0'.repeat(32), revision: 4 });
    expect([...index.dirty].map(({ key }) => key)).toEqual(['block-0']);
    const copy = new StoreIndex(() => 'x');
    for (const block of index.blocks.values()) copy.load(block.key, block.revision, index.bytesOf(block));
    expect(copy.fingerprint()).toBe(index.fingerprint());
  });
});

describe('a stored block', () => {
  const word = fc.stringMatching(/^[A-Za-zñÑáÉ]{1,9}$/);
  const people = fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });
  it('gives the same order, texts and entries as the entries it was made of, before and after they are asked for', () => {
    fc.assert(
      fc.property(fc.array(people, { minLength: 1, maxLength: 12 }), word, (cases, asked) => {
        const index = new StoreIndex(() => 'block');
        for (const [at, names] of cases.entries()) {
          const officeNumber = `2019-${at}\t"`;
          index.put(
            entry(
              family(
                `${(at + 16).toString(16)}`,
                names.map((name) => name.join(' ')),
                { officeNumber },
              ),
            ),
          );
        }
        const copy = new StoreIndex(() => 'x');
        for (const block of index.blocks.values()) copy.load(block.key, block.revision, index.bytesOf(block));
        const seen = (from: StoreIndex) => [
          from.people.inNameOrder().map(({ personId, caseId, key, text }) => [personId, caseId, key, text]),
          from.people.order({ sort: 'name', descending: false, text: asked, filters: [] }, '2019-11-25', ''),
          [...from.entries.idsOf('case')],
        ];
        expect(seen(copy)).toEqual(seen(index));
        expect(copy.fingerprint()).toBe(index.fingerprint());
        expect(seen(copy)).toEqual(seen(index));
        // A block written again from the copy, of which some entries are text still.
        const half = new StoreIndex(() => 'y');
        for (const block of copy.blocks.values()) half.load(block.key, block.revision, copy.bytesOf(block));
        expect(half.fingerprint()).toBe(index.fingerprint());
      }),
      { numRuns: 60 },
    );
  });
});

describe('order while people come and go', () => {
  const name = fc.constantFrom('Ana Paz', 'Ana Ñu', 'Eva Paz', 'Óscar Ruiz', 'Zoe Ruiz', 'Ana');
  it('is the order of a list made anew', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.option(name)), { maxLength: 40 }), (steps) => {
        const index = new StoreIndex(() => 'block');
        for (const [at, given] of steps) {
          const pair = `a${at}`;
          if (given === null) index.remove(hex(pair));
          else index.put(entry(family(pair, [given, 'Ana Paz'])));
          index.people.inNameOrder();
        }
        const anew = new StoreIndex(() => 'block');
        for (const id of index.entries.keys()) anew.put(must(index.entries.get(id), id));
        const ids = (from: StoreIndex) => from.people.inNameOrder().map(({ person: { personId } }) => personId);
        expect(ids(index)).toEqual(ids(anew));
      }),
    );
  });
});

describe('order and text', () => {
  const index = new StoreIndex(() => 'block');
  const names = ['Ñato Paz', 'Nuria Paz', 'Ángel López García', 'Zoe Ruiz', 'José Hernández'];
  names.forEach((name, at) => {
    index.put(entry(family(`a${at}`, [name], { officeNumber: `2019-10${at}` })));
  });
  const find = (text: string) =>
    index.people
      .order({ sort: 'name', descending: false, text, filters: [] }, '2019-11-25', hex('aa'))
      .map((id) => index.people.get(id)?.person.name);
  it.each([
    ['', ['Ángel López García', 'José Hernández', 'Nuria Paz', 'Ñato Paz', 'Zoe Ruiz']],
    ['garcia lopez', ['Ángel López García']],
    ['ang', ['Ángel López García']],
    ['hernandes jose', ['José Hernández']],
    ['paz', ['Nuria Paz', 'Ñato Paz']],
    ['2019-103', ['Zoe Ruiz']],
    ['***', []],
  ])('"%s" finds %j', (text, expected) => {
    expect(find(text)).toEqual(expected);
  });
});
