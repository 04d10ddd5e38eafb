import { useT } from '#renderer/i18n/i18n.ts';
import { Panel } from '#renderer/ui/card.tsx';
import type { OfficeFile } from '#shared/domain/office.ts';
import { OfficeField, OfficeLines } from './office-field.tsx';

interface OfficePartProps {
  readonly office: OfficeFile;
  readonly isReadOnly: boolean;
}

/** The office as it is printed on papers. */
export function OfficeForm({ office, isReadOnly }: OfficePartProps) {
  const t = useT();
  const shared = { officeId: office.id, isReadOnly, change: 'office.changed' } as const;
  return (
    <Panel title={t('settings.office')}>
      <div className="o-grid">
        <OfficeField {...shared} label={t('settings.officeName')} path={['name']} value={office.name} />
        <OfficeField {...shared} label={t('settings.phone')} path={['phone']} value={office.phone} type="tel" />
        <OfficeLines {...shared} label={t('settings.address')} path={['address']} lines={office.address} />
        <OfficeField {...shared} label={t('settings.email')} path={['email']} value={office.email} type="email" />
        <OfficeField
          {...shared}
          label={t('settings.numberPrefix')}
          help={t('settings.numberPrefixHelp')}
          path={['numberPrefix']}
          value={office.numberPrefix}
        />
      </div>
    </Panel>
  );
}
