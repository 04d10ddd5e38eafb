/** Words of somebody, in their language beside the translation, bound to a slot. */
import type { ReactNode } from 'react';
import type { Answer, Words } from '#shared/domain/base.ts';
import { WordsField } from '#renderer/ui/words-field.tsx';
import { pendingName, type Slot } from './slot.ts';
import { useBound } from './use-bound.ts';

export function BoundWords(props: {
  readonly slot: Slot<Answer<Words>>;
  readonly label: string;
  readonly language: string;
  readonly help?: string;
  readonly minRows?: number;
}): ReactNode {
  const { value, write } = useBound(props.slot);
  return (
    <WordsField
      label={props.label}
      help={props.help}
      minRows={props.minRows}
      value={value}
      defaultLanguage={props.language}
      onChange={write}
      data-slot={pendingName(props.slot)}
    />
  );
}
