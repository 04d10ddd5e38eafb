/** The lines of "Due": what falls due by a rule, and what waits for somebody of the office. Pure: the day is given. */
import type { DraftSummary, DueRow, SessionInfo, Today } from '#renderer/store/contract.ts';
import { isHandedOver } from '#renderer/record/document-words.ts';
import { addDays } from '#shared/domain/calendar.ts';
import { practiceFigure } from '#shared/reference/practice.ts';

interface Named {
  readonly name: string;
  readonly initials: string;
}
export type DueLine = {
  readonly key: string;
  /** YYYY-MM-DD, or null for what simply waits. */
  readonly day: string | null;
  readonly isPast: boolean;
} & (
  | { readonly kind: 'sheet' }
  | { readonly kind: 'filing'; readonly row: Extract<DueRow, { kind: 'filing' }> }
  | { readonly kind: 'referral'; readonly row: Extract<DueRow, { kind: 'referral' }> }
  | { readonly kind: 'reach'; readonly row: Today['notReached'][number] }
  | { readonly kind: 'scan'; readonly row: DraftSummary }
);

/** Whom a line is about; null for the recovery sheet. */
export function whoOf(line: DueLine): Named | null {
  return line.kind === 'sheet' ? null : line.row;
}

/** Out of the printer or signed, and the signed copy is not back as a scan; nobody signs what a client carries. */
function waitsForScan(draft: DraftSummary): boolean {
  if (isHandedOver(draft.templateId)) return false;
  return (draft.state === 'printed' || draft.state === 'signed') && !draft.signed;
}

/**
 * First the days ahead, the nearest on top; then what waits without a day (the recovery sheet before all); then what has
 * passed, the latest on top. Somebody who was not reached stands here once the hearing is as near as SR21 says.
 */
export function dueLines(today: Today, day: string, session: Pick<SessionInfo, 'recovery' | 'vaultKind'>): DueLine[] {
  const dated: DueLine[] = today.due.map((row) => {
    const key = row.kind === 'filing' ? `filing ${row.hearingId}` : `referral ${row.factId}`;
    const rest = { key, day: row.due, isPast: row.due < day };
    return row.kind === 'filing' ? { ...rest, kind: row.kind, row } : { ...rest, kind: row.kind, row };
  });
  const near = addDays(day, practiceFigure('unreachedDays'));
  for (const row of today.notReached) {
    if (row.hearingDate.length !== 10 || row.hearingDate > near) continue;
    dated.push({ kind: 'reach', key: `reach ${row.personId}`, day: row.hearingDate, isPast: false, row });
  }
  const byDay = (sign: 1 | -1) => (a: DueLine, b: DueLine) =>
    a.day === b.day ? 0 : (a.day ?? '') < (b.day ?? '') ? -sign : sign;
  const isSheetOpen = session.vaultKind === 'real' && session.recovery !== 'done';
  const scans = today.drafts.filter(waitsForScan);
  return [
    ...(isSheetOpen ? [{ kind: 'sheet', key: 'sheet', day: null, isPast: false } as const] : []),
    ...dated.filter((line) => !line.isPast).sort(byDay(1)),
    ...scans.map((row) => ({ kind: 'scan', key: `scan ${row.draftId}`, day: null, isPast: false, row }) as const),
    ...dated.filter((line) => line.isPast).sort(byDay(-1)),
  ];
}
