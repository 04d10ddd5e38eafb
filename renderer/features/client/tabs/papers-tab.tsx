/** Papers that were handed over or collected: how served, in which language, explained and understood or not. */
import type { ReactNode } from 'react';
import { valueOf } from '#shared/domain/base.ts';
import { formatPartialDate } from '#shared/domain/format.ts';
import { comparePartialDates } from '#shared/domain/partial-date.ts';
import { liveFacts } from '#shared/domain/people.ts';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { missingNames } from '#renderer/record/missing.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import type { TabProps } from '../client-page.tsx';
import { OpenRow } from '../fact-row.tsx';
import { detailWords } from '../timeline/line-words.ts';
import { useAddFact } from '../use-add-fact.ts';

export function PapersTab(props: TabProps): ReactNode {
  const t = useT();
  const language = useLanguage();
  const { file } = props;
  const addFact = useAddFact(file);
  const papers = liveFacts(file, 'papers').sort((a, b) =>
    comparePartialDates(valueOf(a.servedOn) ?? valueOf(a.date), valueOf(b.servedOn) ?? valueOf(b.date)),
  );
  const add = (
    <Button
      leftIcon="add"
      onClick={() =>
        void addFact('paper').then((made) => {
          if (made !== null) props.onOpen(made);
        })
      }
    >
      {t('client.papersAdd')}
    </Button>
  );
  return (
    <div className="client-list">
      <h2 className="a-sr-only">{t('client.tab.papers')}</h2>
      {papers.length === 0 ? <EmptyState text={t('paper.none')} action={add} /> : <div className="r-row">{add}</div>}
      <ul className="client-rows">
        {papers.map((paper) => {
          const date = valueOf(paper.servedOn) ?? valueOf(paper.date);
          const missing = missingNames('papers', paper, t);
          const scans = Object.keys(paper.scans).length;
          return (
            <OpenRow
              key={paper.id}
              {...props}
              collection="papers"
              factId={paper.id}
              title={paper.title || t(`paper.kind.${paper.kind}`)}
              detail={detailWords(
                { file, language, t },
                {
                  key: `papers:${paper.id}`,
                  place: date === undefined ? '' : formatPartialDate(date, language, 'table'),
                  fact: { collection: 'papers', id: paper.id },
                },
              )}
              tags={
                <>
                  {scans > 0 ? <Tag icon="document">{t('paper.scan.count', { count: scans })}</Tag> : null}
                  {missing.length > 0 ? (
                    <Tag icon="pending">{t('client.incomplete', { items: missing.join(', ') })}</Tag>
                  ) : null}
                </>
              }
            />
          );
        })}
      </ul>
    </div>
  );
}
