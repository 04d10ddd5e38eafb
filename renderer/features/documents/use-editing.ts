/**
 * Which side of which row is being edited. One at a time: its typing is kept in the document's pending slot, and
 * leaving it commits. After a lock the row opens again with what was typed and the cursor where it was.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Id } from '#shared/domain/base.ts';
import type { DraftFile } from '#shared/domain/draft.ts';
import type { Side } from '#shared/documents/build/sentences.ts';
import { removeParagraph } from '#shared/documents/draft.ts';
import { fromEditor } from '#shared/documents/from-editor.ts';
import type { EditorNode } from '#shared/documents/to-editor.ts';
import { newId } from '#renderer/store/use-store.tsx';
import { usePending } from '#renderer/ui/pending.ts';
import { applyRow, joinWithPrevious, type Mark, rowBefore } from './draft-edits.ts';
import type { Caret, EditingState } from './side-editor.tsx';
import type { LiveDraft } from './live-draft.ts';
import type { Act } from './use-document.ts';

export interface Editing {
  readonly paragraphId: Id;
  readonly side: Side;
  readonly caret: Caret;
  readonly recovered: EditorNode | null;
}

interface Kept {
  readonly paragraphId: Id;
  readonly side: Side;
  readonly state: EditingState;
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false;
  const { paragraphId, side, state } = value as Partial<Kept>;
  return typeof paragraphId === 'string' && (side === 'en' || side === 'es') && state?.doc?.type === 'doc';
}

export interface EditingHandle {
  readonly editing: Editing | null;
  readonly slot: string;
  readonly open: (paragraphId: Id, side: Side, caret: Caret) => void;
  readonly type: (state: EditingState) => void;
  readonly leave: (doc: EditorNode) => void;
  readonly join: (doc: EditorNode) => void;
}

/** Width of a side in the editor's positions: letters, and one for a gap. */
function widthOf(draft: DraftFile, paragraphId: Id, side: Side): number {
  const inlines = draft.paragraphs[paragraphId]?.sides[side]?.inlines ?? [];
  return inlines.reduce((sum, inline) => sum + (inline.type === 'gap' ? 1 : inline.text.length), 0);
}

/** A row that was added and left without a word. */
function isBlank(draft: DraftFile, paragraphId: Id): boolean {
  const row = draft.paragraphs[paragraphId];
  if (row === undefined || row.origin !== '') return false;
  return Object.values(row.sides).every((side) => side.inlines.length === 0);
}

export function useEditing(draft: DraftFile, act: Act, mark: () => Mark, live?: LiveDraft): EditingHandle {
  const [editing, setEditing] = useState<Editing | null>(null);
  const slot = `draft-text:${draft.id}`;
  const now = useRef<Editing | null>(null);
  const typed = useRef<EditingState | null>(null);
  const show = useCallback((next: Editing | null) => {
    now.current = next;
    typed.current = null;
    setEditing(next);
  }, []);

  const pending = usePending(slot, slot, (found) => {
    if (!isKept(found) || now.current !== null) return;
    // What this version cannot hold stays in its slot; opening it would lose a part of it.
    if (fromEditor(found.state.doc, newId).problems.length > 0) return;
    const row = draft.paragraphs[found.paragraphId];
    if (row === undefined || row.deleted !== null) return;
    const { doc, from, to } = found.state;
    show({ paragraphId: found.paragraphId, side: found.side, caret: { from, to }, recovered: doc });
    typed.current = found.state;
  });

  const type = (state: EditingState): void => {
    if (now.current === null) return;
    typed.current = state;
    const { paragraphId, side } = now.current;
    pending.keep({ paragraphId, side, state });
    live?.set(() => applyRow(draft, paragraphId, side, fromEditor(state.doc, newId).paragraphs));
  };

  /** Commits what stands in the editor; a commit that fails opens it again with the text. */
  const commit = (doc: EditorNode, then: (after: DraftFile, at: Editing) => DraftFile): void => {
    const at = now.current;
    if (at === null) return;
    const state = typed.current;
    show(null);
    pending.drop();
    live?.set(null);
    const { paragraphs, problems } = fromEditor(doc, newId);
    if (problems.length > 0) return;
    const change = (before: DraftFile): DraftFile => then(applyRow(before, at.paragraphId, at.side, paragraphs), at);
    void act('draft.textChanged', change, { clears: [slot] }).then((saved) => {
      if (saved || state === null || now.current !== null) return;
      show({ ...at, caret: 'end', recovered: doc });
      typed.current = state;
      pending.keep({ paragraphId: at.paragraphId, side: at.side, state });
    });
  };

  const leave = (doc: EditorNode): void =>
    commit(doc, (after, at) =>
      isBlank(after, at.paragraphId) ? removeParagraph(after, at.paragraphId, mark()) : after,
    );
  const join = (doc: EditorNode): void => {
    const at = now.current;
    const before = at === null ? null : rowBefore(draft, at.paragraphId);
    if (at === null || before === null) return;
    const width = widthOf(draft, before.id, at.side);
    commit(doc, (after) => joinWithPrevious(after, at.paragraphId, mark()));
    const caret = { from: width + 1, to: width + 1 };
    show({ paragraphId: before.id, side: at.side, caret, recovered: null });
  };
  const open = (paragraphId: Id, side: Side, caret: Caret): void => show({ paragraphId, side, caret, recovered: null });

  // Leaving the page commits what is typed; a lock destroys the page and the pending slot has it.
  const leaving = useRef(leave);
  leaving.current = leave;
  useEffect(
    () => () => {
      if (now.current !== null && typed.current !== null) leaving.current(typed.current.doc);
    },
    [],
  );
  return { editing, slot, open, type, leave, join };
}
