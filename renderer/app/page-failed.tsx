import type { ErrorComponentProps } from '@tanstack/react-router';
import { useT } from '#renderer/i18n/i18n.ts';
import { Button } from '#renderer/ui/button.tsx';

/**
 * Where a bug ends: the router shows this in place of the page, and the shell around it goes on. Another page or a
 * second try starts afresh. Nothing of the error is logged or shown: it could hold something of a client.
 */
export function PageFailed({ reset }: ErrorComponentProps) {
  const t = useT();
  return (
    <div className="s-failed" role="alert">
      <h1>{t('shell.failedTitle')}</h1>
      <p>{t('shell.failedText')}</p>
      <Button variant="primary" onClick={reset}>
        {t('shell.failedAgain')}
      </Button>
    </div>
  );
}
