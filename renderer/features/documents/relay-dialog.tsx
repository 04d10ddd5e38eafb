/** Interpreters of a read-back corrected or completed; the certificates follow. */
import { useState } from 'react';
import type { ReadBack } from '#shared/domain/draft.ts';
import { useT } from '#renderer/i18n/i18n.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { usePending } from '#renderer/ui/pending.ts';
import { type Link, type Reader, RelayForm } from './relay-form.tsx';
import type { OpenDocument } from './use-document.ts';

interface RelayDialogProps {
  readonly document: OpenDocument;
  readonly readBack: ReadBack;
  readonly onClose: () => void;
}

interface Named {
  readonly relay: readonly Link[];
  readonly reader: Reader;
}
function isNamed(value: unknown): value is Named {
  return typeof value === 'object' && value !== null && Array.isArray((value as Partial<Named>).relay);
}

export function RelayDialog({ document: { context, act }, readBack, onClose }: RelayDialogProps) {
  const t = useT();
  const [named, setNamed] = useState<Named>({ relay: readBack.relay, reader: readBack.reader });
  const slot = `read-back-relay:${readBack.id}`;
  const pending = usePending(slot, slot, (found) => {
    if (isNamed(found)) setNamed(found);
  });
  const change = (part: Partial<Named>): void => {
    const next = { ...named, ...part };
    setNamed(next);
    pending.keep(next);
  };
  const keep = async (): Promise<void> => {
    const saved = await act(
      'draft.readBack',
      (before) => {
        const round = before.readBacks[readBack.id];
        const next = round && { ...round, relay: named.relay.map((link) => ({ ...link })), reader: named.reader };
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
        draft={context.draft}
        language={readBack.language}
        relay={named.relay}
        reader={named.reader}
        office={context.office}
        onChange={(relay) => change({ relay })}
        onReader={(reader) => change({ reader })}
      />
    </Dialog>
  );
}
