import { type ReactNode, useId } from 'react';
import { classes } from './class-names.ts';
import { Icon } from './icons.tsx';
import { type Problem, useProblemText } from './problem.ts';

interface FieldFrameProps {
  readonly label: ReactNode;
  readonly help?: ReactNode;
  readonly problem?: Problem | string | null;
  readonly htmlFor?: string;
  /** Stands at the right end of the label's line; Tab comes to it after the control. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** Label above, control, then help and what is wrong with it. The control names both by `describedBy(id)`. */
export function FieldFrame({ label, help, problem, htmlFor, aside, children }: FieldFrameProps) {
  const text = useProblemText(problem);
  return (
    <div className={classes('a-field', 'a-field-lines', text !== null && 'a-field-wrong')}>
      <div className="a-field-head">
        <label className="a-label" htmlFor={htmlFor}>
          {label}
        </label>
      </div>
      {children}
      {aside !== undefined && <div className="a-field-aside">{aside}</div>}
      {help !== undefined && (
        <div className="a-help" id={htmlFor === undefined ? undefined : `${htmlFor}-help`}>
          {help}
        </div>
      )}
      <div className="a-problem" id={htmlFor === undefined ? undefined : `${htmlFor}-problem`} aria-live="polite">
        {text !== null && (
          <>
            <Icon name="warning" size={14} />
            <span>{text}</span>
          </>
        )}
      </div>
    </div>
  );
}

/** Attributes that tie a control to its help and its problem. */
export function describedBy(id: string, has: { readonly help: boolean; readonly problem: boolean }) {
  const ids = [has.help && `${id}-help`, has.problem && `${id}-problem`].filter(Boolean).join(' ');
  return { 'aria-describedby': ids === '' ? undefined : ids, 'aria-invalid': has.problem || undefined };
}

interface GroupFrameProps {
  readonly label: ReactNode;
  readonly help?: ReactNode;
  readonly problem?: Problem | string | null;
  readonly children: ReactNode;
}

/** The frame of a control that has several parts, such as radios: a fieldset with its legend. */
export function GroupFrame({ label, help, problem, children }: GroupFrameProps) {
  const text = useProblemText(problem);
  const id = useId();
  return (
    <fieldset
      className={classes('a-field', text !== null && 'a-field-wrong')}
      aria-describedby={help === undefined && text === null ? undefined : id}
    >
      <legend className="a-label">{label}</legend>
      {children}
      <div id={id}>
        {help !== undefined && <div className="a-help">{help}</div>}
        <div className="a-problem" aria-live="polite">
          {text !== null && (
            <>
              <Icon name="warning" size={14} />
              <span>{text}</span>
            </>
          )}
        </div>
      </div>
    </fieldset>
  );
}
