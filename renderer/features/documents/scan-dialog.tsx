/** The signed paper comes back: looked at in the key-less window, matched by its code, kept with day and place. */
import { useState } from 'react';
import { type Answer, answered, type PartialDate, type Place, valueOf } from '#shared/domain/base.ts';
import type { Version } from '#shared/domain/draft.ts';
import { contradictsClause } from '#shared/documents/perjury.ts';
import { type Failure, fail } from '#shared/errors.ts';
import { signingForm } from '#shared/reference/statutes.ts';
import { asKey, useT } from '#renderer/i18n/i18n.ts';
import { newId, useStore } from '#renderer/store/use-store.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { PlaceField } from '#renderer/ui/place-field.tsx';
import { withStep } from './draft-edits.ts';
import { matchScan, type ScanMatch } from './scan-match.ts';
import type { OpenDocument } from './use-document.ts';

interface Scan {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly pages: number | null;
  readonly match: ScanMatch;
  readonly isPdf: boolean;
}

interface ScanDialogProps {
  readonly document: OpenDocument;
  readonly version: Version;
  readonly onClose: () => void;
}

export function ScanDialog({ document: { context, act, mark }, version, onClose }: ScanDialogProps) {
  const t = useT();
  const client = useStore();
  const { draft } = context;
  const [scan, setScan] = useState<Scan | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const [isSeen, setSeen] = useState(false);
  const [date, setDate] = useState<Answer<PartialDate>>({ status: 'notAsked' });
  const [place, setPlace] = useState<Answer<Place>>(
    draft.signingPlace === null ? { status: 'notAsked' } : answered(draft.signingPlace),
  );
  const signedAt = valueOf(place) ?? null;
  const needsEye = scan?.match.kind === 'none';
  const canKeep = scan?.isPdf === true && (scan.match.kind === 'match' || (needsEye && isSeen));

  const choose = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    const opened = await window.amparo.files.open({ kinds: ['pdf'] });
    if (opened.ok && opened.value !== null) {
      const { bytes, name } = opened.value;
      const looked = await window.amparo.files.inspect({ bytes });
      if (!looked.ok) setFailure(looked);
      else {
        const { codes, pages, type } = looked.value;
        setScan({ bytes, name, pages, match: matchScan(version.code, codes), isPdf: type === 'pdf' });
        setSeen(false);
      }
    } else if (!opened.ok) setFailure(opened);
    setBusy(false);
  };

  const keep = async (): Promise<void> => {
    if (scan === null || !canKeep) return;
    setBusy(true);
    const blob = await client.request('blobPut', { bytes: scan.bytes, type: 'application/pdf', caseId: draft.caseId });
    if (!blob.ok) {
      setFailure(fail(blob.code, blob.detail));
      setBusy(false);
      return;
    }
    const { at, by } = mark();
    const signedScan = {
      blobId: blob.value.blobId,
      sha256: blob.value.sha256,
      pages: scan.pages,
      receivedAt: at,
      codeFound: scan.match.kind === 'match',
    };
    const step = { id: newId(), state: 'signed' as const, at, by, date: valueOf(date) ?? null, place: signedAt };
    const saved = await act('draft.signed', (before) =>
      withStep({ ...before, versions: { ...before.versions, [version.id]: { ...version, signedScan } } }, step),
    );
    setBusy(false);
    if (saved) onClose();
  };

  return (
    <Dialog
      title={t('documents.scan.title')}
      opened
      onClose={onClose}
      size="lg"
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" busy={busy} disabled={!canKeep} onClick={() => void keep()}>
            {t('documents.scan.keep')}
          </Button>
        </>
      }
    >
      <div className="d-form">
        <p>{t('documents.scan.what', { code: version.code })}</p>
        <div>
          <Button leftIcon="document" busy={busy} onClick={() => void choose()}>
            {t(scan === null ? 'documents.scan.choose' : 'documents.scan.chooseOther')}
          </Button>
        </div>
        {failure === null ? null : <Banner tone="danger">{t(asKey(`errors.${failure.code}`), failure.detail)}</Banner>}
        {scan === null ? null : <Outcome scan={scan} version={version} />}
        {needsEye && scan.isPdf ? (
          <Checkbox label={t('documents.scan.byEye', { code: version.code })} checked={isSeen} onChange={setSeen} />
        ) : null}
        {canKeep ? (
          <>
            <DateField label={t('documents.scan.date')} value={date} onChange={setDate} />
            <PlaceField
              label={t('documents.scan.place')}
              value={place}
              kinds={['city', 'port']}
              askCountry
              onChange={setPlace}
            />
            {contradictsClause(signingForm(draft.signingPlace), signedAt) ? (
              <Banner tone="warning">{t('life.clauseContradicts')}</Banner>
            ) : null}
          </>
        ) : null}
      </div>
    </Dialog>
  );
}

function Outcome({ scan, version }: { readonly scan: Scan; readonly version: Version }) {
  const t = useT();
  if (!scan.isPdf) return <Banner tone="danger">{t('documents.scan.notPdf')}</Banner>;
  const pages =
    scan.pages !== null && scan.pages < version.pages
      ? t('documents.scan.fewer', { came: scan.pages, expected: version.pages })
      : null;
  return (
    <>
      {scan.match.kind === 'match' ? <Banner tone="accent">{t('documents.scan.match')}</Banner> : null}
      {scan.match.kind === 'other' ? (
        <Banner tone="danger" title={t('documents.scan.otherTitle')}>
          {t('documents.scan.other', { came: scan.match.codes.join(', '), expected: version.code })}
        </Banner>
      ) : null}
      {scan.match.kind === 'none' ? (
        <Banner tone="warning" title={t('documents.scan.noneTitle')}>
          {t('documents.scan.none')}
        </Banner>
      ) : null}
      {pages === null ? null : <Banner tone="warning">{pages}</Banner>}
    </>
  );
}
