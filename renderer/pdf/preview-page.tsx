import { useEffect, useRef, useState } from 'react';
import type { PDFDocumentProxy } from './preview-document.ts';
import { drawPreviewPage } from './preview-document.ts';

interface PreviewPageProps {
  readonly document: PDFDocumentProxy;
  readonly number: number;
  readonly scale: number;
  readonly label: string;
  /** Size of the sheet in points, so that the place is kept before the page is drawn. */
  readonly width: number;
  readonly height: number;
}

/** One sheet: a picture for the eye and its words for a screen reader. Drawn when it comes near the window. */
export function PreviewPage({ document, number, scale, label, width, height }: PreviewPageProps) {
  const sheet = useRef<HTMLElement>(null);
  const holder = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(number <= 2);
  const [words, setWords] = useState('');

  useEffect(() => {
    const element = sheet.current;
    if (!element || near) return;
    const watch = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && setNear(true),
      {
        root: element.closest('.p-pane'),
        rootMargin: '600px',
      },
    );
    watch.observe(element);
    return () => watch.disconnect();
  }, [near]);

  useEffect(() => {
    if (!near) return;
    const drawing = drawPreviewPage(document, number, scale, window.devicePixelRatio || 1);
    let current = true;
    drawing.promise.then(
      ({ canvas, text }) => {
        if (!current) return;
        holder.current?.replaceChildren(canvas);
        setWords(text);
      },
      () => {
        // Cancelled because newer bytes or another size came; the next drawing is on its way.
      },
    );
    return () => {
      current = false;
      drawing.cancel();
    };
  }, [document, number, scale, near]);

  return (
    <section ref={sheet} className="p-sheet" aria-label={label} data-page={number}>
      <div
        ref={holder}
        aria-hidden="true"
        className="p-canvas"
        style={{ width: Math.round(width * scale), height: Math.round(height * scale) }}
      />
      <p className="p-words">{words}</p>
    </section>
  );
}
