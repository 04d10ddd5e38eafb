import {
  type ChangeEvent,
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  type SyntheticEvent,
  useId,
  useLayoutEffect,
  useRef,
} from 'react';
import { classes } from './class-names.ts';
import { describedBy, FieldFrame } from './field.tsx';
import type { Problem } from './problem.ts';

type Control = HTMLInputElement | HTMLTextAreaElement;

interface CommonProps {
  readonly label: ReactNode;
  readonly value: string;
  readonly onChange: (event: ChangeEvent<Control>) => void;
  readonly onBlur?: (event: FocusEvent<Control>) => void;
  readonly onSelect?: (event: SyntheticEvent<Control>) => void;
  readonly onKeyDown?: (event: KeyboardEvent<Control>) => void;
  readonly problem?: Problem | string | null;
  readonly help?: ReactNode;
  readonly aside?: ReactNode;
  /** Language of what is typed, when it is not the screen's. */
  readonly lang?: string;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
  readonly readOnly?: boolean;
  readonly maxLength?: number;
  readonly 'data-slot'?: string;
}

export interface TextFieldProps extends CommonProps {
  readonly type?: 'text' | 'password' | 'tel' | 'email' | 'search';
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'email';
  readonly autoComplete?: string;
  readonly suffix?: ReactNode;
  readonly ref?: Ref<HTMLInputElement>;
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const id = useId();
  const { label, help, problem, aside, suffix, autoFocus, type = 'text', ref, ...rest } = props;
  return (
    <FieldFrame label={label} help={help} problem={problem} htmlFor={id} aside={aside}>
      <div className={classes('a-control', suffix !== undefined && 'a-control-suffix')}>
        <input
          {...rest}
          ref={ref}
          id={id}
          type={type}
          className="a-input"
          autoComplete={props.autoComplete ?? 'off'}
          spellCheck={false}
          // biome-ignore lint/a11y/noAutofocus: the first field of a step, where the person came to type
          autoFocus={autoFocus}
          {...describedBy(id, { help: help !== undefined, problem: Boolean(problem) })}
        />
        {suffix !== undefined && <span className="a-suffix">{suffix}</span>}
      </div>
    </FieldFrame>
  );
}

export interface TextAreaProps extends CommonProps {
  readonly minRows?: number;
  readonly maxRows?: number;
  readonly ref?: Ref<HTMLTextAreaElement>;
}

const line = 20;

/** Several lines; grows with what is typed, up to `maxRows`. */
export function TextArea(props: TextAreaProps) {
  const id = useId();
  const own = useRef<HTMLTextAreaElement>(null);
  const { label, help, problem, aside, autoFocus, minRows = 3, maxRows = 16, ref, ...rest } = props;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text
  useLayoutEffect(() => {
    const box = own.current;
    if (box === null) return;
    box.style.height = 'auto';
    box.style.height = `${Math.min(box.scrollHeight, maxRows * line + 14) + 2}px`;
  }, [props.value, maxRows]);

  return (
    <FieldFrame label={label} help={help} problem={problem} htmlFor={id} aside={aside}>
      <textarea
        {...rest}
        ref={(node) => {
          own.current = node;
          if (typeof ref === 'function') ref(node);
          else if (ref) ref.current = node;
        }}
        id={id}
        rows={minRows}
        className="a-input a-textarea"
        spellCheck={false}
        // biome-ignore lint/a11y/noAutofocus: the first field of a step, where the person came to type
        autoFocus={autoFocus}
        {...describedBy(id, { help: help !== undefined, problem: Boolean(problem) })}
      />
    </FieldFrame>
  );
}
