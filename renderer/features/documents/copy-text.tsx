/** A reminder or script as text: to copy into a message or to read aloud. */
import { carriedProblems, reminderLength, reminderText } from '#shared/documents/carried.ts';
import type { DocumentContext } from '#shared/documents/context.ts';
import { asKey, useT } from '#renderer/i18n/i18n.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { signedLanguage } from './make-pdf.ts';

export function CopyText({
  context,
  kind,
}: {
  readonly context: DocumentContext;
  readonly kind: 'reminder' | 'script';
}) {
  const t = useT();
  const language = signedLanguage(context.draft);
  const text = reminderText(context, language);
  const length = [...text].length;
  const faults = carriedProblems(text, context, kind);
  const copy = async (): Promise<void> => {
    const copied = await window.amparo.clipboard.copy({ text });
    if (copied.ok) showToast({ tone: 'accent', text: t('documents.copy.done') });
    else showToast({ tone: 'danger', text: t(asKey(`errors.${copied.code}`), copied.detail) });
  };
  return (
    <div className="d-copy">
      <p className="d-copy-text" lang={language}>
        {text}
      </p>
      <div className="d-copy-foot">
        <Button variant="primary" leftIcon="copy" disabled={faults.length > 0} onClick={() => void copy()}>
          {t('documents.copy.button')}
        </Button>
        {kind === 'reminder' ? (
          <Tag tone={length > reminderLength ? 'danger' : 'neutral'}>
            {t('documents.copy.count', { count: length, most: reminderLength })}
          </Tag>
        ) : null}
      </div>
      {faults.length > 0 ? (
        <Banner tone="danger" title={t('documents.copy.faults')}>
          {faults.map((fault) => t(`ready.carried.${fault}`)).join(', ')}
        </Banner>
      ) : null}
      <p className="d-quiet">{t(kind === 'reminder' ? 'documents.copy.reminderHelp' : 'documents.copy.scriptHelp')}</p>
    </div>
  );
}
