/**
 * One hearing: court, day and hour with the clock of its place, report time at the port apart from it, the papers that
 * announced it, and what came of it. What two papers say differently is flagged, never resolved by the app.
 */
import type { ReactNode } from 'react';
import { type Id, valueOf } from '#shared/domain/base.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import { type Hearing, hearingOutcomes } from '#shared/domain/hearing.ts';
import { missingNames } from '#renderer/record/missing.ts';
import { useT } from '#renderer/i18n/i18n.ts';
import { BoundAnswerSelect } from '#renderer/record/bound-answer-select.tsx';
import { BoundChoice } from '#renderer/record/bound-fields.tsx';
import { BoundText } from '#renderer/record/bound-text.tsx';
import { BoundWords } from '#renderer/record/bound-words.tsx';
import { EnterGoesOn } from '#renderer/record/enter-goes-on.tsx';
import { FactFrame } from '#renderer/record/fact-frame.tsx';
import { AboutPeople, SourceFields } from '#renderer/record/fact-head.tsx';
import { FactPage, Part } from '#renderer/record/fact-page.tsx';
import { namedPeople, ownLanguage } from '#renderer/record/names.ts';
import { type Scope, scopeOf, slotOf } from '#renderer/record/slot.ts';
import { TakeBack } from '#renderer/record/take-back.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { useGo } from '#renderer/ui/navigate.ts';
import './hearings.css';
import { HearingWhen } from './hearing-when.tsx';
import { AnnouncedBy } from './announced-by.tsx';
import { ResetChain } from './reset-chain.tsx';

export interface HearingPageProps {
  readonly caseId: Id;
  readonly factId: Id;
}

export interface HearingProps {
  readonly file: CaseFile;
  readonly scope: Scope<Hearing>;
}

export function HearingPage({ caseId, factId }: HearingPageProps): ReactNode {
  return (
    <FactFrame caseId={caseId} collection="hearings" factId={factId}>
      {(file, record, isBegun) => {
        const scope = scopeOf(file.id, ['hearings', record.id], record, 'hearing.changed');
        return <HearingView file={file} scope={scope} isBegun={isBegun} />;
      }}
    </FactFrame>
  );
}

/** `isBegun`: nothing of the hearing is in the record yet. */
type ViewProps = HearingProps & { readonly isBegun: boolean };

function HearingView({ file, scope, isBegun }: ViewProps): ReactNode {
  const t = useT();
  const go = useGo();
  const people = namedPeople(file, t);
  const leave = (): void => go({ to: 'case', caseId: file.id, tab: 'hearings' });
  const missing = missingNames('hearings', scope.record, t);
  const letter = (
    <Button
      leftIcon="document"
      onClick={() => go({ to: 'newDocument', caseId: file.id, kind: 'hearing-letter', hearingId: scope.record.id })}
    >
      {t('hearing.letter')}
    </Button>
  );
  return (
    <EnterGoesOn className="r-fill" onEscape={leave}>
      <FactPage title={t('hearing.title')} caseId={file.id} missing={missing} aside={isBegun ? undefined : letter}>
        <AboutPeople scope={scope} people={people} />
        <HearingWhen file={file} scope={scope} />
        <Part title={t('hearing.part.papers')}>
          <AnnouncedBy file={file} scope={scope} />
        </Part>
        <HearingAfter file={file} scope={scope} isBegun={isBegun} />
        <Part title={t('record.source.part')}>
          <SourceFields scope={scope} file={file} />
          <TakeBack scope={scope} label={t('hearing.remove')} onDone={leave} />
        </Part>
      </FactPage>
    </EnterGoesOn>
  );
}

function HearingAfter({ file, scope, isBegun }: ViewProps): ReactNode {
  const t = useT();
  const appeared = valueOf(scope.record.appeared);
  const speaker = namedPeople(file, t).find((person) => scope.record.about.includes(person.id));
  return (
    <Part title={t('hearing.part.after')}>
      <BoundChoice
        slot={slotOf(scope, 'appeared')}
        label={t('hearing.appeared')}
        options={(['appeared', 'missed', 'notAdmitted'] as const).map((value) => ({
          value,
          label: t(`hearing.appearedHow.${value}`),
        }))}
      />
      {appeared === 'missed' || appeared === 'notAdmitted' ? (
        <BoundWords
          slot={slotOf(scope, 'missedCause')}
          label={t('hearing.missedCause')}
          language={ownLanguage(speaker?.person)}
          minRows={2}
        />
      ) : null}
      <BoundAnswerSelect
        slot={slotOf(scope, 'outcome')}
        label={t('hearing.outcomeLabel')}
        options={hearingOutcomes.map((value) => ({ value, label: t(`hearing.outcome.${value}`) }))}
      />
      <ResetChain file={file} scope={scope} isBegun={isBegun} />
      <details className="r-details">
        <summary>{t('record.details')}</summary>
        <div className="r-stack">
          <BoundText slot={slotOf(scope, 'judge')} label={t('hearing.judge')} />
          <BoundDocket scope={scope} />
        </div>
      </details>
    </Part>
  );
}

function BoundDocket({ scope }: Pick<HearingProps, 'scope'>): ReactNode {
  const t = useT();
  return (
    <BoundChoice
      slot={slotOf(scope, 'detainedLabel')}
      label={t('hearing.detainedLabel')}
      options={(['detained', 'nonDetained'] as const).map((value) => ({ value, label: t(`hearing.docket.${value}`) }))}
    />
  );
}
