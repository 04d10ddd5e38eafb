/** The preferences of this computer, as the shell read them, and how to change one. */
import { createContext, useContext } from 'react';
import { must } from '#shared/assert.ts';
import type { Preferences } from '#shared/ipc/contract.ts';

export interface PreferencesState {
  readonly current: Preferences;
  readonly change: (part: Partial<Preferences>) => void;
}

export const PreferencesContext = createContext<PreferencesState | null>(null);

export function usePreferences(): PreferencesState {
  return must(useContext(PreferencesContext), 'the shell above');
}
