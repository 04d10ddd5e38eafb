import { Outlet, useLocation } from '@tanstack/react-router';
import { Suspense, useMemo, useState } from 'react';
import { useT } from '#renderer/i18n/i18n.ts';
import { useSession, useStore } from '#renderer/store/use-store.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { NamesShownContext } from '#renderer/ui/names-shown.ts';
import { GoContext, useGo } from '#renderer/ui/navigate.ts';
import { PendingContext, type PendingTexts } from '#renderer/ui/pending.ts';
import { usePreferences } from '#renderer/ui/preferences.ts';
import { Toaster } from '#renderer/ui/toast.tsx';
import { CaseWatch } from './case-watch.tsx';
import { useFocusOnArrival } from './focus-on-arrival.ts';
import { go } from './go.ts';
import { Header } from './header.tsx';
import { IdleWarning } from './idle-warning.tsx';
import { useCommands } from './keyboard.ts';
import { Navigation } from './navigation.tsx';
import { Notices } from './notices.tsx';
import { Palette } from './palette.tsx';
import { useSaving } from './session-state.ts';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { StatusLine } from './status-line.tsx';
import { useCommandContext } from './use-command-context.ts';
import { VaultFirstDialog } from './vault-first-dialog.tsx';

/** The frame around every page. */
export function Shell() {
  const session = useSession();
  const { current } = usePreferences();
  const [shown, setShown] = useState(current.showNames);
  const names = useMemo(() => ({ shown, toggle: () => setShown((now) => !now) }), [shown]);
  return (
    <GoContext value={go}>
      <NamesShownContext value={names}>
        <Frame lastSavedAt={session.lastSavedAt} toggleNames={names.toggle} />
      </NamesShownContext>
    </GoContext>
  );
}

function Frame({
  lastSavedAt,
  toggleNames,
}: {
  readonly lastSavedAt: string | null;
  readonly toggleNames: () => void;
}) {
  const t = useT();
  const { pathname } = useLocation();
  const saving = useSaving(lastSavedAt);
  const [overlay, setOverlay] = useState<'palette' | 'shortcuts' | 'vault-first' | null>(null);
  const context = useCommandContext(setOverlay, toggleNames);
  useCommands(context);
  const main = useFocusOnArrival(pathname);
  const pending = usePendingTexts(pathname);
  const close = (): void => setOverlay(null);
  return (
    <div className="s-shell">
      <button type="button" className="s-skip" onClick={() => main.current?.focus()}>
        {t('shell.skip')}
      </button>
      <Header context={context} />
      <Navigation />
      <main className="s-main" id="main" ref={main} tabIndex={-1} data-pane="main">
        <Notices saving={saving} />
        <div className="s-page">
          <PendingContext value={pending}>
            <Suspense fallback={<p className="s-loading">{t('ui.loading')}</p>}>
              <Outlet />
            </Suspense>
          </PendingContext>
        </div>
      </main>
      <StatusLine saving={saving} />
      <CaseWatch />
      <IdleWarning />
      <Palette opened={overlay === 'palette'} onClose={close} context={context} />
      <ShortcutsDialog opened={overlay === 'shortcuts'} onClose={close} />
      <VaultFirstDialog opened={overlay === 'vault-first'} onClose={close} />
      <Toaster />
    </div>
  );
}

/** Typing of this screen goes to sealed slots of the store. */
function usePendingTexts(scope: string): PendingTexts {
  const store = useStore();
  return useMemo(
    () => ({
      scope,
      get: async (slot) => {
        const found = await store.request('pendingGet', { slot });
        return found.ok ? found.value : null;
      },
      put: (slot, value) => void store.request('pendingPut', { slot, value }),
      clear: (slot) => void store.request('pendingClear', { slot }),
    }),
    [store, scope],
  );
}

/** An address that leads nowhere. */
export function NotHere() {
  const t = useT();
  const goTo = useGo();
  return (
    <EmptyState
      text={t('shell.notHere')}
      action={<Button onClick={() => goTo({ to: 'today' })}>{t('nav.today')}</Button>}
    />
  );
}
