import type { ReactNode } from 'react';
import { classes } from './class-names.ts';
import { Icon, type IconName } from './icons.tsx';

export type Tone = 'neutral' | 'accent' | 'info' | 'warning' | 'danger';

interface TagProps {
  readonly tone?: Tone;
  readonly icon?: IconName;
  readonly children: ReactNode;
}

/** A state in a word; the colour only repeats what the word says. */
export function Tag({ tone = 'neutral', icon, children }: TagProps) {
  return (
    <span className={classes('a-tag', `a-tone-${tone}`)}>
      {icon && <Icon name={icon} size={13} />}
      <span className="a-tag-text">{children}</span>
    </span>
  );
}

interface ChipProps {
  readonly pressed: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** A filter that is on or off. */
export function Chip({ pressed, onClick, children }: ChipProps) {
  return (
    <button type="button" className="a-chip" aria-pressed={pressed} onClick={onClick}>
      {pressed && <Icon name="check" size={12} />}
      {children}
    </button>
  );
}
