/** People who may be somebody already known: proposes and says why, never blocks (features.md D1-D4). */
import type { Id } from '#shared/domain/base.ts';
import { soundKey } from '#shared/search/fold.ts';
import { matchBirth, matchNames, type NameForm, nameForm, sharedSounds } from '#shared/search/name-match.ts';
import type { DuplicateHit, RequestArg } from '../contract.ts';
import type { PersonEntry } from '../index/entries.ts';
import { clientRow } from '../index/rows.ts';
import type { OpenStore } from '../session/open-store.ts';

const MOST_HITS = 20;
/** Names are made of few words: how each sounds is worked out once. */
const sounds = new Map<string, string>();
function soundOf(token: string): string {
  const known = sounds.get(token);
  if (known !== undefined) return known;
  const made = soundKey(token);
  sounds.set(token, made);
  return made;
}

const forms = new WeakMap<PersonEntry, readonly NameForm[]>();

function formsOf(person: PersonEntry): readonly NameForm[] {
  const known = forms.get(person);
  if (known !== undefined) return known;
  const made = [person.name, ...person.otherNames].filter(Boolean).map((name) => nameForm(name, soundOf));
  forms.set(person, made);
  return made;
}

interface Asked {
  readonly names: readonly NameForm[];
  readonly aNumber: string;
  readonly birth: string;
}

/** Reasons with what they weigh; an A-number is worth most, a birth date alone nothing. */
function reasonsFor(asked: Asked, person: PersonEntry): { reasons: string[]; weight: number } {
  const reasons: string[] = [];
  let weight = 0;
  if (asked.aNumber !== '' && person.aNumbers.includes(asked.aNumber)) {
    reasons.push('aNumber');
    weight += 100;
  }
  let names: string[] = [];
  let nameWeight = 0;
  let hasShared = false;
  for (const mine of formsOf(person)) {
    for (const theirs of asked.names) {
      // Two names of which no word sounds alike are not compared letter by letter.
      if (sharedSounds(mine, theirs) === 0) continue;
      hasShared = true;
      const found = matchNames(mine, theirs);
      const worth = found.length === 0 ? 0 : 50 - 10 * (found.length - (found[0] === 'sameName' ? 1 : 0));
      if (worth > nameWeight) [names, nameWeight] = [found, worth];
    }
  }
  reasons.push(...names);
  weight += nameWeight;
  const birth = matchBirth(asked.birth, person.birth);
  if (birth !== null && (reasons.length > 0 || (hasShared && asked.birth.length === 10))) {
    reasons.push(birth);
    weight += birth === 'birthSame' ? 20 : 10;
  }
  return { reasons, weight };
}

/** The best 20; `personId` is left out of the comparison. */
export function duplicates(store: OpenStore, arg: RequestArg<'duplicates'>): DuplicateHit[] {
  const asked: Asked = {
    names: arg.names.filter((name) => name.trim() !== '').map((name) => nameForm(name, soundOf)),
    aNumber: arg.aNumber.replace(/\D/g, '').padStart(9, '0').slice(-9),
    birth: arg.birth,
  };
  const given = arg.aNumber.replace(/\D/g, '') === '' ? { ...asked, aNumber: '' } : asked;
  const day = store.deps.today();
  const hits: { readonly id: Id; readonly weight: number; readonly hit: DuplicateHit }[] = [];
  for (const { entry, person } of store.index.people.inNameOrder()) {
    if (person.personId === arg.personId) continue;
    const { reasons, weight } = reasonsFor(given, person);
    if (reasons.length === 0) continue;
    const row = clientRow(entry, person, day);
    hits.push({ id: person.personId, weight, hit: { personId: person.personId, caseId: entry.id, row, reasons } });
  }
  hits.sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
  return hits.slice(0, MOST_HITS).map(({ hit }) => hit);
}
