import { RouterProvider } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { setLanguage } from '#renderer/i18n/i18n.ts';
import type { StoreClient } from '#renderer/store/client.ts';
import type { SessionInfo } from '#renderer/store/contract.ts';
import { StoreProvider } from '#renderer/store/use-store.tsx';
import { KitProvider } from '#renderer/ui/kit-provider.tsx';
import { PreferencesContext } from '#renderer/ui/preferences.ts';
import type { Preferences } from '#shared/ipc/contract.ts';
import { router } from './router.tsx';

interface AppProps {
  readonly client: StoreClient;
  readonly session: SessionInfo;
  readonly preferences: Preferences;
}

/** The whole main window, once the vault is open. */
export function App({ client, session, preferences: first }: AppProps) {
  const [current, setCurrent] = useState(first);

  const lastChange = useRef(0);
  const change = useCallback((part: Partial<Preferences>) => {
    lastChange.current += 1;
    const turn = lastChange.current;
    setCurrent((now) => ({ ...now, ...part }));
    void window.amparo.app.setPreferences(part).then((kept) => {
      // The answer to an older change does not know the newer one.
      if (kept.ok && turn === lastChange.current) setCurrent(kept.value);
    });
  }, []);
  const preferences = useMemo(() => ({ current, change }), [current, change]);

  useEffect(() => {
    if (current.language !== null) setLanguage(current.language);
  }, [current.language]);

  return (
    <PreferencesContext value={preferences}>
      <KitProvider choice={current.theme}>
        <StoreProvider client={client} session={session}>
          <RouterProvider router={router} />
        </StoreProvider>
      </KitProvider>
    </PreferencesContext>
  );
}
