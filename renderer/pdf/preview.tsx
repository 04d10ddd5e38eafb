import type { KeyboardEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useT } from '#renderer/i18n/i18n.ts';
import './preview.css';
import type { PDFDocumentProxy } from './preview-document.ts';
import { openPreview } from './preview-document.ts';
import { PreviewPage } from './preview-page.tsx';

export interface PdfPreviewProps {
  /** The real bytes that would be printed; null while the first are being made. */
  readonly bytes: Uint8Array | null;
  /** Name of the region, e.g. "Preview of the declaration". */
  readonly label: string;
}

interface Shown {
  readonly document: PDFDocumentProxy;
  readonly sheets: readonly { readonly width: number; readonly height: number }[];
  readonly close: () => void;
}

const sizes = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3] as const;
const minus = '\u2212';
const plus = '+';
/** Room for the shadow and the scroll bar beside a sheet. */
const margin = 40;

/** Shows a PDF as it will be printed. Page Up and Page Down turn pages; plus, minus and 0 change the size. */
export function PdfPreview({ bytes, label }: PdfPreviewProps) {
  const t = useT();
  const pane = useRef<HTMLDivElement>(null);
  const { shown, failed } = useShown(bytes);
  const width = useWidth(pane);
  const [zoom, setZoom] = useState<number | 'fit'>('fit');
  const [page, setPage] = useState(1);
  const count = shown?.sheets.length ?? 0;
  const fit = Math.max(0.2, Math.min(2, (width - margin) / (shown?.sheets[0]?.width ?? 612)));
  const scale = zoom === 'fit' ? fit : zoom;

  const turnTo = (target: number) => {
    const sheet = pane.current?.querySelector<HTMLElement>(`[data-page="${target}"]`);
    if (sheet && pane.current) pane.current.scrollTop = sheet.offsetTop - 12;
  };
  const step = (direction: 1 | -1) => {
    const larger = sizes.find((size) => size > scale + 0.01);
    const smaller = [...sizes].reverse().find((size) => size < scale - 0.01);
    setZoom((direction === 1 ? larger : smaller) ?? scale);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const actions: Record<string, () => void> = {
      PageDown: () => turnTo(Math.min(count, page + 1)),
      PageUp: () => turnTo(Math.max(1, page - 1)),
      '+': () => step(1),
      '-': () => step(-1),
      '0': () => setZoom('fit'),
    };
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  };
  const onScroll = () => {
    const element = pane.current;
    if (!element) return;
    const middle = element.scrollTop + element.clientHeight / 3;
    let current = 1;
    for (const sheet of element.querySelectorAll<HTMLElement>('[data-page]')) {
      if (sheet.offsetTop <= middle) current = Number(sheet.dataset.page);
    }
    // At the very end the last page counts, also when it is too short to reach the middle.
    const atEnd = element.scrollTop + element.clientHeight >= element.scrollHeight - 2;
    setPage(atEnd && element.scrollTop > 0 ? count : current);
  };

  return (
    <div className="p-preview">
      <div className="p-bar">
        <span className="p-count" aria-live="polite">
          {count > 0 ? t('pdf.preview.page', { number: Math.min(page, count), total: count }) : ''}
        </span>
        <button
          type="button"
          className="p-button"
          aria-label={t('pdf.preview.smaller')}
          title={t('pdf.preview.smaller')}
          onClick={() => step(-1)}
        >
          {minus}
        </button>
        <span className="p-zoom">{`${Math.round(scale * 100)}%`}</span>
        <button
          type="button"
          className="p-button"
          aria-label={t('pdf.preview.larger')}
          title={t('pdf.preview.larger')}
          onClick={() => step(1)}
        >
          {plus}
        </button>
        <button type="button" className="p-button" aria-pressed={zoom === 'fit'} onClick={() => setZoom('fit')}>
          {t('pdf.preview.fitWidth')}
        </button>
      </div>
      <section
        ref={pane}
        className="p-pane"
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
        tabIndex={0}
        onKeyDown={onKeyDown}
        onScroll={onScroll}
      >
        {failed ? <p role="alert">{t('pdf.preview.failed')}</p> : null}
        {shown?.sheets.map((sheet, index) => (
          <PreviewPage
            // biome-ignore lint/suspicious/noArrayIndexKey: a sheet is its place in the document
            key={index}
            document={shown.document}
            number={index + 1}
            scale={scale}
            label={t('pdf.preview.page', { number: index + 1, total: count })}
            width={sheet.width}
            height={sheet.height}
          />
        ))}
      </section>
    </div>
  );
}

/** Keeps the document that is shown until the next one is open, so that typing does not make the page flicker. */
function useShown(bytes: Uint8Array | null): { shown: Shown | null; failed: boolean } {
  const [shown, setShown] = useState<Shown | null>(null);
  const [failed, setFailed] = useState(false);
  const last = useRef<Shown | null>(null);
  useEffect(() => {
    if (!bytes) return;
    let current = true;
    const opening = openPreview(bytes);
    const load = async () => {
      const document = await opening.promise;
      const pages = await Promise.all(
        Array.from({ length: document.numPages }, (_, index) => document.getPage(index + 1)),
      );
      const sheets = pages.map((page) => {
        const { width, height } = page.getViewport({ scale: 1 });
        return { width, height };
      });
      if (!current) return;
      last.current?.close();
      last.current = { document, sheets, close: opening.close };
      setShown(last.current);
      setFailed(false);
    };
    load().catch(() => current && setFailed(true));
    return () => {
      current = false;
      if (last.current?.close !== opening.close) opening.close();
    };
  }, [bytes]);
  useEffect(() => () => last.current?.close(), []);
  return { shown, failed };
}

function useWidth(pane: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(640);
  useEffect(() => {
    const element = pane.current;
    if (!element) return;
    const watch = new ResizeObserver(() => setWidth(element.clientWidth));
    watch.observe(element);
    setWidth(element.clientWidth);
    return () => watch.disconnect();
  }, [pane]);
  return width;
}
