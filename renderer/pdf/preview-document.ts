import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.mjs?url';

export type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Opens bytes with pdf.js in its own worker, without WebAssembly, and keeps the caller's bytes as they are. */
export function openPreview(bytes: Uint8Array): { promise: Promise<PDFDocumentProxy>; close: () => void } {
  pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;
  const task = pdfjs.getDocument({ data: bytes.slice(), useWasm: false });
  return { promise: task.promise, close: () => void task.destroy() };
}

export interface DrawnCanvas {
  readonly canvas: HTMLCanvasElement;
  readonly text: string;
}

/** Draws one page at `scale` (1 is 72 dots an inch) for the given pixel ratio of the screen, and reads its words. */
export function drawPreviewPage(
  document: PDFDocumentProxy,
  number: number,
  scale: number,
  ratio: number,
): { promise: Promise<DrawnCanvas>; cancel: () => void } {
  let cancelled = false;
  let stop = () => {};
  const draw = async (): Promise<DrawnCanvas> => {
    const page = await document.getPage(number);
    const viewport = page.getViewport({ scale: scale * ratio });
    const canvas = globalThis.document.createElement('canvas');
    canvas.width = Math.ceil(viewport.width);
    canvas.height = Math.ceil(viewport.height);
    canvas.style.width = `${viewport.width / ratio}px`;
    canvas.style.height = `${viewport.height / ratio}px`;
    if (cancelled) throw new Error('cancelled');
    const task = page.render({ canvas, viewport });
    stop = () => task.cancel();
    await task.promise;
    return { canvas, text: await wordsOf(page) };
  };
  return {
    promise: draw(),
    cancel: () => {
      cancelled = true;
      stop();
    },
  };
}

async function wordsOf(page: PDFPageProxy): Promise<string> {
  const content = await page.getTextContent();
  return content.items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
}
