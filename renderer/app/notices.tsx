import { useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { asKey, useT } from '#renderer/i18n/i18n.ts';
import type { SessionInfo } from '#renderer/store/contract.ts';
import { commitOpenFields } from '#renderer/store/field-controller.ts';
import { useSession, useStore } from '#renderer/store/use-store.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { useGo } from '#renderer/ui/navigate.ts';
import { showToast } from '#renderer/ui/toast.tsx';
import type { ErrorDetail } from '#shared/errors.ts';
import type { SavingState } from './session-state.ts';

interface NotSavedProps {
  readonly failure: { readonly code: string; readonly detail: ErrorDetail };
  readonly session: SessionInfo;
}

/** Another try where that can help. */
function SaveAgain() {
  const t = useT();
  const store = useStore();
  const [isBusy, setBusy] = useState(false);
  async function tryAgain(): Promise<void> {
    setBusy(true);
    const done = await store.request('saveAgain', undefined);
    setBusy(false);
    if (!done.ok) return showToast({ tone: 'danger', text: t(asKey(`errors.${done.code}`), done.detail) });
    commitOpenFields();
    const { saved, unfit } = done.value;
    if (unfit > 0) showToast({ tone: 'warning', text: t('shell.savedUnfit', { count: unfit }) });
    else
      showToast({
        tone: 'accent',
        text: saved > 0 ? t('shell.savedAgain', { count: saved }) : t('shell.writableAgain'),
      });
  }
  return (
    <Button size="sm" busy={isBusy} onClick={() => void tryAgain()}>
      {t('shell.saveAgain')}
    </Button>
  );
}

/** A save that failed: why, and what waits. */
function NotSaved({ failure, session }: NotSavedProps) {
  const t = useT();
  return (
    <Banner tone="danger" title={t('shell.saveFailed')} action={session.canTryAgain && <SaveAgain />}>
      {t(asKey(`errors.${failure.code}`), failure.detail)} {t('shell.saveFailedKept')}{' '}
      {session.canTryAgain && session.waiting > 0 && t('shell.waiting', { count: session.waiting })}
    </Banner>
  );
}

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
      {failure !== null && <NotSaved failure={failure} session={session} />}
      {session.readOnly && (failure === null || !session.canTryAgain) && (
        <Banner tone="warning" title={t('shell.readOnly')} action={session.canTryAgain && <SaveAgain />}>
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
