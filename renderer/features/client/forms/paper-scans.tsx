/** Scans of a paper: looked at without a key, kept locked with the case, saved out again as they came. */
import { type ReactNode, useState } from 'react';
import { formatPartialDate } from '#shared/domain/format.ts';
import { exactDay } from '#shared/domain/partial-date.ts';
import type { Paper } from '#shared/domain/journey.ts';
import type { Failure } from '#shared/errors.ts';
import { asKey, useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { dayHere } from '#renderer/record/now.ts';
import { useSetValue } from '#renderer/store/use-field.ts';
import { newId, useStore } from '#renderer/store/use-store.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { Mono, SectionTitle } from '#renderer/ui/text.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import type { FormProps } from './form-props.ts';
import { kindOf, makeScan, mediaTypeOf, openProblem, problemOf, type Scan, scanName, scansOf } from './scan-file.ts';

type ScansProps = Pick<FormProps<Paper>, 'file' | 'scope'>;

/** How much of a sum is shown: enough to compare with a list by eye. */
const SHOWN_DIGITS = 12;

export function PaperScans(props: ScansProps): ReactNode {
  const t = useT();
  const { busy, problem, attach } = useAttach(props);
  const scans = scansOf(props.scope.record);
  return (
    <section className="r-part">
      <SectionTitle level={3}>{t('paper.part.scans')}</SectionTitle>
      {problem === null ? null : <Banner tone="danger">{problem}</Banner>}
      {scans.length === 0 ? null : (
        <ul className="client-scans" aria-label={t('paper.part.scans')}>
          {scans.map((scan, index) => (
            <ScanLine key={scan.id} {...props} scan={scan} n={index + 1} />
          ))}
        </ul>
      )}
      <div className="r-row">
        <Button size="sm" leftIcon="add" busy={busy} onClick={() => void attach()}>
          {t('paper.scan.attach')}
        </Button>
        <span className="r-quiet">{t('paper.scan.none')}</span>
      </div>
    </section>
  );
}

/** Choosing, looking, keeping: nothing is kept before the file was found to be a scan. */
function useAttach({ file, scope }: ScansProps) {
  const t = useT();
  const client = useStore();
  const setValue = useSetValue(scope.fileId);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const failed = (failure: Failure): string => t(asKey(`errors.${failure.code}`), failure.detail);

  /** Answers what went wrong, or null. */
  async function take(): Promise<string | null> {
    const opened = await window.amparo.files.open({ kinds: ['pdf', 'image'] });
    if (!opened.ok) return t(`paper.scan.failed.${openProblem(opened).code}`, {});
    if (opened.value === null) return null;
    const { bytes, name } = opened.value;
    const looked = await window.amparo.files.inspect({ bytes });
    if (!looked.ok) return t('paper.scan.failed.notLooked');
    const found = problemOf(scope.record, name, looked.value);
    if (found !== null) return t(`paper.scan.failed.${found.code}`, { ...found });
    const type = mediaTypeOf(looked.value.type) ?? '';
    const blob = await client.request('blobPut', { bytes, type, caseId: file.id });
    if (!blob.ok) return failed(blob);
    const scan = makeScan({ id: newId(), blob: blob.value, looked: looked.value, at: new Date().toISOString() });
    const saved = await setValue([...scope.path, 'scans', scan.id], scan, scope.act);
    return saved.ok ? null : failed(saved);
  }

  return {
    busy,
    problem,
    attach: async (): Promise<void> => {
      setBusy(true);
      setProblem(null);
      setProblem(await take());
      setBusy(false);
    },
  };
}

function ScanLine({ file, scope, scan, n }: ScansProps & { readonly scan: Scan; readonly n: number }): ReactNode {
  const t = useT();
  const language = useLanguage();
  const client = useStore();
  const setValue = useSetValue(scope.fileId);
  const kind = kindOf(scan);
  const path = [...scope.path, 'scans', scan.id];
  const failed = (failure: Failure): void =>
    showToast({ tone: 'danger', text: t(asKey(`errors.${failure.code}`), failure.detail) });

  async function save(): Promise<void> {
    const bytes = await client.request('blobGet', { blobId: scan.blobId });
    if (!bytes.ok) return failed(bytes);
    const suggested = scanName(file.officeNumber, n, kind);
    const saved = await window.amparo.files.save({ suggested, kind, bytes: bytes.value });
    if (!saved.ok) return failed(saved);
    if (saved.value.saved)
      showToast({ tone: 'neutral', text: t('paper.scan.saved', { name: saved.value.name ?? '' }) });
  }
  async function remove(): Promise<void> {
    const removed = await setValue(path, undefined, scope.act);
    if (!removed.ok) return failed(removed);
    showToast({
      tone: 'neutral',
      text: t('paper.scan.removed'),
      action: { label: t('record.undo'), onClick: () => void setValue(path, scan, scope.act) },
    });
  }

  const day = formatPartialDate(exactDay(dayHere(new Date(scan.addedAt))), language, 'table');
  const words = [
    t(`paper.scan.kind.${kind}`),
    scan.pages === null ? t('paper.scan.pagesUnknown') : t('paper.scan.pages', { count: scan.pages }),
    t('paper.scan.added', { date: day }),
  ];
  return (
    <li>
      <span className="r-grow">
        <strong>{t('paper.scan.line', { n })}</strong>
        <span className="a-muted">{` · ${words.join(' · ')} · SHA-256 `}</span>
        <Mono>{`${scan.sha256.slice(0, SHOWN_DIGITS)}…`}</Mono>
      </span>
      <IconButton icon="save" label={t('paper.scan.save', { n })} onClick={() => void save()} />
      <IconButton icon="remove" label={t('paper.scan.remove', { n })} onClick={() => void remove()} />
    </li>
  );
}
