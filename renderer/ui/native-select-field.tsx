import { useId } from 'react';
import { describedBy, FieldFrame } from './field.tsx';
import type { SelectFieldProps } from './select-field.tsx';

/** One of a short list, by the platform's own control. */
export function NativeSelectField(props: Omit<SelectFieldProps, 'searchable'>) {
  const { label, value, options, onChange, clearable = false, placeholder, help, problem, aside } = props;
  const id = useId();
  const hasBlank = clearable || value === null;
  return (
    <FieldFrame label={label} help={help} problem={problem} htmlFor={id} aside={aside}>
      <select
        id={id}
        className="a-input a-select"
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
        {...describedBy(id, { help: help !== undefined, problem: Boolean(problem) })}
      >
        {hasBlank && <option value="">{placeholder ?? ''}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
