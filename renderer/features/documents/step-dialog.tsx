/** A step of the document's life with its day and a note: filed, served, accepted, rejected, ready to file. */
import { useState } from 'react';
import { type Answer, answered, type PartialDate, valueOf } from '#shared/domain/base.ts';
import type { LifeState } from '#shared/documents/life.ts';
import { useT } from '#renderer/i18n/i18n.ts';
import { newId } from '#renderer/store/use-store.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextArea } from '#renderer/ui/text-field.tsx';
import { withStep } from './draft-edits.ts';
import type { OpenDocument } from './use-document.ts';

interface StepDialogProps {
  readonly document: OpenDocument;
  readonly state: LifeState;
  readonly onClose: () => void;
}

export function StepDialog({ document: { context, act, mark }, state, onClose }: StepDialogProps) {
  const t = useT();
  const [date, setDate] = useState<Answer<PartialDate>>(answered({ value: context.today, precision: 'day' }));
  const [note, setNote] = useState('');
  const record = async (): Promise<void> => {
    const step = { id: newId(), state, note: note.trim(), date: valueOf(date) ?? null, ...mark() };
    if (await act('draft.step', (draft) => withStep(draft, step))) onClose();
  };
  return (
    <Dialog
      title={t(`life.step.${state}`)}
      opened
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" onClick={() => void record()}>
            {t('documents.life.record')}
          </Button>
        </>
      }
    >
      <div className="d-form">
        <DateField label={t('documents.life.date')} value={date} onChange={setDate} />
        <TextArea
          label={t('documents.life.note')}
          help={state === 'filed' ? t('documents.life.receiptHelp') : undefined}
          minRows={2}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
    </Dialog>
  );
}
