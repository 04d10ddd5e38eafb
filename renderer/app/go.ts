/** Addresses of the app's places. They live in the hash: the page never leaves its file. */
import { createHashHistory } from '@tanstack/react-router';
import type { Destination } from '#renderer/ui/navigate.ts';

export const history = createHashHistory();

function tail(part: string | undefined): string {
  return part === undefined ? '' : `/${part}`;
}

/** The address of a destination; null for `back`. */
export function pathOf(to: Destination): string | null {
  switch (to.to) {
    case 'today':
    case 'clients':
    case 'documents':
    case 'settings':
    case 'vault':
      return `/${to.to}`;
    case 'intake':
      return `/intake/${to.caseId ?? 'new'}`;
    case 'case':
      return `/case/${to.caseId}${tail(to.tab)}`;
    case 'person':
      return `/case/${to.caseId}/person/${to.personId}${tail(to.tab)}`;
    case 'fear':
      return `/case/${to.caseId}/fear/${to.factId}${tail(to.step)}`;
    case 'harm':
    case 'hearing':
    case 'screening':
      return `/case/${to.caseId}/${to.to}/${to.factId}`;
    case 'newDocument':
      return `/case/${to.caseId}/document/new${tail(to.kind)}${tail(to.hearingId)}`;
    case 'draft':
      return `/draft/${to.draftId}`;
    case 'readBack':
      return `/draft/${to.draftId}/read-back`;
    case 'back':
      return null;
  }
}

/** Goes there; `back` goes to the page before. */
export function go(to: Destination): void {
  const path = pathOf(to);
  if (path === null) history.back();
  else history.push(path);
}
