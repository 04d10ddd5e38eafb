/**
 * Short texts that were typed once and stand in both languages (a uniform, who paid): what each column says instead,
 * as somebody of the office worded it. Kept with the document by the fact it words, so that a text made anew has it.
 */
import type { CaseFile } from '#shared/domain/case-file.ts';
import { upperFirst } from '#shared/domain/format.ts';
import type { DraftFile, DraftInline, FactRef } from '#shared/domain/draft.ts';
import type { BuiltParagraph } from './build.ts';
import { contracted, joinSentences, type Side } from './build/sentences.ts';
import { refKey } from './fact-ref.ts';
import { printedValue } from './printed.ts';

export type Wording = Readonly<Record<Side, string>> & { readonly typed: string };

/** The text as a sentence prints it: without blanks around it and without the full stop of its own. */
export function typedAs(text: string): string {
  return text.trim().replace(/\.$/, '');
}

/** The wording of a fact, as long as the fact still says what was worded. */
export function wordingOf(draft: DraftFile, ref: FactRef, printed: string): Wording | null {
  const found = draft.wordings?.[refKey(ref)];
  return found && typedAs(found.typed) === typedAs(printed) ? found : null;
}

/** Where a word or words stand as such, not inside of longer ones; -1 for nowhere. */
function placeOfWords(text: string, words: string): number {
  const literal = words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'u').exec(text)?.index ?? -1;
}

/** Replaces the first place at which `typed` stands in words of the sentence itself, never in somebody's quoted words. */
export function reworded(inlines: readonly DraftInline[], typed: string, wording: string, side: Side): DraftInline[] {
  let isDone = typed === '' || typed === wording;
  return inlines.map((inline): DraftInline => {
    if (isDone || inline.type !== 'text' || inline.lang !== undefined) return inline;
    const plain = placeOfWords(inline.text, typed);
    const at = plain >= 0 ? plain : placeOfWords(inline.text, upperFirst(typed));
    if (at < 0) return inline;
    isDone = true;
    const put = contracted(inline.text.slice(0, at), plain >= 0 ? wording : upperFirst(wording), side);
    return { ...inline, text: put.join('') + inline.text.slice(at + typed.length) };
  });
}

/** A built paragraph with the wordings of its draft in the sentences that their facts made. */
export function withWordings(built: BuiltParagraph, draft: DraftFile, file: CaseFile): BuiltParagraph {
  if (Object.keys(draft.wordings ?? {}).length === 0) return built;
  const clientId = draft.about[0] ?? '';
  const sentences = built.sentences.map((sentence) => {
    let { en, es } = sentence;
    for (const ref of sentence.refs) {
      const wording = wordingOf(draft, ref, printedValue(file, ref, clientId));
      if (wording === null) continue;
      const typed = typedAs(wording.typed);
      en = reworded(en, typed, wording.en, 'en');
      es = reworded(es, typed, wording.es, 'es');
    }
    return { ...sentence, en, es };
  });
  const sides = { en: joinSentences(sentences.map(({ en }) => en)), es: joinSentences(sentences.map(({ es }) => es)) };
  return { ...built, sides, sentences };
}
