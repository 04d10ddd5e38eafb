/** What matters today: hearings of two weeks, people not reached, documents in hand, what needs a look. */
import type { HearingRow, Today } from '../contract.ts';
import type { CaseEntry, HearingEntry, PersonEntry } from '../index/entries.ts';
import { dayAfter, dayLimits, daysBetween, isUnreached, nextHearing } from '../index/rows.ts';
import type { OpenStore } from '../session/open-store.ts';
import { drafts } from './drafts.ts';
import { dueRows } from './due.ts';

const HEARING_DAYS = 14;
const MOST_ROWS = 100;
const CASES_AT_ONCE = 500;
const CLOSED: ReadonlySet<string> = new Set(['filed', 'served', 'accepted']);

function hearingRow(entry: CaseEntry, hearing: HearingEntry): HearingRow {
  const person = entry.people.find(({ personId }) => personId === hearing.personId);
  return {
    caseId: entry.id,
    hearingId: hearing.hearingId,
    personId: hearing.personId,
    name: person?.name ?? '',
    initials: person?.initials ?? '',
    date: hearing.date,
    hearingTime: hearing.time,
    hearingZone: hearing.zone,
    hearingPlace: hearing.place,
    reportTime: hearing.reportTime,
    reportZone: hearing.reportZone,
    port: hearing.port,
    languages: person?.languages ?? [],
    people: hearing.people,
  };
}

function hearingsSoon(cases: readonly CaseEntry[], date: string): HearingRow[] {
  const until = dayAfter(date, HEARING_DAYS);
  const soon: { readonly entry: CaseEntry; readonly hearing: HearingEntry; readonly when: string }[] = [];
  for (const entry of cases) {
    for (const hearing of entry.hearings) {
      if (hearing.date.length !== 10 || hearing.date < date || hearing.date > until) continue;
      const time = hearing.reportTime || hearing.time || '99:99';
      soon.push({ entry, hearing, when: `${hearing.date} ${time} ${hearing.hearingId}` });
    }
  }
  soon.sort((a, b) => (a.when < b.when ? -1 : 1));
  return soon.slice(0, MOST_ROWS).map(({ entry, hearing }) => hearingRow(entry, hearing));
}

/** Nearest hearing first. */
function notReached(cases: readonly CaseEntry[], date: string): Today['notReached'] {
  const limits = dayLimits(date);
  const found: { readonly entry: CaseEntry; readonly person: PersonEntry; readonly hearingDate: string }[] = [];
  for (const entry of cases) {
    for (const person of entry.people) {
      if (isUnreached(person, limits)) found.push({ entry, person, hearingDate: nextHearing(person, date) });
    }
  }
  found.sort((a, b) => (a.hearingDate < b.hearingDate ? -1 : 1));
  return found.slice(0, MOST_ROWS).map(({ entry, person, hearingDate }) => ({
    caseId: entry.id,
    personId: person.personId,
    name: person.name,
    initials: person.initials,
    days: person.lastContact === '' ? null : daysBetween(person.lastContact, date),
    hearingDate,
  }));
}

/** Flags of a case stand under the case; flags that only one person has stand under that person. */
function needsLook(cases: readonly CaseEntry[]): Today['needsLook'] {
  const rows: Today['needsLook'][number][] = [];
  for (const entry of cases) {
    const [first] = entry.people;
    const joint = new Set(entry.flags.map(({ flag }) => flag));
    const head = { caseId: entry.id, name: first?.name ?? '', initials: first?.initials ?? '' };
    for (const { flag, count } of entry.flags) rows.push({ ...head, personId: null, flag, count });
    for (const { personId, name, initials, flags } of entry.people) {
      for (const flag of flags) {
        if (!joint.has(flag)) rows.push({ caseId: entry.id, personId, name, initials, flag, count: 1 });
      }
    }
    if (rows.length >= MOST_ROWS) break;
  }
  return rows;
}

/**
 * `date` is today at the laptop, YYYY-MM-DD. Looks at every case, piece by piece: what a screen waits for more goes first.
 * A commit in between makes the page ask again.
 */
export async function today(store: OpenStore, date: string): Promise<Today> {
  const cases: CaseEntry[] = [];
  for (const id of [...store.index.entries.idsOf('case')]) {
    if (cases.length % CASES_AT_ONCE === 0) await store.deps.pause();
    const entry = store.index.caseOf(id);
    if (entry !== undefined) cases.push(entry);
  }
  const inHand = drafts(store, null).filter(({ state }) => !CLOSED.has(state));
  return {
    hearings: hearingsSoon(cases, date),
    due: dueRows(cases, date, MOST_ROWS),
    notReached: notReached(cases, date),
    drafts: inHand.slice(0, MOST_ROWS),
    needsLook: needsLook(cases),
    counts: { clients: store.index.people.size, cases: cases.length, drafts: inHand.length },
  };
}
