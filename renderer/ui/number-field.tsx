import type { ReactNode } from 'react';
import { currentLanguage } from '#renderer/i18n/i18n.ts';
import type { Answer } from '#shared/domain/base.ts';
import { type Failure, ok, type Result } from '#shared/errors.ts';
import type { Problem } from './problem.ts';
import { TypedAnswer } from './typed-answer.tsx';

interface NumberFieldProps {
  readonly label: string;
  readonly value: Answer<number>;
  readonly onChange: (answer: Answer<number>) => void;
  /** A word after the number: "hours", "nights". */
  readonly unit?: string;
  readonly min?: number;
  readonly max?: number;
  /** Half hours are allowed where the unit is not a count. */
  readonly decimals?: boolean;
  readonly help?: ReactNode;
  readonly problem?: Problem | string | null;
  readonly 'data-slot'?: string;
}

/** Reads "9", "9.5" or "9,5"; fails with `number-unreadable` outside min..max. */
export function readNumber(text: string, min: number, max: number, decimals: boolean): Result<number> {
  const failure: Failure = { ok: false, code: 'number-unreadable', detail: { came: text, min, max } };
  const shape = decimals ? /^\d+([.,]\d+)?$/ : /^\d+$/;
  if (!shape.test(text.trim())) return failure;
  const number = Number(text.trim().replace(',', '.'));
  return number < min || number > max ? failure : ok(number);
}

/** A count or a length of time. */
export function NumberField({ unit, min = 0, max = 10_000, decimals = false, ...props }: NumberFieldProps) {
  return (
    <TypedAnswer
      {...props}
      width="short"
      inputMode="numeric"
      suffix={unit}
      read={(text) => readNumber(text, min, max, decimals)}
      write={(number) => String(number).replace('.', currentLanguage() === 'es' ? ',' : '.')}
    />
  );
}
