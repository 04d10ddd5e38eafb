/** When and where it was, and at which legal step. */
import type { ReactNode } from 'react';
import { useT } from '#renderer/i18n/i18n.ts';
import { BoundChoice, BoundDate, BoundNumber, BoundPlace, BoundTime } from '#renderer/record/bound-fields.tsx';
import { legalStepOptions, mediumOptions } from './fear-options.ts';
import { Details, fieldsOf, Pair, type StepProps } from './step-parts.tsx';

export function StepWhen({ scope }: StepProps): ReactNode {
  const t = useT();
  const field = fieldsOf(scope);
  return (
    <div className="r-stack">
      <BoundDate slot={field('date')} label={t('fear.f.date')} />
      <BoundPlace slot={field('place')} label={t('fear.f.place')} kinds={['port', 'station']} />
      <BoundChoice slot={field('legalStep')} label={t('fear.f.legalStep')} options={legalStepOptions(t)} />
      <Details scope={scope} keys={['startTime', 'endTime', 'medium', 'hoursInCustodyBefore']}>
        <Pair>
          <BoundTime slot={field('startTime')} label={t('fear.f.startTime')} />
          <BoundTime slot={field('endTime')} label={t('fear.f.endTime')} />
        </Pair>
        <BoundChoice slot={field('medium')} label={t('fear.f.medium')} options={mediumOptions(t)} />
        <BoundNumber
          slot={field('hoursInCustodyBefore')}
          label={t('fear.f.hoursInCustodyBefore')}
          unit={t('fear.unit.hours')}
        />
      </Details>
    </div>
  );
}
