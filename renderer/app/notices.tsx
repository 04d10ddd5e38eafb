import { useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { asKey, useT } from '#renderer/i18n/i18n.ts';
import { useSession } from '#renderer/store/use-store.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { useGo } from '#renderer/ui/navigate.ts';
import type { SavingState } from './session-state.ts';

/** Sentences above every page, as long as their cause lasts. */
export function Notices({ saving }: { readonly saving: SavingState }) {
  const t = useT();
  const go = useGo();
  const session = useSession();
  const { pathname } = useLocation();
  const [rebuiltSeen, setRebuiltSeen] = useState(false);
  const { failure, rebuilding } = saving;
  const needsSheet = session.recovery !== 'done' && session.vaultKind === 'real' && pathname !== '/vault';
  const hasAny = failure !== null || session.readOnly || rebuilding !== null || needsSheet || session.rebuilt !== null;
  if (!hasAny) return null;
  return (
    <div className="s-notices">
      {failure !== null && (
        <Banner tone="danger" title={t('shell.saveFailed')}>
          {t(asKey(`errors.${failure.code}`), failure.detail)} {t('shell.saveFailedKept')}
        </Banner>
      )}
      {session.readOnly && (
        <Banner tone="warning" title={t('shell.readOnly')}>
          {session.readOnlyBecause !== null && t(asKey(`errors.${session.readOnlyBecause}`), session.readOnlyDetail)}
        </Banner>
      )}
      {rebuilding !== null && (
        <Banner tone="info" title={t('shell.rebuilding')}>
          <progress max={rebuilding.total} value={rebuilding.done} aria-label={t('shell.rebuilding')} />
        </Banner>
      )}
      {session.rebuilt !== null && rebuilding === null && !rebuiltSeen && (
        <Banner
          tone="info"
          title={t('shell.rebuilt')}
          action={<IconButton label={t('ui.close')} icon="close" onClick={() => setRebuiltSeen(true)} />}
        >
          {t(asKey(`vault.rebuilt.${session.rebuilt}`))}
        </Banner>
      )}
      {needsSheet && (
        <Banner
          tone="warning"
          title={t('shell.sheetMissing')}
          action={
            <Button size="sm" onClick={() => go({ to: 'vault' })}>
              {t('shell.sheetDo')}
            </Button>
          }
        >
          {t('shell.sheetWhy')}
        </Banner>
      )}
    </div>
  );
}
