import type { ReactNode } from 'react';
import { useLanguage } from '#renderer/i18n/i18n.ts';
import type { Answer } from '#shared/domain/base.ts';
import { answered } from '#shared/domain/base.ts';
import { languageOptions } from './language-options.ts';
import { NoAnswerPicker } from './no-answers.tsx';
import type { Problem } from './problem.ts';
import { SelectField } from './select-field.tsx';

interface LanguageFieldProps {
  readonly label: string;
  /** BCP 47 tag of the reference, or null. */
  readonly value: string | null;
  readonly onChange: (tag: string | null) => void;
  readonly help?: ReactNode;
  readonly problem?: Problem | string | null;
  readonly aside?: ReactNode;
  /** False where there always is a language, such as that of a text. */
  readonly clearable?: boolean;
}

/** A language, found by typing its name. */
export function LanguageField({ clearable = true, ...props }: LanguageFieldProps) {
  const screen = useLanguage();
  return <SelectField {...props} options={languageOptions(screen)} searchable clearable={clearable} />;
}

interface AnswerLanguageFieldProps {
  readonly label: string;
  readonly value: Answer<string>;
  readonly onChange: (answer: Answer<string>) => void;
  readonly help?: ReactNode;
}

/** A language as an answer of the client, with why there is none. */
export function AnswerLanguageField({ label, value, onChange, help }: AnswerLanguageFieldProps) {
  return (
    <LanguageField
      label={label}
      help={help}
      value={value.status === 'answered' ? value.value : null}
      onChange={(tag) => onChange(tag === null ? { status: 'notAsked' } : answered(tag))}
      aside={<NoAnswerPicker label={label} value={value} onChange={onChange} />}
    />
  );
}
