/** Documents of the case and how far each is. */
import type { ReactNode } from 'react';
import { useT } from '#renderer/i18n/i18n.ts';
import { documentState, documentTitle } from '#renderer/record/document-words.ts';
import { useQuery } from '#renderer/store/use-store.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useGo } from '#renderer/ui/navigate.ts';
import { Tag } from '#renderer/ui/tag.tsx';
import type { TabProps } from '../client-page.tsx';

export function DocumentsTab({ file }: TabProps): ReactNode {
  const t = useT();
  const go = useGo();
  const { data } = useQuery('drafts', { caseId: file.id });
  const drafts = data ?? [];
  const make = (
    <Button leftIcon="document" onClick={() => go({ to: 'newDocument', caseId: file.id })}>
      {t('client.makeDocument')}
    </Button>
  );
  return (
    <div className="client-list">
      {data !== undefined && drafts.length === 0 ? (
        <EmptyState text={t('client.documentsNone')} action={make} />
      ) : (
        <div className="r-row">{make}</div>
      )}
      <ul className="client-rows">
        {drafts.map((draft) => (
          <li key={draft.draftId} className="client-row">
            <div className="client-line-head">
              <button
                type="button"
                className="client-line-title"
                onClick={() => go({ to: 'draft', draftId: draft.draftId })}
              >
                {documentTitle(draft, t)}
              </button>
              <Tag tone={draft.signed ? 'accent' : 'neutral'}>{documentState(draft.templateId, draft.state, t)}</Tag>
              {draft.gaps > 0 ? <Tag tone="warning">{t('client.gaps', { count: draft.gaps })}</Tag> : null}
            </div>
            <p className="client-line-detail">{draft.name}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
