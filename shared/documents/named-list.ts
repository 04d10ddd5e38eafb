/** What still stands between a draft and "ready to sign", item by item; each with a key under `ready.*` on screen. */
import type { TextLanguage } from '#shared/domain/date-words.ts';
import { isPractitioner, type Role } from '#shared/domain/office.ts';
import { allNames } from '#shared/domain/format.ts';
import type { ReadBack } from '#shared/domain/draft.ts';
import { isMinorOn } from '#shared/domain/people.ts';
import type { Person } from '#shared/domain/person.ts';
import type { AdmissionKind } from '#shared/rules/admissions.ts';
import { findAdmissions } from './admissions.ts';
import type { Side } from './build/sentences.ts';
import { type CarriedFault, carriedFaultsOf } from './carried.ts';
import { paragraphsInOrder } from './content-hash.ts';
import { clientOf, type DocumentContext, lastReadBack, understandsWell } from './context.ts';
import { changedFacts, isEdited } from './draft.ts';
import { draftToTree, templateOf } from './draft-tree.ts';
import {
  type CertificateItem,
  certificateGaps,
  isOwnLanguage,
  isTranslated,
  needsReadBack,
  paragraphsToRead,
  readings,
} from './read-back.ts';
import { type DocumentTree, gapsOf, paragraphNumbers } from './tree.ts';

export const readyCodes = [
  'gap',
  'outOfStep',
  'factsChanged',
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
  /** What a certificate lacks. */
  readonly missing: readonly (CertificateItem | 'from')[];
  /** False: not even a practitioner may pass over it. */
  readonly canOverride: boolean;
  readonly isOverridden: boolean;
}

export interface ListOptions {
  /** Language that will be signed. */
  readonly language: TextLanguage;
  /** Characters that the font lacks (`findMissingCharacters` of shared/pdf), asked for the tree that would be printed. */
  readonly missingCharacters: (tree: DocumentTree) => readonly { character: string; blockId: string }[];
}

type Item = Partial<Omit<ReadyItem, 'code' | 'isOverridden'>> & Pick<ReadyItem, 'code'>;

function gapItems(context: DocumentContext, tree: DocumentTree, numbers: ReadonlyMap<string, number>): Item[] {
  const translation = /\.(en|es)$/;
  // What a certificate lacks is an item of its own (`certificateIncomplete`, `translatorMissing`).
  const gaps = gapsOf(tree).filter(({ blockId }) => !/^cert\d*-/.test(blockId));
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

/** Fields of free text without a language: printed as typed on both sides until somebody edits or hears them. */
const typedFields = new Set([
  'unit',
  'role',
  'uniform',
  'description',
  'othersPresent',
  'witnesses',
  'heardBy',
  'reasonGiven',
  'what',
  'outcomeTold',
  'withWhom',
  'toldWhen',
  'explainedBy',
  'whoPaid',
  'reportedTo',
  'toldToWhom',
]);

/** Words typed once that stand in English and in Spanish: nothing is silently in the wrong language (CP4). */
function typedItems(context: DocumentContext, numbers: ReadonlyMap<string, number>): Item[] {
  const { draft } = context;
  const person = clientOf(context);
  // Where English alone is signed and read, the other column is no document.
  const isOneText = person !== null && !isTranslated(draft) && !needsReadBack(draft, person);
  if (draft.templateId !== 'declaration' || isOneText) return [];
  const names = new Set(Object.values(context.file.people).flatMap(allNames));
  return paragraphsToRead(context.draft)
    .filter((paragraph) => !isEdited(paragraph))
    .flatMap((paragraph): Item[] => {
      const typed = paragraph.facts.filter(
        ({ ref, printed }) =>
          printed !== '' && !names.has(printed) && typedFields.has(ref.field.split('.').at(-1) ?? ''),
      );
      const label = typed.map(({ printed }) => printed).join('; ');
      if (label === '') return [];
      return [
        {
          code: 'typedText',
          label,
          paragraphId: paragraph.id,
          number: numbers.get(paragraph.id) ?? null,
          key: `typedText:${paragraph.id}`,
        },
      ];
    });
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

/** Not even a practitioner passes over these: letters without a shape, what would endanger the client, no text at all. */
const neverPassed: readonly ReadyCode[] = ['character', 'carried', 'templateMissing'];

/**
 * Everything that blocks "ready to sign". A practitioner may override an item with a reason, except letters that the
 * font lacks, what may not stand in a carried paper, and a missing template. Empty, or all overridden, means ready.
 */
export function namedList(context: DocumentContext, options: ListOptions): ReadyItem[] {
  const { draft } = context;
  const make = (item: Item): ReadyItem => {
    const key = item.key ?? `${item.code}:${item.label ?? ''}`;
    const canOverride = !neverPassed.includes(item.code);
    const isOverridden = canOverride && Object.values(draft.overrides).some((one) => one.item === key);
    return {
      paragraphId: null,
      number: null,
      label: '',
      count: 1,
      admission: null,
      carried: null,
      missing: [],
      ...item,
      key,
      canOverride,
      isOverridden,
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
    ...typedItems(context, numbers),
    ...readBackItems(context),
    ...minorItems(context),
    ...admissionItems(context),
    ...characters,
    ...carriedFaultsOf(context, tree, template.kind).map(
      (fault): Item => ({ code: 'carried', carried: fault, key: `carried:${fault}` }),
    ),
  ];
  return items.map(make);
}

/** Nothing on the list is left that was not overridden. */
export function isReady(list: readonly ReadyItem[]): boolean {
  return list.every((item) => item.isOverridden);
}

/** Who may pass over an item: a practitioner, where the item allows it at all. A reason is asked for by the schema. */
export function mayOverride(item: ReadyItem, role: Role): boolean {
  return item.canOverride && isPractitioner(role);
}
