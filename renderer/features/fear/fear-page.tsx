/**
 * One fear event: the account first, then the steps as it happened, and only then what it adds up to. Nothing that is
 * missing stops anything; each answer is committed as it is given.
 */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type FearEvent, type FearStep, fearSteps } from '#shared/domain/fear.ts';
import type { Id } from '#shared/domain/base.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import { formatPartialDate, formatPlace } from '#shared/domain/format.ts';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { EnterGoesOn } from '#renderer/record/enter-goes-on.tsx';
import { FactFrame } from '#renderer/record/fact-frame.tsx';
import { namedPeople, ownLanguage } from '#renderer/record/names.ts';
import { scopeOf } from '#renderer/record/slot.ts';
import { useSetValue } from '#renderer/store/use-field.ts';
import { Button, LinkButton } from '#renderer/ui/button.tsx';
import { useGo } from '#renderer/ui/navigate.ts';
import { Muted, PageTitle } from '#renderer/ui/text.tsx';
import '#renderer/record/record.css';
import './fear.css';
import { AddsUp } from './adds-up.tsx';
import { FearSide } from './fear-side.tsx';
import { FearOptions } from './fear-more.tsx';
import { StepAccount } from './step-account.tsx';
import { StepAsked } from './step-asked.tsx';
import { StepDid } from './step-did.tsx';
import { StepFollowed } from './step-followed.tsx';
import { type ShownStep, StepList } from './step-list.tsx';
import type { StepProps } from './step-parts.tsx';
import { StepResult } from './step-result.tsx';
import { StepSaid } from './step-said.tsx';
import { StepWhen } from './step-when.tsx';
import { StepWho } from './step-who.tsx';

export interface FearPageProps {
  readonly caseId: Id;
  readonly factId: Id;
  readonly step?: string;
}

const stepComponents: Readonly<Record<FearStep, (props: StepProps) => ReactNode>> = {
  account: StepAccount,
  whenWhere: StepWhen,
  who: StepWho,
  asked: StepAsked,
  said: StepSaid,
  did: StepDid,
  result: StepResult,
  followed: StepFollowed,
};

export function FearPage(props: FearPageProps): ReactNode {
  return (
    <FactFrame caseId={props.caseId} collection="fearEvents" factId={props.factId}>
      {(file, event) => <FearEventView file={file} event={event} named={props.step} />}
    </FactFrame>
  );
}

function readStep(step: string | undefined): ShownStep | undefined {
  return step === 'addsUp' ? 'addsUp' : fearSteps.find((known) => known === step);
}

/** The first step that nobody has gone through. */
function firstStep(event: FearEvent): FearStep {
  if (!event.accountTold) return 'account';
  return fearSteps.slice(1).find((known) => !event.doneSteps.includes(known)) ?? 'account';
}

interface ViewProps {
  readonly file: CaseFile;
  readonly event: FearEvent;
  /** The step of the address; without one the first that nobody has gone through, as it was on opening. */
  readonly named: string | undefined;
}

function FearEventView({ file, event, named }: ViewProps): ReactNode {
  const [opened] = useState(() => firstStep(event));
  const step = readStep(named) ?? opened;
  const t = useT();
  const go = useGo();
  const main = useRef<HTMLDivElement>(null);
  // Steps left since the page opened: the record may not say it yet when the next one is left.
  const gone = useRef<readonly FearStep[]>([]);
  const setValue = useSetValue(file.id);
  const scope = scopeOf(file.id, ['fearEvents', event.id], event, 'fear.changed');
  const people = namedPeople(file, t);
  const teller = people.find((person) => event.about.includes(person.id)) ?? people[0];
  const stepProps: StepProps = { scope, people, ownLanguage: ownLanguage(teller?.person) };
  const Step = step === 'addsUp' ? null : stepComponents[step];
  const at = step === 'addsUp' ? fearSteps.length : fearSteps.indexOf(step);
  const next: ShownStep = fearSteps[at + 1] ?? 'addsUp';

  // After the new step is drawn: while the old one goes, the browser keeps its own place.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the step changed
  useEffect(() => main.current?.scrollTo({ top: 0 }), [step]);

  /** Leaving a step by whatever way counts as having gone through it; the account is marked told by hand. */
  function goTo(to: ShownStep): void {
    const done = [...new Set([...event.doneSteps, ...gone.current])];
    if (step !== to && step !== 'addsUp' && step !== 'account' && !done.includes(step)) {
      gone.current = [...done, step];
      void setValue([...scope.path, 'doneSteps'], gone.current, scope.act);
    }
    go({ to: 'fear', caseId: file.id, factId: event.id, step: to });
    main.current?.querySelector('h1')?.focus();
  }
  const goOn = (): void => goTo(next);

  return (
    <div className="fear-page">
      <aside className="fear-left" aria-label={t('fear.stepsLabel')}>
        <EventHead file={file} event={event} />
        <StepList current={step} done={event.doneSteps} accountTold={event.accountTold} onGo={goTo} />
        <p className="fear-hint">{t('fear.leaveHint')}</p>
        <FearOptions scope={scope} file={file} people={people} />
      </aside>
      <EnterGoesOn className="fear-main-wrap" onEnd={goOn} onEscape={() => go({ to: 'case', caseId: file.id })}>
        <div className="fear-main" ref={main}>
          <PageTitle>{t(`fear.step.${step}`)}</PageTitle>
          {Step === null ? <AddsUp file={file} scope={scope} onGo={goTo} /> : <Step key={step} {...stepProps} />}
          {step === 'addsUp' ? (
            <div className="fear-foot">
              <Button onClick={() => go({ to: 'case', caseId: file.id })}>{t('fear.back')}</Button>
              <Muted>{t('fear.leaveHint')}</Muted>
            </div>
          ) : (
            <div className="fear-foot">
              {at > 0 ? (
                <Button onClick={() => goTo(fearSteps[at - 1] ?? 'account')}>{t('fear.previous')}</Button>
              ) : null}
              <Button variant="primary" onClick={goOn}>
                {next === 'addsUp' ? t('fear.finish') : t('fear.next', { step: t(`fear.stepLower.${next}`) })}
              </Button>
              <Muted>{t('fear.keysHint')}</Muted>
            </div>
          )}
        </div>
      </EnterGoesOn>
      <FearSide file={file} event={event} step={step} onAddsUp={() => goTo('addsUp')} />
    </div>
  );
}

function EventHead({ file, event }: { readonly file: CaseFile; readonly event: FearEvent }): ReactNode {
  const t = useT();
  const language = useLanguage();
  const go = useGo();
  const people = namedPeople(file, t).filter((person) => event.about.includes(person.id));
  const date = event.date.status === 'answered' ? formatPartialDate(event.date.value, language, 'table') : null;
  const place = event.place.status === 'answered' ? formatPlace(event.place.value, language) : null;
  return (
    <div className="fear-head">
      <LinkButton onClick={() => go({ to: 'case', caseId: file.id })}>{`‹ ${t('fear.back')}`}</LinkButton>
      <p className="fear-head-title">{t('fear.title')}</p>
      <p className="fear-head-line">{[date, place].filter((part) => part !== null && part !== '').join(' · ')}</p>
      <p className="fear-head-line">{people.map((person) => person.name).join(', ')}</p>
    </div>
  );
}
