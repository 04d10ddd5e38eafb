/** Interpreters of a read-back corrected or completed; the certificates follow. */
import { useState } from 'react';
import type { ReadBack } from '#shared/domain/draft.ts';
import { useT } from '#renderer/i18n/i18n.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { usePending } from '#renderer/ui/pending.ts';
import { type Link, RelayForm } from './relay-form.tsx';
import type { OpenDocument } from './use-document.ts';

interface RelayDialogProps {
  readonly document: OpenDocument;
  readonly readBack: ReadBack;
  readonly onClose: () => void;
}

export function RelayDialog({ document: { context, act }, readBack, onClose }: RelayDialogProps) {
  const t = useT();
  const [relay, setRelay] = useState<readonly Link[]>(readBack.relay);
  const slot = `read-back-relay:${readBack.id}`;
  const pending = usePending(slot, slot, (found) => {
    if (Array.isArray(found)) setRelay(found as Link[]);
  });
  const keep = async (): Promise<void> => {
    const saved = await act(
      'draft.readBack',
      (before) => {
        const round = before.readBacks[readBack.id];
        const next = round && { ...round, relay: relay.map((link) => ({ ...link })) };
        return next ? { ...before, readBacks: { ...before.readBacks, [next.id]: next } } : before;
      },
      { clears: [slot] },
    );
    if (!saved) return;
    pending.drop();
    onClose();
  };
  return (
    <Dialog
      title={t('documents.readBack.interpreters')}
      opened
      onClose={onClose}
      size="xl"
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" onClick={() => void keep()}>
            {t('documents.readBack.keep')}
          </Button>
        </>
      }
    >
      <RelayForm
        relay={relay}
        office={context.office}
        onChange={(next) => {
          setRelay(next);
          pending.keep(next);
        }}
      />
    </Dialog>
  );
}
