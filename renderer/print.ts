/** The hidden print page: draws each page of the PDF that main holds for it, then tells main that all are there. */
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.mjs?url';

const DOTS_PER_INCH = 300;
const POINTS_PER_INCH = 72;

async function drawPage(document: pdfjs.PDFDocumentProxy, number: number): Promise<HTMLImageElement> {
  const page = await document.getPage(number);
  const viewport = page.getViewport({ scale: DOTS_PER_INCH / POINTS_PER_INCH });
  const canvas = globalThis.document.createElement('canvas');
  canvas.width = Math.ceil(viewport.width);
  canvas.height = Math.ceil(viewport.height);
  await page.render({ canvas, viewport, intent: 'print' }).promise;
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('The page could not be drawn.');
  const image = new Image();
  image.src = URL.createObjectURL(blob);
  await image.decode();
  return image;
}

/** Answers the number of pages. */
async function drawAll(): Promise<number> {
  pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;
  const data = await (await fetch('/job')).arrayBuffer();
  const loading = pdfjs.getDocument({ data, useWasm: false });
  const document = await loading.promise;
  for (let number = 1; number <= document.numPages; number++) {
    globalThis.document.getElementById('root')?.append(await drawPage(document, number));
  }
  return document.numPages;
}

/** Main waits for an answer in any case: half a document must not be printed, nor two minutes pass in silence. */
async function run(): Promise<void> {
  const answer = await drawAll().then(
    (pages) => ({ pages }),
    () => ({ failed: true }),
  );
  await fetch('/job', { method: 'POST', body: JSON.stringify(answer) });
}

void run();
