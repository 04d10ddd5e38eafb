/** What followed: nights, return, the family, the shelter, and what this account may be used for. */
import type { ReactNode } from 'react';
import { valueOf } from '#shared/domain/base.ts';
import { useT } from '#renderer/i18n/i18n.ts';
import {
  BoundChoice,
  BoundDate,
  BoundNumber,
  BoundPlace,
  BoundTime,
  BoundYesNo,
} from '#renderer/record/bound-fields.tsx';
import { BoundWords } from '#renderer/record/bound-words.tsx';
import { togetherOptions } from './fear-options.ts';
import { Details, fieldsOf, Pair, type StepProps } from './step-parts.tsx';
import { UseConsents } from './use-consents.tsx';

export function StepFollowed({ scope, ownLanguage }: StepProps): ReactNode {
  const t = useT();
  const field = fieldsOf(scope);
  return (
    <div className="r-stack">
      <BoundNumber slot={field('nightsHeld')} label={t('fear.f.nightsHeld')} unit={t('fear.unit.nights')} />
      <BoundYesNo slot={field('returned')} label={t('fear.f.returned')} />
      {valueOf(scope.record.returned) === 'no' ? null : (
        <>
          <Pair>
            <BoundDate slot={field('returnedOn')} label={t('fear.f.returnedOn')} />
            <BoundTime slot={field('returnedTime')} label={t('fear.f.returnedTime')} />
          </Pair>
          <BoundPlace slot={field('returnedTo')} label={t('fear.f.returnedTo')} kinds={['city', 'port']} />
        </>
      )}
      <BoundWords slot={field('followed')} label={t('fear.f.followed')} language={ownLanguage} />
      <Details
        scope={scope}
        keys={[
          'heldFrom',
          'hoursHeld',
          'placeHeld',
          'toldOfReturnTime',
          'toldOfReturnOn',
          'familyTogether',
          'lostShelter',
        ]}
      >
        <Pair>
          <BoundTime slot={field('heldFrom')} label={t('fear.f.heldFrom')} />
          <BoundNumber slot={field('hoursHeld')} label={t('fear.f.hoursHeld')} unit={t('fear.unit.hours')} />
        </Pair>
        <BoundPlace slot={field('placeHeld')} label={t('fear.f.placeHeld')} kinds={['port', 'station']} />
        <Pair>
          <BoundTime slot={field('toldOfReturnTime')} label={t('fear.f.toldOfReturnTime')} />
          <BoundDate
            slot={field('toldOfReturnOn')}
            label={t('fear.f.toldOfReturnOn')}
            help={t('fear.f.toldOfReturnOnHelp')}
          />
        </Pair>
        <BoundChoice slot={field('familyTogether')} label={t('fear.f.familyTogether')} options={togetherOptions(t)} />
        <BoundYesNo slot={field('lostShelter')} label={t('fear.f.lostShelter')} />
      </Details>
      <UseConsents scope={scope} />
    </div>
  );
}
