/**
 * Short texts that were typed once and stand in both languages (a uniform, who paid): what each column says instead,
 * as somebody of the office worded it. Kept with the document by the fact it words, so that a text made anew has it.
 */
import type { CaseFile } from '#shared/domain/case-file.ts';
import type { DraftFile, DraftInline, FactRef } from '#shared/domain/draft.ts';
import type { BuiltParagraph } from './build.ts';
import { joinSentences, type Side } from './build/sentences.ts';
import { printedValue } from './printed.ts';

export type Wording = Readonly<Record<Side, string>> & { readonly typed: string };

/** Key of a fact among the wordings of a draft. */
export function wordingKey({ collection, id, field }: FactRef): string {
  return `${collection}.${id}.${field}`;
}

/** The text as a sentence prints it: without blanks around it and without the full stop of its own. */
export function typedAs(text: string): string {
  return text.trim().replace(/\.$/, '');
}

/** The wording of a fact, as long as the fact still says what was worded. */
export function wordingOf(draft: DraftFile, ref: FactRef, printed: string): Wording | null {
  const found = draft.wordings?.[wordingKey(ref)];
  return found && typedAs(found.typed) === typedAs(printed) ? found : null;
}

const upperFirst = (text: string): string => text.slice(0, 1).toLocaleUpperCase() + text.slice(1);

/** Replaces the first place at which `typed` stands in words of the sentence itself, never in somebody's quoted words. */
export function reworded(inlines: readonly DraftInline[], typed: string, wording: string, side: Side): DraftInline[] {
  let isDone = typed === '' || typed === wording;
  return inlines.map((inline): DraftInline => {
    if (isDone || inline.type !== 'text' || inline.lang !== undefined) return inline;
    const plain = inline.text.indexOf(typed);
    const at = plain >= 0 ? plain : inline.text.indexOf(upperFirst(typed));
    if (at < 0) return inline;
    isDone = true;
    const [head, tail] = [inline.text.slice(0, at), inline.text.slice(at + typed.length)];
    const put = plain >= 0 ? wording : upperFirst(wording);
    const contracts = side === 'es' && put.startsWith('el ') && /(^|\s)(a|de) $/.test(head);
    const text = contracts
      ? `${head.slice(0, -1).replace(/a$/, 'al').replace(/de$/, 'del')} ${put.slice(3)}`
      : head + put;
    return { ...inline, text: text + tail };
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

/**
 * Gives a fact its wording in both languages and puts it into every paragraph that prints it; paragraphs whose text
 * was typed anew by hand do not hold it any more and stay as they are. Empty words of a side leave what was typed.
 */
export function wordFact(
  draft: DraftFile,
  ref: FactRef,
  given: Readonly<Record<Side, string>>,
  file: CaseFile,
): DraftFile {
  const printed = printedValue(file, ref, draft.about[0] ?? '');
  const typed = typedAs(printed);
  if (typed === '') return draft;
  const before = wordingOf(draft, ref, printed);
  const wording = { typed: printed, en: typedAs(given.en) || typed, es: typedAs(given.es) || typed };
  const key = wordingKey(ref);
  const paragraphs = Object.values(draft.paragraphs)
    .filter((one) => one.deleted === null && one.facts.some((fact) => wordingKey(fact.ref) === key))
    .map((one) => {
      const sides = { ...one.sides };
      for (const side of ['en', 'es'] as const) {
        const old = sides[side];
        if (old) sides[side] = { ...old, inlines: reworded(old.inlines, before?.[side] ?? typed, wording[side], side) };
      }
      return [one.id, { ...one, sides }] as const;
    });
  return {
    ...draft,
    wordings: { ...draft.wordings, [key]: wording },
    paragraphs: { ...draft.paragraphs, ...Object.fromEntries(paragraphs) },
  };
}
