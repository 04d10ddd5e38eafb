/**
 * The case file: the people who came or are represented together, and everything known about them.
 * An incident without a known person is a case with `kindOfCase: 'incident'`.
 */
import { z } from 'zod';
import { collection, id, instant, type Id } from './base.ts';
import { fearEvent, irregularity } from './fear.ts';
import { harm } from './harm.ts';
import {
  attempt,
  channel,
  hearing,
  proceeding,
  programmeStatus,
  representation,
  task,
  vulnerability,
} from './hearing.ts';
import { encounter, paper, stay } from './journey.ts';
import { person, relation, separation } from './person.ts';
import { screening } from './screening.ts';

/** Version of every stored file's schema; steps between versions live in shared/domain/migrations.ts. */
export const schemaVersion = 1;

export const caseFile = z.strictObject({
  kind: z.literal('case'),
  schemaVersion: z.literal(schemaVersion),
  id,
  kindOfCase: z.enum(['family', 'incident']).default('family'),
  /** Names the case in file names and window titles; never a client's name. */
  officeNumber: z.string().max(40).default(''),
  createdAt: instant,
  people: collection(person),
  /** Order in which people are shown; ids missing here come last. */
  peopleOrder: z.array(id).default([]),
  relations: collection(relation),
  separations: collection(separation),
  encounters: collection(encounter),
  stays: collection(stay),
  papers: collection(paper),
  fearEvents: collection(fearEvent),
  irregularities: collection(irregularity),
  harms: collection(harm),
  hearings: collection(hearing),
  channels: collection(channel),
  attempts: collection(attempt),
  vulnerabilities: collection(vulnerability),
  screenings: collection(screening),
  programme: collection(programmeStatus),
  representation: collection(representation),
  proceedings: collection(proceeding),
  tasks: collection(task),
});
export type CaseFile = z.infer<typeof caseFile>;

/** The collections of facts (each item has factShape). */
export const factCollections = {
  encounters: encounter,
  stays: stay,
  papers: paper,
  fearEvents: fearEvent,
  irregularities: irregularity,
  harms: harm,
  hearings: hearing,
  channels: channel,
  attempts: attempt,
  vulnerabilities: vulnerability,
  screenings: screening,
  programme: programmeStatus,
  representation: representation,
  proceedings: proceeding,
} as const;
export type FactCollection = keyof typeof factCollections;

/** A new, empty case. */
export function emptyCase(caseId: Id, createdAt: string, kindOfCase: 'family' | 'incident' = 'family'): CaseFile {
  return caseFile.parse({ kind: 'case', schemaVersion, id: caseId, createdAt, kindOfCase });
}
