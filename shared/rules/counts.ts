/**
 * Counting honestly: each figure names its unit, what it counts, of how many, and how much is missing. One event about
 * four people is 1 event and 4 people. Incomplete facts enter no count and are reported beside it.
 */
import { type Answer, type Id, valueOf } from '#shared/domain/base.ts';
import type { CaseFile, FactCollection } from '#shared/domain/case-file.ts';
import type { FearEvent } from '#shared/domain/fear.ts';
import { type FactBase, factFor, liveFacts, peopleInOrder } from '#shared/domain/people.ts';
import { missingItems } from './completeness.ts';
import { fearStated, isPreempted, nightsOf } from './fear-rules.ts';
import { findForPaper, noticeKinds } from './paper-rules.ts';

/** A figure with what it is made of. */
export interface Count {
  /** Locale key under `measure.`: name and definition. */
  readonly id: string;
  readonly events: number;
  readonly people: number;
  readonly cases: number;
  /** Person-events looked at for which the needed answer is there. */
  readonly denominator: number;
  /** Person-events for which it is not (not asked yet, declined, not known). */
  readonly missing: number;
  /** Events left out because a required item is missing. */
  readonly incomplete: number;
}

/** Missing share of what could have been answered, 0-1; null when nothing was looked at. */
export function missingRate(count: Pick<Count, 'denominator' | 'missing'>): number | null {
  const all = count.denominator + count.missing;
  return all === 0 ? null : count.missing / all;
}

type FactOf<C extends FactCollection> = CaseFile[C][string];

export interface Measure<C extends FactCollection> {
  readonly id: string;
  readonly collection: C;
  /** Which facts are looked at at all. */
  readonly among?: (fact: FactOf<C>) => boolean;
  /** True: counts; false: does not; null: not answered. `fact` is as it is true of the person. */
  readonly holds: (file: CaseFile, fact: FactOf<C>, personId: Id) => boolean | null;
}

/**
 * Counts a measure over case files. A person is counted once however many events there are; an event once however
 * many people it is about. `only` restricts the people, e.g. to those who agreed to statistics.
 */
export function countMeasure<C extends FactCollection>(
  files: readonly CaseFile[],
  measure: Measure<C>,
  only: (file: CaseFile, personId: Id) => boolean = () => true,
): Count {
  const people = new Set<Id>();
  const cases = new Set<Id>();
  let [events, denominator, missing, incomplete] = [0, 0, 0, 0];
  for (const file of files) {
    for (const fact of liveFacts(file, measure.collection)) {
      if (measure.among && !measure.among(fact)) continue;
      const about = fact.about.filter((personId) => file.people[personId]?.deleted === null && only(file, personId));
      if (missingItems(measure.collection, fact).length > 0) {
        incomplete += 1;
        continue;
      }
      let counts = false;
      for (const personId of about) {
        const holds = measure.holds(file, factFor(fact as FactOf<C> & FactBase, personId), personId);
        if (holds === null) missing += 1;
        else denominator += 1;
        if (holds !== true) continue;
        counts = true;
        people.add(personId);
        cases.add(file.id);
      }
      if (counts) events += 1;
    }
  }
  return { id: measure.id, events, people: people.size, cases: cases.size, denominator, missing, incomplete };
}

function equals<T>(answer: Answer<T>, value: T): boolean | null {
  const given = valueOf(answer);
  return given === undefined ? null : given === value;
}

type Measures = { readonly [name: string]: Measure<'fearEvents'> };

/** Measures over fear events (SR10-SR20, SR34). */
export const fearMeasures = {
  fearStated: { id: 'fearStated', collection: 'fearEvents', holds: (_file, event) => fearStated(event) },
  officerDidNotAsk: {
    id: 'officerDidNotAsk',
    collection: 'fearEvents',
    holds: (_file, event) => equals(event.officerAsked, 'no'),
  },
  noChance: {
    id: 'noChance',
    collection: 'fearEvents',
    holds: (_file, event) => {
      const [asked, stated] = [valueOf(event.officerAsked), valueOf(event.statedFear)];
      if (stated === 'prevented') return true;
      return asked === undefined || stated === undefined ? null : asked === 'no' && stated === 'no';
    },
  },
  notToldOfRight: {
    id: 'notToldOfRight',
    collection: 'fearEvents',
    holds: (_file, event) => equals(event.toldOfRight, 'no'),
  },
  preempted: {
    id: 'preempted',
    collection: 'fearEvents',
    among: (event) => fearStated(event) !== false,
    holds: (file, event, personId) =>
      fearStated(event) === null || event.preScreened.status !== 'answered' ? null : isPreempted(file, event, personId),
  },
  restrained: {
    id: 'restrained',
    collection: 'fearEvents',
    holds: (_file, event, personId) =>
      Object.values(event.restraints).some((row) => row.personId === personId) || equals(event.restrained, 'yes'),
  },
  counselRefused: {
    id: 'counselRefused',
    collection: 'fearEvents',
    holds: (_file, event) => equals(event.counselAllowed, 'refused'),
  },
  heldOvernight: {
    id: 'heldOvernight',
    collection: 'fearEvents',
    holds: (_file, event) => {
      const nights = nightsOf(event);
      return nights === null ? null : nights >= 1;
    },
  },
} as const satisfies Measures;

/** Notices in no language that the person reads (SR6). */
export const noticeNotRead: Measure<'papers'> = {
  id: 'noticeNotRead',
  collection: 'papers',
  among: (paper) => noticeKinds.includes(paper.kind),
  holds: (file, paper, personId) =>
    valueOf(paper.languages) === undefined
      ? null
      : findForPaper(file, { ...paper, about: [personId], exceptions: {} }).some(
          (finding) => finding.type === 'NOTICE-LANGUAGE',
        ),
};

/** Hearings missed (SR33). */
export const hearingsMissed: Measure<'hearings'> = {
  id: 'hearingsMissed',
  collection: 'hearings',
  holds: (_file, hearing) => equals(hearing.appeared, 'missed'),
};

/** How an answer is spread: values, and the three kinds of no answer apart. */
export interface Spread {
  readonly values: Readonly<Record<string, number>>;
  readonly notAsked: number;
  readonly declined: number;
  readonly unknown: number;
}

/** Spread of one answer, e.g. of `officerAsked`: "the officer did not ask" (value `no`) is never "not asked yet". */
export function spreadOf(answers: readonly Answer<string>[]): Spread {
  const values: Record<string, number> = {};
  const none = { notAsked: 0, declined: 0, unknown: 0 };
  for (const answer of answers) {
    if (answer.status === 'answered') values[answer.value] = (values[answer.value] ?? 0) + 1;
    else none[answer.status] += 1;
  }
  return { values, ...none };
}

/** Spread of an answer of the fear events, one entry per person that the event is about. */
export function fearSpread(files: readonly CaseFile[], field: 'officerAsked' | 'toldOfRight' | 'preScreened'): Spread {
  const answers = files.flatMap((file) =>
    liveFacts(file, 'fearEvents').flatMap((event) =>
      event.about.map((personId) => factFor(event as FearEvent, personId)[field] as Answer<string>),
    ),
  );
  return spreadOf(answers);
}

/** Events whose pre-screen stood in the way, per place code ("" when no place by code is recorded) (SR13). */
export function preemptedByPlace(
  files: readonly CaseFile[],
): Readonly<Record<string, { events: number; people: number }>> {
  const places: Record<string, { events: number; people: number }> = {};
  for (const file of files) {
    for (const event of liveFacts(file, 'fearEvents')) {
      const people = event.about.filter((personId) => isPreempted(file, factFor(event, personId), personId));
      const counts = people.length > 0 || (event.about.length === 0 && isPreempted(file, event, null));
      if (!counts || missingItems('fearEvents', event).length > 0) continue;
      const code = valueOf(event.place)?.code ?? '';
      const own = places[code] ?? { events: 0, people: 0 };
      places[code] = { events: own.events + 1, people: own.people + people.length };
    }
  }
  return places;
}

/** People who agreed to be counted in statistics. */
export function agreedToStatistics(file: CaseFile, personId: Id): boolean {
  return file.people[personId]?.consents.statistics?.given === 'yes';
}

/** How many people there are in these files; no sample of all (SR3). */
export function peopleIn(files: readonly CaseFile[]): number {
  return files.reduce((sum, file) => sum + peopleInOrder(file).length, 0);
}
