/** Who is in a case, how they are related, and which facts are true of whom. */
import type { Id } from './base.ts';
import { type CaseFile, type FactCollection, factCollections } from './case-file.ts';
import type { Person, Relation } from './person.ts';

export type RelationKind = Relation['kind'];
/** How somebody stands to a person: the kind as stored, or its reverse. */
export type Kinship = RelationKind | 'child' | 'grandchild' | 'nieceNephew' | 'ward';

const reverse: Readonly<Record<RelationKind, Kinship>> = {
  parent: 'child',
  grandparent: 'grandchild',
  auntUncle: 'nieceNephew',
  guardian: 'ward',
  spouse: 'spouse',
  partner: 'partner',
  sibling: 'sibling',
  cousin: 'cousin',
  other: 'other',
};

/** People of the case in their order; those without a place in it last, by id. Deleted people are left out. */
export function peopleInOrder(file: CaseFile): Person[] {
  const place = new Map(file.peopleOrder.map((personId, index) => [personId, index]));
  return Object.values(file.people)
    .filter((person) => person.deleted === null)
    .sort((a, b) => {
      const [left, right] = [place.get(a.id) ?? Number.MAX_SAFE_INTEGER, place.get(b.id) ?? Number.MAX_SAFE_INTEGER];
      return left === right ? (a.id < b.id ? -1 : 1) : left - right;
    });
}

export interface Relative {
  readonly person: Person;
  /** The person is the … of the one asked about. */
  readonly kinship: Kinship;
  readonly relation: Relation;
}

/** Relatives of a person within the case, from both directions of the stored relations, in case order. */
export function relativesOf(file: CaseFile, personId: Id): Relative[] {
  const found = new Map<Id, Relative>();
  for (const relation of Object.values(file.relations)) {
    if (relation.deleted !== null) continue;
    const otherId = relation.from === personId ? relation.to : relation.to === personId ? relation.from : null;
    const other = otherId ? file.people[otherId] : undefined;
    if (!otherId || !other || other.deleted !== null) continue;
    const kinship = relation.to === personId ? relation.kind : reverse[relation.kind];
    found.set(otherId, { person: other, kinship, relation });
  }
  return peopleInOrder(file).flatMap((person) => found.get(person.id) ?? []);
}

/** Parents of a person within the case. */
export function parentsOf(file: CaseFile, personId: Id): Person[] {
  return relativesOf(file, personId)
    .filter((relative) => relative.kinship === 'parent')
    .map((relative) => relative.person);
}

/** What every fact has that these functions need. */
export interface FactBase {
  readonly id: Id;
  readonly about: readonly Id[];
  readonly exceptions: Readonly<Record<Id, Readonly<Record<string, unknown>>>>;
  readonly notForFamily: boolean;
  readonly deleted: unknown;
}

/**
 * The fact as it is true of one person: the fields that differ for that person replace the common ones.
 * The result has the fact's own type because exceptions hold the same fields (checked by `exceptionProblems`).
 */
export function factFor<T extends FactBase>(fact: T, personId: Id): T {
  const differs = fact.exceptions[personId];
  return differs ? { ...fact, ...differs } : fact;
}

/** Names of exception fields that the fact's schema does not have or refuses; empty when all is well. */
export function exceptionProblems(collection: FactCollection, fact: FactBase): string[] {
  const schema = factCollections[collection];
  const problems: string[] = [];
  for (const [personId, fields] of Object.entries(fact.exceptions)) {
    for (const field of Object.keys(fields)) {
      const known = field in schema.shape;
      const fits = known && schema.safeParse({ ...fact, exceptions: {}, [field]: fields[field] }).success;
      if (!fits) problems.push(`${personId}.${field}`);
    }
  }
  return problems;
}

/**
 * Whose view a list of facts is for. `personId` null is the joint view of the case; a fact told alone
 * (`notForFamily`) stands only in the view of the people it is about, and never in a joint one or in another
 * member's. `document` views of several people are joint views too.
 */
export interface View {
  readonly personId: Id | null;
}

/** Whether a fact may be shown in a view: not taken back, about the person, and not told alone unless it is theirs. */
export function isVisible(fact: FactBase, view: View): boolean {
  if (fact.deleted !== null) return false;
  if (view.personId === null) return !fact.notForFamily;
  return fact.about.includes(view.personId);
}

type Facts<C extends FactCollection> = CaseFile[C][string];

/**
 * Facts of one collection that may be shown in a view, in id order, with the person's exceptions applied.
 * A fact about several people that one told alone shows to each it is about; whoever tells alone enters it about
 * that person only.
 */
export function visibleFacts<C extends FactCollection>(file: CaseFile, collection: C, personId: Id | null): Facts<C>[] {
  const facts = Object.values(file[collection]) as Facts<C>[];
  return facts
    .filter((fact) => isVisible(fact, { personId }))
    .map((fact) => (personId === null ? fact : factFor(fact, personId)))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Every fact that is not taken back, for counting: facts told alone count too, they are only not shown together. */
export function liveFacts<C extends FactCollection>(file: CaseFile, collection: C): Facts<C>[] {
  const facts = Object.values(file[collection]) as Facts<C>[];
  return facts.filter((fact) => fact.deleted === null).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Whether the person was under 18 on a day (YYYY-MM-DD); null when the birth date does not tell. */
export function isMinorOn(person: Person, day: string): boolean | null {
  const birth = person.birth.date.status === 'answered' ? person.birth.date.value : null;
  if (!birth || birth.value === '' || birth.precision === 'before' || birth.precision === 'after') return null;
  const [year = 0, month, date] = birth.value.split('-').map(Number);
  const turns = (m: number, d: number) => `${year + 18}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
  const earliest = turns(month ?? 1, date ?? 1);
  const latest = turns(month ?? 12, date ?? 31);
  if (day < earliest) return true;
  return day >= latest ? false : null;
}
