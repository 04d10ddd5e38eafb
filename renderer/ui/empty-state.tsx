import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly text: string;
  readonly action?: ReactNode;
}

/** One sentence, one button. */
export function EmptyState({ text, action }: EmptyStateProps) {
  return (
    <div className="a-empty">
      <p>{text}</p>
      {action}
    </div>
  );
}
