import { type ReactNode, useId } from 'react';
import { useT } from '#renderer/i18n/i18n.ts';
import { type Answer, answered, type NoAnswer } from '#shared/domain/base.ts';
import { GroupFrame } from './field.tsx';
import { allNoAnswers, noAnswerKey } from './no-answers.tsx';
import type { Problem } from './problem.ts';

interface ChoiceFieldProps<T extends string> {
  readonly label: ReactNode;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly value: Answer<T>;
  readonly onChange: (answer: Answer<T>) => void;
  readonly noAnswers?: readonly NoAnswer[];
  readonly help?: ReactNode;
  readonly problem?: Problem | string | null;
}

/**
 * One question, one control: what happened as a row of choices and, set apart, why there is no answer. All of it is
 * one group of radios, so that the arrow keys walk through it.
 */
export function ChoiceField<T extends string>(props: ChoiceFieldProps<T>) {
  const { label, options, value, onChange, noAnswers = allNoAnswers, help, problem } = props;
  const t = useT();
  const name = useId();
  return (
    <GroupFrame label={label} help={help} problem={problem}>
      <div className="a-choice">
        <div className="a-segments">
          {options.map((option) => (
            <label key={option.value}>
              <input
                type="radio"
                name={name}
                checked={value.status === 'answered' && value.value === option.value}
                onChange={() => onChange(answered(option.value))}
              />
              <span>{option.label}</span>
            </label>
          ))}
        </div>
        {noAnswers.length > 0 && (
          <div className="a-apart">
            {noAnswers.map((status) => (
              <label key={status}>
                <input
                  type="radio"
                  name={name}
                  checked={value.status === status}
                  onChange={() => onChange({ status })}
                />
                <span>{t(noAnswerKey[status])}</span>
              </label>
            ))}
          </div>
        )}
      </div>
    </GroupFrame>
  );
}

interface SegmentedFieldProps<T extends string> {
  readonly label: ReactNode;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly value: T | null;
  readonly onChange: (value: T) => void;
  readonly help?: ReactNode;
}

/** A choice of the office, not an answer of a client: theme, language, kind of harm. */
export function SegmentedField<T extends string>({ label, options, value, onChange, help }: SegmentedFieldProps<T>) {
  const name = useId();
  return (
    <GroupFrame label={label} help={help}>
      <div className="a-segments">
        {options.map((option) => (
          <label key={option.value}>
            <input type="radio" name={name} checked={value === option.value} onChange={() => onChange(option.value)} />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </GroupFrame>
  );
}
