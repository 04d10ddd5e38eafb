/** At the right: the account as it was told, what it adds up to (closed until then), and what is missing by name. */
import { type ReactNode, useState } from 'react';
import type { CaseFile } from '#shared/domain/case-file.ts';
import type { FearEvent } from '#shared/domain/fear.ts';
import { formatPartialDate } from '#shared/domain/format.ts';
import { liveFacts } from '#shared/domain/people.ts';
import { findForFearEvent, openFindings } from '#shared/rules/triggers.ts';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { Missing } from '#renderer/record/fact-page.tsx';
import { missingNames } from '#renderer/record/missing.ts';
import { Button, LinkButton } from '#renderer/ui/button.tsx';
import { Muted, SectionTitle } from '#renderer/ui/text.tsx';
import { stepsLeft } from './gate.ts';
import type { ShownStep } from './step-list.tsx';

interface FearSideProps {
  readonly file: CaseFile;
  readonly event: FearEvent;
  readonly step: ShownStep;
  readonly onAddsUp: () => void;
}

export function FearSide(props: FearSideProps): ReactNode {
  const t = useT();
  const { event, step } = props;
  return (
    <aside className="fear-side" aria-label={t('fear.account.side')}>
      {step === 'account' ? null : <AccountBox event={event} />}
      <AddsUpBox {...props} />
      <Missing items={missingNames('fearEvents', event, t)} />
    </aside>
  );
}

function AccountBox({ event }: { readonly event: FearEvent }): ReactNode {
  const t = useT();
  const language = useLanguage();
  const [isWhole, setWhole] = useState(false);
  const words = event.account.status === 'answered' ? event.account.value : null;
  const date = event.accountToldOn === null ? null : formatPartialDate(event.accountToldOn, language, 'table');
  return (
    <section className="r-side-part">
      <SectionTitle>{t('fear.account.side')}</SectionTitle>
      <div className="r-box">
        {words === null ? (
          <Muted>{t('fear.account.empty')}</Muted>
        ) : (
          <>
            <blockquote className={isWhole ? 'fear-quote' : 'fear-quote fear-quote-short'} lang={words.language}>
              {`“${words.text}”`}
            </blockquote>
            {words.text.length > 420 ? (
              <LinkButton onClick={() => setWhole(!isWhole)}>
                {isWhole ? t('fear.account.less') : t('fear.account.whole')}
              </LinkButton>
            ) : null}
          </>
        )}
        <Muted>
          {event.accountTold
            ? date === null
              ? t('fear.account.toldNoDate')
              : t('fear.account.told', { date })
            : t('fear.account.notTold')}
        </Muted>
      </div>
    </section>
  );
}

function AddsUpBox({ file, event, step, onAddsUp }: FearSideProps): ReactNode {
  const t = useT();
  const left = stepsLeft(event);
  if (left.length > 0) {
    return (
      <section className="r-side-part">
        <SectionTitle>{t('fear.step.addsUp')}</SectionTitle>
        <p className="r-box r-box-quiet">{t('fear.addsUp.closed')}</p>
      </section>
    );
  }
  const open = openFindings(file, findForFearEvent(file, event)).length;
  const accepted = liveFacts(file, 'irregularities').filter(
    (one) => one.fearEventId === event.id && one.decision !== 'dropped',
  ).length;
  return (
    <section className="r-side-part">
      <SectionTitle>{t('fear.step.addsUp')}</SectionTitle>
      <div className="r-box">
        <p>{[t('fear.addsUp.proposed', { count: open }), t('fear.addsUp.decided', { count: accepted })].join(' · ')}</p>
        {step === 'addsUp' ? null : (
          <div className="r-row">
            <Button size="sm" onClick={onAddsUp}>
              {t('fear.addsUp.open')}
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}
