/** The last part of a form on a fact, closed at first: what is rarely asked, where it comes from, and taking it back. */
import type { ReactNode } from 'react';
import { useT } from '#renderer/i18n/i18n.ts';
import { SourceFields } from './fact-head.tsx';
import { TakeBack } from './take-back.tsx';

type SourceProps = Parameters<typeof SourceFields>[0];

interface SourceDetailsProps extends SourceProps {
  /** The words of the button that takes the fact back. */
  readonly remove: string;
  /** Fields of the fact itself that stand before its source. */
  readonly children?: ReactNode;
}

export function SourceDetails({ scope, file, remove, children }: SourceDetailsProps): ReactNode {
  const t = useT();
  return (
    <details className="r-details">
      <summary>{t('record.details')}</summary>
      <div className="r-stack">
        {children}
        <SourceFields scope={scope} file={file} />
        <TakeBack scope={scope} label={remove} />
      </div>
    </details>
  );
}
