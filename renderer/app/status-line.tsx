import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { useSession } from '#renderer/store/use-store.tsx';
import { Icon } from '#renderer/ui/icons.tsx';
import { usePreferences } from '#renderer/ui/preferences.ts';
import { localTime } from '#renderer/ui/use-today.ts';
import type { SavingState } from './session-state.ts';

/** Bottom: unlocked, last save, last backup, language. */
export function StatusLine({ saving }: { readonly saving: SavingState }) {
  const t = useT();
  const session = useSession();
  const savedText = saving.savedAt !== null && t('status.saved', { time: localTime(saving.savedAt) });
  return (
    <footer className="s-status" data-pane="status">
      <span className="s-status-item">
        <span className="s-dot" aria-hidden="true" />
        {session.readOnly ? t('status.readOnly') : t('status.unlocked')}
      </span>
      <span className="s-status-item" role="status">
        {saving.phase === 'saving' && t('status.saving')}
        {saving.phase === 'failed' && (
          <strong className="s-status-bad">
            <Icon name="warning" size={13} /> {t('status.notSaved')}
          </strong>
        )}
        {saving.phase === 'idle' && savedText}
      </span>
      <span className="s-status-item s-status-warn">
        <Icon name="warning" size={13} /> {t('status.noBackup')}
      </span>
      <span className="s-space" />
      <LanguageSwitch />
    </footer>
  );
}

/** English · Español: each named in itself. */
export function LanguageSwitch() {
  const t = useT();
  const language = useLanguage();
  const { change } = usePreferences();
  return (
    <fieldset className="s-language" aria-label={t('status.language')}>
      {(['en', 'es'] as const).map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          aria-pressed={language === one}
          onClick={() => change({ language: one })}
        >
          {one === 'en' ? 'English' : 'Español'}
        </button>
      ))}
    </fieldset>
  );
}
