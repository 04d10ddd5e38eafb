import type { ReactNode } from 'react';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { type Answer, answered, type PartialDate } from '#shared/domain/base.ts';
import { formatPartialDate, formatWeekday } from '#shared/domain/format.ts';
import { parsePartialDate } from '#shared/domain/partial-date.ts';
import type { Problem } from './problem.ts';
import { TypedAnswer } from './typed-answer.tsx';

interface DateFieldProps {
  readonly label: string;
  readonly value: Answer<PartialDate>;
  readonly onChange: (answer: Answer<PartialDate>) => void;
  readonly help?: ReactNode;
  readonly problem?: Problem | string | null;
  readonly autoFocus?: boolean;
  readonly 'data-slot'?: string;
}

/** The precisions that fit how much of the date is known. */
function precisionsOf(date: PartialDate): readonly PartialDate['precision'][] {
  const exact = date.value.length === 10 ? 'day' : date.value.length === 7 ? 'month' : 'year';
  return [exact, 'about', 'before', 'after'];
}

/**
 * A date as well as it is known, typed as people say it: "14 aug 2019", "8/2019", "about march 2019", "2019". The echo
 * names the month in words and the weekday, so that 8/2 and 2/8 are never mixed up.
 */
export function DateField(props: DateFieldProps) {
  const { value, onChange } = props;
  const t = useT();
  const language = useLanguage();
  const date = value.status === 'answered' && value.value.precision !== 'unknown' ? value.value : null;

  function echo(read: PartialDate): string {
    const text = formatPartialDate(read, language);
    return read.precision === 'day' ? `${formatWeekday(read.value, language)}, ${text}` : text;
  }

  const precision = date && (
    <select
      className="a-precision"
      aria-label={t('date.precisionOf', { label: props.label })}
      value={date.precision}
      onChange={(event) => onChange(answered({ ...date, precision: event.target.value as PartialDate['precision'] }))}
    >
      {precisionsOf(date).map((one) => (
        <option key={one} value={one}>
          {t(`date.precision.${one}`)}
        </option>
      ))}
    </select>
  );

  return (
    <TypedAnswer
      {...props}
      read={(text) => parsePartialDate(text, language)}
      write={(read) => formatPartialDate(read, language, 'table')}
      echo={echo}
      placeholder={t('date.example')}
      extra={precision}
    />
  );
}
