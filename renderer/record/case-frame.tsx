/** A page of one case: opens the file, says why when it cannot, and hands the file to the page. */
import type { ReactNode } from 'react';
import type { Id } from '#shared/domain/base.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import { asKey, useT } from '#renderer/i18n/i18n.ts';
import { useCase } from '#renderer/store/use-store.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useGo } from '#renderer/ui/navigate.ts';

export function CaseFrame(props: { readonly caseId: Id; readonly children: (file: CaseFile) => ReactNode }): ReactNode {
  const t = useT();
  const { file, failure } = useCase(props.caseId);
  if (failure !== undefined) {
    const reason = t(asKey(`errors.${failure.code}`), failure.detail);
    return <EmptyState text={t('record.failed', { reason })} />;
  }
  if (file === undefined) return <p className="r-loading">{t('record.loading')}</p>;
  return props.children(file);
}

/** Said where a link points at a record that was taken back. */
export function RecordGone({ caseId }: { readonly caseId: Id }): ReactNode {
  const t = useT();
  const go = useGo();
  return (
    <EmptyState
      text={t('record.gone')}
      action={<Button onClick={() => go({ to: 'case', caseId })}>{t('record.backToClient')}</Button>}
    />
  );
}
