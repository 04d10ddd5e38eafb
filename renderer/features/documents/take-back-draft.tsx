/** Takes a document back: it stays in the history, and the toast offers to undo. */
import { useT } from '#renderer/i18n/i18n.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useGo } from '#renderer/ui/navigate.ts';
import { showToast } from '#renderer/ui/toast.tsx';
import { useSetValue } from '#renderer/store/use-field.ts';
import type { OpenDocument } from './use-document.ts';

export function TakeBackDraft({ document: { context, mark } }: { readonly document: OpenDocument }) {
  const t = useT();
  const go = useGo();
  const { id, caseId } = context.draft;
  const setValue = useSetValue(id);
  const takeBack = async (): Promise<void> => {
    const taken = await setValue(['deleted'], mark(), 'draft.removed');
    if (!taken.ok) return;
    go({ to: 'case', caseId, tab: 'documents' });
    showToast({
      tone: 'neutral',
      text: t('record.takenBack'),
      action: { label: t('record.undo'), onClick: () => void setValue(['deleted'], null, 'draft.removed') },
    });
  };
  return (
    <div>
      <Button size="sm" variant="quiet" leftIcon="remove" onClick={() => void takeBack()}>
        {t('documents.takeBack')}
      </Button>
    </div>
  );
}
