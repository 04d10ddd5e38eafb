/** Lets news into a draft or leaves it out, and chooses what a document tells. Nothing but what is asked for changes. */
import type { CaseFile } from '#shared/domain/case-file.ts';
import type { DraftFile, DraftParagraph, FactRef } from '#shared/domain/draft.ts';
import type { BuiltParagraph } from './build.ts';
import type { Sentence } from './build/teller.ts';
import { builtParagraphs, paragraphOf, withoutEmptySides } from './built-paragraphs.ts';
import { paragraphsInOrder } from './content-hash.ts';
import { type DraftTools, isEdited, place, replaceParagraph } from './draft.ts';
import { refKey, sameFact } from './fact-ref.ts';
import { applyHunk, type Hunk } from './hunks.ts';
import { hunksOf, type News, type NewsChange, paragraphsByOrigin, pendingNews, placeOf } from './news.ts';
import { printedValue } from './printed.ts';

type By = { readonly at: string; readonly by: string };

/** Facts behind a paragraph after a difference went into it. */
function factsWith(draft: DraftFile, paragraph: DraftParagraph, hunks: readonly Hunk[], file: CaseFile) {
  const clientId = draft.about[0] ?? '';
  const refsOf = (sentences: readonly Sentence[]): FactRef[] => sentences.flatMap(({ refs }) => refs);
  const told = new Set(
    hunks.flatMap((one) => refsOf([...one.add, ...one.before, ...one.after])).map((ref) => refKey(ref)),
  );
  const gone = new Set(
    hunks
      .flatMap((one) => refsOf(one.remove))
      .map(refKey)
      .filter((key) => !told.has(key)),
  );
  const known = new Set(paragraph.facts.map(({ ref }) => refKey(ref)));
  const added = new Map(
    hunks
      .flatMap((one) => refsOf(one.add))
      .flatMap((ref) => (known.has(refKey(ref)) ? [] : [[refKey(ref), ref] as const])),
  );
  const fresh = [...added.values()].map((ref) => ({ ref, printed: printedValue(file, ref, clientId) }));
  return [...paragraph.facts.filter(({ ref }) => !gone.has(refKey(ref))), ...fresh];
}

/** The paragraph with the difference in both columns; hand-edited text around it is not touched. */
export function withHunks(
  draft: DraftFile,
  paragraph: DraftParagraph,
  hunks: readonly Hunk[],
  file: CaseFile,
  mayOnlyReplace = false,
): DraftParagraph {
  const sides = { ...paragraph.sides };
  for (const name of ['en', 'es'] as const) {
    const side = sides[name];
    if (!side) continue;
    const inlines = hunks.reduce((at, hunk) => applyHunk(at, hunk, name, mayOnlyReplace), side.inlines);
    sides[name] = { ...side, inlines };
  }
  return { ...paragraph, sides, facts: factsWith(draft, paragraph, hunks, file) };
}

/** A gap in a text that was changed by hand goes alone; the words around it are for a person to set right. */
function withoutGaps(paragraph: DraftParagraph, paths: readonly string[]): DraftParagraph {
  const sides = { ...paragraph.sides };
  for (const name of ['en', 'es'] as const) {
    const side = sides[name];
    if (side)
      sides[name] = { ...side, inlines: side.inlines.filter((one) => one.type !== 'gap' || !paths.includes(one.path)) };
  }
  return { ...paragraph, sides };
}

function changeParagraph(draft: DraftFile, news: News, change: NewsChange, file: CaseFile): DraftFile {
  const paragraph = change.paragraphId === null ? undefined : draft.paragraphs[change.paragraphId];
  if (!paragraph) return draft;
  // Where a gap goes and its sentence was changed by hand, the sentence without it is not put beside it.
  const told = withHunks(draft, paragraph, change.hunks, file, news.settled.length > 0);
  return replaceParagraph(draft, withoutGaps(told, news.settled));
}

/** Takes a piece of news into the text: sentences at their place in both columns, paragraphs at theirs in time. */
export function takeIn(draft: DraftFile, news: News, tools: DraftTools): DraftFile {
  // The screen may show it a moment longer than it is news: a second press takes nothing in again.
  if (!pendingNews(draft, tools).some(({ key }) => key === news.key)) return draft;
  const chosen = news.fact === null ? draft : { ...draft, facts: [...draft.facts, news.fact] };
  const told = builtParagraphs(chosen, tools);
  return news.changes.reduce((at, change) => {
    if (change.built === null) return changeParagraph(at, news, change, tools.file);
    const made = withoutEmptySides(paragraphOf(tools.newId(), 0, change.built));
    return place(at, made, placeOf(at, told, change.origin));
  }, chosen);
}

/** Leaves a piece of news out of the text until one of its answers changes; a whole fact until somebody chooses it. */
export function setNewsAside(draft: DraftFile, news: News, file: CaseFile, by: By): DraftFile {
  const clientId = draft.about[0] ?? '';
  const { at, by: who } = by;
  const origin = news.changes[0]?.origin ?? '';
  const one = (ref: FactRef) =>
    [`${origin} ${refKey(ref)}`, { ref, origin, printed: printedValue(file, ref, clientId), by: who, at }] as const;
  const entries = news.fact === null ? news.refs.map(one) : [leftOut(news.fact, by)];
  return { ...draft, setAside: { ...draft.setAside, ...Object.fromEntries(entries) } };
}

/** The draft with one setting aside undone: whatever `before` and `after` of it do not share is as it was before. */
export function asideUndone(draft: DraftFile, before: DraftFile, after: DraftFile): DraftFile {
  const setAside = { ...draft.setAside };
  for (const [key, entry] of Object.entries(after.setAside ?? {})) {
    const former = before.setAside?.[key];
    if (former === entry) continue;
    if (former === undefined) delete setAside[key];
    else setAside[key] = former;
  }
  return { ...draft, setAside };
}

function leftOut(fact: FactRef, { at, by }: By) {
  return [refKey(fact), { ref: fact, origin: '', printed: '', by, at }] as const;
}

function withChosen(draft: DraftFile, ref: FactRef, isChosen: boolean, by: By): DraftFile {
  const others = draft.facts.filter((one) => !sameFact(ref)(one));
  const { [refKey(ref)]: _left, ...setAside } = draft.setAside ?? {};
  if (isChosen) return { ...draft, facts: [...others, ref], setAside };
  const [key, entry] = leftOut(ref, by);
  return { ...draft, facts: others, setAside: { ...setAside, [key]: entry } };
}

/**
 * A fact chosen for the document or taken out of it. Its paragraphs come in at their place in time or go, with what
 * that changes in the sentences of others; nothing else is made anew. Paragraphs edited by hand stay, and one that
 * somebody took out comes back only with the fact itself.
 */
export function chooseFact(draft: DraftFile, ref: FactRef, isChosen: boolean, tools: DraftTools, by: By): DraftFile {
  const chosen = withChosen(draft, ref, isChosen, by);
  const [before, after] = [builtParagraphs(draft, tools), builtParagraphs(chosen, tools)];
  const known = paragraphsByOrigin(draft);
  const find = (all: readonly BuiltParagraph[], origin: string) => all.find((one) => one.origin === origin);
  const kept = paragraphsInOrder(draft).reduce((at, paragraph): DraftFile => {
    const [was, is] = [find(before, paragraph.origin), find(after, paragraph.origin)];
    if (!was || paragraph.origin === '') return at;
    if (is) return replaceParagraph(at, withHunks(at, paragraph, hunksOf(was, is), tools.file));
    return isEdited(paragraph) ? at : replaceParagraph(at, { ...paragraph, deleted: { at: by.at, by: by.by } });
  }, chosen);
  return after.reduce((at, built): DraftFile => {
    const old = known.get(built.origin);
    if (find(before, built.origin) || (old && old.deleted === null)) return at;
    const id = old?.id ?? tools.newId();
    return place(at, withoutEmptySides(paragraphOf(id, 0, built)), placeOf(at, after, built.origin));
  }, kept);
}
