/**
 * Facts in, proposals of irregularity types out, each with the facts that triggered it. Nothing is decided here: a
 * person accepts, changes or drops a proposal. The types exclude each other (features.md SR2).
 */
import type { Id } from '#shared/domain/base.ts';
import { valueOf } from '#shared/domain/base.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import type { FearEvent } from '#shared/domain/fear.ts';
import type { Hearing } from '#shared/domain/hearing.ts';
import type { Encounter, Stay } from '#shared/domain/journey.ts';
import { factFor, liveFacts, peopleInOrder } from '#shared/domain/people.ts';
import type { Separation } from '#shared/domain/person.ts';
import { fearRules, nightsOf } from './fear-rules.ts';
import { type At, type Finding, findingOf, type Hit, hit, why } from './finding.ts';
import { mexicanLink, mexicanRelatives, nameInFlag, nationalWhy, relativeWhy } from './nationality.ts';
import { findForPaper } from './paper-rules.ts';
import { bornDuringWait, pregnantReturned, returnsOf, vulnerableReturned } from './returns.ts';

function perPerson<T extends { readonly about: readonly Id[] }>(
  fact: T,
  rule: (personId: Id | null) => Hit | null,
): { personId: Id | null; hit: Hit | null }[] {
  if (fact.about.length === 0) return [{ personId: null, hit: rule(null) }];
  return fact.about.map((personId) => ({ personId, hit: rule(personId) }));
}

function returnFindings(file: CaseFile, at: At, fact: FearEvent | Encounter, wasReturned: boolean): Finding[] {
  if (!wasReturned) return [];
  const dateFor = (personId: Id) => returnsOf(file, personId).find((event) => event.id === fact.id)?.date;
  const pregnant = perPerson(fact, (personId) => {
    const person = personId ? file.people[personId] : undefined;
    return person && personId ? pregnantReturned(person, dateFor(personId)) : null;
  });
  const interviewedAt = (personId: Id) =>
    'interviewHeld' in fact && valueOf(factFor(fact, personId).interviewHeld) === 'yes';
  const vulnerable = perPerson(fact, (personId) =>
    personId ? vulnerableReturned(file, personId, interviewedAt(personId)) : null,
  );
  return [findingOf('PREGNANT-RETURNED', at, pregnant), findingOf('VULNERABLE-RETURNED', at, vulnerable)].filter(
    (finding) => finding !== null,
  );
}

/** Proposals from one fear event, each for the people whom it is true of. */
export function findForFearEvent(file: CaseFile, event: FearEvent): Finding[] {
  const at: At = { collection: 'fearEvents', id: event.id };
  const found: Finding[] = [];
  for (const [type, rule] of Object.entries(fearRules)) {
    const hits = perPerson(event, (personId) =>
      rule({
        file,
        event: personId ? factFor(event, personId) : event,
        person: personId ? (file.people[personId] ?? null) : null,
      }),
    );
    const finding = findingOf(type, at, hits);
    if (finding) found.push(finding);
  }
  return [...found, ...returnFindings(file, at, event, valueOf(event.returned) === 'yes')];
}

/** Proposals from a crossing, return or move. */
export function findForEncounter(file: CaseFile, encounter: Encounter): Finding[] {
  const at: At = { collection: 'encounters', id: encounter.id };
  const separated = Object.values(file.separations).some(
    (one) => one.deleted === null && encounter.about.some((personId) => one.people.includes(personId)),
  );
  const apart = perPerson(encounter, (personId) => {
    const own = personId ? factFor(encounter, personId) : encounter;
    const isApart = valueOf(own.processedTogether) === 'apart' && !separated;
    return isApart ? hit(['processedTogether'], why('processedApart')) : null;
  });
  const nights = perPerson(encounter, (personId) => {
    const count = nightsOf(personId ? factFor(encounter, personId) : encounter);
    return count !== null && count >= 1 ? hit(['nightsHeld'], why('nightsHeld', { count })) : null;
  });
  return [
    findingOf('PROCESSED-APART', at, apart),
    findingOf('HELD-OVERNIGHT', at, nights),
    ...returnFindings(file, at, encounter, encounter.kind === 'returnToMexico'),
  ].filter((finding) => finding !== null);
}

/** Proposals from a hearing: not let in at the port. */
export function findForHearing(hearing: Hearing): Finding[] {
  const hits = perPerson(hearing, (personId) => {
    const own = personId ? factFor(hearing, personId) : hearing;
    if (valueOf(own.appeared) === 'notAdmitted') return hit(['appeared'], why('notLetIn'));
    return valueOf(own.outcome) === 'notAdmittedByPort' ? hit(['outcome'], why('notLetIn')) : null;
  });
  const finding = findingOf('NOT-LET-IN', { collection: 'hearings', id: hearing.id }, hits);
  return finding ? [finding] : [];
}

/** Proposals from a stay that ended for a hearing (SR22). */
export function findForStay(stay: Stay): Finding[] {
  const hits = perPerson(stay, (personId) => {
    const own = personId ? factFor(stay, personId) : stay;
    return valueOf(own.endCause) === 'leftForHearing' ? hit(['endCause', 'hearingId'], why('lostShelter')) : null;
  });
  const finding = findingOf('LOST-SHELTER', { collection: 'stays', id: stay.id }, hits);
  return finding ? [finding] : [];
}

/** A separation is one finding for everybody it touches, children counted once (SR27). */
export function findForSeparation(separation: Separation): Finding[] {
  const hits = separation.people.map((personId) => ({ personId, hit: hit(['people'], why('separated')) }));
  const finding = findingOf('SEPARATION', { collection: 'separations', id: separation.id }, hits);
  return finding ? [finding] : [];
}

/** Whether the person is in the programme by the record: a status "in", or a return. */
export function isInProgramme(file: CaseFile, personId: Id): boolean {
  const status = liveFacts(file, 'programme').some((one) => one.about.includes(personId) && one.status !== 'neverIn');
  return status || returnsOf(file, personId).length > 0;
}

/** Proposals that follow from who the people are: Mexican nationals (SR28) and their relatives (SR29, SR31). */
export function findForPeople(file: CaseFile): Finding[] {
  const nationals = peopleInOrder(file).flatMap((person) => {
    const link = mexicanLink(person);
    if (!link || (link.by === 'birth' && !isInProgramme(file, person.id))) return [];
    const fields = link.by === 'nationality' ? ['nationalities'] : ['birth'];
    return (
      findingOf('MEXICAN-NATIONAL', { collection: 'people', id: person.id }, [
        { personId: person.id, hit: hit(fields, nationalWhy(link)) },
      ]) ?? []
    );
  });
  const relatives = mexicanRelatives(file).flatMap((one) => {
    const { person, relative } = one;
    const reasons = [relativeWhy(one)];
    if (bornDuringWait(file, relative.person))
      reasons.push(why('bornDuringWait', { name: nameInFlag(relative.person) }));
    return (
      findingOf('MEXICAN-RELATIVE', { collection: 'people', id: person.id }, [
        { personId: person.id, hit: hit(['birth', 'nationalities'], ...reasons) },
      ]) ?? []
    );
  });
  return [...nationals, ...relatives];
}

/** Every proposal of the case, whether or not somebody decided on it. */
export function findAll(file: CaseFile): Finding[] {
  return [
    ...liveFacts(file, 'fearEvents').flatMap((event) => findForFearEvent(file, event)),
    ...liveFacts(file, 'encounters').flatMap((encounter) => findForEncounter(file, encounter)),
    ...liveFacts(file, 'papers').flatMap((paper) => findForPaper(file, paper)),
    ...liveFacts(file, 'hearings').flatMap((hearing) => findForHearing(hearing)),
    ...liveFacts(file, 'stays').flatMap((stay) => findForStay(stay)),
    ...Object.values(file.separations)
      .filter((separation) => separation.deleted === null)
      .flatMap((separation) => findForSeparation(separation)),
    ...findForPeople(file),
  ];
}

const linkField = {
  fearEvents: 'fearEventId',
  encounters: 'encounterId',
  papers: 'paperId',
  hearings: 'hearingId',
  stays: 'stayId',
  separations: 'separationId',
  people: 'personId',
} as const;

/** The link fields of a new irregularity for a finding: `{ fearEventId: … }`. */
export function linkOf(at: At): Partial<Record<(typeof linkField)[keyof typeof linkField], Id>> {
  return { [linkField[at.collection]]: at.id };
}

/** Proposals nobody has accepted or dropped yet. */
export function openFindings(file: CaseFile, findings: readonly Finding[]): Finding[] {
  const decided = liveFacts(file, 'irregularities');
  return findings.filter(
    (finding) =>
      !decided.some((one) => one.type === finding.type && one[linkField[finding.at.collection]] === finding.at.id),
  );
}
