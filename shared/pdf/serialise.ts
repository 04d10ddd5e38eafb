import type { PDFContext } from './library.ts';
import { PDFCrossRefSection, PDFTrailer, PDFTrailerDict } from './library.ts';
import { latinBytes } from './text-string.ts';

/**
 * The file (ISO 32000-1, 7.5): header, objects in number order, plain cross-reference table, trailer. No object
 * streams, because some court portals do not take them. pdf-lib's own writer waits for ticks of the clock between
 * objects; this one runs straight through, so the same objects give the same bytes at once.
 */
export function serialise(context: PDFContext): Uint8Array {
  const objects = context.enumerateIndirectObjects();
  const xref = PDFCrossRefSection.create();
  let size = context.header.sizeInBytes() + 2;
  const heads: Uint8Array[] = [];
  for (const [ref, object] of objects) {
    const head = latinBytes(`${ref.objectNumber} ${ref.generationNumber} obj\n`);
    heads.push(head);
    xref.addEntry(ref, size);
    size += head.length + object.sizeInBytes() + objectEnd.length;
  }
  const trailerDict = PDFTrailerDict.of(
    context.obj({
      Size: context.largestObjectNumber + 1,
      Root: context.trailerInfo.Root,
      Info: context.trailerInfo.Info,
      ID: context.trailerInfo.ID,
    }),
  );
  const trailer = PDFTrailer.forLastCrossRefSectionOffset(size);
  const bytes = new Uint8Array(size + xref.sizeInBytes() + trailerDict.sizeInBytes() + trailer.sizeInBytes() + 2);
  let at = context.header.copyBytesInto(bytes, 0);
  bytes[at++] = newline;
  bytes[at++] = newline;
  for (const [index, [, object]] of objects.entries()) {
    const head = heads[index] as Uint8Array;
    bytes.set(head, at);
    at += head.length;
    at += object.copyBytesInto(bytes, at);
    bytes.set(objectEnd, at);
    at += objectEnd.length;
  }
  at += xref.copyBytesInto(bytes, at);
  at += trailerDict.copyBytesInto(bytes, at);
  bytes[at++] = newline;
  at += trailer.copyBytesInto(bytes, at);
  bytes[at++] = newline;
  return bytes;
}

const newline = 10;
const objectEnd = latinBytes('\nendobj\n');
