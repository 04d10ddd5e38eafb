import type { ReactNode } from 'react';
import type { Answer } from '#shared/domain/base.ts';
import { ok } from '#shared/errors.ts';
import type { Problem } from './problem.ts';
import { TypedAnswer } from './typed-answer.tsx';

interface AnswerTextFieldProps {
  readonly label: string;
  readonly value: Answer<string>;
  readonly onChange: (answer: Answer<string>) => void;
  readonly help?: ReactNode;
  readonly problem?: Problem | string | null;
  readonly placeholder?: string;
  readonly 'data-slot'?: string;
}

/** A short answer in free words. */
export function AnswerTextField(props: AnswerTextFieldProps) {
  return <TypedAnswer {...props} read={(text) => ok(text)} write={(text) => text} />;
}
