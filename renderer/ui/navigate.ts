/** Where a feature can send the person; the shell turns it into a route. Features never import the shell. */
import { createContext, useContext } from 'react';
import type { Id } from '#shared/domain/base.ts';

export type Destination =
  | { readonly to: 'today' }
  | { readonly to: 'clients' }
  | { readonly to: 'intake'; readonly caseId?: Id }
  | { readonly to: 'case'; readonly caseId: Id; readonly tab?: string }
  | { readonly to: 'person'; readonly caseId: Id; readonly personId: Id; readonly tab?: string }
  | { readonly to: 'fear'; readonly caseId: Id; readonly factId: Id; readonly step?: string }
  | { readonly to: 'harm'; readonly caseId: Id; readonly factId: Id }
  | { readonly to: 'screening'; readonly caseId: Id; readonly factId: Id }
  | { readonly to: 'hearing'; readonly caseId: Id; readonly factId: Id }
  /** `kind` is chosen already on arrival, and the letter's hearing. */
  | { readonly to: 'newDocument'; readonly caseId: Id; readonly kind?: 'hearing-letter'; readonly hearingId?: Id }
  | { readonly to: 'documents' }
  | { readonly to: 'draft'; readonly draftId: Id }
  | { readonly to: 'readBack'; readonly draftId: Id }
  | { readonly to: 'settings' }
  | { readonly to: 'vault' }
  | { readonly to: 'back' };

export const GoContext = createContext<((to: Destination) => void) | null>(null);

/** The function that goes to a destination. */
export function useGo(): (to: Destination) => void {
  const go = useContext(GoContext);
  if (go === null) throw new Error('useGo needs the shell around it');
  return go;
}
