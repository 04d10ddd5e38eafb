/** A document of the editor back as paragraphs of one side. What the draft cannot hold is a problem, never dropped. */
import type { Id } from '#shared/domain/base.ts';
import type { DraftInline, DraftParagraph } from '#shared/domain/draft.ts';
import { type EditorMark, type EditorNode, nodeOfKind } from './to-editor.ts';

export interface EditedParagraph {
  readonly id: Id;
  readonly kind: DraftParagraph['kind'];
  readonly origin: string;
  readonly inlines: readonly DraftInline[];
}
export interface EditorProblem {
  /** Index of the paragraph in the document. */
  readonly at: number;
  readonly expected: string;
  readonly came: string;
}

type Text = Extract<DraftInline, { type: 'text' }>;
const kindOfNode: ReadonlyMap<string, DraftParagraph['kind']> = new Map(
  (Object.entries(nodeOfKind) as [DraftParagraph['kind'], string][]).map(([kind, node]) => [node, kind]),
);

function attribute(node: EditorNode | EditorMark, name: string): string {
  const value = node.attrs?.[name];
  return typeof value === 'string' ? value : '';
}

function readMarks(marks: readonly EditorMark[], report: (came: string) => void): Omit<Text, 'type' | 'text'> {
  const styles: { strong?: true; em?: true; underline?: true; lang?: string } = {};
  for (const mark of marks) {
    if (mark.type === 'bold') styles.strong = true;
    else if (mark.type === 'italic') styles.em = true;
    else if (mark.type === 'underline') styles.underline = true;
    else if (mark.type === 'lang') styles.lang = attribute(mark, 'lang');
    else report(mark.type);
  }
  return styles;
}

function readInline(node: EditorNode, report: (came: string) => void): DraftInline[] {
  if (node.type === 'text') return [{ type: 'text', text: node.text ?? '', ...readMarks(node.marks ?? [], report) }];
  if (node.type === 'gap') return [{ type: 'gap', path: attribute(node, 'path'), label: attribute(node, 'label') }];
  report(node.type);
  return [];
}

/**
 * Paragraphs of an editor document. Split and paste leave two nodes with one id, or a node without: those after the
 * first get an id from `newId`. With problems the document must be opened read-only.
 */
export function fromEditor(
  doc: EditorNode,
  newId: () => Id,
): { paragraphs: readonly EditedParagraph[]; problems: readonly EditorProblem[] } {
  const problems: EditorProblem[] = [];
  const seen = new Set<string>();
  if (doc.type !== 'doc') problems.push({ at: 0, expected: 'doc', came: doc.type });
  const paragraphs = (doc.content ?? []).flatMap((node, at): EditedParagraph[] => {
    const kind = kindOfNode.get(node.type);
    if (!kind) {
      problems.push({ at, expected: [...kindOfNode.keys()].join(', '), came: node.type });
      return [];
    }
    const report = (came: string) => problems.push({ at, expected: 'text, gap, bold, italic, underline, lang', came });
    const inlines = (node.content ?? []).flatMap((inline) => readInline(inline, report));
    const given = attribute(node, 'id');
    const isMinted = given === '' || seen.has(given);
    const id = isMinted ? newId() : given;
    seen.add(id);
    return [{ id, kind, origin: isMinted ? '' : attribute(node, 'origin'), inlines }];
  });
  return { paragraphs, problems };
}
