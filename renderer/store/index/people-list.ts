/** Everybody in the index as one list: ordered, filtered and searched in memory. */
import uFuzzy from '@leeoniya/ufuzzy';
import { must } from '#shared/assert.ts';
import type { Id } from '#shared/domain/base.ts';
import { foldText, sortKey } from '#shared/search/fold.ts';
import type { ListQuery, SortKey } from '../contract.ts';
import type { PersonText } from './block-text.ts';
import type { CaseEntry, IndexEntry, PersonEntry } from './entries.ts';
import { type DayLimits, dayLimits, isUnreached, nextHearing } from './rows.ts';

/** Where a person's case is found. */
interface Cases {
  get(id: Id): IndexEntry | undefined;
}

/** One row of the list. Its entry is looked up when it is asked for: most rows are only sorted and searched. */
export class ListedPerson implements PersonText {
  readonly personId: Id;
  readonly caseId: Id;
  readonly key: string;
  readonly text: string;
  readonly #cases: Cases;

  constructor({ personId, key, text }: PersonText, caseId: Id, cases: Cases) {
    this.personId = personId;
    this.caseId = caseId;
    this.key = key;
    this.text = text;
    this.#cases = cases;
  }
  get entry(): CaseEntry {
    const entry = this.#cases.get(this.caseId);
    if (entry?.kind !== 'case') throw new Error('a listed person has a case');
    return entry;
  }
  get person(): PersonEntry {
    return must(
      this.entry.people.find(({ personId }) => personId === this.personId),
      'a listed person is in the case',
    );
  }
}

const fuzzy = new uFuzzy({ intraMode: 1, intraIns: 1, intraSub: 1, intraTrn: 1, intraDel: 1 });
/** Words that are tried in every order; more would try 720 orders. */
const MAX_PERMUTED = 4;
/** With this many exact matches nobody looks for typos. */
const ENOUGH = 200;

/** Sort key and searched text of everybody in a case. With any change here `INDEX_FORMAT` counts up. */
export function personTexts(entry: CaseEntry): PersonText[] {
  const officeNumber = foldText(entry.officeNumber);
  return entry.people.map((person) => personText(person, officeNumber));
}

function personText(person: PersonEntry, officeNumber: string): PersonText {
  const folded = foldText(person.name);
  const key = /ñ|\u0303/i.test(person.name) ? sortKey(person.name) : folded;
  const others = person.otherNames.length === 0 ? '' : ` ${person.otherNames.map(foldText).join(' ')}`;
  return { personId: person.personId, key, text: ` ${folded}${others} ${officeNumber}` };
}

export function compareListed(a: PersonText, b: PersonText): number {
  if (a.key !== b.key) return a.key < b.key ? -1 : 1;
  return a.personId < b.personId ? -1 : 1;
}

/** Where a person stands in an ordered list, or would stand: a commit moves one row and must not sort 70,000. */
function placeOf(ordered: readonly ListedPerson[], wanted: ListedPerson): number {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const found = ordered[middle];
    if (found !== undefined && compareListed(found, wanted) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

export class PeopleList {
  readonly #byId = new Map<Id, ListedPerson>();
  #ordered: ListedPerson[] | null = null;
  #texts: readonly string[] | null = null;
  readonly #cases: Cases;

  constructor(cases: Cases) {
    this.#cases = cases;
  }

  get size(): number {
    return this.#byId.size;
  }
  get(personId: Id): ListedPerson | undefined {
    return this.#byId.get(personId);
  }

  add(entry: CaseEntry): void {
    for (const each of personTexts(entry)) {
      const made = this.load(each, entry.id);
      if (this.#ordered !== null) this.#ordered.splice(placeOf(this.#ordered, made), 0, made);
    }
    this.#texts = null;
  }
  /** Takes in a person of a stored block. Only before the first question: an order that is there does not follow. */
  load(given: PersonText, caseId: Id): ListedPerson {
    const made = new ListedPerson(given, caseId, this.#cases);
    this.#byId.set(made.personId, made);
    return made;
  }
  remove(entry: CaseEntry): void {
    for (const { personId } of entry.people) {
      const known = this.#byId.get(personId);
      if (known?.caseId !== entry.id) continue;
      this.#byId.delete(personId);
      if (this.#ordered !== null) this.#ordered.splice(placeOf(this.#ordered, known), 1);
    }
    this.#texts = null;
  }

  /** Everybody in name order. */
  inNameOrder(): readonly ListedPerson[] {
    this.#ordered ??= [...this.#byId.values()].sort(compareListed);
    return this.#ordered;
  }

  /** Ordered ids for a query; `day` is today (YYYY-MM-DD), `memberId` whose cases are "mine". */
  order(query: ListQuery, day: string, memberId: Id): Id[] {
    const people = this.inNameOrder();
    const found = query.text.trim() === '' ? people : this.#search(query.text, people);
    const limits = dayLimits(day);
    const kept = found.filter((each) => query.filters.every((filter) => passes(each, filter, limits, memberId)));
    const sorted = sortPeople(kept, query.sort, day);
    if (query.descending) sorted.reverse();
    return sorted.map((each) => each.personId);
  }

  #search(text: string, people: readonly ListedPerson[]): ListedPerson[] {
    const digits = text.replace(/\D/g, '');
    if (digits.length >= 3 && /^[\s\-aA\d]+$/.test(text)) {
      return people.filter(
        (each) =>
          each.person.aNumbers.some((number) => number.includes(digits)) || each.text.includes(` ${foldText(text)}`),
      );
    }
    this.#texts ??= people.map((each) => each.text);
    return matching(this.#texts, foldText(text)).flatMap((at) => people[at] ?? []);
  }
}

/** Places of matching texts in their order: those where every word begins a word come before those with a typo. */
function matching(texts: readonly string[], needle: string): number[] {
  const words = needle.split(' ').filter(Boolean);
  if (words.length === 0) return [];
  const starts = words.map((word) => ` ${word}`);
  const exact: number[] = [];
  for (const [at, text] of texts.entries()) {
    if (starts.every((start) => text.includes(start))) exact.push(at);
  }
  if (exact.length >= ENOUGH) return exact;
  const permuted = words.length <= MAX_PERMUTED ? words.length : 0;
  const [places] = fuzzy.search(texts as string[], needle, permuted, 0);
  const known = new Set(exact);
  const loose = (places ?? []).filter((at) => !known.has(at)).sort((a, b) => a - b);
  return [...exact, ...loose];
}

function passes(each: ListedPerson, filter: ListQuery['filters'][number], limits: DayLimits, memberId: Id): boolean {
  const { entry, person } = each;
  switch (filter) {
    case 'inProgramme':
      return person.inProgramme;
    case 'hearingSoon': {
      const next = nextHearing(person, limits.day);
      return next !== '' && next <= limits.soon;
    }
    case 'unreached':
      return isUnreached(person, limits);
    case 'flagged':
      return person.flags.length > 0;
    case 'incomplete':
      return entry.incomplete;
    case 'mine':
      return person.members.includes(memberId);
  }
}

/** Sorts by a key, equal keys staying in name order; what is not known comes last. */
function sortPeople(people: readonly ListedPerson[], sort: SortKey, day: string): ListedPerson[] {
  if (sort === 'name') return [...people];
  const keyed = people.map((each, at) => ({ each, at, key: valueFor(each, sort, day) }));
  keyed.sort((a, b) => {
    if (a.key === b.key) return a.at - b.at;
    if (a.key === '' || b.key === '') return a.key === '' ? 1 : -1;
    return a.key < b.key ? -1 : 1;
  });
  return keyed.map(({ each }) => each);
}

function valueFor({ person }: ListedPerson, sort: Exclude<SortKey, 'name'>, day: string): string {
  switch (sort) {
    case 'nextHearing':
      return nextHearing(person, day);
    case 'lastContact':
      return person.lastContact;
    case 'created':
      return person.createdAt;
    case 'place':
      return foldText(person.placeNow);
  }
}
