/** Whether names stand on Today in this sitting, or only initials; one key turns it. */
import { createContext, useContext } from 'react';

export interface NamesShown {
  readonly shown: boolean;
  readonly toggle: () => void;
}

export const NamesShownContext = createContext<NamesShown>({ shown: false, toggle: () => undefined });

export function useNamesShown(): NamesShown {
  return useContext(NamesShownContext);
}
