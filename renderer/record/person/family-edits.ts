/** The changes that an intake makes: pure, so that what is written can be read and tested without a screen. */
import type { Id, Recorded } from '#shared/domain/base.ts';
import { type CaseFile, emptyCase } from '#shared/domain/case-file.ts';
import { type Kinship, peopleInOrder } from '#shared/domain/people.ts';
import { type Person, person, type Relation } from '#shared/domain/person.ts';
import type { Change } from '#renderer/store/contract.ts';

/** A person nobody knows anything about yet, with an empty own name to type into. */
export function blankPerson(ids: { readonly personId: Id; readonly nameId: Id }, recorded: Recorded): Person {
  const name = { id: ids.nameId, given: [], surnames: [], kind: 'own' };
  return person.parse({ id: ids.personId, names: { [ids.nameId]: name }, recorded });
}

export function blankCase(
  ids: { readonly caseId: Id; readonly personId: Id; readonly nameId: Id },
  recorded: Recorded,
): CaseFile {
  const first = blankPerson(ids, recorded);
  return { ...emptyCase(ids.caseId, recorded.at), people: { [first.id]: first }, peopleOrder: [first.id] };
}

const sharedCollections = ['encounters', 'papers', 'programme', 'representation'] as const;

/** Adds a person; facts that were true of everybody so far are true of the new one too. */
export function addPersonChanges(file: CaseFile, added: Person): Change[] {
  const before = peopleInOrder(file).map((one) => one.id);
  const changes: Change[] = [
    { path: ['people', added.id], value: added },
    { path: ['peopleOrder'], value: [...before, added.id] },
  ];
  for (const collection of sharedCollections) {
    for (const fact of Object.values(file[collection])) {
      const isOfAll = before.every((personId) => fact.about.includes(personId));
      if (fact.deleted !== null || !isOfAll) continue;
      changes.push({ path: [collection, fact.id, 'about'], value: [...fact.about, added.id] });
    }
  }
  return changes;
}

/** Kinds that are stored from the other side, with the kind they are stored as. */
const storedAs: Partial<Record<Kinship, Relation['kind']>> = {
  child: 'parent',
  grandchild: 'grandparent',
  nieceNephew: 'auntUncle',
  ward: 'guardian',
};

/**
 * Sets what `personId` is to `otherId` ("Diego is the child of María"), stored once; null takes it back. `id` names a
 * relation that does not stand in `file` yet.
 */
export function relationChanges(
  file: CaseFile,
  pair: { readonly personId: Id; readonly otherId: Id },
  kinship: Kinship | null,
  made: { readonly id: Id; readonly recorded: Recorded },
): Change[] {
  const { personId, otherId } = pair;
  const present = Object.values(file.relations).find(
    (one) =>
      one.deleted === null &&
      ((one.from === personId && one.to === otherId) || (one.from === otherId && one.to === personId)),
  );
  if (kinship === null) {
    const mark = { at: made.recorded.at, by: made.recorded.by };
    return present === undefined ? [] : [{ path: ['relations', present.id, 'deleted'], value: mark }];
  }
  const turned = storedAs[kinship];
  const relation: Relation = {
    id: present?.id ?? made.id,
    from: turned === undefined ? personId : otherId,
    to: turned === undefined ? otherId : personId,
    kind: turned ?? (kinship as Relation['kind']),
    note: present?.note ?? '',
    recorded: present?.recorded ?? made.recorded,
    deleted: null,
  };
  return [{ path: ['relations', relation.id], value: relation }];
}
