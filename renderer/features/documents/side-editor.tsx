/**
 * The editor of one side of one row. It is plain ProseMirror under React: a key press renders nothing of the page.
 * What is typed is handed over for the pending slot; leaving it gives the paragraphs back.
 */
import { Editor, Extension, type JSONContent } from '@tiptap/core';
import { redo, undo } from '@tiptap/pm/history';
import { TextSelection } from '@tiptap/pm/state';
import { useEffect, useRef } from 'react';
import type { DraftParagraph } from '#shared/domain/draft.ts';
import type { Side } from '#shared/documents/build/sentences.ts';
import { type EditorNode, toEditor } from '#shared/documents/to-editor.ts';
import { editorExtensions } from './editor-schema.ts';

/** Where the cursor goes: a point that was clicked, a selection, or the end. */
export type Caret =
  | { readonly x: number; readonly y: number }
  | { readonly from: number; readonly to: number }
  | 'start'
  | 'end';

export interface EditingState {
  readonly doc: EditorNode;
  readonly from: number;
  readonly to: number;
}

export interface SideEditorProps {
  readonly paragraph: DraftParagraph;
  readonly side: Side;
  readonly label: string;
  readonly slot: string;
  /** What was typed before a lock, instead of the stored text. */
  readonly recovered: EditorNode | null;
  readonly caret: Caret;
  readonly onType: (state: EditingState) => void;
  readonly onLeave: (doc: EditorNode) => void;
  /** Esc, and the arrows past the first and last line. */
  readonly onGo: (doc: EditorNode, where: 'out' | 'up' | 'down') => void;
  /** Backspace in front of everything joins the row to the one before it. */
  readonly canJoin: boolean;
  readonly onJoin: (doc: EditorNode) => void;
}

/** An editor hands its text over once; what the browser still reports while it goes away is not typing. */
interface Handing {
  isDone: boolean;
}

function keysExtension(latest: { readonly current: SideEditorProps }, handing: Handing): Extension {
  const doc = (editor: Editor): EditorNode => editor.getJSON() as EditorNode;
  const edge = (editor: Editor, where: 'up' | 'down'): boolean => {
    const { selection, doc: all } = editor.state;
    if (!selection.empty || !editor.view.endOfTextblock(where)) return false;
    const isEdge =
      where === 'up' ? selection.$from.index(0) === 0 : selection.$from.index(0) === Math.max(0, all.childCount - 1);
    if (isEdge) {
      handing.isDone = true;
      latest.current.onGo(doc(editor), where);
    }
    return isEdge;
  };
  return Extension.create({
    name: 'rowKeys',
    priority: 1000,
    addKeyboardShortcuts() {
      return {
        'Mod-z': () => undo(this.editor.state, this.editor.view.dispatch),
        'Mod-y': () => redo(this.editor.state, this.editor.view.dispatch),
        'Shift-Mod-z': () => redo(this.editor.state, this.editor.view.dispatch),
        Escape: () => {
          handing.isDone = true;
          latest.current.onGo(doc(this.editor), 'out');
          return true;
        },
        ArrowUp: () => edge(this.editor, 'up'),
        ArrowDown: () => edge(this.editor, 'down'),
        Backspace: () => {
          const { selection } = this.editor.state;
          if (!selection.empty || selection.from !== 1 || !latest.current.canJoin) return false;
          handing.isDone = true;
          latest.current.onJoin(doc(this.editor));
          return true;
        },
      };
    },
  });
}

/** At once, not in the next frame: the key after the one that opened the editor already belongs to it. */
function placeCaret(editor: Editor, caret: Caret): void {
  const { view } = editor;
  const last = view.state.doc.content.size;
  const place = (): { from: number; to: number } => {
    if (caret === 'start') return { from: 1, to: 1 };
    if (caret === 'end') return { from: last - 1, to: last - 1 };
    if (!('x' in caret)) return { from: Math.min(caret.from, last), to: Math.min(caret.to, last) };
    const at = view.posAtCoords({ left: caret.x, top: caret.y })?.pos ?? last - 1;
    return { from: at, to: at };
  };
  const { from, to } = place();
  const { tr, doc } = view.state;
  view.dispatch(tr.setSelection(TextSelection.between(doc.resolve(from), doc.resolve(to))));
  view.focus();
}

export function SideEditor(props: SideEditorProps) {
  const latest = useRef(props);
  latest.current = props;
  const holder = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = holder.current;
    if (element === null) return;
    const { paragraph, side, recovered, caret, label, slot } = latest.current;
    const handing: Handing = { isDone: false };
    const editor = new Editor({
      element,
      extensions: [...editorExtensions, keysExtension(latest, handing)],
      content: (recovered ?? toEditor([paragraph], side)) as JSONContent,
      injectCSS: false,
      enableInputRules: false,
      enablePasteRules: false,
      editorProps: {
        attributes: {
          class: 'd-editor',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': label,
          'data-slot': slot,
          lang: side,
          spellcheck: 'false',
        },
      },
    });
    const tell = (): void => {
      const { from, to } = editor.state.selection;
      latest.current.onType({ doc: editor.getJSON() as EditorNode, from, to });
    };
    editor.on('update', tell);
    // Another window in front is no leaving: the cursor is still here when the person comes back.
    editor.on('blur', () => {
      if (handing.isDone || !document.hasFocus()) return;
      handing.isDone = true;
      latest.current.onLeave(editor.getJSON() as EditorNode);
    });
    placeCaret(editor, caret);
    return () => {
      handing.isDone = true;
      editor.destroy();
    };
  }, []);

  return <div ref={holder} className="d-editor-holder" />;
}
