/** A date that is there or not, without a reason why not, bound to a slot. */
import type { ReactNode } from 'react';
import type { Answer, PartialDate } from '#shared/domain/base.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import { pendingName, type Slot } from './slot.ts';
import { useBound } from './use-bound.ts';

export function BoundPlainDate(props: { readonly slot: Slot<PartialDate | null>; readonly label: string }): ReactNode {
  const { value, write } = useBound(props.slot);
  const shown: Answer<PartialDate> = value === null ? { status: 'notAsked' } : { status: 'answered', value };
  return (
    <DateField
      label={props.label}
      value={shown}
      onChange={(answer) => write(answer.status === 'answered' ? answer.value : null)}
      data-slot={pendingName(props.slot)}
    />
  );
}
