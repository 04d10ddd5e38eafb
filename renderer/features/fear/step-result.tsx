/** The result, in two records that stay apart: what CBP decided itself, and the interview by USCIS. */
import type { ReactNode } from 'react';
import { valueOf } from '#shared/domain/base.ts';
import { useT } from '#renderer/i18n/i18n.ts';
import { BoundChoice, BoundDate, BoundNumber, BoundYesNo } from '#renderer/record/bound-fields.tsx';
import { BoundText } from '#renderer/record/bound-text.tsx';
import { BoundWords } from '#renderer/record/bound-words.tsx';
import { Muted, SectionTitle } from '#renderer/ui/text.tsx';
import { agencyOptions, interviewOptions, mediumOptions, preScreenOptions } from './fear-options.ts';
import { Details, fieldsOf, Pair, type StepProps } from './step-parts.tsx';

export function StepResult(props: StepProps): ReactNode {
  const t = useT();
  return (
    <div className="r-stack">
      <section className="r-part">
        <SectionTitle>{t('fear.result.cbp')}</SectionTitle>
        <Muted>{t('fear.result.cbpHelp')}</Muted>
        <PreScreen {...props} />
      </section>
      <section className="r-part">
        <SectionTitle>{t('fear.result.uscis')}</SectionTitle>
        <Interview {...props} />
      </section>
    </div>
  );
}

function PreScreen({ scope }: StepProps): ReactNode {
  const t = useT();
  const field = fieldsOf(scope);
  return (
    <div className="r-stack">
      <BoundYesNo slot={field('preScreened')} label={t('fear.f.preScreened')} />
      <BoundChoice
        slot={field('preScreenOutcome')}
        label={t('fear.f.preScreenOutcome')}
        options={preScreenOptions(t)}
      />
      <BoundWords slot={field('refusalReason')} label={t('fear.f.refusalReason')} language="es" />
      <Details scope={scope} keys={['refusalBy']}>
        <BoundChoice slot={field('refusalBy')} label={t('fear.f.refusalBy')} options={agencyOptions(t)} />
      </Details>
    </div>
  );
}

function Interview({ scope }: StepProps): ReactNode {
  const t = useT();
  const field = fieldsOf(scope);
  const referred = valueOf(scope.record.referred);
  const held = valueOf(scope.record.interviewHeld);
  return (
    <div className="r-stack">
      <BoundYesNo slot={field('referred')} label={t('fear.f.referred')} no={t('fear.referred.no')} />
      {referred === 'yes' ? <BoundDate slot={field('referredOn')} label={t('fear.f.referredOn')} /> : null}
      <BoundYesNo slot={field('interviewHeld')} label={t('fear.f.interviewHeld')} />
      {held === 'yes' ? (
        <>
          <Pair>
            <BoundDate slot={field('interviewDate')} label={t('fear.f.interviewDate')} />
            <BoundNumber
              slot={field('interviewMinutes')}
              label={t('fear.f.interviewMinutes')}
              unit={t('fear.unit.minutes')}
            />
          </Pair>
          <BoundChoice slot={field('interviewMedium')} label={t('fear.f.interviewMedium')} options={mediumOptions(t)} />
          <BoundChoice
            slot={field('interviewOutcome')}
            label={t('fear.f.interviewOutcome')}
            options={interviewOptions(t)}
          />
        </>
      ) : null}
      <Details scope={scope} keys={['outcomeTold', 'writtenReason']}>
        <BoundText slot={field('outcomeTold')} label={t('fear.f.outcomeTold')} />
        <BoundYesNo slot={field('writtenReason')} label={t('fear.f.writtenReason')} />
      </Details>
    </div>
  );
}
