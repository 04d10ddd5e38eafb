/** All documents of the office and how far each is. Names are initials until asked for: others may look on. */
import { useState } from 'react';
import type { DraftSummary } from '#renderer/store/contract.ts';
import { asKey, useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { documentState } from '#renderer/record/document-words.ts';
import { useQuery } from '#renderer/store/use-store.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useNamesShown } from '#renderer/ui/names-shown.ts';
import { useGo } from '#renderer/ui/navigate.ts';
import { Chip, Tag } from '#renderer/ui/tag.tsx';
import { PageTitle } from '#renderer/ui/text.tsx';
import { localTime, localToday } from '#renderer/ui/use-today.ts';
import { formatPartialDate } from '#shared/domain/format.ts';
import './documents.css';

const groups = ['all', 'open', 'toSign', 'signed'] as const;
type Group = (typeof groups)[number];
const step = 200;

function isIn(draft: DraftSummary, group: Group): boolean {
  const isOpen = draft.state === 'draft' || draft.state === 'readBack';
  if (group === 'all') return true;
  if (group === 'open') return isOpen;
  return !isOpen && draft.signed === (group === 'signed');
}

export function DocumentsPage() {
  const t = useT();
  const go = useGo();
  const { data, failure } = useQuery('drafts', { caseId: null });
  const [group, setGroup] = useState<Group>('all');
  const [most, setMost] = useState(step);
  const all = data ?? [];
  const drafts = all.filter((draft) => isIn(draft, group)).toSorted((a, b) => (a.changedAt < b.changedAt ? 1 : -1));
  if (failure !== undefined) {
    return <EmptyState text={t('documents.failed', { reason: t(asKey(`errors.${failure.code}`), failure.detail) })} />;
  }
  return (
    <div className="d-all">
      <header className="d-all-head">
        <PageTitle>{t('nav.documents')}</PageTitle>
        {all.length === 0 ? null : (
          <div className="d-chips">
            {groups.map((one) => (
              <Chip key={one} pressed={group === one} onClick={() => setGroup(one)}>
                {t(`documents.group.${one}`, { count: all.filter((draft) => isIn(draft, one)).length })}
              </Chip>
            ))}
          </div>
        )}
      </header>
      {data !== undefined && all.length === 0 ? (
        <EmptyState
          text={t('documents.empty')}
          action={<Button onClick={() => go({ to: 'clients' })}>{t('documents.emptyAction')}</Button>}
        />
      ) : null}
      {all.length > 0 ? <Table drafts={drafts.slice(0, most)} /> : null}
      {drafts.length > most ? (
        <div>
          <Button onClick={() => setMost(most + step)}>{t('documents.more', { count: drafts.length - most })}</Button>
        </div>
      ) : null}
    </div>
  );
}

function Table({ drafts }: { readonly drafts: readonly DraftSummary[] }) {
  const t = useT();
  const language = useLanguage();
  const go = useGo();
  const { shown } = useNamesShown();
  const when = (instant: string): string => {
    const day = localToday(new Date(instant));
    if (day === localToday()) return localTime(instant);
    return formatPartialDate({ value: day, precision: 'day' }, language, 'table');
  };
  return (
    <table className="d-table">
      <thead>
        <tr>
          <th scope="col">{t('documents.column.document')}</th>
          <th scope="col">{t('documents.column.client')}</th>
          <th scope="col">{t('documents.column.state')}</th>
          <th scope="col">{t('documents.column.gaps')}</th>
          <th scope="col">{t('documents.column.changed')}</th>
        </tr>
      </thead>
      <tbody>
        {drafts.map((draft) => (
          <tr key={draft.draftId}>
            <th scope="row">
              <button type="button" className="d-open" onClick={() => go({ to: 'draft', draftId: draft.draftId })}>
                {t(asKey(`documents.kind.${draft.templateId}`))}
              </button>
            </th>
            <td>{(shown ? draft.name : draft.initials) || t('today.noName')}</td>
            <td>
              <Tag tone={draft.signed ? 'accent' : 'neutral'}>{documentState(draft.templateId, draft.state, t)}</Tag>
              {draft.version > 0 ? (
                <span className="d-quiet"> {t('documents.version', { number: draft.version })}</span>
              ) : null}
            </td>
            <td>
              {draft.gaps > 0 ? (
                <Tag tone="warning">{t('client.gaps', { count: draft.gaps })}</Tag>
              ) : (
                <span aria-hidden="true">·</span>
              )}
            </td>
            <td className="d-when">{when(draft.changedAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
