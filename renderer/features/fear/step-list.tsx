/** The steps of a fear event in the order in which it happened, with what is done and where one is. */
import type { ReactNode } from 'react';
import { type FearStep, fearSteps } from '#shared/domain/fear.ts';
import { useT } from '#renderer/i18n/i18n.ts';
import { Icon } from '#renderer/ui/icons.tsx';

export type ShownStep = FearStep | 'addsUp';

interface StepListProps {
  readonly current: ShownStep;
  readonly done: readonly FearStep[];
  readonly accountTold: boolean;
  readonly onGo: (step: FearStep) => void;
}

export function StepList({ current, done, accountTold, onGo }: StepListProps): ReactNode {
  const t = useT();
  return (
    <ol className="fear-steps" aria-label={t('fear.stepsLabel')}>
      {fearSteps.map((step, index) => {
        const isDone = step === 'account' ? accountTold : done.includes(step);
        return (
          <li key={step}>
            <button
              type="button"
              className="fear-step"
              aria-current={step === current ? 'step' : undefined}
              onClick={() => onGo(step)}
            >
              <span className={isDone ? 'fear-step-mark fear-step-done' : 'fear-step-mark'}>
                {isDone ? <Icon name="check" size={13} /> : index + 1}
              </span>
              <span>{t(`fear.step.${step}`)}</span>
              {isDone ? <span className="a-sr-only">{t('fear.done')}</span> : null}
            </button>
          </li>
        );
      })}
    </ol>
  );
}
