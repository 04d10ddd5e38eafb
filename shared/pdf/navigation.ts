import type { Destination, Drawing, LinkArea, OutlineEntry } from './draw.ts';
import type { PDFContext, PDFRef } from './library.ts';
import { PDFHexString, PDFName, PDFString } from './library.ts';

function pointAt(context: PDFContext, target: Destination, pageRefs: readonly PDFRef[]) {
  return context.obj([pageRefs[target.page], 'XYZ', null, Math.round(target.y), null]);
}

interface OutlineNode {
  readonly entry: OutlineEntry;
  readonly kids: OutlineNode[];
}

/** Nests headings by level; a level that was skipped hangs under the nearest one above it. */
export function nestOutline(entries: readonly OutlineEntry[]): OutlineNode[] {
  const top: OutlineNode[] = [];
  const open: OutlineNode[] = [];
  for (const entry of entries) {
    const node: OutlineNode = { entry, kids: [] };
    while (open.length > 0 && (open[open.length - 1]?.entry.level ?? 0) >= entry.level) open.pop();
    (open[open.length - 1]?.kids ?? top).push(node);
    open.push(node);
  }
  return top;
}

/** Bookmarks from the headings (ISO 32000-1, 12.3.3); null when there are none. */
export function writeOutline(context: PDFContext, drawing: Drawing, pageRefs: readonly PDFRef[]): PDFRef | null {
  const top = nestOutline(drawing.outline);
  if (top.length === 0) return null;
  const rootRef = context.nextRef();
  const level = (nodes: readonly OutlineNode[], parent: PDFRef): { first: PDFRef; last: PDFRef; count: number } => {
    const refs = nodes.map(() => context.nextRef());
    let count = nodes.length;
    for (const [index, node] of nodes.entries()) {
      const below = node.kids.length > 0 ? level(node.kids, refs[index] as PDFRef) : null;
      count += below?.count ?? 0;
      context.assign(
        refs[index] as PDFRef,
        context.obj({
          Title: PDFHexString.fromText(node.entry.title),
          Parent: parent,
          Dest: pointAt(context, node.entry, pageRefs),
          ...(index > 0 ? { Prev: refs[index - 1] } : {}),
          ...(index < nodes.length - 1 ? { Next: refs[index + 1] } : {}),
          ...(below ? { First: below.first, Last: below.last, Count: below.count } : {}),
        }),
      );
    }
    return { first: refs[0] as PDFRef, last: refs[refs.length - 1] as PDFRef, count };
  };
  const { first, last, count } = level(top, rootRef);
  context.assign(rootRef, context.obj({ Type: 'Outlines', First: first, Last: last, Count: count }));
  return rootRef;
}

/**
 * One link annotation (12.5.6.5). PDF/A-2, 6.3.2 wants it printable; PDF/UA-1, 7.18.5 wants a description.
 * A link to a block that does not exist in the document is a mistake of the template and throws.
 */
export function writeLink(
  context: PDFContext,
  link: LinkArea,
  drawing: Drawing,
  pageRefs: readonly PDFRef[],
  structParent: number | null,
): PDFRef {
  const annotation = context.obj({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: link.rect.map((value) => Math.round(value * 100) / 100),
    Border: [0, 0, 0],
    F: 4,
    Contents: PDFHexString.fromText(link.href),
  });
  if (link.href.startsWith('#')) {
    const target = drawing.destinations.get(link.href.slice(1));
    if (!target) throw new Error(`link to ${link.href}, but no block has that id`);
    annotation.set(PDFName.of('Dest'), pointAt(context, target, pageRefs));
  } else annotation.set(PDFName.of('A'), context.obj({ S: 'URI', URI: PDFString.of(encodeURI(decodeURI(link.href))) }));
  if (structParent !== null) annotation.set(PDFName.of('StructParent'), context.obj(structParent));
  return context.register(annotation);
}
