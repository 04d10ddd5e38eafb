/** After a read-back: each certificate and statement with what it still lacks, and where to go on. */
import { useState } from 'react';
import type { Id } from '#shared/domain/base.ts';
import type { DraftFile, ReadBack } from '#shared/domain/draft.ts';
import { type CertificateItem, certificateGaps, paragraphsToRead, readings } from '#shared/documents/read-back.ts';
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

interface Attached {
  readonly key: string;
  /** The read-back in which it is completed. */
  readonly readBackId: Id;
  readonly name: string;
  readonly kind: 'certificate' | 'statement';
  readonly missing: readonly CertificateItem[];
}

function attachedTo(draft: DraftFile): Attached[] {
  const certificates = certificateGaps(draft).map(
    ({ index, ...one }): Attached => ({ ...one, key: `certificate ${index}`, kind: 'certificate' }),
  );
  const statements = readings(draft).map(({ id, reader }): Attached => {
    const name = reader?.name.trim() ?? '';
    return { key: `statement ${id}`, readBackId: id, name, kind: 'statement', missing: name === '' ? ['name'] : [] };
  });
  return [...certificates, ...statements];
}

export function ReadBackDone({ document, readBack, onAgain }: DoneProps) {
  const t = useT();
  const go = useGo();
  const [openId, setOpenId] = useState<Id | null>(null);
  const { draft } = document.context;
  const opened = openId === null ? undefined : draft.readBacks[openId];
  const left = paragraphsToRead(draft).length;
  return (
    <div className="d-start">
      <Banner tone={left === 0 ? 'accent' : 'warning'} title={t('documents.readBack.ended')}>
        {left === 0 ? t('documents.readBack.toSign') : t('documents.readBack.changedSince', { count: left })}
      </Banner>
      <section aria-labelledby="d-certificates">
        <SectionTitle id="d-certificates">{t('documents.readBack.attached')}</SectionTitle>
        <ul className="d-list">
          {attachedTo(draft).map((one) => (
            <AttachedLine
              key={one.key}
              attached={one}
              onOpen={one.readBackId === readBack.id ? null : () => setOpenId(one.readBackId)}
            />
          ))}
        </ul>
      </section>
      <div className="d-chips">
        <Button onClick={() => setOpenId(readBack.id)}>{t('documents.readBack.fill')}</Button>
        {left > 0 ? (
          <Button variant="primary" onClick={onAgain}>
            {t('documents.readBack.readChanged', { count: left })}
          </Button>
        ) : null}
        <Button variant={left > 0 ? 'default' : 'primary'} onClick={() => go({ to: 'draft', draftId: draft.id })}>
          {t('documents.readBack.toDraft')}
        </Button>
      </div>
      {opened === undefined ? null : (
        <RelayDialog key={opened.id} document={document} readBack={opened} onClose={() => setOpenId(null)} />
      )}
    </div>
  );
}

/** `onOpen` where the line is of an earlier read-back than the one that the page's own button completes. */
function AttachedLine({ attached, onOpen }: { readonly attached: Attached; readonly onOpen: (() => void) | null }) {
  const t = useT();
  const name = attached.name || t('documents.readBack.noName');
  return (
    <li>
      <span className="d-list-text">
        {t(attached.kind === 'statement' ? 'documents.readBack.statementOf' : 'documents.readBack.certificateOf', {
          name,
        })}
        {attached.missing.length === 0 ? (
          <Tag tone="accent" icon="done">
            {t('documents.readBack.filled')}
          </Tag>
        ) : (
          <Tag tone="warning">
            {t('documents.readBack.lacks', {
              missing: attached.missing.map((item) => t(`ready.certificate.${item}`)).join(', '),
            })}
          </Tag>
        )}
      </span>
      {onOpen === null ? null : (
        <Button size="sm" variant="quiet" onClick={onOpen}>
          {t('documents.readBack.change')}
        </Button>
      )}
    </li>
  );
}
