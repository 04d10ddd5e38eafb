/** The editor's schema: the paragraphs of a draft, gaps as atoms, four marks. Nothing else can be typed or pasted. */
import { type AnyExtension, Extension, Mark, mergeAttributes, Node } from '@tiptap/core';
import { history } from '@tiptap/pm/history';

const hidden = { default: null, rendered: false } as const;

function paragraphNode(name: string, tags: readonly string[]): AnyExtension {
  return Node.create({
    name,
    group: 'block',
    content: 'inline*',
    addAttributes: () => ({ id: { ...hidden, keepOnSplit: false }, origin: { ...hidden, keepOnSplit: false } }),
    parseHTML: () => tags.map((tag) => ({ tag })),
    renderHTML: ({ HTMLAttributes }) => ['p', mergeAttributes(HTMLAttributes, { class: `d-node d-node-${name}` }), 0],
  });
}

function styleMark(name: string, tags: readonly string[], shortcut: string): AnyExtension {
  return Mark.create({
    name,
    parseHTML: () => tags.map((tag) => ({ tag })),
    renderHTML: ({ HTMLAttributes }) => [tags[0] ?? 'span', HTMLAttributes, 0],
    addKeyboardShortcuts() {
      return { [shortcut]: () => this.editor.commands.toggleMark(name) };
    },
  });
}

const gap = Node.create({
  name: 'gap',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({
    path: { default: '', parseHTML: (element: HTMLElement) => element.dataset.path ?? '' },
    label: { default: '', parseHTML: (element: HTMLElement) => element.dataset.label ?? '' },
  }),
  parseHTML: () => [{ tag: 'span[data-gap]' }],
  renderHTML: ({ node }) => [
    'span',
    { 'data-gap': '', 'data-path': node.attrs.path, 'data-label': node.attrs.label, class: 'd-gap' },
    String(node.attrs.label),
  ],
  renderText: ({ node }) => `[${String(node.attrs.label)}]`,
});

const lang = Mark.create({
  name: 'lang',
  addAttributes: () => ({ lang: { default: 'es' } }),
  parseHTML: () => [{ tag: 'span[data-lang]', getAttrs: (element) => ({ lang: element.dataset.lang ?? 'es' }) }],
  renderHTML: ({ mark }) => ['span', { 'data-lang': mark.attrs.lang, lang: mark.attrs.lang }, 0],
});

const undoing = Extension.create({ name: 'undoing', addProseMirrorPlugins: () => [history()] });

/** Extensions in the order in which pasted text is matched; the first paragraph is what Enter makes. */
export const editorExtensions: readonly AnyExtension[] = [
  Node.create({ name: 'doc', topNode: true, content: 'block+' }),
  paragraphNode('numberedParagraph', ['p', 'div', 'li', 'h1', 'h2', 'h3']),
  paragraphNode('plainParagraph', []),
  paragraphNode('heading', []),
  paragraphNode('quote', ['blockquote']),
  Node.create({ name: 'text', group: 'inline' }),
  gap,
  styleMark('bold', ['strong', 'b'], 'Mod-b'),
  styleMark('italic', ['em', 'i'], 'Mod-i'),
  styleMark('underline', ['u'], 'Mod-u'),
  lang,
  undoing,
];
