/** Harm and threats, in Mexico or at home: what, when, where, by whom, demand, injuries, report, told to which officer. */
import type { ReactNode } from 'react';
import { type Id, valueOf } from '#shared/domain/base.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import { type Harm, harmKinds } from '#shared/domain/harm.ts';
import { useT } from '#renderer/i18n/i18n.ts';
import { BoundChoice, BoundDate, BoundPlace, BoundTime, BoundYesNo } from '#renderer/record/bound-fields.tsx';
import { BoundText } from '#renderer/record/bound-text.tsx';
import { BoundWords } from '#renderer/record/bound-words.tsx';
import { EnterGoesOn } from '#renderer/record/enter-goes-on.tsx';
import { FactFrame } from '#renderer/record/fact-frame.tsx';
import { AboutPeople, SourceFields } from '#renderer/record/fact-head.tsx';
import { FactPage, Part } from '#renderer/record/fact-page.tsx';
import { missingNames } from '#renderer/record/missing.ts';
import { namedPeople, ownLanguage } from '#renderer/record/names.ts';
import { type Scope, scopeOf, slotOf } from '#renderer/record/slot.ts';
import { TakeBack } from '#renderer/record/take-back.tsx';
import { useBound } from '#renderer/record/use-bound.ts';
import { CheckGroup } from '#renderer/ui/checkbox.tsx';
import { SegmentedField } from '#renderer/ui/choice-field.tsx';
import { Muted } from '#renderer/ui/text.tsx';
import { useGo } from '#renderer/ui/navigate.ts';

export interface HarmPageProps {
  readonly caseId: Id;
  readonly factId: Id;
}

export function HarmPage({ caseId, factId }: HarmPageProps): ReactNode {
  return (
    <FactFrame caseId={caseId} collection="harms" factId={factId}>
      {(file, record) => (
        <HarmView file={file} scope={scopeOf(file.id, ['harms', record.id], record, 'harm.changed')} />
      )}
    </FactFrame>
  );
}

interface HarmProps {
  readonly file: CaseFile;
  readonly scope: Scope<Harm>;
}

function HarmView({ file, scope }: HarmProps): ReactNode {
  const t = useT();
  const go = useGo();
  const people = namedPeople(file, t);
  const teller = people.find((person) => scope.record.about.includes(person.id)) ?? people[0];
  const language = ownLanguage(teller?.person);
  const missing = missingNames('harms', scope.record, t);
  const leave = (): void => go({ to: 'case', caseId: file.id });
  return (
    <EnterGoesOn className="r-fill" onEscape={leave}>
      <FactPage title={t('harm.title')} caseId={file.id} missing={missing}>
        <AboutPeople scope={scope} people={people} />
        <Part title={t('harm.part.what')}>
          <HarmWhat scope={scope} language={language} />
        </Part>
        <Part title={t('harm.part.who')}>
          <BoundWords slot={slotOf(scope, 'byWhom')} label={t('harm.byWhom')} language={language} minRows={2} />
          <BoundChoice
            slot={slotOf(scope, 'byKind')}
            label={t('harm.byKind')}
            options={(
              ['cartelOrGang', 'police', 'immigrationAuthority', 'knownPerson', 'unknownPerson', 'other'] as const
            ).map((value) => ({ value, label: t(`harm.byKinds.${value}`) }))}
          />
        </Part>
        <HarmDemand scope={scope} language={language} />
        <HarmReported scope={scope} language={language} />
        <Part title={t('record.source.part')}>
          <Muted>{t('harm.alone')}</Muted>
          <SourceFields scope={scope} file={file} />
          <TakeBack scope={scope} label={t('harm.remove')} onDone={leave} />
        </Part>
      </FactPage>
    </EnterGoesOn>
  );
}

interface PartProps {
  readonly scope: Scope<Harm>;
  readonly language: string;
}

function HarmWhat({ scope, language }: PartProps): ReactNode {
  const t = useT();
  const where = useBound(slotOf(scope, 'where'));
  const kinds = useBound(slotOf(scope, 'kinds'));
  return (
    <div className="r-stack">
      <BoundWords slot={slotOf(scope, 'narrative')} label={t('harm.narrative')} language={language} minRows={6} />
      <CheckGroup
        label={t('harm.kinds')}
        options={harmKinds.map((value) => ({ value, label: t(`harm.kind.${value}`) }))}
        value={kinds.value}
        onChange={kinds.write}
      />
      <SegmentedField
        label={t('harm.where')}
        options={(['mexico', 'home', 'elsewhere'] as const).map((value) => ({
          value,
          label: t(`harm.whereIs.${value}`),
        }))}
        value={where.value}
        onChange={where.write}
      />
      <div className="r-pair">
        <BoundDate slot={slotOf(scope, 'date')} label={t('harm.date')} />
        <BoundPlace slot={slotOf(scope, 'place')} label={t('harm.place')} kinds={['city']} />
      </div>
      <div className="r-pair">
        <BoundTime slot={slotOf(scope, 'time')} label={t('harm.time')} />
        <BoundDate slot={slotOf(scope, 'until')} label={t('harm.until')} />
      </div>
    </div>
  );
}

function HarmDemand({ scope, language }: PartProps): ReactNode {
  const t = useT();
  const isPaid = valueOf(scope.record.paid) === 'yes';
  return (
    <>
      <Part title={t('harm.part.demand')}>
        <BoundWords slot={slotOf(scope, 'demand')} label={t('harm.demand')} language={language} minRows={2} />
        <BoundYesNo slot={slotOf(scope, 'paid')} label={t('harm.paid')} />
        {isPaid ? (
          <div className="r-pair">
            <BoundText slot={slotOf(scope, 'whoPaid')} label={t('harm.whoPaid')} />
            <BoundText slot={slotOf(scope, 'amount')} label={t('harm.amount')} />
          </div>
        ) : null}
      </Part>
      <Part title={t('harm.part.injuries')}>
        <BoundWords slot={slotOf(scope, 'injuries')} label={t('harm.injuries')} language={language} minRows={2} />
        <BoundYesNo slot={slotOf(scope, 'medicalCare')} label={t('harm.medicalCare')} />
      </Part>
    </>
  );
}

function HarmReported({ scope, language }: PartProps): ReactNode {
  const t = useT();
  const reported = valueOf(scope.record.reported);
  return (
    <Part title={t('harm.part.reported')}>
      <BoundYesNo slot={slotOf(scope, 'reported')} label={t('harm.reported')} />
      {reported === 'yes' ? <BoundText slot={slotOf(scope, 'reportedTo')} label={t('harm.reportedTo')} /> : null}
      {reported === 'no' ? (
        <BoundWords slot={slotOf(scope, 'whyNotReported')} label={t('harm.whyNotReported')} language={language} />
      ) : null}
      <BoundYesNo slot={slotOf(scope, 'toldToOfficer')} label={t('harm.toldToOfficer')} />
      {valueOf(scope.record.toldToOfficer) === 'yes' ? (
        <BoundText slot={slotOf(scope, 'toldToWhom')} label={t('harm.toldToWhom')} />
      ) : null}
    </Part>
  );
}
