/** Question by question: what was asked and whether it was understood (features.md SR7). */
import { type ReactNode, useId } from 'react';
import type { z } from 'zod';
import type { questionUnderstood } from '#shared/domain/fear.ts';
import { useT } from '#renderer/i18n/i18n.ts';
import { PlainText } from '#renderer/record/bound-text.tsx';
import { ItemList } from '#renderer/record/item-list.tsx';
import { itemsOf, slotOf, type Scope } from '#renderer/record/slot.ts';
import { blankQuestion } from './fear-blanks.ts';
import { questionOptions } from './fear-options.ts';
import type { StepProps } from './step-parts.tsx';
import { useBound } from '#renderer/record/use-bound.ts';

type Question = z.infer<typeof questionUnderstood>;

function QuestionLine({ scope }: { readonly scope: Scope<Question> }): ReactNode {
  const t = useT();
  const name = useId();
  const { value, write } = useBound(slotOf(scope, 'understood'));
  const options = questionOptions(t);
  const radio = (option: (typeof options)[number]): ReactNode => (
    <label key={option.value}>
      <input type="radio" name={name} checked={value === option.value} onChange={() => write(option.value)} />
      <span>{option.label}</span>
    </label>
  );
  return (
    <div className="fear-question">
      <PlainText slot={slotOf(scope, 'question')} label={t('fear.questions.text')} />
      <fieldset className="fear-question-choice">
        <legend className="a-sr-only">{t('fear.f.understanding')}</legend>
        <div className="a-segments">{options.filter((option) => option.value !== 'notRecorded').map(radio)}</div>
        <div className="a-apart">{options.filter((option) => option.value === 'notRecorded').map(radio)}</div>
      </fieldset>
    </div>
  );
}

/** How many questions were not understood, of all written down. */
export function countNotUnderstood(questions: Readonly<Record<string, Question>>): { bad: number; total: number } {
  const all = Object.values(questions);
  return { bad: all.filter((question) => question.understood === 'no').length, total: all.length };
}

export function QuestionSheet({ scope }: Pick<StepProps, 'scope'>): ReactNode {
  const t = useT();
  const items = itemsOf(scope, 'questions', scope.record.questions, (a, b) => a.order - b.order);
  const counts = countNotUnderstood(scope.record.questions);
  return (
    <details className="r-details">
      <summary>{counts.total === 0 ? t('fear.questions.title') : t('fear.questions.count', counts)}</summary>
      <ItemList
        scope={scope}
        collection="questions"
        items={items}
        title={t('fear.questions.title')}
        addLabel={t('fear.questions.add')}
        removeLabel={t('fear.questions.remove')}
        nameOf={(_, index) => t('fear.questions.n', { n: index + 1 })}
        blank={(id) => blankQuestion(id, scope.record)}
        render={(item) => <QuestionLine scope={item} />}
        compact
        titleAbove
      />
    </details>
  );
}
