/**
 * Sentences of the declaration as data (resources/templates/<language>/sentences.json) and their rendering.
 * Notation of a sentence: `{name}` a fact, `<…>` left out when a fact in it is missing, `[I;we]` one person;
 * several, four forms are feminine; masculine; and both again for several. Values enter as text and are never read
 * again as notation.
 */
import english from '#resources/templates/en/sentences.json' with { type: 'json' };
import spanish from '#resources/templates/es/sentences.json' with { type: 'json' };
import type { Words } from '#shared/domain/base.ts';
import type { DraftInline } from '#shared/domain/draft.ts';

export type Side = 'en' | 'es';
export const sides: readonly Side[] = ['en', 'es'];
export type SentenceKey = keyof typeof english.sentences;

const texts: Readonly<Record<Side, Readonly<Record<SentenceKey, string>>>> = {
  en: english.sentences,
  es: spanish.sentences,
};

/** Whose mouth the sentence is in: one person or several, and the grammatical gender where it is known. */
export interface Voice {
  readonly plural: boolean;
  readonly gender: 'female' | 'male' | null;
}

/** A value of a sentence, ready for both languages. `undefined` in its place means: not known, not needed. */
export type Param =
  | { readonly kind: 'text'; readonly en: string; readonly es: string }
  /** A fact the sentence needs and nobody asked for yet; `lead` stands before the blank ("on ", "el "). */
  | { readonly kind: 'gap'; readonly path: string; readonly label: SentenceKey; readonly lead: Record<Side, string> }
  /** Somebody's own words, quoted in the language of the side when that is there. */
  | { readonly kind: 'quote'; readonly words: Words; readonly path: string };
export type Params = Readonly<Record<string, Param | undefined>>;

/** A value that reads the same in both languages: a name, a number. */
export function same(text: string): Param {
  return { kind: 'text', en: text, es: text };
}
/** A value with a form of its own in each language. */
export function both(make: (side: Side) => string): Param {
  return { kind: 'text', en: make('en'), es: make('es') };
}

/** The sentence as it stands in the data, for phrases that are put into other sentences. */
export function phrase(key: SentenceKey, voice: Voice): Param {
  return both((side) => plainForm(texts[side][key], voice));
}

function plainForm(text: string, voice: Voice): string {
  return text.replace(/\[([^\]]*)\]/g, (_, forms: string) => chooseForm(forms, voice));
}

function chooseForm(forms: string, voice: Voice): string {
  const list = forms.split(';');
  const place = list.length === 4 ? (voice.plural ? 2 : 0) + (voice.gender === 'female' ? 0 : 1) : voice.plural ? 1 : 0;
  return list[place] ?? '';
}

/** Parts joined as a list: "A, B and C" · "A, B y C" ("e" before an i sound). */
export function listed(parts: readonly string[], side: Side): string {
  if (parts.length < 2) return parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  const and = side === 'en' ? 'and' : /^h?i(?![aeou])/i.test(last) ? 'e' : 'y';
  return `${parts.slice(0, -1).join(', ')} ${and} ${last}`;
}

const noLead: Readonly<Record<Side, string>> = { en: '', es: '' };
const quoteMarks = { open: '“', close: '”' };

/**
 * Appends text; a full stop is not doubled after an abbreviation. Client's words are never touched: only what the
 * sentence itself says.
 */
function append(out: DraftInline[], text: string): void {
  if (text === '') return;
  const last = out.at(-1);
  if (last?.type === 'text' && !last.lang) {
    const tail = last.text.endsWith('.') && text.startsWith('.') ? text.slice(1) : text;
    last.text += tail;
    return;
  }
  out.push({ type: 'text', text });
}

/** A text and a value behind it; Spanish contracts "a el" and "de el" where the value begins with the article. */
export function contracted(before: string, value: string, side: Side): readonly [before: string, value: string] {
  if (side !== 'es' || !value.startsWith('el ') || !/(^|\s)(a|de) $/.test(before)) return [before, value];
  return [before.replace(/(a|de) $/, (word) => (word === 'a ' ? 'al ' : 'del ')), value.slice(3)];
}

function appendValue(out: DraftInline[], text: string, side: Side): void {
  const last = out.at(-1);
  if (last?.type !== 'text' || last.lang) {
    append(out, text);
    return;
  }
  const [before, value] = contracted(last.text, text, side);
  last.text = before;
  append(out, value);
}

/** English sets the full stop inside the marks, Spanish outside; one that the client's own words end with is enough. */
function closing(text: string, side: Side): string {
  if (side === 'es') return text.endsWith('.') ? quoteMarks.close : `${quoteMarks.close}.`;
  return /[.!?…]$/.test(text) ? quoteMarks.close : `.${quoteMarks.close}`;
}

/**
 * Words in the language of the side: the original, or a translation. A translation nobody checked is printed with a
 * gap behind it; without one the original is quoted in its own language and the translation is a gap.
 */
function appendQuote(out: DraftInline[], words: Words, path: string, side: Side): void {
  const original = words.language.split('-')[0] === side;
  const translation = words.translations[side];
  const text = (original ? words.text : (translation?.text ?? '')).trim();
  append(out, quoteMarks.open);
  if (text !== '') {
    append(out, text);
    append(out, closing(text, side));
    if (!original && translation?.state === 'draft') {
      append(out, ' ');
      out.push({ type: 'gap', path: `${path}.${side}`, label: texts[side]['gap.translationCheck'] });
    }
    return;
  }
  out.push({ type: 'text', text: words.text.trim(), lang: words.language });
  append(out, `${closing(words.text.trim(), side)} `);
  out.push({ type: 'gap', path: `${path}.${side}`, label: texts[side]['gap.translation'] });
}

function appendParam(out: DraftInline[], param: Param, side: Side): void {
  if (param.kind === 'text') appendValue(out, param[side], side);
  else if (param.kind === 'quote') appendQuote(out, param.words, param.path, side);
  else {
    append(out, param.lead[side]);
    out.push({ type: 'gap', path: param.path, label: texts[side][param.label] });
  }
}

const piece = /<([^>]*)>|\{(\w+)\}|\[([^\]]*)\]|([^<{[]+)/g;

/** Appends a stretch of notation; false when a fact in it is missing. */
function appendNotation(out: DraftInline[], text: string, params: Params, voice: Voice, side: Side): boolean {
  for (const match of text.matchAll(piece)) {
    const [, optional, name, forms, literal] = match;
    if (literal !== undefined) append(out, literal);
    else if (forms !== undefined) append(out, chooseForm(forms, voice));
    else if (name !== undefined) {
      const param = params[name];
      if (!param) return false;
      appendParam(out, param, side);
    } else if (optional !== undefined) {
      if ([...optional.matchAll(/\{(\w+)\}/g)].every(([, key]) => params[key ?? ''] !== undefined))
        appendNotation(out, optional, params, voice, side);
    }
  }
  return true;
}

/** First letter of a sentence in capitals. */
function capitalise(inlines: DraftInline[]): void {
  const first = inlines[0];
  if (first?.type !== 'text' || first.lang) return;
  const [head = ''] = first.text;
  first.text = head.toUpperCase() + first.text.slice(head.length);
}

/** One sentence in one language; null when a fact outside of `<…>` is missing. */
export function renderSentence(key: SentenceKey, params: Params, voice: Voice, side: Side): DraftInline[] | null {
  const out: DraftInline[] = [];
  if (!appendNotation(out, texts[side][key], params, voice, side)) return null;
  capitalise(out);
  return out;
}

/** A gap for a fact that the sentence needs. */
export function gapParam(path: string, label: SentenceKey, lead: Readonly<Record<Side, string>> = noLead): Param {
  return { kind: 'gap', path, label, lead };
}

/** Joins sentences into the text of one paragraph side. */
export function joinSentences(sentences: readonly (readonly DraftInline[])[]): DraftInline[] {
  const out: DraftInline[] = [];
  for (const sentence of sentences) {
    if (out.length > 0) append(out, ' ');
    for (const inline of sentence) {
      if (inline.type === 'text' && !inline.lang) append(out, inline.text);
      else out.push({ ...inline });
    }
  }
  return out;
}
