/** What differs between two ways a paragraph is told, sentence by sentence, and how that goes into a text edited since. */
import type { DraftInline } from '#shared/domain/draft.ts';
import { joinSentences, type Side } from './build/sentences.ts';
import type { Sentence } from './build/teller.ts';

export interface Hunk {
  readonly remove: readonly Sentence[];
  readonly add: readonly Sentence[];
  /** Sentences in front of it that stay, in order. */
  readonly before: readonly Sentence[];
  /** Sentences behind it that stay, in order. */
  readonly after: readonly Sentence[];
}

const keyOf = ({ en, es }: Sentence): string => JSON.stringify([en, es]);

/** Lengths of the longest common run of sentences from each pair of places on. */
function commonLengths(from: readonly string[], to: readonly string[]): number[][] {
  const lengths = Array.from({ length: from.length + 1 }, () => Array<number>(to.length + 1).fill(0));
  for (let i = from.length - 1; i >= 0; i -= 1) {
    for (let j = to.length - 1; j >= 0; j -= 1) {
      const same = from[i] === to[j] ? 1 + (lengths[i + 1]?.[j + 1] ?? 0) : 0;
      const row = lengths[i];
      if (row) row[j] = Math.max(same, lengths[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}

/** The stretches in which `to` differs from `from`, in order; empty when both say the same. */
export function sentenceHunks(from: readonly Sentence[], to: readonly Sentence[]): Hunk[] {
  const [left, right] = [from.map(keyOf), to.map(keyOf)];
  const lengths = commonLengths(left, right);
  const kept: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < left.length && j < right.length) {
    if (left[i] === right[j]) kept.push([i++, j++]);
    else if ((lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  const stays = kept.map(([, at]) => to[at] as Sentence);
  return [...kept, [left.length, right.length] as const].flatMap(([endLeft, endRight], index): Hunk[] => {
    const [startLeft, startRight] = index === 0 ? [0, 0] : (kept[index - 1] ?? [0, 0]).map((at) => at + 1);
    const remove = from.slice(startLeft, endLeft);
    const add = to.slice(startRight, endRight);
    if (remove.length === 0 && add.length === 0) return [];
    return [{ remove, add, before: stays.slice(0, index), after: stays.slice(index) }];
  });
}

/** A text as one string in which every gap is a word of its own, so that places can be found and cut. */
const codeOf = (inline: DraftInline): string => (inline.type === 'text' ? inline.text : `\uE000${inline.path}\uE001`);
/** A space that does not break, retyped by hand, is the same word. */
const encoded = (inlines: readonly DraftInline[]): string => inlines.map(codeOf).join('').replaceAll('\u00a0', ' ');

function sliced(inlines: readonly DraftInline[], from: number, to: number): DraftInline[] {
  let at = 0;
  return inlines.flatMap((inline): DraftInline[] => {
    const start = at;
    at += codeOf(inline).length;
    if (inline.type === 'gap') return start >= from && at <= to ? [inline] : [];
    const text = inline.text.slice(Math.max(0, from - start), Math.max(0, to - start));
    return text === '' ? [] : [{ ...inline, text }];
  });
}

const lookOf = (inline: DraftInline): string =>
  inline.type === 'gap' ? '' : JSON.stringify([inline.strong, inline.em, inline.underline, inline.lang]);

/** Neighbours that look alike as one piece, as text of the facts is made; words in a language of their own stay apart. */
function merged(inlines: readonly DraftInline[]): DraftInline[] {
  const out: DraftInline[] = [];
  for (const inline of inlines) {
    const last = out.at(-1);
    const joins = last?.type === 'text' && inline.type === 'text' && !inline.lang && lookOf(last) === lookOf(inline);
    if (joins) out[out.length - 1] = { ...last, text: last.text + inline.text };
    else out.push(inline);
  }
  return out;
}

function replaced(inlines: readonly DraftInline[], from: number, to: number, put: readonly DraftInline[]) {
  return merged([...sliced(inlines, 0, from), ...put, ...sliced(inlines, to, encoded(inlines).length)]);
}

const space: DraftInline = { type: 'text', text: ' ' };

function inserted(inlines: readonly DraftInline[], hunk: Hunk, side: Side, put: readonly DraftInline[]): DraftInline[] {
  const text = encoded(inlines);
  for (const sentence of hunk.before.toReversed()) {
    const words = encoded(sentence[side]);
    const at = words === '' ? -1 : text.indexOf(words);
    if (at >= 0) return replaced(inlines, at + words.length, at + words.length, [space, ...put]);
  }
  for (const sentence of hunk.after) {
    const words = encoded(sentence[side]);
    const at = words === '' ? -1 : text.indexOf(words);
    if (at >= 0) return replaced(inlines, at, at, [...put, space]);
  }
  return replaced(inlines, text.length, text.length, text === '' ? put : [space, ...put]);
}

function taken(inlines: readonly DraftInline[], at: number, length: number): DraftInline[] {
  const text = encoded(inlines);
  const isFollowed = text[at + length] === ' ';
  const isLed = !isFollowed && text[at - 1] === ' ';
  return replaced(inlines, at - (isLed ? 1 : 0), at + length + (isFollowed ? 1 : 0), []);
}

/**
 * One side of a text with the difference in it. Sentences that go are replaced where they stand word for word; where
 * somebody changed them by hand they stay, and what comes is put behind the nearest sentence in front of it that still
 * stands, else in front of the next one, else at the end; nowhere when it `mayOnlyReplace`.
 */
export function applyHunk(
  inlines: readonly DraftInline[],
  hunk: Hunk,
  side: Side,
  mayOnlyReplace = false,
): DraftInline[] {
  const put = joinSentences(hunk.add.map((sentence) => sentence[side]));
  const gone = encoded(joinSentences(hunk.remove.map((sentence) => sentence[side])));
  const at = gone === '' ? -1 : encoded(inlines).indexOf(gone);
  if (at >= 0 && put.length > 0) return replaced(inlines, at, at + gone.length, put);
  if (at >= 0) return taken(inlines, at, gone.length);
  return put.length === 0 || mayOnlyReplace ? [...inlines] : inserted(inlines, hunk, side, put);
}

/** Words that a difference brings, and those it stands in place of, for one side. */
export function hunkWords(hunk: Hunk, side: Side): { readonly add: DraftInline[]; readonly remove: DraftInline[] } {
  const joined = (sentences: readonly Sentence[]) => joinSentences(sentences.map((sentence) => sentence[side]));
  return { add: joined(hunk.add), remove: joined(hunk.remove) };
}
