/** What still stands between a draft and "ready to sign", item by item; each with a key under `ready.*` on screen. */
import type { TextLanguage } from '#shared/domain/date-words.ts';
import { isPractitioner, type Role } from '#shared/domain/roles.ts';
import type { Id } from '#shared/domain/base.ts';
import type { DraftFile, Override, ReadBack } from '#shared/domain/draft.ts';
import { isMinorOn } from '#shared/domain/people.ts';
import type { Person } from '#shared/domain/person.ts';
import type { AdmissionKind } from '#shared/rules/admissions.ts';
import { findAdmissions } from './admissions.ts';
import type { Side } from './build/sentences.ts';
import { type CarriedFault, carriedFaultsOf } from './carried.ts';
import { paragraphsInOrder } from './content-hash.ts';
import { clientOf, type DocumentContext, lastReadBack, understandsWell } from './context.ts';
import { changedFacts } from './draft.ts';
import { draftToTree, templateOf } from './draft-tree.ts';
import { type News, newsWords, pendingNews, settledGaps } from './news.ts';
import {
  type CertificateItem,
  certificateGaps,
  isOwnLanguage,
  isTranslated,
  needsReadBack,
  paragraphsToRead,
  readings,
} from './read-back.ts';
import { type TypedText, typedTexts } from './typed-texts.ts';
import { type DocumentTree, gapsOf, paragraphNumbers } from './tree.ts';

export const readyCodes = [
  'gap',
  'outOfStep',
  'factsChanged',
  'factsNew',
  'readBackMissing',
  'readBackOpen',
  'readBackIncomplete',
  'relayMissing',
  'readerMissing',
  'notUnderstood',
  'certificateIncomplete',
  'translatorMissing',
  'translationDraft',
  'typedText',
  'minorDeclarant',
  'admission',
  'character',
  'carried',
  'templateMissing',
] as const;
export type ReadyCode = (typeof readyCodes)[number];

export interface ReadyItem {
  /** Names the item in an override: code, where, what. */
  readonly key: string;
  readonly code: ReadyCode;
  readonly paragraphId: string | null;
  /** Number printed before the paragraph, or null. */
  readonly number: number | null;
  readonly label: string;
  readonly count: number;
  readonly admission: AdmissionKind | null;
  readonly carried: CarriedFault | null;
  /** Words that would come in, by language of the text. */
  readonly says: Readonly<Record<Side, string>> | null;
  /** What a certificate lacks. */
  readonly missing: readonly (CertificateItem | 'from')[];
  /** False: not even a practitioner may pass over it. */
  readonly canOverride: boolean;
  readonly isOverridden: boolean;
  /** The override that stands, with who gave it, when and why. */
  readonly override: Override | null;
  /** Short texts of `typedText` with the facts they were typed for. */
  readonly typed: readonly TypedText[];
}

export interface ListOptions {
  /** Language that will be signed. */
  readonly language: TextLanguage;
  /** Characters that the font lacks (`findMissingCharacters` of shared/pdf), asked for the tree that would be printed. */
  readonly missingCharacters: (tree: DocumentTree) => readonly { character: string; blockId: string }[];
  /** `pendingNews` of the context, where they are at hand. */
  readonly news?: readonly News[];
}

type Item = Partial<Omit<ReadyItem, 'code' | 'isOverridden' | 'override'>> & Pick<ReadyItem, 'code'>;

/** An answer that was declined or that nobody knows is no gap any more: what the text says without it is news. */
function isSettled({ draft, file }: DocumentContext, blockId: string, path: string): boolean {
  const paragraph = draft.paragraphs[blockId];
  return paragraph !== undefined && settledGaps(draft, paragraph, file).includes(path);
}

function gapItems(context: DocumentContext, tree: DocumentTree, numbers: ReadonlyMap<string, number>): Item[] {
  const translation = /\.(en|es)$/;
  // What a certificate lacks is an item of its own (`certificateIncomplete`, `translatorMissing`).
  const gaps = gapsOf(tree).filter(
    ({ blockId, path }) => !/^cert\d*-/.test(blockId) && !isSettled(context, blockId, path),
  );
  return gaps.map(({ blockId, path, label }): Item => {
    const isParagraph = blockId in context.draft.paragraphs;
    const paragraph = isParagraph ? context.draft.paragraphs[blockId] : undefined;
    const code = translation.test(path) && paragraph?.origin !== '' && isParagraph ? 'translationDraft' : 'gap';
    return {
      code,
      label,
      paragraphId: isParagraph ? blockId : null,
      number: numbers.get(blockId) ?? null,
      key: `${code}:${path}`,
    };
  });
}

/** Answers that came since and would make a sentence or a paragraph of their own. */
function newsItems(all: readonly News[], numbers: ReadonlyMap<string, number>): Item[] {
  return all.map(
    (news): Item => ({
      code: 'factsNew',
      paragraphId: news.paragraphId,
      number: numbers.get(news.paragraphId ?? '') ?? null,
      says: { en: newsWords(news, 'en'), es: newsWords(news, 'es') },
      key: `factsNew:${news.key}`,
    }),
  );
}

function pairItems(context: DocumentContext, numbers: ReadonlyMap<string, number>): Item[] {
  const { draft, file } = context;
  const out = paragraphsInOrder(draft)
    .filter((paragraph) => paragraph.outOfStep !== null)
    .map((paragraph): Item => {
      const other: Side = paragraph.outOfStep === 'en' ? 'es' : 'en';
      return { code: 'outOfStep', paragraphId: paragraph.id, label: other, key: `outOfStep:${paragraph.id}` };
    });
  const changed = changedFacts(draft, file).map(
    ({ paragraphId, refs }): Item => ({
      code: 'factsChanged',
      paragraphId,
      count: refs.length,
      key: `factsChanged:${paragraphId}`,
    }),
  );
  return [...out, ...changed].map((item) => ({ ...item, number: numbers.get(item.paragraphId ?? '') ?? null }));
}

/** What the translator's certificate lacks, on the second route. */
function translatorItems({ draft }: DocumentContext): Item[] {
  const needed = ['name', 'address', 'phone', 'from'] as const;
  const missing = needed.filter((name) => !draft.fields[`translator.${name}`]?.trim());
  return missing.length > 0 ? [{ code: 'translatorMissing', label: missing.join(', '), missing }] : [];
}

/** On both routes: the read-back where it is needed, or where one was begun although the person reads. */
function readBackItems(context: DocumentContext): Item[] {
  const { draft } = context;
  const person = clientOf(context);
  if (draft.templateId !== 'declaration') return [];
  const isRead = person !== null && (needsReadBack(draft, person) || lastReadBack(draft) !== null);
  return [...(isRead ? openReadBack(context, person) : []), ...(isTranslated(draft) ? translatorItems(context) : [])];
}

/** Without an interpreter the text is read in its own language, to somebody who understands it, by somebody named. */
function readerItems({ draft }: DocumentContext, readBack: ReadBack, person: Person): Item[] {
  if (readBack.relay.length === 0 && !isOwnLanguage(draft, readBack)) return [{ code: 'relayMissing' }];
  const all = readings(draft);
  const unknown = all.filter((one) => !understandsWell(person, one.language)).slice(0, 1);
  const isNameless = all.some((one) => !one.reader?.name.trim());
  return [
    ...(isNameless ? [{ code: 'readerMissing' } as const] : []),
    ...unknown.map(({ language }): Item => ({ code: 'notUnderstood', label: language })),
  ];
}

function openReadBack(context: DocumentContext, person: Person): Item[] {
  const { draft } = context;
  const readBack = lastReadBack(draft);
  if (!readBack) return [{ code: 'readBackMissing' }];
  const open: Item[] = readBack.endedAt === null ? [{ code: 'readBackOpen' }] : [];
  const left = paragraphsToRead(draft).length;
  const unread: Item[] = left > 0 ? [{ code: 'readBackIncomplete', count: left }] : [];
  const certificates = certificateGaps(draft)
    .filter(({ missing }) => missing.length > 0)
    .map(
      ({ index, name, missing }): Item => ({
        code: 'certificateIncomplete',
        label: name,
        missing,
        key: `certificateIncomplete:${index}`,
      }),
    );
  return [...open, ...unread, ...readerItems(context, readBack, person), ...certificates];
}

function admissionItems(context: DocumentContext): Item[] {
  return findAdmissions(context.draft, context.file)
    .filter((one) => !one.isSeen)
    .map(
      ({ key, kind, paragraphId, number }): Item => ({ code: 'admission', admission: kind, paragraphId, number, key }),
    );
}

/** A child's declaration: an attorney decides whether the child signs, a parent declares instead, or nobody. */
function minorItems(context: DocumentContext): Item[] {
  const person = clientOf(context);
  const isChild = person !== null && isMinorOn(person, context.today) === true;
  return context.draft.templateId === 'declaration' && isChild ? [{ code: 'minorDeclarant' }] : [];
}

/**
 * Not even a practitioner passes over these: letters without a shape, what would endanger the client, no text at all,
 * and answers that anybody may take in or set aside.
 */
const neverPassed: readonly ReadyCode[] = ['character', 'carried', 'templateMissing', 'factsNew'];

/**
 * Everything that blocks "ready to sign". A practitioner may override an item with a reason, except those of
 * `neverPassed`. Empty, or all overridden, means ready.
 */
export function namedList(context: DocumentContext, options: ListOptions): ReadyItem[] {
  const { draft } = context;
  const make = (item: Item): ReadyItem => {
    const key = item.key ?? `${item.code}:${item.label ?? ''}`;
    const canOverride = !neverPassed.includes(item.code);
    const override = canOverride ? overrideOf(draft, key) : null;
    return {
      paragraphId: null,
      number: null,
      label: '',
      count: 1,
      admission: null,
      carried: null,
      says: null,
      missing: [],
      typed: [],
      ...item,
      key,
      canOverride,
      isOverridden: override !== null,
      override,
    };
  };
  const template = templateOf(context, options.language);
  if (!template) return [make({ code: 'templateMissing', label: options.language })];
  const tree = draftToTree(context, options.language, 'draft');
  const numbers = paragraphNumbers(tree);
  const characters = options.missingCharacters(tree).map(({ character, blockId }): Item => {
    const paragraphId = blockId in draft.paragraphs ? blockId : null;
    return {
      code: 'character',
      label: character,
      paragraphId,
      number: numbers.get(blockId) ?? null,
      key: `character:${blockId}:${character}`,
    };
  });
  const items = [
    ...gapItems(context, tree, numbers),
    ...pairItems(context, numbers),
    ...newsItems(options.news ?? pendingNews(draft, context), numbers),
    ...typedTexts(context).map(
      (one): Item => ({
        ...one,
        code: 'typedText',
        number: numbers.get(one.paragraphId) ?? null,
        key: `typedText:${one.paragraphId}`,
      }),
    ),
    ...readBackItems(context),
    ...minorItems(context),
    ...admissionItems(context),
    ...characters,
    ...carriedFaultsOf(context, tree, template.kind).map(
      (fault): Item => ({ code: 'carried', carried: fault, key: `carried:${fault}` }),
    ),
  ];
  // A template may print one missing field twice: it is one thing to answer.
  const known = new Set<string>();
  return items.map(make).filter(({ key }) => !known.has(key) && known.add(key));
}

/** The override of an item that was not taken back, or null. */
function overrideOf(draft: DraftFile, key: string): Override | null {
  return Object.values(draft.overrides).find((one) => one.item === key && one.takenBack === undefined) ?? null;
}

/**
 * Overrides that stand but pass over nothing any more: their item was settled, or it was stored under a key that
 * meant several things at once (`gap:item.aNumber` for the A-numbers of all). They cover nothing.
 */
export function idleOverrides(draft: DraftFile, list: readonly ReadyItem[]): Override[] {
  const used = new Set(list.map(({ key }) => key));
  return Object.values(draft.overrides).filter((one) => one.takenBack === undefined && !used.has(one.item));
}

/** The draft with an override taken back: the item stands on the list again, and the record says by whom and when. */
export function takeBackOverride(draft: DraftFile, id: Id, by: { at: string; by: string }): DraftFile {
  const found = draft.overrides[id];
  if (!found || found.takenBack !== undefined) return draft;
  const takenBack = { at: by.at, by: by.by };
  return { ...draft, overrides: { ...draft.overrides, [id]: { ...found, takenBack } } };
}

/** Nothing on the list is left that was not overridden. */
export function isReady(list: readonly ReadyItem[]): boolean {
  return list.every((item) => item.isOverridden);
}

/** Who may pass over an item: a practitioner, where the item allows it at all. A reason is asked for by the schema. */
export function mayOverride(item: ReadyItem, role: Role): boolean {
  return item.canOverride && isPractitioner(role);
}
