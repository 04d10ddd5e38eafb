/** Hearings in time, what is next first; resets follow each other. */
import type { ReactNode } from 'react';
import { valueOf } from '#shared/domain/base.ts';
import { formatPartialDate } from '#shared/domain/format.ts';
import type { Hearing } from '#shared/domain/hearing.ts';
import { comparePartialDates } from '#shared/domain/partial-date.ts';
import { liveFacts } from '#shared/domain/people.ts';
import { placeShort } from '#shared/reference/places.ts';
import { noticesDiffer } from '#shared/rules/flags.ts';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { missingNames } from '#renderer/record/missing.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import type { TabProps } from '../client-page.tsx';
import { detailWords } from '../timeline/line-words.ts';
import { useAddFact } from '../use-add-fact.ts';
import { RecordHead } from './record-head.tsx';

export function HearingsTab(props: TabProps): ReactNode {
  const t = useT();
  const addFact = useAddFact(props.file);
  const hearings = liveFacts(props.file, 'hearings').sort((a, b) =>
    comparePartialDates(valueOf(b.date), valueOf(a.date)),
  );
  const add = (
    <Button leftIcon="add" onClick={() => void addFact('hearing')}>
      {t('client.hearingAdd')}
    </Button>
  );
  return (
    <div className="client-list">
      {hearings.length === 0 ? (
        <EmptyState text={t('client.hearingNone')} action={add} />
      ) : (
        <div className="r-row">{add}</div>
      )}
      <ul className="client-rows">
        {hearings.map((hearing) => (
          <HearingRow key={hearing.id} {...props} hearing={hearing} />
        ))}
      </ul>
    </div>
  );
}

function HearingRow({ file, hearing }: TabProps & { readonly hearing: Hearing }): ReactNode {
  const t = useT();
  const language = useLanguage();
  const date = valueOf(hearing.date);
  const appeared = valueOf(hearing.appeared);
  const key = `hearings:${hearing.id}`;
  const court = placeShort(valueOf(hearing.court) ?? '', language);
  const detail = detailWords(
    { file, language, t },
    { key, place: court, fact: { collection: 'hearings', id: hearing.id } },
  );
  return (
    <li className="client-row">
      <RecordHead
        title={date === undefined ? t('hearing.untitled') : formatPartialDate(date, language, 'table')}
        to={{ to: 'hearing', caseId: file.id, factId: hearing.id }}
        missing={missingNames('hearings', hearing, t)}
      >
        {appeared === undefined ? null : (
          <Tag tone={appeared === 'appeared' ? 'accent' : 'danger'}>{t(`hearing.appearedHow.${appeared}`)}</Tag>
        )}
        {noticesDiffer(file, hearing, language) === null ? null : (
          <Tag tone="warning" icon="warning">
            {t('client.noticesDiffer')}
          </Tag>
        )}
      </RecordHead>
      <p className="client-line-detail">{detail}</p>
    </li>
  );
}
