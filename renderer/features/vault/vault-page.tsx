import '#renderer/ui/office-pages.css';
import './vault.css';
import { useEffect, useState } from 'react';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { useSession } from '#renderer/store/use-store.tsx';
import { Panel } from '#renderer/ui/card.tsx';
import { KeyValue } from '#renderer/ui/data-list.tsx';
import { PageTitle } from '#renderer/ui/text.tsx';
import { AccessPanel } from './access-panel.tsx';
import { dayAndTime } from './day-and-time.ts';
import { RecoveryPanel } from './recovery-panel.tsx';

/** Where the vault is kept; null until it is known. */
function useFolder(): string | null {
  const [folder, setFolder] = useState<string | null>(null);
  useEffect(() => {
    void window.amparo.vault.place().then((answer) => setFolder(answer.ok ? answer.value.folder : null));
  }, []);
  return folder;
}

/** Who can open the vault, the way back in when a passphrase is forgotten, and how the vault is doing. */
export function VaultPage() {
  const t = useT();
  const language = useLanguage();
  const session = useSession();
  const { lastSavedAt } = session;
  const folder = useFolder();
  return (
    <div className="o-page">
      <PageTitle>{t('nav.vault')}</PageTitle>
      <div className="o-columns">
        <div className="o-column">
          {session.recovery === 'done' && <AccessPanel session={session} />}
          <RecoveryPanel session={session} />
          {session.recovery !== 'done' && <AccessPanel session={session} />}
        </div>
        <div className="o-column">
          <Panel title={t('vault.state')}>
            <KeyValue
              items={[
                {
                  label: t('vault.kind'),
                  value: t(session.vaultKind === 'sample' ? 'vault.kindSample' : 'vault.kindReal'),
                },
                { label: t('vault.person'), value: session.memberName || t('settings.noName') },
                { label: t('settings.role'), value: t(`role.${session.role}`) },
                {
                  label: t('vault.lastSave'),
                  value: lastSavedAt === null ? t('status.nothingSaved') : dayAndTime(lastSavedAt, language),
                },
                { label: t('vault.writing'), value: t(session.readOnly ? 'vault.writingNo' : 'vault.writingYes') },
              ]}
            />
          </Panel>
          <Panel title={t('vault.backups')}>
            <p className="o-text">{t('vault.noBackups')}</p>
            {folder !== null && (
              <p className="v-folder">
                {t('vault.folder')}
                <span className="v-path">{folder}</span>
              </p>
            )}
          </Panel>
        </div>
      </div>
    </div>
  );
}
