/**
 * What the editor does to a draft, beyond the functions of shared/documents: one row split into several, two rows
 * joined, a row moved. Pure; and the difference of two drafts as changes of a commit.
 */
import type { Id } from '#shared/domain/base.ts';
import type { DraftFile, DraftInline, DraftParagraph } from '#shared/domain/draft.ts';
import type { Side } from '#shared/documents/build/sentences.ts';
import { paragraphsInOrder } from '#shared/documents/content-hash.ts';
import { editSide, insertParagraph, moveParagraph, removeParagraph } from '#shared/documents/draft.ts';
import { refKey } from '#shared/documents/fact-ref.ts';
import type { EditedParagraph } from '#shared/documents/from-editor.ts';
import { diff } from '#shared/vault/patch.ts';
import type { Json } from '#shared/vault/vault.ts';
import type { Change } from '#renderer/store/contract.ts';

export interface Mark {
  readonly at: string;
  readonly by: string;
}

/** The changes that lead from one state of a draft to another, value by value. */
export function changesBetween(before: DraftFile, after: DraftFile): Change[] {
  const patches = diff(before.id, before as unknown as Json, after as unknown as Json);
  return patches.map((patch) => ({ path: patch.path, value: patch.after }));
}

/** Inlines as one text each where neighbours look alike: what the reader sees, whatever pieces it is stored in. */
function seen(inlines: readonly DraftInline[]): string {
  const parts: (string | number)[][] = [];
  for (const inline of inlines) {
    if (inline.type === 'gap') {
      parts.push(['gap', inline.path, inline.label]);
      continue;
    }
    if (inline.text === '') continue;
    const look = [inline.strong, inline.em, inline.underline].map(Number).join() + (inline.lang ?? '');
    const last = parts.at(-1);
    if (last?.[0] === 'text' && last[1] === look) last[2] = `${last[2]}${inline.text}`;
    else parts.push(['text', look, inline.text]);
  }
  return JSON.stringify(parts);
}

export function sameInlines(left: readonly DraftInline[], right: readonly DraftInline[]): boolean {
  return seen(left) === seen(right);
}

/**
 * One row after its editor was left: the first paragraph is the row, the others come in behind it as new rows whose
 * other language does not follow yet. Unchanged text changes nothing.
 */
export function applyRow(draft: DraftFile, paragraphId: Id, side: Side, edited: readonly EditedParagraph[]): DraftFile {
  const row = draft.paragraphs[paragraphId];
  const [first, ...more] = edited;
  if (!row || !first) return draft;
  const isSame = sameInlines(row.sides[side]?.inlines ?? [], first.inlines);
  let next = isSame ? draft : editSide(draft, paragraphId, side, first.inlines);
  let previous = paragraphId;
  for (const paragraph of more.filter((one) => one.inlines.length > 0)) {
    const other: Side = side === 'en' ? 'es' : 'en';
    const sides = { [side]: { inlines: [...paragraph.inlines], edited: true }, [other]: { inlines: [], edited: true } };
    next = insertParagraph(next, previous, { id: paragraph.id, kind: paragraph.kind, sides });
    next = withParagraph(next, paragraph.id, (made) => ({ ...made, outOfStep: side }));
    previous = paragraph.id;
  }
  return next;
}

function withParagraph(draft: DraftFile, id: Id, change: (one: DraftParagraph) => DraftParagraph): DraftFile {
  const found = draft.paragraphs[id];
  return found ? { ...draft, paragraphs: { ...draft.paragraphs, [id]: change(found) } } : draft;
}

/** The row before, or null for the first. */
export function rowBefore(draft: DraftFile, paragraphId: Id): DraftParagraph | null {
  const rows = paragraphsInOrder(draft);
  return rows[rows.findIndex((row) => row.id === paragraphId) - 1] ?? null;
}

function joinedInlines(left: readonly DraftInline[], right: readonly DraftInline[]): DraftInline[] {
  const isBoth = left.length > 0 && right.length > 0;
  return [...left, ...(isBoth ? [{ type: 'text', text: ' ' } as const] : []), ...right];
}

/**
 * A row joined to the one before it, both languages and all facts; the row itself is taken out. An empty row is only
 * taken out. The first row stays as it is.
 */
export function joinWithPrevious(draft: DraftFile, paragraphId: Id, mark: Mark): DraftFile {
  const row = draft.paragraphs[paragraphId];
  const before = rowBefore(draft, paragraphId);
  if (!row || !before) return draft;
  const without = removeParagraph(draft, paragraphId, mark);
  const isEmpty = Object.values(row.sides).every((side) => side.inlines.length === 0);
  if (isEmpty) return without;
  const side = (name: Side) => ({
    inlines: joinedInlines(before.sides[name]?.inlines ?? [], row.sides[name]?.inlines ?? []),
    edited: true,
  });
  const known = new Set(before.facts.map(({ ref }) => refKey(ref)));
  const facts = row.facts.filter(({ ref }) => !known.has(refKey(ref)));
  return withParagraph(without, before.id, (one) => ({
    ...one,
    sides: { en: side('en'), es: side('es') },
    facts: [...one.facts, ...facts],
    outOfStep: one.outOfStep ?? row.outOfStep,
  }));
}

/** One place up or down; at an end nothing changes. */
export function moveRow(draft: DraftFile, paragraphId: Id, direction: -1 | 1): DraftFile {
  const rows = paragraphsInOrder(draft);
  const at = rows.findIndex((row) => row.id === paragraphId);
  if (at < 0 || rows[at + direction] === undefined) return draft;
  const after = direction === 1 ? rows[at + 1] : rows[at - 2];
  return moveParagraph(draft, paragraphId, after?.id ?? null);
}

/** A row that was taken out stands again where it was. */
export function bringBack(draft: DraftFile, paragraphId: Id): DraftFile {
  return withParagraph(draft, paragraphId, (one) => ({ ...one, deleted: null }));
}

export function setKind(draft: DraftFile, paragraphId: Id, kind: DraftParagraph['kind']): DraftFile {
  return withParagraph(draft, paragraphId, (one) => ({ ...one, kind }));
}

/** One more step in the life of the document. */
export function withStep(
  draft: DraftFile,
  step: { id: Id; state: DraftFile['life'][string]['state'] } & Mark & Partial<DraftFile['life'][string]>,
): DraftFile {
  return { ...draft, life: { ...draft.life, [step.id]: { note: '', date: null, place: null, ...step } } };
}

/** A document in one language has no pairs that could be out of step. */
export function withoutPairs(draft: DraftFile): DraftFile {
  return Object.values(draft.paragraphs)
    .filter((one) => one.outOfStep !== null)
    .reduce((at, one) => withParagraph(at, one.id, (row) => ({ ...row, outOfStep: null })), draft);
}
