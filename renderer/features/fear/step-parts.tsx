/** What the steps of a fear event share: their frame, two columns, and details that open on demand. */
import type { ReactNode } from 'react';
import type { FearEvent } from '#shared/domain/fear.ts';
import { useT } from '#renderer/i18n/i18n.ts';
import type { NamedPerson } from '#renderer/record/names.ts';
import { slotOf, type Scope, type Slot } from '#renderer/record/slot.ts';

export interface StepProps {
  readonly scope: Scope<FearEvent>;
  readonly people: readonly NamedPerson[];
  /** Language that the family speaks best; first guess for a box of words. */
  readonly ownLanguage: string;
}

/** Fields of the event by name. */
export function fieldsOf(scope: Scope<FearEvent>): <K extends keyof FearEvent & string>(key: K) => Slot<FearEvent[K]> {
  return (key) => slotOf(scope, key);
}

export function Pair({ children }: { readonly children: ReactNode }): ReactNode {
  return <div className="r-pair">{children}</div>;
}

function isAnswered(value: unknown): boolean {
  if (value === null || typeof value !== 'object') return false;
  if ('status' in value) return value.status === 'answered';
  return Object.keys(value).length > 0;
}

/** Rare questions, closed until somebody wants them; says how many are answered so that nothing hides. */
export function Details(props: {
  readonly scope: Scope<FearEvent>;
  readonly keys: readonly (keyof FearEvent)[];
  readonly children: ReactNode;
}): ReactNode {
  const t = useT();
  const count = props.keys.filter((key) => isAnswered(props.scope.record[key])).length;
  return (
    <details className="r-details">
      <summary>{count === 0 ? t('fear.details') : t('fear.detailsCount', { count })}</summary>
      <div className="r-stack">{props.children}</div>
    </details>
  );
}
