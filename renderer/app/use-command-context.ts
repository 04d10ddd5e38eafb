import { useMemo } from 'react';
import { asKey, useT } from '#renderer/i18n/i18n.ts';
import { useSession, useStore } from '#renderer/store/use-store.tsx';
import { useGo } from '#renderer/ui/navigate.ts';
import { usePreferences } from '#renderer/ui/preferences.ts';
import { showToast } from '#renderer/ui/toast.tsx';
import type { CommandContext } from './commands.ts';
import { focusNextPane } from './keyboard.ts';

type Overlay = 'palette' | 'shortcuts' | 'vault-first';

/** What the commands act on. */
export function useCommandContext(open: (overlay: Overlay) => void, toggleNames: () => void): CommandContext {
  const t = useT();
  const go = useGo();
  const store = useStore();
  const session = useSession();
  const preferences = usePreferences();
  return useMemo(() => {
    async function undo(again: boolean): Promise<void> {
      const result = await store.request(again ? 'redo' : 'undo', undefined);
      if (!result.ok) showToast({ tone: 'danger', text: t(asKey(`errors.${result.code}`), result.detail) });
      else if (result.value === null) showToast({ tone: 'neutral', text: t('shell.nothingToUndo') });
      else showToast({ tone: 'accent', text: t(again ? 'shell.redone' : 'shell.undone') });
    }
    return {
      go,
      openPalette: () => open('palette'),
      openShortcuts: () => open('shortcuts'),
      newClient: () => (session.vaultKind === 'sample' ? open('vault-first') : go({ to: 'intake' })),
      lock: () => void window.amparo.session.lock({ reason: 'button', afterwards: null }),
      toggleNames,
      zoom: (by) => {
        const { zoomPercent } = preferences.current;
        preferences.change({ zoomPercent: by === 0 ? 100 : Math.min(200, Math.max(80, zoomPercent + by)) });
      },
      undo: (again) => void undo(again),
      nextPane: focusNextPane,
    };
  }, [t, go, store, session.vaultKind, preferences, open, toggleNames]);
}
