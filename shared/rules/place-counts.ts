/** Counts per place, per basis and per reason: what each figure is made of stands beside it. */
import { type Id, valueOf } from '#shared/domain/base.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import type { FearEvent, Irregularity, silenceReasons } from '#shared/domain/fear.ts';
import { factFor, liveFacts, peopleInOrder } from '#shared/domain/people.ts';
import { countMeasure, type Measure } from './counts.ts';
import { insidePregnancy, returnsOf } from './returns.ts';

export interface PlaceCount {
  readonly events: number;
  readonly people: number;
}
type ByPlace = Readonly<Record<string, PlaceCount>>;

/** A measure over fear events per place code, "" where no place by code is recorded; places without a hit are left out. */
export function countByPlace(files: readonly CaseFile[], measure: Measure<'fearEvents'>): ByPlace {
  const placeOf = (event: FearEvent): string => valueOf(event.place)?.code ?? '';
  const codes = new Set(files.flatMap((file) => liveFacts(file, 'fearEvents').map(placeOf)));
  const counts = [...codes].sort().map((code): [string, PlaceCount] => {
    const among = (event: FearEvent) => placeOf(event) === code && (measure.among?.(event) ?? true);
    const { events, people } = countMeasure(files, { ...measure, among });
    return [code, { events, people }];
  });
  return Object.fromEntries(counts.filter(([, count]) => count.events > 0));
}

/** Women returned inside the pregnancy, per port or place that sent them back (SR30). A return told twice is one. */
export function pregnantReturnsByPlace(files: readonly CaseFile[]): ByPlace {
  const found = new Map<string, { days: Set<string>; people: Set<Id> }>();
  for (const file of files) {
    for (const person of peopleInOrder(file)) {
      for (const one of returnsOf(file, person.id)) {
        if (valueOf(person.pregnant) === undefined || insidePregnancy(person, one.date) !== true) continue;
        const own = found.get(one.placeCode ?? '') ?? { days: new Set(), people: new Set() };
        own.days.add(`${person.id} ${one.date?.value ?? one.id}`);
        own.people.add(person.id);
        found.set(one.placeCode ?? '', own);
      }
    }
  }
  return Object.fromEntries(
    [...found].sort().map(([code, own]) => [code, { events: own.days.size, people: own.people.size }]),
  );
}

/**
 * Irregularities of a type by what they rest on: seen, told, read. The three are never added up to one number of
 * facts (SR1, SR14). Dropped ones and proposals nobody decided on are left out.
 */
export function countByBasis(
  files: readonly CaseFile[],
  type: string,
): Readonly<Record<Irregularity['basis'], number>> {
  const counts = { firstHand: 0, told: 0, paper: 0 };
  for (const file of files)
    for (const one of liveFacts(file, 'irregularities'))
      if (one.type === type && (one.decision === 'accepted' || one.decision === 'added')) counts[one.basis] += 1;
  return counts;
}

/** People per reason for silence; a person with the same reason in several events is one (SR16). */
export function peoplePerSilenceReason(
  files: readonly CaseFile[],
): Partial<Record<(typeof silenceReasons)[number], number>> {
  const people = new Map<(typeof silenceReasons)[number], Set<Id>>();
  for (const file of files)
    for (const event of liveFacts(file, 'fearEvents'))
      for (const personId of event.about)
        for (const reason of valueOf(factFor(event, personId).silenceReasons) ?? [])
          people.set(reason, (people.get(reason) ?? new Set()).add(personId));
  return Object.fromEntries([...people].map(([reason, ids]) => [reason, ids.size]));
}
