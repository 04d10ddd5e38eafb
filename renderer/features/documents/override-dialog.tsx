/** Passing over an item with a reason: kept with name, role and hour, printed where the court must know. */
import { useState } from 'react';
import type { ReadyItem } from '#shared/documents/named-list.ts';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { newId, useSession } from '#renderer/store/use-store.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextArea } from '#renderer/ui/text-field.tsx';
import { readyText } from './ready-words.ts';
import type { OpenDocument } from './use-document.ts';

export function OverrideDialog({
  document: { act, mark },
  item,
  onClose,
}: {
  readonly document: OpenDocument;
  readonly item: ReadyItem;
  readonly onClose: () => void;
}) {
  const t = useT();
  const language = useLanguage();
  const { role } = useSession();
  const [reason, setReason] = useState('');
  const [isPrinted, setPrinted] = useState(false);
  const [isEmpty, setEmpty] = useState(false);
  const pass = async (): Promise<void> => {
    if (reason.trim() === '') return setEmpty(true);
    const id = newId();
    const given = { id, item: item.key, reason: reason.trim(), role, printed: isPrinted, ...mark() };
    const saved = await act('draft.overridden', (draft) => ({
      ...draft,
      overrides: { ...draft.overrides, [id]: given },
    }));
    if (saved) onClose();
  };
  return (
    <Dialog
      title={t('ready.override')}
      opened
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" onClick={() => void pass()}>
            {t('ready.override')}
          </Button>
        </>
      }
    >
      <div className="d-form">
        <p>{readyText(item, t, language)}</p>
        <TextArea
          label={t('ready.overrideReason')}
          help={t('documents.list.reasonHelp')}
          value={reason}
          autoFocus
          problem={isEmpty && reason.trim() === '' ? t('documents.list.reasonNeeded') : null}
          onChange={(event) => setReason(event.target.value)}
        />
        <Checkbox label={t('ready.overridePrinted')} checked={isPrinted} onChange={setPrinted} />
      </div>
    </Dialog>
  );
}
