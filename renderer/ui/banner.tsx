import type { ReactNode } from 'react';
import { classes } from './class-names.ts';
import { Icon, type IconName } from './icons.tsx';
import type { Tone } from './tag.tsx';

const iconOf: Readonly<Record<Tone, IconName>> = {
  neutral: 'info',
  accent: 'done',
  info: 'info',
  warning: 'warning',
  danger: 'warning',
};

interface BannerProps {
  readonly tone: Tone;
  readonly title?: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** A sentence that stays until its cause is gone. Danger interrupts a screen reader; the others wait their turn. */
export function Banner({ tone, title, children, action }: BannerProps) {
  return (
    <div className={classes('a-banner', `a-tone-${tone}`)} role={tone === 'danger' ? 'alert' : 'status'}>
      <Icon name={iconOf[tone]} />
      <div className="a-banner-text">
        {title !== undefined && <strong>{title}</strong>} {children}
      </div>
      {action !== undefined && <div className="a-banner-action">{action}</div>}
    </div>
  );
}
