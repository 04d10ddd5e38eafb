import { useSyncExternalStore } from 'react';
import { useT } from '#renderer/i18n/i18n.ts';
import { IconButton, LinkButton } from './button.tsx';
import { classes } from './class-names.ts';
import { Icon } from './icons.tsx';
import type { Tone } from './tag.tsx';

interface Toast {
  readonly id: number;
  readonly tone: Tone;
  readonly text: string;
  readonly action?: { readonly label: string; readonly onClick: () => void };
}

const lifetime = 6000;
let toasts: readonly Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

function dismiss(id: number): void {
  change(toasts.filter((toast) => toast.id !== id));
}

/** Says something for six seconds; a failure stays until it is closed. Never the only record of what happened. */
export function showToast(toast: Omit<Toast, 'id'>): void {
  const id = nextId++;
  change([...toasts.slice(-3), { ...toast, id }]);
  if (toast.tone !== 'danger') setTimeout(() => dismiss(id), lifetime);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Where toasts appear; the shell shows it once. */
export function Toaster() {
  const t = useT();
  const shown = useSyncExternalStore(subscribe, () => toasts);
  return (
    <div className="a-toaster" role="status" aria-live="polite">
      {shown.map((toast) => (
        <div key={toast.id} className={classes('a-toast', `a-toast-${toast.tone}`)}>
          <Icon name={toast.tone === 'danger' || toast.tone === 'warning' ? 'warning' : 'done'} />
          <span>{toast.text}</span>
          {toast.action && (
            <LinkButton
              onClick={() => {
                toast.action?.onClick();
                dismiss(toast.id);
              }}
            >
              {toast.action.label}
            </LinkButton>
          )}
          <IconButton label={t('ui.close')} icon="close" onClick={() => dismiss(toast.id)} />
        </div>
      ))}
    </div>
  );
}
