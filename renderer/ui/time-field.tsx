import type { ReactNode } from 'react';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import type { Answer } from '#shared/domain/base.ts';
import { formatTime } from '#shared/domain/format.ts';
import { parseTime } from '#shared/domain/time-of-day.ts';
import type { Problem } from './problem.ts';
import { TypedAnswer } from './typed-answer.tsx';

interface TimeFieldProps {
  readonly label: string;
  /** HH:MM, 24 hours; the zone of its place stands beside it. */
  readonly value: Answer<string>;
  readonly onChange: (answer: Answer<string>) => void;
  readonly help?: ReactNode;
  readonly problem?: Problem | string | null;
  readonly suffix?: ReactNode;
  readonly 'data-slot'?: string;
}

/** A time of day, typed as "4:30 am", "16:30", "0430" or "9". */
export function TimeField(props: TimeFieldProps) {
  const t = useT();
  const language = useLanguage();
  return (
    <TypedAnswer
      {...props}
      width="short"
      read={parseTime}
      write={(time) => time}
      echo={(time) => formatTime(time, language)}
      placeholder={t('time.example')}
    />
  );
}
