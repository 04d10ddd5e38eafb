/**
 * A draft as it is worked on: started from facts, refreshed when facts change, edited by hand. Pure: ids, time and
 * author are arguments; every function returns a new draft and leaves the given one as it was.
 */
import type { Id, Recorded } from '#shared/domain/base.ts';
import { schemaVersion } from '#shared/domain/case-file.ts';
import type { TextLanguage } from '#shared/domain/date-words.ts';
import type { DraftFile, DraftInline, DraftParagraph, DraftSide, FactRef } from '#shared/domain/draft.ts';
import { formatName } from '#shared/domain/format.ts';
import { type BuiltParagraph, buildDeclaration, factsForDeclaration, openingRef } from './build.ts';
import type { Side } from './build/sentences.ts';
import { paragraphsInOrder, sideText } from './content-hash.ts';
import type { DocumentContext } from './context.ts';
import { fieldValues } from './field-values.ts';
import { findTemplate } from './library.ts';
import { buildMemberDeclaration } from './member-declaration.ts';
import { starterParagraphs } from './notation/fill.ts';
import { printedValue } from './printed.ts';
import type { Inline } from './tree.ts';

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
export type DraftTools = Omit<DocumentContext, 'draft'> & { readonly newId: () => Id };

const memberTemplates = ['attorney-declaration', 'advocate-declaration'];
const titleJoin: Readonly<Record<TextLanguage, string>> = { en: 'of', es: 'de', pt: 'de', ht: 'pou' };

function paragraphOf(id: Id, order: number, built: BuiltParagraph): DraftParagraph {
  const side = (name: Side): DraftSide => ({ inlines: [...built.sides[name]], edited: false });
  return {
    id,
    order,
    kind: 'numbered',
    sides: { en: side('en'), es: side('es') },
    facts: built.facts.map((fact) => ({ ref: { ...fact.ref }, printed: fact.printed })),
    outOfStep: null,
    origin: built.origin,
    deleted: null,
  };
}

/** Inlines of a template as a draft keeps them; a blank or break of the template has no place in a paragraph. */
function draftInlines(inlines: readonly Inline[]): DraftInline[] {
  return inlines.flatMap((inline): DraftInline[] => {
    if (inline.type === 'text') return [{ type: 'text', text: inline.text }];
    return inline.type === 'gap' ? [inline] : [];
  });
}

function starters(draft: DraftFile, tools: DraftTools): BuiltParagraph[] {
  const made = (['en', 'es'] as const).map((language) => {
    const template = findTemplate(tools.library, draft.templateId, language);
    return template ? starterParagraphs(template, fieldValues({ ...tools, draft }, language)) : [];
  });
  const [en = [], es = []] = made;
  return en.map((block, index) => ({
    origin: `template:${index + 1}`,
    sides: { en: draftInlines(block.inlines), es: draftInlines(es[index]?.inlines ?? []) },
    facts: [],
  }));
}

/** The paragraphs that the facts make now, for a document of this kind. */
function builtParagraphs(draft: DraftFile, tools: DraftTools): BuiltParagraph[] {
  const clientId = draft.about[0] ?? '';
  if (draft.templateId === 'declaration')
    return buildDeclaration(tools.file, tools.office, {
      declarantId: clientId,
      facts: draft.facts,
      today: tools.today,
    });
  if (!memberTemplates.includes(draft.templateId)) return [];
  const options = { memberId: draft.memberId ?? '', clientId, facts: null };
  const told = [...starters(draft, tools), ...buildMemberDeclaration(tools.file, options)];
  // A side in a language that the document cannot be printed in would only wait to be out of step.
  if (findTemplate(tools.library, draft.templateId, 'es')) return told;
  return told.map((paragraph) => ({ ...paragraph, sides: { ...paragraph.sides, es: [] } }));
}

function withoutEmptySides(paragraph: DraftParagraph): DraftParagraph {
  const { en, es } = paragraph.sides;
  return { ...paragraph, sides: { ...(en?.inlines.length ? { en } : {}), ...(es?.inlines.length ? { es } : {}) } };
}

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

function replaceParagraph(draft: DraftFile, paragraph: DraftParagraph): DraftFile {
  return { ...draft, paragraphs: { ...draft.paragraphs, [paragraph.id]: paragraph } };
}

/** Numbers 1, 2, 3 … in the order given; a fresh start when there is no room left between two numbers. */
function renumber(paragraphs: readonly DraftParagraph[]): Record<Id, DraftParagraph> {
  return Object.fromEntries(paragraphs.map((paragraph, index) => [paragraph.id, { ...paragraph, order: index + 1 }]));
}

/**
 * The text made anew from the facts as they are now. Paragraphs edited by hand are never touched (they stand in
 * `changedFacts` instead); a paragraph that somebody took out stays out; new facts come in at their place in time;
 * a generated paragraph whose facts are gone is taken back with `at` and `by`.
 */
export function refreshDraft(draft: DraftFile, tools: DraftTools, by: { at: string; by: string }): DraftFile {
  const built = builtParagraphs(draft, tools);
  const existing = Object.values(draft.paragraphs);
  const kept = paragraphsInOrder(draft).flatMap((paragraph): DraftParagraph[] => {
    if (paragraph.origin === '' || isEdited(paragraph)) return [paragraph];
    const fresh = built.find((one) => one.origin === paragraph.origin);
    if (!fresh) return [{ ...paragraph, deleted: { at: by.at, by: by.by } }];
    const made = withoutEmptySides(paragraphOf(paragraph.id, paragraph.order, fresh));
    return [{ ...made, kind: paragraph.kind }];
  });
  const order = [...kept];
  built.forEach((fresh, index) => {
    if (existing.some((paragraph) => paragraph.origin === fresh.origin)) return;
    const before = built.slice(0, index).map((one) => one.origin);
    const after = order.findLastIndex((paragraph) => before.includes(paragraph.origin));
    order.splice(after + 1, 0, withoutEmptySides(paragraphOf(tools.newId(), 0, fresh)));
  });
  const isSame = order.length === kept.length;
  const paragraphs = isSame ? Object.fromEntries(kept.map((paragraph) => [paragraph.id, paragraph])) : renumber(order);
  return { ...draft, paragraphs: { ...draft.paragraphs, ...paragraphs } };
}

/**
 * What a paragraph is compared by: its facts as they printed, and the answers it has a gap for, which printed nothing.
 * A gap for a translation is part of the words that it stands behind.
 */
function comparedFacts(paragraph: DraftParagraph): DraftParagraph['facts'] {
  const gaps = Object.values(paragraph.sides).flatMap((side) =>
    (side?.inlines ?? []).flatMap((inline) => (inline.type === 'gap' ? [inline.path] : [])),
  );
  const asked = [...new Set(gaps)].flatMap((path) => {
    const [collection = '', id = '', ...field] = path.split('.');
    const isKnown = paragraph.facts.some(
      ({ ref }) => ref.collection === collection && ref.id === id && ref.field === field.join('.'),
    );
    const isFact = field.length > 0 && !['en', 'es'].includes(field.at(-1) ?? '');
    return isFact && !isKnown ? [{ ref: { collection, id, field: field.join('.') }, printed: '' }] : [];
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

/** The paragraph's text made anew from its facts, hand edits given up; unchanged when no facts make it any more. */
export function remakeParagraph(draft: DraftFile, paragraphId: Id, tools: DraftTools): DraftFile {
  const paragraph = draft.paragraphs[paragraphId];
  const fresh = paragraph && builtParagraphs(draft, tools).find((one) => one.origin === paragraph.origin);
  if (!paragraph || !fresh) return draft;
  return replaceParagraph(draft, withoutEmptySides(paragraphOf(paragraph.id, paragraph.order, fresh)));
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
function place(draft: DraftFile, paragraph: DraftParagraph, afterId: Id | null): DraftFile {
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

/** Taken out, not erased: a refresh does not bring it back. */
export function removeParagraph(draft: DraftFile, paragraphId: Id, by: { at: string; by: string }): DraftFile {
  const paragraph = draft.paragraphs[paragraphId];
  return paragraph ? replaceParagraph(draft, { ...paragraph, deleted: { at: by.at, by: by.by } }) : draft;
}

/** Facts chosen for the document; call `refreshDraft` after it. */
export function chooseFacts(draft: DraftFile, facts: readonly FactRef[]): DraftFile {
  return { ...draft, facts: [...facts] };
}
