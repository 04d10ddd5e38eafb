import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import type { ClientRow } from '#renderer/store/contract.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { KeyValue } from '#renderer/ui/data-list.tsx';
import { languageLabel } from '#shared/reference/languages.ts';
import { ANumberCell, FlagTags, placeText, shortDate } from './client-cells.tsx';

interface ClientPeekProps {
  readonly row: ClientRow;
  readonly onClose: () => void;
  readonly onOpen: (row: ClientRow) => void;
}

/** The side panel: enough to know whether this is the person, and the way to the full page. */
export function ClientPeek({ row, onClose, onOpen }: ClientPeekProps) {
  const t = useT();
  const language = useLanguage();
  const blank = <span className="a-muted">{t('clients.blank')}</span>;
  return (
    <aside className="c-peek" aria-label={t('clients.peek')} data-pane="aside">
      <div className="c-peek-head">
        <h2>{row.name || t('clients.noName', { number: row.officeNumber })}</h2>
        <IconButton label={t('ui.close')} icon="close" onClick={onClose} />
      </div>
      {row.flags.length > 0 && (
        <div className="c-peek-flags">
          <FlagTags flags={row.flags} />
        </div>
      )}
      <KeyValue
        items={[
          { label: t('clients.column.number'), value: row.officeNumber || blank },
          { label: t('clients.column.aNumber'), value: <ANumberCell row={row} /> },
          {
            label: t('clients.column.language'),
            value: row.languages.map((tag) => languageLabel(tag, language)).join(', ') || blank,
          },
          { label: t('clients.column.place'), value: placeText(row.placeNow, language) || blank },
          { label: t('clients.column.port'), value: placeText(row.port, language) || blank },
          { label: t('clients.column.hearing'), value: shortDate(row.nextHearing, language) || blank },
          { label: t('clients.column.contact'), value: shortDate(row.lastContact, language) || blank },
          { label: t('clients.column.family'), value: t('clients.people', { count: row.familySize }) },
        ]}
      />
      <Button variant="primary" onClick={() => onOpen(row)}>
        {t('clients.open')}
      </Button>
      <p className="c-peek-keys">{t('clients.keys')}</p>
    </aside>
  );
}
