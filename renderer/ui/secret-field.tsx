import { type KeyboardEvent, type ReactNode, type Ref, useState } from 'react';
import { useT } from '#renderer/i18n/i18n.ts';
import { IconButton } from './button.tsx';
import { Icon } from './icons.tsx';
import { TextField } from './text-field.tsx';

interface SecretFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problem?: string | null;
  readonly help?: ReactNode;
  readonly isNew?: boolean;
  readonly autoFocus?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
}

/** A hidden text that can be shown, with a word when caps lock is on. */
export function SecretField(props: SecretFieldProps) {
  const t = useT();
  const [isShown, setShown] = useState(false);
  const [isCaps, setCaps] = useState(false);
  const look = (event: KeyboardEvent): void => setCaps(event.getModifierState('CapsLock'));
  const caps = isCaps ? (
    <span className="a-caps" role="status">
      <Icon name="warning" size={14} /> {t('unlock.capsLock')}
    </span>
  ) : undefined;
  return (
    <TextField
      ref={props.ref}
      label={props.label}
      type={isShown ? 'text' : 'password'}
      autoComplete={props.isNew ? 'new-password' : 'off'}
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
      onKeyDown={look}
      problem={props.problem}
      help={caps ?? props.help}
      autoFocus={props.autoFocus}
      suffix={
        <IconButton
          label={t(isShown ? 'unlock.hide' : 'unlock.show')}
          icon={isShown ? 'hide' : 'show'}
          pressed={isShown}
          onClick={() => setShown(!isShown)}
        />
      }
    />
  );
}
