import { describe, expect, it } from 'vitest';
import { encounter } from '#shared/domain/journey.ts';
import { addPersonChanges, blankCase, blankPerson, relationChanges } from './family-edits.ts';

const id = (n: number): string => n.toString(16).padStart(32, '0');
const recorded = { by: 'L.', at: '2026-11-24T10:00:00Z', device: id(99), capacity: 'ownOrganisation' as const };
const start = () => blankCase({ caseId: id(1), personId: id(2), nameId: id(3) }, recorded);

describe('addPersonChanges', () => {
  it('takes the new person into what was true of everybody, and into nothing else', () => {
    const file = start();
    const other = blankPerson({ personId: id(4), nameId: id(5) }, recorded);
    file.people[other.id] = other;
    file.peopleOrder.push(other.id);
    file.encounters[id(6)] = encounter.parse({ id: id(6), about: [id(2), id(4)], kind: 'crossing', recorded });
    file.encounters[id(7)] = encounter.parse({ id: id(7), about: [id(4)], kind: 'move', recorded });
    const added = blankPerson({ personId: id(8), nameId: id(9) }, recorded);
    const paths = addPersonChanges(file, added).map((change) => change.path.join('/'));
    expect(paths).toEqual([`people/${id(8)}`, 'peopleOrder', `encounters/${id(6)}/about`]);
  });
});

describe('relationChanges', () => {
  it('stores a child as the parent relation of the other side', () => {
    const changes = relationChanges(start(), { personId: id(4), otherId: id(2) }, 'child', { id: id(5), recorded });
    expect(changes[0]?.value).toMatchObject({ from: id(2), to: id(4), kind: 'parent' });
  });
  it('keeps one relation when the kinship is changed', () => {
    const file = start();
    file.relations[id(5)] = { id: id(5), from: id(2), to: id(4), kind: 'parent', note: '', recorded, deleted: null };
    const changes = relationChanges(file, { personId: id(4), otherId: id(2) }, 'sibling', { id: id(6), recorded });
    expect(changes).toHaveLength(1);
    expect(changes[0]?.value).toMatchObject({ id: id(5), from: id(4), to: id(2), kind: 'sibling' });
  });
  it('takes it back as a tombstone', () => {
    const file = start();
    file.relations[id(5)] = { id: id(5), from: id(2), to: id(4), kind: 'parent', note: '', recorded, deleted: null };
    expect(relationChanges(file, { personId: id(4), otherId: id(2) }, null, { id: id(6), recorded })).toEqual([
      { path: ['relations', id(5), 'deleted'], value: { at: '2026-11-24T10:00:00Z', by: 'L.' } },
    ]);
  });
  it('changes nothing where there is none to take back', () => {
    const pair = { personId: id(4), otherId: id(2) };
    expect(relationChanges(start(), pair, null, { id: id(6), recorded })).toEqual([]);
  });
});
