import { describe, expect, test } from 'vitest';
import type { DraftInline } from '#shared/domain/draft.ts';
import { buildDeclaration } from './build.ts';
import { answeredValue as yes, diego, fact, family, maria } from './test-family.ts';

const born = (facts: Record<string, unknown>) => {
  const file = family(facts);
  const birth = { ...file.people[diego]!.birth, date: yes({ value: '2013-02-10', precision: 'day' as const }) };
  return { ...file, people: { ...file.people, [diego]: { ...file.people[diego]!, birth } } };
};
const english = (facts: Record<string, unknown>, declarantId: string): string =>
  buildDeclaration(born(facts), null, { declarantId, facts: null, today: '2019-10-01' })
    .filter(({ origin }) => !origin.startsWith('opening:'))
    .map(({ sides }) => sides.en.map((one: DraftInline) => (one.type === 'gap' ? '' : one.text)).join(''))
    .join(' ');
const words = (text: string) => yes({ text, language: 'en', translations: {} });
const event = (more: object = {}) => ({
  fearEvents: fact(40, { account: words('I told him that we were afraid'), officerAsked: yes('no'), ...more }),
});

describe('own words', () => {
  test('of a record about several stand in the mouth of the one who told it, never of a child', () => {
    expect(english(event(), maria)).toContain('in my own words: “I told him that we were afraid.”');
    expect(english(event(), diego)).toBe('The officer did not ask us if we were afraid to go back to Mexico.');
    expect(english(event({ about: [diego, maria] }), diego)).not.toContain('own words');
    expect(english(event({ about: [diego, maria] }), maria)).toContain('own words');
  });

  test('that differ for one person are that person’s own', () => {
    const differs = { exceptions: { [diego]: { account: words('He did not look at me') } } };
    expect(english(event(differs), diego)).toContain('“He did not look at me.”');
  });

  test('what an officer said may be told by each who was there', () => {
    expect(english(event({ officerResponse: words('Not my concern') }), diego)).toContain('“Not my concern.”');
  });

  test('a report of an observer or of a third person is nobody’s own words', () => {
    for (const kind of ['observer', 'toldByOther'] as const)
      expect(english(event({ source: { kind } }), maria)).toBe(
        'The officer did not ask us if we were afraid to go back to Mexico.',
      );
  });

  test('harm told by the mother is not quoted by the child', () => {
    const harms = fact(70, { where: 'mexico', kinds: ['threat'], narrative: words('They threatened my son') });
    expect(english({ harms }, diego)).toBe('We were threatened.');
    expect(english({ harms }, maria)).toContain('“They threatened my son.”');
  });
});

describe('what was not answered', () => {
  const kinds: Record<string, Readonly<Record<string, unknown>>> = {
    encounters: { kind: 'returnToMexico' },
    papers: { kind: 'noticeToAppear' },
    stays: { kind: 'shelter' },
    harms: { where: 'mexico' },
    fearEvents: {},
    hearings: {},
  };
  test.each(['notAsked', 'declined', 'unknown'])('%s in every field of every record yields no sentence', (status) => {
    for (const [collection, more] of Object.entries(kinds)) {
      const blank = Object.values(family({ [collection]: fact(40, more) })[collection as 'fearEvents'])[0]!;
      const open = Object.entries(blank).flatMap(([name, value]) =>
        typeof value === 'object' && value !== null && 'status' in value ? [[name, { status }]] : [],
      );
      expect(open.length, collection).toBeGreaterThan(3);
      expect(english({ [collection]: fact(40, { ...more, ...Object.fromEntries(open) }) }, maria)).toBe('');
    }
  });
});

describe('order and places', () => {
  const day = yes({ value: '2019-08-14', precision: 'day' });
  test('a paper stands behind the arrival of its day', () => {
    const facts = {
      papers: fact(10, { kind: 'noticeToAppear', servedOn: day }),
      encounters: fact(11, { kind: 'crossing', date: day, time: yes('15:30'), port: yes({ code: 'ELP' }) }),
    };
    const text = english(facts, maria);
    expect(text.indexOf('3:30')).toBeLessThan(text.indexOf('Notice to Appear'));
  });

  test('where somebody sleeps now is told to the city only, an earlier place in full', () => {
    const place = yes({ code: 'MX-JUZ', text: 'Casa Ejemplo' });
    const stay = (endCause: string) =>
      english({ stays: fact(31, { kind: 'shelter', place, endCause: yes(endCause) }) }, maria);
    expect(stay('stillThere')).not.toContain('Casa Ejemplo');
    expect(stay('danger')).toContain('Ciudad Juárez, Chihuahua (Casa Ejemplo)');
  });

  test('SR26: a family that was processed apart says so of the family', () => {
    const encounters = fact(11, { kind: 'crossing', processedTogether: yes('apart') });
    expect(english({ encounters }, maria)).toBe('My family and I were not all processed together.');
  });
});
