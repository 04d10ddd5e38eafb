import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useLanguage } from '#renderer/i18n/i18n.ts';
import { type Answer, answered, type NoAnswer } from '#shared/domain/base.ts';
import type { Failure, Result } from '#shared/errors.ts';
import { describedBy, FieldFrame } from './field.tsx';
import { NoAnswerPicker } from './no-answers.tsx';
import { usePending } from './pending.ts';
import type { Problem } from './problem.ts';

interface TypedAnswerProps<T> {
  readonly label: string;
  readonly value: Answer<T>;
  readonly onChange: (answer: Answer<T>) => void;
  /** Reads what was typed; empty text never comes here. */
  readonly read: (text: string) => Result<T>;
  readonly write: (value: T) => string;
  /** What was understood, shown under the field: "Wednesday, August 14, 2019". */
  readonly echo?: (value: T) => string;
  readonly help?: ReactNode;
  readonly problem?: Problem | string | null;
  readonly placeholder?: string;
  readonly inputMode?: 'text' | 'numeric';
  readonly suffix?: ReactNode;
  readonly extra?: ReactNode;
  readonly noAnswers?: readonly NoAnswer[];
  readonly autoFocus?: boolean;
  readonly width?: 'full' | 'short';
  readonly 'data-slot'?: string;
}

/**
 * A typed answer that is read forgivingly: while typing, the echo shows how it is understood; on leaving the field it
 * is kept, or the problem stands beside it and the text stays as typed.
 */
export function TypedAnswer<T>(props: TypedAnswerProps<T>) {
  const { label, value, onChange, read, write, echo, help, suffix, extra } = props;
  const id = useId();
  const language = useLanguage();
  const shown = value.status === 'answered' ? write(value.value) : '';
  const [text, setText] = useState(shown);
  const [failure, setFailure] = useState<Failure | null>(null);
  const isTyping = useRef(false);

  const pending = usePending(label, props['data-slot'], (found) => {
    if (typeof found !== 'string' || found === shown) return;
    isTyping.current = true;
    setText(found);
  });
  const isFirst = useRef(true);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the written form changes with the language too
  useEffect(() => {
    if (isTyping.current) return;
    setText(shown);
    setFailure(null);
    // What was typed has arrived in the record: only now the slot is empty.
    if (!isFirst.current) pending.drop();
    isFirst.current = false;
  }, [shown, language]);

  function keep(): void {
    isTyping.current = false;
    const trimmed = text.trim();
    const result = trimmed === '' || trimmed === shown ? null : read(trimmed);
    setFailure(result === null || result.ok ? null : result);
    if (trimmed === shown) {
      setText(shown);
      pending.drop();
    } else if (result === null) onChange({ status: 'notAsked' });
    else if (result.ok) {
      const written = write(result.value);
      setText(written);
      // The same answer in other words changes nothing in the record, so no notice would come to empty the slot.
      if (written === shown) pending.drop();
      else onChange(answered(result.value));
    }
  }

  const understood = text.trim() === '' ? null : read(text.trim());
  const echoed = understood?.ok && echo ? echo(understood.value) : null;
  const problem = failure ?? props.problem;
  const note = echoed ?? help;
  return (
    <FieldFrame
      label={label}
      help={note ?? undefined}
      problem={problem}
      htmlFor={id}
      aside={
        <NoAnswerPicker
          label={label}
          value={value}
          noAnswers={props.noAnswers}
          onChange={(answer) => {
            isTyping.current = false;
            setFailure(null);
            setText('');
            pending.drop();
            onChange(answer);
          }}
        />
      }
    >
      <div className="a-control" data-width={props.width}>
        <input
          id={id}
          className="a-input"
          data-slot={pending.slot}
          value={text}
          placeholder={props.placeholder}
          inputMode={props.inputMode}
          autoComplete="off"
          spellCheck={false}
          // biome-ignore lint/a11y/noAutofocus: the first field of a step, where the person came to type
          autoFocus={props.autoFocus}
          onChange={(event) => {
            isTyping.current = true;
            setText(event.target.value);
            pending.keep(event.target.value);
          }}
          onBlur={keep}
          onKeyDown={(event) => {
            if (event.key === 'Enter') keep();
          }}
          {...describedBy(id, { help: note !== undefined && note !== null, problem: Boolean(problem) })}
        />
        {suffix !== undefined && <span className="a-suffix">{suffix}</span>}
        {extra}
      </div>
    </FieldFrame>
  );
}
