/** Gives a short text, typed once for both columns, its words in each. */
import type { DraftFile, DraftParagraph, FactRef } from '#shared/domain/draft.ts';
import type { Side } from './build/sentences.ts';
import { type BuildTools, builtParagraph } from './built-paragraphs.ts';
import { replaceParagraph } from './draft.ts';
import { refKey } from './fact-ref.ts';
import { hunksOf } from './news.ts';
import { printedValue } from './printed.ts';
import { withHunks } from './take-in.ts';
import { reworded, typedAs, type Wording, wordingOf } from './wordings.ts';

/**
 * The wording of a fact, put into the sentences that the fact makes in every paragraph that prints it. A sentence that
 * was changed by hand takes it where the words still stand in it. Empty words of a side leave what was typed.
 */
export function wordFact(
  draft: DraftFile,
  ref: FactRef,
  given: Readonly<Record<Side, string>>,
  tools: BuildTools,
): DraftFile {
  const printed = printedValue(tools.file, ref, draft.about[0] ?? '');
  const typed = typedAs(printed);
  if (typed === '') return draft;
  const key = refKey(ref);
  const former = wordingOf(draft, ref, printed);
  const wording = { typed: printed, en: typedAs(given.en) || typed, es: typedAs(given.es) || typed };
  const worded = { ...draft, wordings: { ...draft.wordings, [key]: wording } };
  return Object.values(draft.paragraphs)
    .filter((one) => one.deleted === null && one.facts.some((fact) => refKey(fact.ref) === key))
    .reduce((at, paragraph): DraftFile => {
      const [was, is] = [draft, worded].map((one) => builtParagraph(one, tools, paragraph.origin));
      const told = withHunks(at, paragraph, hunksOf(was, is), tools.file, true);
      const old = former ?? { typed: printed, en: typed, es: typed };
      return replaceParagraph(at, { ...told, sides: byHand(paragraph, told, old, wording) });
    }, worded);
}

/** Sides whose sentence did not stand there word for word: the words themselves are replaced. */
function byHand(before: DraftParagraph, told: DraftParagraph, old: Wording, wording: Wording): DraftParagraph['sides'] {
  const sides = { ...told.sides };
  for (const name of ['en', 'es'] as const) {
    const [was, is] = [before.sides[name], sides[name]];
    if (was === undefined || is === undefined || JSON.stringify(was.inlines) !== JSON.stringify(is.inlines)) continue;
    sides[name] = { ...is, inlines: reworded(is.inlines, old[name], wording[name], name) };
  }
  return sides;
}
