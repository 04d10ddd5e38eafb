/**
 * What was asked: the exchange itself. "The officer did not ask" is an answer; "We have not asked yet" stands apart.
 */
import type { ReactNode } from 'react';
import { useT } from '#renderer/i18n/i18n.ts';
import { BoundChoice, BoundLanguage, BoundYesNo } from '#renderer/record/bound-fields.tsx';
import { BoundWords } from '#renderer/record/bound-words.tsx';
import { askedOptions, statedOptions, understoodOptions } from './fear-options.ts';
import { InterpreterChain } from './interpreter-chain.tsx';
import { QuestionSheet } from './question-sheet.tsx';
import { Details, fieldsOf, Pair, type StepProps } from './step-parts.tsx';

export function StepAsked({ scope, ownLanguage }: StepProps): ReactNode {
  const t = useT();
  const field = fieldsOf(scope);
  return (
    <div className="r-stack">
      <BoundChoice slot={field('officerAsked')} label={t('fear.f.officerAsked')} options={askedOptions(t)} />
      <BoundChoice slot={field('statedFear')} label={t('fear.f.statedFear')} options={statedOptions(t)} />
      <BoundWords slot={field('fearWords')} label={t('fear.f.fearWords')} language={ownLanguage} />
      <Pair>
        <BoundLanguage slot={field('officerLanguage')} label={t('fear.f.officerLanguage')} />
        <BoundLanguage slot={field('languageNeeded')} label={t('fear.f.languageNeeded')} />
      </Pair>
      <BoundYesNo slot={field('interpreterPresent')} label={t('fear.f.interpreterPresent')} />
      <InterpreterChain scope={scope} ownLanguage={ownLanguage} />
      <BoundChoice slot={field('understanding')} label={t('fear.f.understanding')} options={understoodOptions(t)} />
      <QuestionSheet scope={scope} />
      <Details scope={scope} keys={['askedWords', 'toldOfRight', 'toldOfRightLanguage']}>
        <BoundWords slot={field('askedWords')} label={t('fear.f.askedWords')} language="es" />
        <BoundYesNo slot={field('toldOfRight')} label={t('fear.f.toldOfRight')} />
        <BoundLanguage slot={field('toldOfRightLanguage')} label={t('fear.f.toldOfRightLanguage')} />
      </Details>
    </div>
  );
}
