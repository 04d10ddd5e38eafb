/** What else was said: who heard it, the officer's answer, and why it was not said where it was not. */
import type { ReactNode } from 'react';
import { valueOf } from '#shared/domain/base.ts';
import { useT } from '#renderer/i18n/i18n.ts';
import { BoundChoice } from '#renderer/record/bound-fields.tsx';
import { BoundChoices } from '#renderer/record/bound-choices.tsx';
import { BoundText } from '#renderer/record/bound-text.tsx';
import { BoundWords } from '#renderer/record/bound-words.tsx';
import { documentsOptions, silenceOptions } from './fear-options.ts';
import { Details, fieldsOf, type StepProps } from './step-parts.tsx';

export function StepSaid({ scope, ownLanguage }: StepProps): ReactNode {
  const t = useT();
  const field = fieldsOf(scope);
  const stated = valueOf(scope.record.statedFear);
  const unsaid = stated === 'no' || stated === 'prevented';
  const silence = (
    <>
      <BoundChoices slot={field('silenceReasons')} label={t('fear.f.silenceReasons')} options={silenceOptions(t)} />
      <BoundWords slot={field('silenceNote')} label={t('fear.f.silenceNote')} language={ownLanguage} />
    </>
  );
  return (
    <div className="r-stack">
      {unsaid ? silence : null}
      <BoundText slot={field('heardBy')} label={t('fear.f.heardBy')} />
      <BoundWords slot={field('officerResponse')} label={t('fear.f.officerResponse')} language="es" />
      <BoundWords slot={field('vulnerabilitiesTold')} label={t('fear.f.vulnerabilitiesTold')} language={ownLanguage} />
      <BoundChoice
        slot={field('documentsOffered')}
        label={t('fear.f.documentsOffered')}
        options={documentsOptions(t)}
      />
      {unsaid ? null : (
        <Details scope={scope} keys={['silenceReasons', 'silenceNote']}>
          {silence}
        </Details>
      )}
    </div>
  );
}
