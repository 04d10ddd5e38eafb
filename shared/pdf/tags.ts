/**
 * A node of the structure tree (ISO 32000-1, 14.7). It joins its parent when something is first drawn for it, so the
 * tree has the order of drawing, which is the reading order, and no empty containers.
 */
export interface Tag {
  readonly role: Role;
  readonly parent: Tag | null;
  readonly lang: string | null;
  readonly attributes: TagAttributes | null;
  /** Words that stand for a drawing (ISO 32000-1, 14.9.4). */
  readonly actualText: string | null;
  readonly kids: TagKid[];
  attached: boolean;
}
export type Role =
  | 'Document'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'BlockQuote'
  | 'Div'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Span'
  | 'Link';
export type TagAttributes =
  | { readonly owner: 'Table'; readonly scope: 'Column' | 'Row' }
  | { readonly owner: 'List'; readonly numbering: 'Decimal' | 'Disc' };

/** A child element, a piece of marked content on a page, or a link annotation (an object reference). */
export type TagKid =
  | { readonly kind: 'tag'; readonly tag: Tag }
  | { readonly kind: 'content'; readonly page: number; readonly mcid: number }
  | { readonly kind: 'annotation'; readonly page: number; readonly link: number };

export function tag(
  role: Role,
  parent: Tag | null,
  lang: string | null = null,
  attributes: TagAttributes | null = null,
): Tag {
  return { role, parent, lang, attributes, actualText: null, kids: [], attached: parent === null };
}

/** A drawing that is read as `actualText`. */
export function spokenTag(parent: Tag, actualText: string): Tag {
  return { ...tag('Span', parent), actualText };
}

/** Hangs the node and its ancestors into the tree, once. */
export function attach(node: Tag): void {
  if (node.attached || node.parent === null) return;
  attach(node.parent);
  node.parent.kids.push({ kind: 'tag', tag: node });
  node.attached = true;
}
