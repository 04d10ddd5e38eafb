/** After a read-back: each interpreter's certificate with what it still lacks, and where to go on. */
import { useState } from 'react';
import type { ReadBack } from '#shared/domain/draft.ts';
import { certificateGaps, paragraphsToRead } from '#shared/documents/read-back.ts';
import { useT } from '#renderer/i18n/i18n.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { useGo } from '#renderer/ui/navigate.ts';
import { Tag } from '#renderer/ui/tag.tsx';
import { SectionTitle } from '#renderer/ui/text.tsx';
import { RelayDialog } from './relay-dialog.tsx';
import type { OpenDocument } from './use-document.ts';

interface DoneProps {
  readonly document: OpenDocument;
  readonly readBack: ReadBack;
  readonly onAgain: () => void;
}

export function ReadBackDone({ document, readBack, onAgain }: DoneProps) {
  const t = useT();
  const go = useGo();
  const [isOpen, setOpen] = useState(false);
  const { draft } = document.context;
  const certificates = certificateGaps(draft);
  const left = paragraphsToRead(draft).length;
  return (
    <div className="d-start">
      <Banner tone={left === 0 ? 'accent' : 'warning'} title={t('documents.readBack.ended')}>
        {left === 0 ? t('documents.readBack.toSign') : t('documents.readBack.changedSince', { count: left })}
      </Banner>
      <section aria-labelledby="d-certificates">
        <SectionTitle id="d-certificates">{t('documents.readBack.certificates')}</SectionTitle>
        <ul className="d-list">
          {certificates.map((one) => (
            <li key={one.index}>
              <span className="d-list-text">
                {one.name || t('documents.readBack.noName')}
                {one.missing.length === 0 ? (
                  <Tag tone="accent" icon="done">
                    {t('documents.readBack.filled')}
                  </Tag>
                ) : (
                  <Tag tone="warning">
                    {t('documents.readBack.lacks', {
                      missing: one.missing.map((item) => t(`ready.certificate.${item}`)).join(', '),
                    })}
                  </Tag>
                )}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <div className="d-chips">
        <Button onClick={() => setOpen(true)}>{t('documents.readBack.fill')}</Button>
        {left > 0 ? (
          <Button variant="primary" onClick={onAgain}>
            {t('documents.readBack.readChanged', { count: left })}
          </Button>
        ) : null}
        <Button variant={left > 0 ? 'default' : 'primary'} onClick={() => go({ to: 'draft', draftId: draft.id })}>
          {t('documents.readBack.toDraft')}
        </Button>
      </div>
      {isOpen ? <RelayDialog document={document} readBack={readBack} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}
