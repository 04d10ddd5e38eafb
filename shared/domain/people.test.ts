import { describe, expect, test } from 'vitest';
import { answered, valueOf } from './base.ts';
import { CaseBuilder, countingIds, on } from './case-builder.ts';
import {
  exceptionProblems,
  factFor,
  isMinorOn,
  parentsOf,
  peopleInOrder,
  relativesOf,
  visibleFacts,
} from './people.ts';

const recorded = { by: 'x', at: '2019-09-01T10:00:00Z', device: '0'.repeat(32), capacity: 'underCounsel' as const };

function family() {
  const b = new CaseBuilder(countingIds(1), recorded, 'TEST');
  const mother = b.person({ given: ['María'] });
  const son = b.person({ given: ['Diego'], more: { birth: { date: on('2013-02-10') } } });
  const baby = b.person({ given: ['Ana'] });
  const aunt = b.person({ given: ['Rosa'] });
  b.relate(mother, 'parent', son);
  b.relate(mother, 'parent', baby);
  b.relate(aunt, 'sibling', mother);
  b.relate(aunt, 'auntUncle', son);
  return { b, mother, son, baby, aunt };
}

test('people in their order; deleted people are left out', () => {
  const { b, mother, son, baby, aunt } = family();
  b.file.peopleOrder = [aunt.id, mother.id];
  b.file.people[baby.id] = { ...baby, deleted: { at: recorded.at, by: 'x' } };
  expect(peopleInOrder(b.done()).map((person) => person.id)).toEqual([aunt.id, mother.id, son.id]);
});

test('a relation is stored once and read from both sides', () => {
  const { b, mother, son, aunt } = family();
  const file = b.done();
  expect(relativesOf(file, son.id).map((one) => [one.person.id, one.kinship])).toEqual([
    [mother.id, 'parent'],
    [aunt.id, 'auntUncle'],
  ]);
  expect(relativesOf(file, mother.id).map((one) => one.kinship)).toEqual(['child', 'child', 'sibling']);
  expect(relativesOf(file, aunt.id).map((one) => one.kinship)).toEqual(['sibling', 'nieceNephew']);
  expect(parentsOf(file, son.id).map((person) => person.id)).toEqual([mother.id]);
});

describe('one fact about several people', () => {
  test('an exception replaces the common field for one person only', () => {
    const { b, mother, son } = family();
    const event = b.fact('fearEvents', [mother, son], {
      nightsHeld: answered(1),
      exceptions: { [son.id]: { nightsHeld: answered(2) } },
    });
    expect(valueOf(factFor(event, mother.id).nightsHeld)).toBe(1);
    expect(valueOf(factFor(event, son.id).nightsHeld)).toBe(2);
    expect(exceptionProblems('fearEvents', event)).toEqual([]);
    const wrong = { ...event, exceptions: { [son.id]: { nightsHeld: answered('two'), colour: 1 } } };
    expect(exceptionProblems('fearEvents', wrong)).toEqual([`${son.id}.nightsHeld`, `${son.id}.colour`]);
  });

  test('what was told alone shows in no joint view and in no other lane; what was taken back shows nowhere', () => {
    const { b, mother, son } = family();
    const shared = b.fact('harms', [mother, son], { where: 'mexico' });
    const alone = b.fact('harms', [mother], { where: 'home', notForFamily: true });
    b.fact('harms', [mother], { where: 'home', deleted: { at: recorded.at, by: 'x' } });
    const file = b.done();
    const shown = (personId: string | null) => visibleFacts(file, 'harms', personId).map((one) => one.id);
    expect(shown(null)).toEqual([shared.id]);
    expect(shown(son.id)).toEqual([shared.id]);
    expect(shown(mother.id)).toEqual([shared.id, alone.id]);
  });
});

test('minor on a day: yes, no, or not to be told from the date', () => {
  const { b, son } = family();
  expect(isMinorOn(son, '2019-08-14')).toBe(true);
  expect(isMinorOn(son, '2031-02-10')).toBe(false);
  const year = b.person({ given: ['Eva'], more: { birth: { date: on('2001') } } });
  expect(isMinorOn(year, '2018-12-31')).toBe(true);
  expect(isMinorOn(year, '2019-08-14')).toBeNull();
  expect(isMinorOn(b.person({ given: ['Luz'] }), '2019-08-14')).toBeNull();
});
