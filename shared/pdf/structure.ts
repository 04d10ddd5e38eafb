import type { DrawnPage } from './draw.ts';
import type { PDFArray, PDFContext, PDFDict, PDFRef } from './library.ts';
import { PDFHexString, PDFName, PDFString } from './library.ts';
import type { Tag, TagAttributes, TagKid } from './tags.ts';

/**
 * Writes the structure tree (ISO 32000-1, 14.7): elements, the marked content and annotations they hold, and the
 * parent tree that leads back from a page, whose keys are the pages first and then the links in page order. Required by
 * PDF/UA-1, 7.1. Returns the tree root.
 */
export function writeStructure(
  context: PDFContext,
  root: Tag,
  pages: readonly DrawnPage[],
  pageRefs: readonly PDFRef[],
  annotationRefs: readonly (readonly PDFRef[])[],
): PDFRef {
  const treeRef = context.nextRef();
  const refs = new Map<Tag, PDFRef>();
  const before: number[] = [];
  let links = 0;
  for (const page of pages) {
    before.push(links);
    links += page.links.length;
  }
  const linkKey = (page: number, link: number) => pages.length + (before[page] ?? 0) + link;
  const byLink = new Map<number, PDFRef>();

  const write = (node: Tag, parent: PDFRef): PDFRef => {
    const ref = context.nextRef();
    refs.set(node, ref);
    const home = homePage(node);
    const kids = context.obj([]) as PDFArray;
    for (const kid of node.kids) {
      if (kid.kind === 'tag') kids.push(write(kid.tag, ref));
      else if (kid.kind === 'annotation') {
        byLink.set(linkKey(kid.page, kid.link), ref);
        const annotation = annotationRefs[kid.page]?.[kid.link];
        kids.push(context.obj({ Type: 'OBJR', Obj: annotation, Pg: pageRefs[kid.page] }));
      } else if (kid.page === home) kids.push(context.obj(kid.mcid));
      else kids.push(context.obj({ Type: 'MCR', Pg: pageRefs[kid.page], MCID: kid.mcid }));
    }
    const element = context.obj({ Type: 'StructElem', S: node.role, P: parent, K: kids }) as PDFDict;
    if (home !== null) element.set(PDFName.of('Pg'), pageRefs[home] as PDFRef);
    if (node.lang !== null) element.set(PDFName.of('Lang'), PDFString.of(node.lang));
    if (node.actualText !== null) element.set(PDFName.of('ActualText'), PDFHexString.fromText(node.actualText));
    if (node.attributes) element.set(PDFName.of('A'), attributeDict(context, node.attributes));
    context.assign(ref, element);
    return ref;
  };
  const documentRef = write(root, treeRef);

  const nums = context.obj([]) as PDFArray;
  for (const [index, page] of pages.entries()) {
    nums.push(context.obj(index));
    nums.push(context.register(context.obj(page.marked.map((node) => refs.get(node) as PDFRef))));
  }
  for (const [key, ref] of [...byLink].sort(([a], [b]) => a - b)) {
    nums.push(context.obj(key));
    nums.push(ref);
  }
  const parentTree = context.register(context.obj({ Nums: nums }));
  context.assign(
    treeRef,
    context.obj({
      Type: 'StructTreeRoot',
      K: [documentRef],
      ParentTree: parentTree,
      ParentTreeNextKey: pages.length + links,
    }),
  );
  return treeRef;
}

function homePage(node: Tag): number | null {
  const first = node.kids.find((kid): kid is Extract<TagKid, { kind: 'content' }> => kid.kind === 'content');
  return first ? first.page : null;
}

function attributeDict(context: PDFContext, attributes: TagAttributes): PDFDict {
  return attributes.owner === 'Table'
    ? (context.obj({ O: 'Table', Scope: attributes.scope }) as PDFDict)
    : (context.obj({ O: 'List', ListNumbering: attributes.numbering }) as PDFDict);
}
