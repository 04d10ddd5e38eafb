/**
 * A draft as it is worked on: started from facts, edited by hand; what came since goes in by take-in.ts. Pure: ids, time and
 * author are arguments; every function returns a new draft and leaves the given one as it was.
 */
import type { Id, Recorded } from '#shared/domain/base.ts';
import { schemaVersion } from '#shared/domain/case-file.ts';
import type { TextLanguage } from '#shared/domain/date-words.ts';
import type { DraftFile, DraftInline, DraftParagraph, FactRef } from '#shared/domain/draft.ts';
import { formatName } from '#shared/domain/format.ts';
import { factsForDeclaration, openingRef } from './build.ts';
import type { Side } from './build/sentences.ts';
import {
  type BuildTools,
  builtParagraph,
  builtParagraphs,
  memberTemplates,
  paragraphOf,
  withoutEmptySides,
} from './built-paragraphs.ts';
import { paragraphsInOrder, sideText } from './content-hash.ts';
import { refKey, refOf } from './fact-ref.ts';
import type { DocumentContext } from './context.ts';
import { findTemplate } from './library.ts';
import { printedValue } from './printed.ts';

export interface DraftStart {
  readonly id: Id;
  readonly templateId: string;
  /** The declarant or addressee first, then others the document names. */
  readonly about: readonly Id[];
  readonly memberId?: Id | null;
  readonly language?: TextLanguage;
  readonly route?: DraftFile['route'];
  /** Left out: all that the template can tell. */
  readonly facts?: readonly FactRef[];
  readonly fields?: Readonly<Record<string, string>>;
  readonly createdAt: string;
  readonly recorded: Recorded;
}
/** Everything but the draft, and where new ids come from. */
export type DraftTools = BuildTools & { readonly newId: () => Id };

const titleJoin: Readonly<Record<TextLanguage, string>> = { en: 'of', es: 'de', pt: 'de', ht: 'pou' };

function startFacts(start: DraftStart, tools: DraftTools): FactRef[] {
  if (start.facts) return [...start.facts];
  const clientId = start.about[0];
  if (!clientId || start.templateId !== 'declaration') return [];
  const told = factsForDeclaration(tools.file, clientId).map(({ collection, id }) => ({ collection, id, field: '' }));
  return [openingRef(clientId), ...told];
}

/** A new draft with its first text. The title names the signer of a declaration and nobody otherwise. */
export function startDraft(start: DraftStart, tools: DraftTools): DraftFile {
  const language = start.language ?? 'en';
  const template = findTemplate(tools.library, start.templateId, language);
  const client = tools.file.people[start.about[0] ?? ''];
  const member = start.memberId ? tools.office?.members[start.memberId] : undefined;
  const isMembers = memberTemplates.includes(start.templateId);
  const signer = isMembers
    ? (member?.name ?? '')
    : client && start.templateId === 'declaration'
      ? formatName(client)
      : '';
  const base = isMembers
    ? (findTemplate(tools.library, 'declaration', language)?.title ?? '')
    : (template?.title ?? '');
  const draft: DraftFile = {
    kind: 'draft',
    schemaVersion,
    id: start.id,
    caseId: tools.file.id,
    templateId: start.templateId,
    title: signer === '' ? base : `${base} ${titleJoin[language]} ${signer}`,
    about: [...start.about],
    memberId: start.memberId ?? null,
    route: start.route ?? 'englishWithInterpretation',
    language,
    facts: startFacts(start, tools),
    fields: { ...start.fields },
    signingPlace: null,
    paragraphs: {},
    readBacks: {},
    overrides: {},
    admissionsSeen: {},
    life: {},
    versions: {},
    createdAt: start.createdAt,
    recorded: start.recorded,
    deleted: null,
  };
  const paragraphs = builtParagraphs(draft, tools).map((built, index) =>
    withoutEmptySides(paragraphOf(tools.newId(), index + 1, built)),
  );
  return { ...draft, paragraphs: Object.fromEntries(paragraphs.map((paragraph) => [paragraph.id, paragraph])) };
}

export function isEdited(paragraph: DraftParagraph): boolean {
  return paragraph.sides.en?.edited === true || paragraph.sides.es?.edited === true;
}

export function replaceParagraph(draft: DraftFile, paragraph: DraftParagraph): DraftFile {
  return { ...draft, paragraphs: { ...draft.paragraphs, [paragraph.id]: paragraph } };
}

/** Numbers 1, 2, 3 … in the order given; a fresh start when there is no room left between two numbers. */
function renumber(paragraphs: readonly DraftParagraph[]): Record<Id, DraftParagraph> {
  return Object.fromEntries(paragraphs.map((paragraph, index) => [paragraph.id, { ...paragraph, order: index + 1 }]));
}

/** Paths of the answers that a paragraph has a gap for, each once. */
export function gapPaths(paragraph: DraftParagraph): string[] {
  const paths = Object.values(paragraph.sides).flatMap((side) =>
    (side?.inlines ?? []).flatMap((inline) => (inline.type === 'gap' ? [inline.path] : [])),
  );
  return [...new Set(paths)];
}

/**
 * What a paragraph is compared by: its facts as they printed, and the answers it has a gap for, which printed nothing.
 * A gap for a translation is part of the words that it stands behind.
 */
export function comparedFacts(paragraph: DraftParagraph): DraftParagraph['facts'] {
  const known = new Set(paragraph.facts.map(({ ref }) => refKey(ref)));
  const asked = gapPaths(paragraph).flatMap((path) => {
    const ref = refOf(path);
    const isFact = ref.field !== '' && !['en', 'es'].includes(ref.field.split('.').at(-1) ?? '');
    return isFact && !known.has(path) ? [{ ref, printed: '' }] : [];
  });
  return [...paragraph.facts, ...asked];
}

/** Facts of each paragraph that print something else now than when its text was made, and gaps answered since. */
export function changedFacts(draft: DraftFile, file: DocumentContext['file']): { paragraphId: Id; refs: FactRef[] }[] {
  const clientId = draft.about[0] ?? '';
  return paragraphsInOrder(draft).flatMap((paragraph) => {
    const refs = comparedFacts(paragraph).filter(({ ref, printed }) => printedValue(file, ref, clientId) !== printed);
    return refs.length > 0 ? [{ paragraphId: paragraph.id, refs: refs.map(({ ref }) => ref) }] : [];
  });
}

/** Somebody looked at the changed facts and the text stands: the values they print now are the ones compared next. */
export function acceptFacts(draft: DraftFile, paragraphId: Id, file: DocumentContext['file']): DraftFile {
  const paragraph = draft.paragraphs[paragraphId];
  if (!paragraph) return draft;
  const clientId = draft.about[0] ?? '';
  const facts = comparedFacts(paragraph)
    .map(({ ref }) => ({ ref, printed: printedValue(file, ref, clientId) }))
    .filter(({ ref, printed }) => printed !== '' || paragraph.facts.some((known) => known.ref === ref));
  return replaceParagraph(draft, { ...paragraph, facts });
}

/**
 * The paragraph's text made anew from its facts, hand edits given up; what was set aside stays out. Unchanged when no
 * facts make it any more.
 */
export function remakeParagraph(draft: DraftFile, paragraphId: Id, tools: DraftTools): DraftFile {
  const paragraph = draft.paragraphs[paragraphId];
  const fresh = paragraph && builtParagraph(draft, tools, paragraph.origin);
  if (!paragraph || !fresh) return draft;
  const made = paragraphOf(paragraph.id, paragraph.order, fresh);
  return replaceParagraph(draft, withoutEmptySides({ ...made, kind: paragraph.kind }));
}

/**
 * The text of one side as edited by hand. The other side, if there is one, is out of step until it is edited too or
 * `settlePair` says that it still fits. Text that did not change changes nothing.
 */
export function editSide(draft: DraftFile, paragraphId: Id, side: Side, inlines: readonly DraftInline[]): DraftFile {
  const paragraph = draft.paragraphs[paragraphId];
  const before = paragraph?.sides[side];
  if (!paragraph || (before && JSON.stringify(before.inlines) === JSON.stringify(inlines))) return draft;
  const other: Side = side === 'en' ? 'es' : 'en';
  const onlyMarks = before !== undefined && sideText(before.inlines) === sideText(inlines);
  const follows = paragraph.outOfStep === other;
  const outOfStep = onlyMarks ? paragraph.outOfStep : follows || !paragraph.sides[other] ? null : side;
  const sides = { ...paragraph.sides, [side]: { inlines: [...inlines], edited: true } };
  return replaceParagraph(draft, { ...paragraph, sides, outOfStep });
}

/** Somebody who knows both languages says that the pair fits. */
export function settlePair(draft: DraftFile, paragraphId: Id): DraftFile {
  const paragraph = draft.paragraphs[paragraphId];
  return paragraph ? replaceParagraph(draft, { ...paragraph, outOfStep: null }) : draft;
}

/** Puts a paragraph behind `afterId` (null: in front of all). */
export function place(draft: DraftFile, paragraph: DraftParagraph, afterId: Id | null): DraftFile {
  const others = paragraphsInOrder(draft).filter((one) => one.id !== paragraph.id);
  const index = afterId === null ? 0 : others.findIndex((one) => one.id === afterId) + 1;
  const before = others[index - 1]?.order ?? (others[0]?.order ?? 1) - 2;
  const after = others[index]?.order ?? before + 2;
  const middle = (before + after) / 2;
  if (middle > before && middle < after) return replaceParagraph(draft, { ...paragraph, order: middle });
  const all = [...others.slice(0, index), paragraph, ...others.slice(index)];
  return { ...draft, paragraphs: { ...draft.paragraphs, ...renumber(all) } };
}

/** A typed paragraph behind `afterId`; it comes from no fact. */
export function insertParagraph(
  draft: DraftFile,
  afterId: Id | null,
  paragraph: { id: Id; kind?: DraftParagraph['kind']; sides?: DraftParagraph['sides'] },
): DraftFile {
  const empty = { en: { inlines: [], edited: true }, es: { inlines: [], edited: true } };
  const made: DraftParagraph = {
    id: paragraph.id,
    order: 0,
    kind: paragraph.kind ?? 'numbered',
    sides: paragraph.sides ?? empty,
    facts: [],
    outOfStep: null,
    origin: '',
    deleted: null,
  };
  return place(draft, made, afterId);
}

export function moveParagraph(draft: DraftFile, paragraphId: Id, afterId: Id | null): DraftFile {
  const paragraph = draft.paragraphs[paragraphId];
  return paragraph && paragraphId !== afterId ? place(draft, paragraph, afterId) : draft;
}

/** Taken out, not erased: only the fact itself, chosen again, brings it back. */
export function removeParagraph(draft: DraftFile, paragraphId: Id, by: { at: string; by: string }): DraftFile {
  const paragraph = draft.paragraphs[paragraphId];
  return paragraph ? replaceParagraph(draft, { ...paragraph, deleted: { at: by.at, by: by.by } }) : draft;
}
