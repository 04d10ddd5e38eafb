/** Takes a record back: it stays in the file, marked, and is shown and counted nowhere. The toast offers to undo. */
import type { ReactNode } from 'react';
import { useT } from '#renderer/i18n/i18n.ts';
import { useSetValue } from '#renderer/store/use-field.ts';
import { markNow, useSession } from '#renderer/store/use-store.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import type { Scope } from './slot.ts';

export function TakeBack<T>(props: {
  readonly scope: Scope<T>;
  readonly label: string;
  readonly onDone?: () => void;
}): ReactNode {
  const t = useT();
  const session = useSession();
  const { scope } = props;
  const setValue = useSetValue(scope.fileId);
  const path = [...scope.path, 'deleted'];
  async function takeBack(): Promise<void> {
    const mark = markNow(session);
    const result = await setValue(path, mark, 'fact.removed');
    if (!result.ok) return;
    props.onDone?.();
    showToast({
      tone: 'neutral',
      text: t('record.takenBack'),
      action: { label: t('record.undo'), onClick: () => void setValue(path, null, 'fact.removed') },
    });
  }
  return (
    <div className="r-row">
      <Button size="sm" variant="quiet" leftIcon="remove" onClick={() => void takeBack()}>
        {props.label}
      </Button>
    </div>
  );
}
