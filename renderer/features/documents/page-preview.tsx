/** The real page beside the text: made off the UI thread, a moment after the last change. */
import { useEffect, useMemo, useState } from 'react';
import type { TextLanguage } from '#shared/domain/date-words.ts';
import type { DocumentContext } from '#shared/documents/context.ts';
import { type Failure, toFailure } from '#shared/errors.ts';
import { asKey, useT } from '#renderer/i18n/i18n.ts';
import { PdfPreview } from '#renderer/pdf/preview.tsx';
import { useStore } from '#renderer/store/use-store.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { type LiveDraft, useLiveDraft } from './live-draft.ts';
import { currentPdf, draftPdf, signedLanguage, standingVersion } from './make-pdf.ts';

/** Time after the last change before the page is made anew, in ms. */
const after = 350;

function usePdf(context: DocumentContext, language: TextLanguage) {
  const client = useStore();
  const [bytes, setBytes] = useState<Uint8Array | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    const aborted = new AbortController();
    const make = async (): Promise<void> => {
      try {
        const isStored = standingVersion(context.draft) !== null && language === signedLanguage(context.draft);
        if (!isStored) setBytes(await draftPdf(context, language, { latest: 'preview', signal: aborted.signal }));
        else {
          const stored = await currentPdf(context, client, language);
          if (aborted.signal.aborted) return;
          if (!stored.ok) return setFailure(stored);
          setBytes(stored.value);
        }
        setFailure(null);
      } catch (error) {
        const failed = toFailure(error);
        if (failed.code !== 'cancelled') setFailure(failed);
      }
    };
    const timer = setTimeout(() => void make(), after);
    return () => {
      clearTimeout(timer);
      aborted.abort();
    };
  }, [context, language, client]);
  return { bytes, failure };
}

interface PagePreviewProps {
  readonly context: DocumentContext;
  readonly language: TextLanguage;
  readonly live: LiveDraft;
}

export function PagePreview({ context: stored, language, live }: PagePreviewProps) {
  const t = useT();
  const typed = useLiveDraft(live);
  const context = useMemo(() => (typed === null ? stored : { ...stored, draft: typed }), [stored, typed]);
  const { bytes, failure } = usePdf(context, language);
  return (
    <div className="d-preview" data-pane="page">
      {failure === null ? null : (
        <Banner tone="danger" title={t('documents.preview.failed')}>
          {t(asKey(`errors.${failure.code}`), failure.detail)}
        </Banner>
      )}
      <PdfPreview bytes={bytes} label={t('documents.preview.label')} />
    </div>
  );
}
