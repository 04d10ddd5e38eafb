/**
 * The key-less page that looks at foreign bytes: what kind of file, how many pages, which version codes stand in its text.
 * It has no bridge: it reads `/job`, posts one JSON answer there, and its process is killed. Main checks the answer.
 */
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.mjs?url';
import { findCodes } from '#shared/documents/version-code.ts';
import { sniff } from './intake/sniff.ts';

const MOST_PAGES_READ = 200;

async function textOf(document: pdfjs.PDFDocumentProxy): Promise<string> {
  const parts: string[] = [];
  for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES_READ); number++) {
    const content = await (await document.getPage(number)).getTextContent();
    parts.push(content.items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  return parts.join('\n');
}

async function readPdf(bytes: Uint8Array): Promise<{ pages: number | null; codes: string[] }> {
  pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;
  try {
    const document = await pdfjs.getDocument({ data: bytes.slice(), stopAtErrors: false }).promise;
    return { pages: document.numPages, codes: findCodes(await textOf(document)).map(({ code }) => code) };
  } catch {
    // A PDF that cannot be parsed (damaged, or locked with a password) is still kept as a file; it just has no text.
    return { pages: null, codes: [] };
  }
}

function hex(bytes: ArrayBuffer): string {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function run(): Promise<void> {
  const bytes = new Uint8Array(await (await fetch('/job')).arrayBuffer());
  const type = sniff(bytes);
  const sha256 = hex(await crypto.subtle.digest('SHA-256', bytes));
  const read = type === 'pdf' ? await readPdf(bytes) : { pages: type === 'unknown' ? null : 1, codes: [] };
  await fetch('/job', { method: 'POST', body: JSON.stringify({ type, ...read, sha256 }) });
}

void run();
