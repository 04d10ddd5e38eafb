import type { MouseEvent, ReactNode, Ref } from 'react';
import { classes } from './class-names.ts';
import { Icon, type IconName } from './icons.tsx';
import { ariaShortcut, shortcutText } from './shortcut.ts';

export interface ButtonProps {
  readonly variant?: 'primary' | 'default' | 'quiet' | 'danger';
  readonly size?: 'sm' | 'md';
  readonly leftIcon?: IconName;
  readonly rightIcon?: IconName;
  readonly onClick?: (event: MouseEvent<HTMLButtonElement>) => void;
  readonly type?: 'button' | 'submit';
  readonly children: ReactNode;
  /** Such as `Mod+N`; shown in the tooltip and told to screen readers. */
  readonly shortcut?: string;
  readonly disabled?: boolean;
  /** Work is going on: keeps the focus, refuses clicks. */
  readonly busy?: boolean;
  readonly autoFocus?: boolean;
  /** In a dialog: where the focus goes when it opens, instead of its first control. */
  readonly focusFirst?: boolean;
  readonly describedBy?: string;
  /** Given when the button opens a menu: whether it is open, and the id of the open list. */
  readonly menu?: boolean;
  readonly controls?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button(props: ButtonProps) {
  const { variant = 'default', size = 'md', leftIcon, rightIcon, busy = false, shortcut, children } = props;
  return (
    <button
      ref={props.ref}
      type={props.type ?? 'button'}
      className={classes('a-btn', `a-btn-${variant}`, size === 'sm' && 'a-btn-sm')}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else props.onClick?.(event);
      }}
      disabled={props.disabled}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      aria-describedby={props.describedBy}
      data-autofocus={props.focusFirst || undefined}
      aria-haspopup={props.menu === undefined ? undefined : 'menu'}
      aria-expanded={props.menu}
      aria-controls={props.controls}
      aria-keyshortcuts={shortcut === undefined ? undefined : ariaShortcut(shortcut)}
      title={shortcut === undefined ? undefined : shortcutText(shortcut)}
      // biome-ignore lint/a11y/noAutofocus: set only by dialogs and first steps, where the focus must land inside
      autoFocus={props.autoFocus}
    >
      {leftIcon && <Icon name={leftIcon} />}
      <span>{children}</span>
      {rightIcon && <Icon name={rightIcon} />}
    </button>
  );
}

interface IconButtonProps {
  readonly label: string;
  readonly icon: IconName;
  readonly onClick?: (event: MouseEvent<HTMLButtonElement>) => void;
  readonly shortcut?: string;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button that shows only an icon; the label is its name and its tooltip. */
export function IconButton({ label, icon, onClick, shortcut, disabled, pressed, ref }: IconButtonProps) {
  return (
    <button
      ref={ref}
      type="button"
      className="a-btn a-btn-quiet a-btn-icon"
      aria-label={label}
      aria-pressed={pressed}
      aria-keyshortcuts={shortcut === undefined ? undefined : ariaShortcut(shortcut)}
      title={shortcut === undefined ? label : `${label} (${shortcutText(shortcut)})`}
      onClick={onClick}
      disabled={disabled}
    >
      <Icon name={icon} />
    </button>
  );
}

/** Looks like a link, acts here: "why", "see source". */
export function LinkButton({ onClick, children }: { readonly onClick: () => void; readonly children: ReactNode }) {
  return (
    <button type="button" className="a-link a-link-btn" onClick={onClick}>
      {children}
    </button>
  );
}
