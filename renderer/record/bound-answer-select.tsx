/** A short answer as one list, for dense rows: the answers and, set apart, why there is none. One stop for Tab. */
import { type ReactNode, useId } from 'react';
import type { Answer } from '#shared/domain/base.ts';
import { useT } from '#renderer/i18n/i18n.ts';
import { FieldFrame } from '#renderer/ui/field.tsx';
import { allNoAnswers, noAnswerKey } from '#renderer/ui/no-answers.tsx';
import type { Option } from './bound-fields.tsx';
import type { Slot } from './slot.ts';
import { useBound } from './use-bound.ts';

export function BoundAnswerSelect<V extends string>(props: {
  readonly slot: Slot<Answer<V>>;
  readonly label: string;
  readonly options: readonly Option<V>[];
}): ReactNode {
  const { value, write } = useBound(props.slot);
  return <AnswerSelect label={props.label} options={props.options} value={value} onChange={write} />;
}

export function AnswerSelect<V extends string>(props: {
  readonly label: string;
  readonly options: readonly Option<V>[];
  readonly value: Answer<V>;
  readonly onChange: (answer: Answer<V>) => void;
}): ReactNode {
  const t = useT();
  const id = useId();
  const { value, options } = props;
  function choose(text: string): void {
    const option = options.find((one) => `is:${one.value}` === text);
    const status = allNoAnswers.find((one) => one === text);
    if (option !== undefined) props.onChange({ status: 'answered', value: option.value });
    else if (status !== undefined) props.onChange({ status });
  }
  return (
    <FieldFrame label={props.label} htmlFor={id}>
      <select
        id={id}
        className="a-input a-select"
        data-empty={value.status === 'answered' ? undefined : true}
        value={value.status === 'answered' ? `is:${value.value}` : value.status}
        onChange={(event) => choose(event.target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={`is:${option.value}`}>
            {option.label}
          </option>
        ))}
        <hr />
        {allNoAnswers.map((status) => (
          <option key={status} value={status}>
            {t(noAnswerKey[status])}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
