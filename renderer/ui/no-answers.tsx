import { useId } from 'react';
import { type Key, useT } from '#renderer/i18n/i18n.ts';
import type { Answer, NoAnswer } from '#shared/domain/base.ts';

export const allNoAnswers: readonly NoAnswer[] = ['notAsked', 'declined', 'unknown'];

export const noAnswerKey = {
  notAsked: 'answer.notAsked',
  declined: 'answer.declined',
  unknown: 'answer.unknown',
} as const satisfies Record<NoAnswer, Key>;

interface NoAnswerPickerProps {
  readonly label: string;
  readonly value: Answer<unknown>;
  readonly onChange: (answer: { status: NoAnswer }) => void;
  readonly noAnswers?: readonly NoAnswer[];
}

/**
 * Says why a typed field is empty. Quiet until the field is used or a reason other than "not asked yet" was chosen;
 * typing an answer overrides it.
 */
export function NoAnswerPicker({ label, value, onChange, noAnswers = allNoAnswers }: NoAnswerPickerProps) {
  const t = useT();
  const id = useId();
  const reason = value.status === 'declined' || value.status === 'unknown' ? value.status : null;
  return (
    <span className="a-no-answer" data-chosen={reason !== null || undefined}>
      <label className="a-sr-only" htmlFor={id}>
        {t('answer.whyNone', { label })}
      </label>
      <span className="a-no-answer-text" aria-hidden="true">
        {t(reason === null ? 'answer.none' : noAnswerKey[reason])}
      </span>
      <select id={id} value={value.status} onChange={(event) => onChange({ status: event.target.value as NoAnswer })}>
        {value.status === 'answered' && <option value="answered">{t('answer.none')}</option>}
        {noAnswers.map((status) => (
          <option key={status} value={status}>
            {t(noAnswerKey[status])}
          </option>
        ))}
      </select>
    </span>
  );
}
