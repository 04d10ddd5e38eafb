import { sha256 } from '@noble/hashes/sha2.js';
import type { Drawing } from './draw.ts';
import { embedFont } from './embed-font.ts';
import { srgbProfile } from './icc.ts';
import type { PDFDict, PDFRef } from './library.ts';
import { PDFContext, PDFHexString, PDFName, PDFString } from './library.ts';
import { writeLink, writeOutline } from './navigation.ts';
import { serialise } from './serialise.ts';
import type { RenderOptions } from './sheet.ts';
import { sheet } from './sheet.ts';
import { writeStructure } from './structure.ts';
import type { Tag } from './tags.ts';
import { latinBytes, pdfDate, utf8Bytes } from './text-string.ts';
import { xmpPacket } from './xmp.ts';

/** Named as the maker of every file; nothing else of the machine is written. */
export const producer = 'Amparo';

export interface AssembleOptions extends RenderOptions {
  readonly language: string;
  readonly title: string;
}

/** Puts drawn pages, fonts, structure, bookmarks and metadata together into the bytes of a file. */
export function assemble(drawing: Drawing, root: Tag, options: AssembleOptions): Uint8Array {
  const context = PDFContext.create();
  const catalogRef = context.nextRef();
  const pagesRef = context.nextRef();
  const pageRefs = drawing.pages.map(() => context.nextRef());
  const catalog = context.obj({
    Type: 'Catalog',
    Pages: pagesRef,
    Lang: PDFString.of(options.language),
    ViewerPreferences: { DisplayDocTitle: true },
    PageLabels: { Nums: [0, { S: 'D', St: options.pageNumberStart ?? 1 }] },
  }) as PDFDict;
  context.assign(catalogRef, catalog);
  const contents = writePages(context, drawing, { pagesRef, pageRefs, catalog, root, options });
  const outline = writeOutline(context, drawing, pageRefs);
  if (outline) {
    catalog.set(PDFName.of('Outlines'), outline);
    catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
  }
  if (options.pdfa) writeArchive(context, catalog, options);
  const date = PDFString.of(pdfDate(options.date));
  context.trailerInfo.Root = catalogRef;
  context.trailerInfo.Info = context.register(
    context.obj({
      Title: PDFHexString.fromText(options.title),
      Creator: PDFString.of(producer),
      Producer: PDFString.of(producer),
      CreationDate: date,
      ModDate: date,
    }),
  );
  const id = PDFHexString.of(fileId(contents, options));
  context.trailerInfo.ID = context.obj([id, id]);
  return serialise(context);
}

interface PageWriting {
  readonly pagesRef: PDFRef;
  readonly pageRefs: readonly PDFRef[];
  readonly catalog: PDFDict;
  readonly root: Tag;
  readonly options: AssembleOptions;
}

/** Writes fonts, pages and structure; answers the bytes of each page's content as they stand in the file. */
function writePages(context: PDFContext, drawing: Drawing, writing: PageWriting): Uint8Array[] {
  const { pagesRef, pageRefs, options } = writing;
  const fonts = context.obj({}) as PDFDict;
  for (const use of drawing.faces) fonts.set(PDFName.of(use.name), embedFont(context, use, options.compress));
  const resources = context.register(context.obj({ Font: fonts }));
  // Keys of the parent tree: the pages first, then the links in page order.
  let key = drawing.pages.length;
  const annotations = drawing.pages.map((page) =>
    page.links.map((link) => writeLink(context, link, drawing, pageRefs, options.tagged ? key++ : null)),
  );
  const contents: Uint8Array[] = [];
  for (const [index, page] of drawing.pages.entries()) {
    const bytes = latinBytes(page.content);
    const content = options.compress ? context.flateStream(bytes) : context.stream(bytes);
    contents.push(content.contents);
    const refs = annotations[index] ?? [];
    context.assign(
      pageRefs[index] as PDFRef,
      context.obj({
        Type: 'Page',
        Parent: pagesRef,
        MediaBox: [0, 0, sheet.width, sheet.height],
        Resources: resources,
        Contents: context.register(content),
        ...(refs.length > 0 ? { Annots: [...refs] } : {}),
        ...(options.tagged ? { StructParents: index, Tabs: 'S' } : {}),
      }),
    );
  }
  context.assign(pagesRef, context.obj({ Type: 'Pages', Kids: [...pageRefs], Count: pageRefs.length }));
  if (!options.tagged) return contents;
  const structure = writeStructure(context, writing.root, drawing.pages, pageRefs, annotations);
  writing.catalog.set(PDFName.of('StructTreeRoot'), structure);
  writing.catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
  return contents;
}

/** PDF/A-2b: output intent (6.2.3) and metadata that is not compressed, so that any tool finds it (6.6.2). */
function writeArchive(context: PDFContext, catalog: PDFDict, options: AssembleOptions): void {
  const profile = context.register(context.flateStream(srgbProfile(), { N: 3 }));
  catalog.set(
    PDFName.of('OutputIntents'),
    context.obj([
      {
        Type: 'OutputIntent',
        S: 'GTS_PDFA1',
        OutputConditionIdentifier: PDFString.of('sRGB IEC61966-2.1'),
        Info: PDFString.of('sRGB IEC61966-2.1'),
        DestOutputProfile: profile,
      },
    ]),
  );
  const { title, language } = options;
  const date = options.date.replace(/\.\d+Z$/, 'Z');
  const packet = utf8Bytes(xmpPacket({ title, language, date, producer, ua: options.tagged }));
  catalog.set(PDFName.of('Metadata'), context.register(context.stream(packet, { Type: 'Metadata', Subtype: 'XML' })));
}

/** File identifier (ISO 32000-1, 14.4) from the content, the date and the code: the same facts, the same file. */
function fileId(contents: readonly Uint8Array[], options: AssembleOptions): string {
  let sum = 0x811c9dc5;
  for (const bytes of contents) for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193);
  const seed = [options.title, options.language, options.date, options.footer.left, contents.length, sum >>> 0];
  const digest = sha256(utf8Bytes(seed.join('\u0000')));
  return [...digest.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
