/**
 * What the facts would say by now and the draft does not: answers that came after its text was made. Each piece of
 * news is shown with the words it would bring and stays outside until somebody takes it in or sets it aside. Changed
 * values and filled gaps are another thing (`changedFacts`): there the text already has a sentence.
 */
import type { Id } from '#shared/domain/base.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import type { DraftFile, DraftParagraph, FactRef } from '#shared/domain/draft.ts';
import { type BuiltParagraph, factsForDeclaration } from './build.ts';
import { type BuildTools, builtParagraph, builtParagraphs, setAsideFor } from './built-paragraphs.ts';
import type { Side } from './build/sentences.ts';
import { paragraphsInOrder, sideText } from './content-hash.ts';
import { comparedFacts, gapPaths } from './draft.ts';
import { refKey, refOf, sameFact } from './fact-ref.ts';
import { type Hunk, hunkWords, sentenceHunks } from './hunks.ts';
import { answerState } from './printed.ts';

export interface NewsChange {
  /** Paragraph that changes; null for one that comes in whole. */
  readonly paragraphId: Id | null;
  readonly origin: string;
  readonly hunks: readonly Hunk[];
  readonly built: BuiltParagraph | null;
}

export interface News {
  readonly key: string;
  /** Paragraph it is shown with; null: it stands between paragraphs, behind `afterId` (null: in front of all). */
  readonly paragraphId: Id | null;
  readonly afterId: Id | null;
  /** The answers behind it. */
  readonly refs: readonly FactRef[];
  /** A fact recorded since that the document does not tell yet, or null. */
  readonly fact: FactRef | null;
  readonly changes: readonly NewsChange[];
  /** Paths of gaps that nobody will answer any more. */
  readonly settled: readonly string[];
  /** False where only a gap goes: an answer that was refused cannot be waited for. */
  readonly canSetAside: boolean;
}

/** Facts recorded after the draft was begun that nobody chose or left out yet. */
function newFacts(draft: DraftFile, file: CaseFile): FactRef[] {
  if (draft.templateId !== 'declaration') return [];
  return factsForDeclaration(file, draft.about[0] ?? '')
    .map(({ collection, id }): FactRef => ({ collection, id, field: '' }))
    .filter((ref) => !draft.facts.some(sameFact(ref)) && draft.setAside?.[refKey(ref)] === undefined)
    .filter((ref) => recordedAt(file, ref) > draft.createdAt);
}

function recordedAt(file: CaseFile, { collection, id }: FactRef): string {
  const facts = file[collection as 'fearEvents'];
  return facts[id]?.recorded.at ?? '';
}

export function paragraphsByOrigin(draft: DraftFile): ReadonlyMap<string, DraftParagraph> {
  const all = Object.values(draft.paragraphs).filter((one) => one.origin !== '');
  // One that stands goes before one that was taken out.
  return new Map(
    [...all.filter((one) => one.deleted), ...all.filter((one) => !one.deleted)].map((one) => [one.origin, one]),
  );
}

/** The paragraph behind which one of this origin stands, in the order in which facts are told. */
export function placeOf(draft: DraftFile, told: readonly BuiltParagraph[], origin: string): Id | null {
  const index = told.findIndex((one) => one.origin === origin);
  const earlier = new Set(told.slice(0, index).map((one) => one.origin));
  return paragraphsInOrder(draft).findLast((one) => earlier.has(one.origin))?.id ?? null;
}

/** Gaps of a paragraph whose answer was declined or is not known, by path. */
export function settledGaps(draft: DraftFile, paragraph: DraftParagraph, file: CaseFile): string[] {
  return gapPaths(paragraph).filter((path) => {
    const state = answerState(file, refOf(path), draft.about[0] ?? '');
    return state === 'declined' || state === 'unknown';
  });
}

/** New answers of a paragraph by the sentences they would make; sentences that share an answer are one piece. */
function newRefs(paragraph: DraftParagraph, built: BuiltParagraph): FactRef[][] {
  const known = new Set(comparedFacts(paragraph).map(({ ref }) => refKey(ref)));
  const groups: Map<string, FactRef>[] = [];
  for (const sentence of built.sentences) {
    const fresh = sentence.refs.filter((ref) => !known.has(refKey(ref)));
    if (fresh.length === 0) continue;
    const own = new Map(fresh.map((ref) => [refKey(ref), ref]));
    const shared = groups.find((group) => [...own.keys()].some((key) => group.has(key)));
    if (shared) for (const [key, ref] of own) shared.set(key, ref);
    else groups.push(own);
  }
  return groups.map((group) => [...group.values()]);
}

export function hunksOf(before: BuiltParagraph | undefined, after: BuiltParagraph | undefined): Hunk[] {
  return sentenceHunks(before?.sentences ?? [], after?.sentences ?? []);
}

/** `told`: all paragraphs as the facts make them now, for those of which nothing was set aside. */
function inParagraph(draft: DraftFile, tools: BuildTools, paragraph: DraftParagraph, told: readonly BuiltParagraph[]) {
  const { origin } = paragraph;
  const isWhole = setAsideFor(draft, tools, origin).length === 0;
  const built = isWhole ? told.find((one) => one.origin === origin) : builtParagraph(draft, tools, origin);
  const piece = (refs: readonly FactRef[], settled: readonly string[]): News[] => {
    const hunks = hunksOf(builtParagraph(draft, tools, origin, refs), built);
    if (hunks.length === 0 && settled.length === 0) return [];
    return [
      {
        key: `${paragraph.id} ${refs.map(refKey).join(' ')}`,
        paragraphId: paragraph.id,
        afterId: null,
        refs,
        fact: null,
        changes: [{ paragraphId: paragraph.id, origin, hunks, built: null }],
        settled,
        canSetAside: settled.length === 0,
      },
    ];
  };
  const settled = settledGaps(draft, paragraph, tools.file).flatMap((path) => piece([refOf(path)], [path]));
  const fresh =
    built === undefined || origin === '' ? [] : newRefs(paragraph, built).flatMap((refs) => piece(refs, []));
  return [...settled, ...fresh];
}

/** Paragraphs that facts already chosen would make by now. */
function newParagraphs(draft: DraftFile, tools: BuildTools, told: readonly BuiltParagraph[]): News[] {
  const known = paragraphsByOrigin(draft);
  return told
    .filter(({ origin }) => !known.has(origin) && !origin.startsWith('template:'))
    .flatMap(({ origin }): News[] => {
      const built = builtParagraph(draft, tools, origin);
      if (!built) return [];
      const refs = built.facts.map(({ ref }) => ref);
      return [
        {
          key: `${origin} ${refs.map(refKey).join(' ')}`,
          paragraphId: null,
          afterId: placeOf(draft, told, origin),
          refs,
          fact: null,
          changes: [{ paragraphId: null, origin, hunks: [], built }],
          settled: [],
          canSetAside: true,
        },
      ];
    });
}

/** A fact recorded since: its own paragraphs, and what telling it changes in others (`before`: as they are without it). */
function newFact(draft: DraftFile, tools: BuildTools, before: readonly BuiltParagraph[], fact: FactRef): News[] {
  const told = builtParagraphs({ ...draft, facts: [...draft.facts, fact] }, tools);
  const known = paragraphsByOrigin(draft);
  const isOwn = ({ origin }: BuiltParagraph): boolean => origin.startsWith(`${fact.collection}:${fact.id}`);
  const own = told.filter((one) => isOwn(one) && !known.has(one.origin));
  const [first] = own;
  if (!first) return [];
  const others = [...known.values()].flatMap((paragraph): NewsChange[] => {
    if (paragraph.deleted !== null) return [];
    const find = (all: readonly BuiltParagraph[]) => all.find((one) => one.origin === paragraph.origin);
    const hunks = hunksOf(find(before), find(told));
    return hunks.length === 0 ? [] : [{ paragraphId: paragraph.id, origin: paragraph.origin, hunks, built: null }];
  });
  return [
    {
      key: refKey(fact),
      paragraphId: null,
      afterId: placeOf(draft, told, first.origin),
      refs: [],
      fact,
      changes: [...own.map((built) => ({ paragraphId: null, origin: built.origin, hunks: [], built })), ...others],
      settled: [],
      canSetAside: true,
    },
  ];
}

/** All news of a draft: for each paragraph in order, then paragraphs of chosen facts, then facts recorded since. */
export function pendingNews(draft: DraftFile, tools: BuildTools): News[] {
  const told = builtParagraphs(draft, tools);
  return [
    ...paragraphsInOrder(draft).flatMap((paragraph) => inParagraph(draft, tools, paragraph, told)),
    ...newParagraphs(draft, tools, told),
    ...newFacts(draft, tools.file).flatMap((fact) => newFact(draft, tools, told, fact)),
  ];
}

/** The first words that a piece of news would bring, on one line: those of its first change; English where that is all. */
export function newsWords(news: News, side: Side): string {
  const words = wordsIn(news, side);
  return words === '' ? wordsIn(news, 'en') : words;
}

function wordsIn(news: News, side: Side): string {
  const [change] = news.changes;
  if (!change) return '';
  if (change.built !== null) return sideText(change.built.sides[side]);
  const words = change.hunks.map((hunk) => hunkWords(hunk, side));
  const add = words.map((one) => sideText(one.add)).filter((text) => text !== '');
  return (add.length > 0 ? add : words.map((one) => sideText(one.remove))).join(' ');
}
