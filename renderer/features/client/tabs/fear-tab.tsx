/** Fear events with what they add up to, and what papers, dates and nationalities propose besides. */
import type { ReactNode } from 'react';
import { valueOf } from '#shared/domain/base.ts';
import { type FearEvent, fearSteps } from '#shared/domain/fear.ts';
import { formatPartialDate, formatPlace } from '#shared/domain/format.ts';
import { liveFacts } from '#shared/domain/people.ts';
import { comparePartialDates } from '#shared/domain/partial-date.ts';
import { irregularityLabel } from '#shared/reference/irregularities.ts';
import { fearOutcomeLabel } from '#shared/reference/programme.ts';
import { fearOutcomeOf } from '#shared/rules/fear-outcome.ts';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { missingNames } from '#renderer/record/missing.ts';
import { Button, LinkButton } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useGo } from '#renderer/ui/navigate.ts';
import { Tag } from '#renderer/ui/tag.tsx';
import type { TabProps } from '../client-page.tsx';
import { OtherProposals } from '../other-proposals.tsx';
import { useAddFact } from '../use-add-fact.ts';
import { RecordHead } from './record-head.tsx';
import { StandingAlone } from './standing-alone.tsx';

export function FearTab(props: TabProps): ReactNode {
  const t = useT();
  const addFact = useAddFact(props.file);
  const events = liveFacts(props.file, 'fearEvents').sort((a, b) =>
    comparePartialDates(valueOf(a.date), valueOf(b.date)),
  );
  const add = (
    <Button leftIcon="add" variant={events.length === 0 ? 'primary' : 'default'} onClick={() => void addFact('fear')}>
      {t('client.fearAdd')}
    </Button>
  );
  return (
    <div className="client-list">
      {events.length === 0 ? (
        <EmptyState text={t('client.fearNone')} action={add} />
      ) : (
        <div className="r-row">{add}</div>
      )}
      <ul className="client-rows">
        {events.map((event) => (
          <FearRow key={event.id} {...props} event={event} />
        ))}
      </ul>
      <OtherProposals file={props.file} />
      <StandingAlone {...props} />
    </div>
  );
}

function FearRow({ file, people, event }: TabProps & { readonly event: FearEvent }): ReactNode {
  const t = useT();
  const language = useLanguage();
  const go = useGo();
  const date = valueOf(event.date);
  const place = valueOf(event.place);
  const words = valueOf(event.fearWords) ?? valueOf(event.account);
  const irregularities = liveFacts(file, 'irregularities').filter(
    (one) => one.fearEventId === event.id && one.decision !== 'dropped',
  );
  const names = people.filter((person) => event.about.includes(person.id)).map((person) => person.short);
  return (
    <li className="client-row">
      <RecordHead
        title={[
          date === undefined ? t('fear.untitled') : formatPartialDate(date, language, 'table'),
          place === undefined ? '' : formatPlace(place, language),
        ]
          .filter(Boolean)
          .join(' · ')}
        to={{ to: 'fear', caseId: file.id, factId: event.id }}
        missing={missingNames('fearEvents', event, t)}
      >
        <Tag>{fearOutcomeLabel(fearOutcomeOf(file, event, null), language)}</Tag>
      </RecordHead>
      {words === undefined ? null : (
        <blockquote className="client-quote" lang={words.language}>{`“${words.text}”`}</blockquote>
      )}
      <p className="client-line-detail">
        {[
          names.join(', '),
          t(event.accountTold ? 'client.accountTold' : 'client.accountNotTold'),
          t('client.stepsDone', {
            done: event.doneSteps.filter((step) => step !== 'account').length + Number(event.accountTold),
            total: fearSteps.length,
          }),
        ].join(' · ')}
      </p>
      {irregularities.length === 0 ? null : (
        <div className="r-row">
          {irregularities.map((one) => (
            <Tag key={one.id} tone="danger" icon="flag">
              {irregularityLabel(one.type, language)}
            </Tag>
          ))}
          <LinkButton onClick={() => go({ to: 'fear', caseId: file.id, factId: event.id, step: 'addsUp' })}>
            {t('fear.step.addsUp')}
          </LinkButton>
        </div>
      )}
    </li>
  );
}
