/** Who in a case is Mexican by a recorded nationality or by birth there, and whose relative that makes Mexican. */
import type { Id } from '#shared/domain/base.ts';
import { valueOf } from '#shared/domain/base.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import { displayName } from '#shared/domain/format.ts';
import { type Kinship, peopleInOrder, relativesOf } from '#shared/domain/people.ts';
import type { Person } from '#shared/domain/person.ts';
import { placeCountry } from '#shared/reference/places.ts';
import { type Why, why } from './finding.ts';

export interface MexicanLink {
  readonly person: Person;
  /** By a nationality on record (with the paper it stands on), or by birth on Mexican soil. */
  readonly by: 'nationality' | 'birth';
  readonly paper: string;
}

/** How a person is Mexican by the record, or null. A second nationality changes nothing (SR28). */
export function mexicanLink(person: Person): MexicanLink | null {
  const own = Object.values(person.nationalities).find((nationality) => nationality.country === 'MX');
  if (own) return { person, by: 'nationality', paper: own.paper };
  const place = valueOf(person.birth.place);
  const bornThere =
    valueOf(person.birth.country) === 'MX' ||
    place?.country === 'MX' ||
    (place?.code ? placeCountry(place.code) === 'MX' : false);
  return bornThere ? { person, by: 'birth', paper: '' } : null;
}

const immediate: ReadonlySet<Kinship> = new Set([
  'parent',
  'child',
  'spouse',
  'partner',
  'sibling',
  'guardian',
  'ward',
]);

/** Immediate relatives of a person in the case, with the children of one's parents and the parents' partners. */
function immediateFamily(file: CaseFile, personId: Id): Set<Id> {
  const near = relativesOf(file, personId).filter((relative) => immediate.has(relative.kinship));
  const found = new Set(near.map((relative) => relative.person.id));
  for (const parent of near.filter((relative) => relative.kinship === 'parent')) {
    for (const relative of relativesOf(file, parent.person.id)) {
      if (relative.kinship === 'child') found.add(relative.person.id);
    }
  }
  found.delete(personId);
  return found;
}

export interface MexicanRelative {
  readonly person: Person;
  readonly relative: MexicanLink;
  /** No kinship of the Mexican person is recorded, so the whole case is flagged until it is. */
  readonly kinshipUnknown: boolean;
}

/**
 * Everybody in the case who is not Mexican by the record but whose immediate relative is (SR29). While nothing says
 * how the Mexican person is related, everybody in the case is flagged.
 */
export function mexicanRelatives(file: CaseFile): MexicanRelative[] {
  const people = peopleInOrder(file);
  const mexicans = people.flatMap((person) => mexicanLink(person) ?? []);
  return people.flatMap((person) => {
    if (mexicanLink(person)) return [];
    for (const relative of mexicans) {
      const unknown = relativesOf(file, relative.person.id).length === 0;
      if (unknown || immediateFamily(file, relative.person.id).has(person.id))
        return [{ person, relative, kinshipUnknown: unknown }];
    }
    return [];
  });
}

/** Name to put in a flag: the name, else the description, else nothing. */
export function nameInFlag(person: Person): string {
  return displayName(person);
}

/** Why a person is Mexican by the record: the nationality with its paper, or the birth. */
export function nationalWhy(link: MexicanLink): Why {
  if (link.by === 'birth') return why('bornInMexico');
  return link.paper === '' ? why('mexicanNationality') : why('mexicanNationalityPaper', { paper: link.paper });
}

/** Why a person has a Mexican relative, naming the relative (SR29). */
export function relativeWhy({ relative, kinshipUnknown }: MexicanRelative): Why {
  const name = nameInFlag(relative.person);
  if (kinshipUnknown) return why('mexicanInCase', { name });
  if (relative.by === 'birth') return why('relativeBornInMexico', { name });
  return relative.paper === ''
    ? why('mexicanRelative', { name })
    : why('mexicanRelativePaper', { name, paper: relative.paper });
}
