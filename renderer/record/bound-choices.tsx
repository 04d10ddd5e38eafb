/** Several of a list, kept in the order in which they were named. */
import { type ReactNode, useId } from 'react';
import type { Answer } from '#shared/domain/base.ts';
import { useT } from '#renderer/i18n/i18n.ts';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { GroupFrame } from '#renderer/ui/field.tsx';
import { allNoAnswers, noAnswerKey } from '#renderer/ui/no-answers.tsx';
import type { Option } from './bound-fields.tsx';
import type { Slot } from './slot.ts';
import { useBound } from './use-bound.ts';

export function BoundChoices<V extends string>(props: {
  readonly slot: Slot<Answer<V[]>>;
  readonly label: string;
  readonly options: readonly Option<V>[];
}): ReactNode {
  const t = useT();
  const name = useId();
  const { value: given, write } = useBound(props.slot);
  const chosen = given.status === 'answered' ? given.value : [];
  function toggle(value: V, checked: boolean): void {
    const next = checked ? [...chosen, value] : chosen.filter((other) => other !== value);
    write(next.length === 0 ? { status: 'notAsked' } : { status: 'answered', value: next });
  }
  return (
    <GroupFrame label={props.label}>
      <div className="r-checks">
        {props.options.map((option) => (
          <Checkbox
            key={option.value}
            label={option.label}
            checked={chosen.includes(option.value)}
            onChange={(checked) => toggle(option.value, checked)}
          />
        ))}
      </div>
      <div className="a-apart">
        {allNoAnswers.map((status) => (
          <label key={status}>
            <input type="radio" name={name} checked={given.status === status} onChange={() => write({ status })} />
            <span>{t(noAnswerKey[status])}</span>
          </label>
        ))}
      </div>
    </GroupFrame>
  );
}
