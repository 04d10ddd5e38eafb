/** What falls due in the next two weeks or has passed while it still matters. */
import { filingReadings } from '#shared/deadlines/filing.ts';
import type { DueRow } from '../contract.ts';
import type { CaseEntry, HearingEntry } from '../index/entries.ts';
import { dayAfter } from '../index/rows.ts';

const DUE_DAYS = 14;

function head(entry: CaseEntry, personId: string) {
  const person = entry.people.find((one) => one.personId === personId);
  return { caseId: entry.id, personId, name: person?.name ?? '', initials: person?.initials ?? '' };
}

/** What is late for a master hearing may still be handed up there. */
function filing(entry: CaseEntry, hearing: HearingEntry, today: string): DueRow | null {
  if (hearing.date.length !== 10 || hearing.date < today) return null;
  const readings = filingReadings(hearing.date, hearing.kind, hearing.docket);
  const last = readings.at(-1);
  if (last === undefined) return null;
  // While a later reading is still ahead, nothing has passed for good.
  const next = readings.find((reading) => reading.due >= today) ?? last;
  const due = next.safe >= today ? next.safe : next.due;
  if (due > dayAfter(today, DUE_DAYS) || (hearing.kind === 'master' && last.due < today)) return null;
  return {
    kind: 'filing',
    ...head(entry, hearing.personId),
    due,
    hearingId: hearing.hearingId,
    hearingDate: hearing.date,
    hearingKind: hearing.kind,
    people: hearing.people,
    docketKnown: hearing.docket === 'nonDetained',
    readings,
  };
}

/** Earliest first. `today` is YYYY-MM-DD. */
export function dueRows(cases: readonly CaseEntry[], today: string, most: number): DueRow[] {
  const rows: DueRow[] = [];
  for (const entry of cases) {
    for (const hearing of entry.hearings) {
      const row = filing(entry, hearing, today);
      if (row !== null) rows.push(row);
    }
    for (const { factId, personId, dueOn } of entry.referrals) {
      if (dueOn <= today) rows.push({ kind: 'referral', ...head(entry, personId), due: dueOn, factId });
    }
  }
  // Days ahead first, the nearest on top; then what has passed, the latest on top.
  const isPast = (row: DueRow): boolean => row.due < today;
  return rows
    .sort((a, b) => {
      if (isPast(a) !== isPast(b)) return isPast(a) ? 1 : -1;
      if (a.due === b.due) return 0;
      return a.due < b.due === isPast(a) ? 1 : -1;
    })
    .slice(0, most);
}
