import '#renderer/ui/office-pages.css';
import { useT } from '#renderer/i18n/i18n.ts';
import { useOffice, useSession } from '#renderer/store/use-store.tsx';
import { Panel } from '#renderer/ui/card.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { SegmentedField } from '#renderer/ui/choice-field.tsx';
import { NativeSelectField } from '#renderer/ui/native-select-field.tsx';
import { usePreferences } from '#renderer/ui/preferences.ts';
import { PageTitle } from '#renderer/ui/text.tsx';
import { InterpreterList } from './interpreter-list.tsx';
import { MemberList } from './member-list.tsx';
import { OfficeForm } from './office-form.tsx';

/** Screen and lock of this computer; office, people and interpreters of the vault. */
export function SettingsPage() {
  const t = useT();
  const { file: office } = useOffice();
  const session = useSession();
  return (
    <div className="o-page">
      <PageTitle>{t('settings.title')}</PageTitle>
      <div className="o-columns">
        <div className="o-column">
          {office !== undefined && (
            <>
              <OfficeForm office={office} isReadOnly={session.readOnly} />
              <MemberList office={office} isReadOnly={session.readOnly} />
              <InterpreterList office={office} isReadOnly={session.readOnly} />
            </>
          )}
        </div>
        <div className="o-column">
          <ThisComputer />
        </div>
      </div>
    </div>
  );
}

const idleChoices = [1, 2, 5, 10, 15, 30, 60];
const zoomChoices = [80, 90, 100, 110, 125, 150, 175, 200];

/** Kept on this computer, outside of the vault: nothing of a client. */
function ThisComputer() {
  const t = useT();
  const { current, change } = usePreferences();
  const zooms = zoomChoices.includes(current.zoomPercent)
    ? zoomChoices
    : [...zoomChoices, current.zoomPercent].sort((a, b) => a - b);
  return (
    <Panel title={t('settings.computer')}>
      <div className="o-stack">
        <SegmentedField
          label={t('status.language')}
          value={current.language}
          options={[
            { value: 'en', label: 'English' },
            { value: 'es', label: 'Español' },
          ]}
          onChange={(language) => change({ language })}
        />
        <SegmentedField
          label={t('settings.theme')}
          value={current.theme}
          options={[
            { value: 'auto', label: t('settings.themeAuto') },
            { value: 'light', label: t('settings.themeLight') },
            { value: 'dark', label: t('settings.themeDark') },
          ]}
          onChange={(theme) => change({ theme })}
        />
        <NativeSelectField
          label={t('settings.zoom')}
          value={String(current.zoomPercent)}
          options={zooms.map((zoom) => ({ value: String(zoom), label: `${zoom} %` }))}
          onChange={(zoom) => change({ zoomPercent: Number(zoom) })}
        />
        <NativeSelectField
          label={t('settings.idle')}
          help={t('settings.idleHelp')}
          value={String(current.idleMinutes)}
          options={idleChoices.map((minutes) => ({
            value: String(minutes),
            label: t('settings.minutes', { count: minutes }),
          }))}
          onChange={(minutes) => change({ idleMinutes: Number(minutes) })}
        />
        <Checkbox
          label={t('settings.showNames')}
          help={t('settings.showNamesHelp')}
          checked={current.showNames}
          onChange={(showNames) => change({ showNames })}
        />
      </div>
    </Panel>
  );
}
