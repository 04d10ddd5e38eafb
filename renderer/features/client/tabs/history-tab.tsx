/** Every save of this case, newest first: when, what, by whom. */
import type { ReactNode } from 'react';
import { asKey, useT } from '#renderer/i18n/i18n.ts';
import { useQuery } from '#renderer/store/use-store.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Mono } from '#renderer/ui/text.tsx';
import type { TabProps } from '../client-page.tsx';
import { useMemberName, useMoment } from './who-and-when.ts';

export function HistoryTab({ file }: TabProps): ReactNode {
  const t = useT();
  const moment = useMoment();
  const memberName = useMemberName();
  const { data } = useQuery('history', { fileId: file.id });
  if (data === undefined) return null;
  if (data.length === 0) return <EmptyState text={t('client.historyNone')} />;
  const rows = [...data].sort((a, b) => (a.at < b.at ? 1 : -1));
  return (
    <div className="client-list r-table-wrap">
      <table className="client-history">
        <thead>
          <tr>
            <th scope="col">{t('client.history.when')}</th>
            <th scope="col">{t('client.history.what')}</th>
            <th scope="col">{t('client.history.who')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.device}/${row.sequence}`}>
              <td>
                <Mono>{moment(row.at)}</Mono>
              </td>
              <td>
                {t(asKey(`history.${row.label}`))}{' '}
                <span className="a-muted">{t('client.history.fields', { count: row.paths.length })}</span>
              </td>
              <td>{memberName(row.by)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
