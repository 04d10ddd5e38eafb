import { type ReactNode, useId } from 'react';
import { GroupFrame } from './field.tsx';

interface CheckboxProps {
  readonly label: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly help?: string;
  readonly disabled?: boolean;
}

export function Checkbox({ label, checked, onChange, help, disabled }: CheckboxProps) {
  const id = useId();
  return (
    <div className="a-check">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
        aria-describedby={help === undefined ? undefined : `${id}-help`}
      />
      <label htmlFor={id}>{label}</label>
      {help !== undefined && (
        <div className="a-help" id={`${id}-help`}>
          {help}
        </div>
      )}
    </div>
  );
}

interface CheckGroupProps<T extends string> {
  readonly label: ReactNode;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly value: readonly T[];
  readonly onChange: (value: T[]) => void;
  readonly help?: string;
}

/** Any number of a short list, all in view. */
export function CheckGroup<T extends string>({ label, options, value, onChange, help }: CheckGroupProps<T>) {
  return (
    <GroupFrame label={label} help={help}>
      <div className="a-check-group">
        {options.map((option) => (
          <Checkbox
            key={option.value}
            label={option.label}
            checked={value.includes(option.value)}
            onChange={(checked) =>
              onChange(checked ? [...value, option.value] : value.filter((one) => one !== option.value))
            }
          />
        ))}
      </div>
    </GroupFrame>
  );
}
