/** The PDF worker: opens the four faces once, then makes and checks documents off the UI thread. */
import boldItalic from '@expo-google-fonts/tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf?url';
import bold from '@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf?url';
import italic from '@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf?url';
import regular from '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf?url';
import { ok, toFailure } from '#shared/errors.ts';
import { checkPdf } from '#shared/pdf/check.ts';
import type { FontSet } from '#shared/pdf/fonts.ts';
import { openFonts } from '#shared/pdf/fonts.ts';
import { findMissingCharacters } from '#shared/pdf/printable.ts';
import { renderDocument } from '#shared/pdf/render.ts';
import type { PdfAnswers, PdfJob, PdfReply, PdfRequest } from './protocol.ts';

/** The part of the worker scope that is used; the page's library has no types for it. */
interface Scope {
  addEventListener(type: 'message', listener: (event: MessageEvent<PdfRequest>) => void): void;
  postMessage(reply: PdfReply, transfer: Transferable[]): void;
}
const scope = globalThis as unknown as Scope;

async function read(address: string): Promise<Uint8Array> {
  const answer = await fetch(new URL(address, import.meta.url));
  if (!answer.ok) throw new Error(`font ${address} is not in the build`);
  return new Uint8Array(await answer.arrayBuffer());
}

async function open(): Promise<FontSet> {
  const faces = await Promise.all([regular, bold, italic, boldItalic].map(read));
  const [first, second, third, fourth] = faces as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  return openFonts({ regular: first, bold: second, italic: third, boldItalic: fourth });
}
const fonts = open();

async function answer(job: PdfJob): Promise<PdfAnswers[PdfJob['kind']]> {
  switch (job.kind) {
    case 'render':
      return renderDocument(job.tree, job.options, await fonts);
    case 'check':
      return checkPdf(job.bytes, job.expected);
    case 'characters':
      return findMissingCharacters(job.tree, await fonts);
  }
}

async function reply({ id, job }: PdfRequest): Promise<void> {
  try {
    const value = await answer(job);
    scope.postMessage({ id, result: ok(value) }, value instanceof Uint8Array ? [value.buffer as ArrayBuffer] : []);
  } catch (error) {
    scope.postMessage({ id, result: toFailure(error) }, []);
  }
}

scope.addEventListener('message', ({ data }) => void reply(data));
