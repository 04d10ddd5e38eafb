/** The document tree of a draft in one language: template filled, the draft's paragraphs in it, certificates behind. */
import type { TextLanguage } from '#shared/domain/date-words.ts';
import type { DraftFile, DraftInline, DraftParagraph } from '#shared/domain/draft.ts';
import { contentHash, paragraphsInOrder } from './content-hash.ts';
import type { DocumentContext } from './context.ts';
import { sameLanguage } from '#shared/reference/languages.ts';
import { interpretations, isTranslated, readings, signedTag } from './read-back.ts';
import { fieldValues, interpreterTexts, readingTexts } from './field-values.ts';
import { findTemplate, needTemplate } from './library.ts';
import type { FieldValues } from './notation/fields.ts';
import { fillTemplate } from './notation/fill.ts';
import type { Template } from './notation/template.ts';
import { perjuryBlocks } from './perjury.ts';
import { allBlocks, type Block, blockLines, type DocumentTree, type Inline } from './tree.ts';
import { versionCode } from './version-code.ts';

/** `draft` keeps gaps; `final` prints a gap that was overridden as a blank line. */
export type TreeMode = 'draft' | 'final';

const noText: Readonly<Record<TextLanguage, string>> = {
  en: 'text in English',
  es: 'texto en español',
  pt: 'texto em português',
  ht: 'tèks an kreyòl',
};

function treeInline(inline: DraftInline): Inline {
  return inline.type === 'text' ? { ...inline, text: inline.text.replace(/\p{Cc}+/gu, ' ') } : { ...inline };
}

/** A paragraph without text in this language is a gap: another language is never put in its place (CP4). */
function paragraphInlines(paragraph: DraftParagraph, language: TextLanguage): Inline[] {
  const side = language === 'en' || language === 'es' ? paragraph.sides[language] : undefined;
  if (side && side.inlines.length > 0) return side.inlines.map(treeInline);
  return [{ type: 'gap', path: `paragraphs.${paragraph.id}.${language}`, label: noText[language] }];
}

function paragraphBlock(paragraph: DraftParagraph, language: TextLanguage): Block {
  const inlines = paragraphInlines(paragraph, language);
  const facts = paragraph.facts.map(({ ref }) => [ref.collection, ref.id, ref.field].filter(Boolean).join('.'));
  switch (paragraph.kind) {
    case 'heading':
      return { type: 'heading', id: paragraph.id, level: 2, align: 'left', inlines };
    case 'quote':
      return { type: 'quote', id: paragraph.id, inlines };
    default: {
      const numbered = paragraph.kind === 'numbered';
      return {
        type: 'paragraph',
        id: paragraph.id,
        numbered,
        align: 'left',
        indent: 36,
        inlines,
        spacing: 'double',
        facts,
      };
    }
  }
}

function withTexts(values: FieldValues, texts: FieldValues['texts']): FieldValues {
  return { texts: { ...values.texts, ...texts }, lists: values.lists };
}

/** A certificate or statement behind the document, on a page of its own. */
function attached(context: DocumentContext, id: string, language: TextLanguage, values: FieldValues, prefix: string) {
  const template = needTemplate(context.library, id, language);
  const pageBreak: Block = { type: 'pageBreak', id: `${prefix}break` };
  return [pageBreak, ...fillTemplate(template, values, {}, prefix)];
}

/**
 * What belongs behind a declaration: one certificate per interpreter and one statement per reader, behind the text
 * that is signed and in its language; on the second route also in the translation, which renders the whole document,
 * and last there the translator's certificate. The column that only serves the read-back carries none.
 */
function certificateBlocks(context: DocumentContext, values: FieldValues, language: TextLanguage): Block[] {
  const { draft } = context;
  const isSigned = sameLanguage(signedTag(draft), language);
  if (draft.templateId !== 'declaration' || (!isSigned && !isTranslated(draft))) return [];
  const interpreted = interpretations(draft).flatMap(({ readBack, index }, place): Block[] => {
    const texts = withTexts(values, interpreterTexts(readBack, index, language));
    return attached(context, 'certificate-of-interpretation', language, texts, `cert${place + 1}-`);
  });
  const read = readings(draft).flatMap((readBack, place): Block[] => {
    const texts = withTexts(values, readingTexts(readBack, language));
    return attached(context, 'reader-statement', language, texts, `cert-reader${place + 1}-`);
  });
  const translation =
    isTranslated(draft) && language === 'en'
      ? attached(context, 'certificate-of-translation', 'en', values, 'cert-')
      : [];
  return [...interpreted, ...read, ...translation];
}

/** Reasons that the court must know ("translation to follow"), under the signature. */
function overrideBlocks(draft: DraftFile): Block[] {
  return Object.values(draft.overrides)
    .filter((one) => one.printed && one.takenBack === undefined)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((one): Block => {
      const inlines: Inline[] = [{ type: 'text', text: one.reason.replace(/\s+/g, ' ') }];
      return {
        type: 'paragraph',
        id: `note-${one.id}`,
        numbered: false,
        align: 'left',
        indent: 0,
        inlines,
        spacing: 'single',
      };
    });
}

function blankGaps(inlines: readonly Inline[]): Inline[] {
  return inlines.map((inline) => (inline.type === 'gap' ? { type: 'blank', points: 72 } : inline));
}

/** Every gap as a ruled blank: for a final document whose gaps a practitioner overrode. */
function withoutGaps(blocks: readonly Block[]): Block[] {
  const map = <T extends Block>(block: T): T => {
    const copy = structuredCloneBlock(block);
    for (const inner of allBlocks([copy])) {
      for (const line of blockLines(inner)) (line as Inline[]).splice(0, line.length, ...blankGaps(line));
    }
    return copy;
  };
  return blocks.map(map);
}
function structuredCloneBlock<T extends Block>(block: T): T {
  return JSON.parse(JSON.stringify(block)) as T;
}

/**
 * The tree of a draft in `language`. Throws `template-not-found` when the template does not exist in it: the
 * language of a document is never changed silently.
 */
export function draftToTree(context: DocumentContext, language: TextLanguage, mode: TreeMode = 'draft'): DocumentTree {
  const { draft, library } = context;
  const template = needTemplate(library, draft.templateId, language);
  const values = fieldValues(context, language);
  const slots = {
    paragraphs: paragraphsInOrder(draft).map((paragraph) => paragraphBlock(paragraph, language)),
    perjury: perjuryBlocks(draft.signingPlace, language),
  };
  const blocks = [
    ...fillTemplate(template, values, slots),
    ...overrideBlocks(draft),
    ...certificateBlocks(context, values, language),
  ];
  return {
    version: 1,
    templateId: draft.templateId,
    title: draft.title || template.title,
    language,
    blocks: mode === 'final' ? withoutGaps(blocks) : blocks,
  };
}

/** Languages the draft's template can be printed in. */
export function templateOf(
  context: Pick<DocumentContext, 'draft' | 'library'>,
  language: TextLanguage,
): Template | null {
  return findTemplate(context.library, context.draft.templateId, language);
}

const pageOf: Readonly<Record<TextLanguage, string>> = {
  en: '{n} of {m}',
  es: '{n} de {m}',
  pt: '{n} de {m}',
  ht: '{n} sou {m}',
};

/**
 * Footer of every page: the version code left, page numbers right. A letter that is carried and a reminder bear no
 * code and no office number: whoever finds it learns nothing of the office.
 */
export function footerOf(context: DocumentContext, language: TextLanguage): { left: string; pageOf: string } {
  const { draft, file } = context;
  const kind = templateOf(context, language)?.kind;
  if (kind === 'letter' || kind === 'reminder' || kind === 'script') return { left: '', pageOf: '' };
  return {
    left: versionCode(file.officeNumber, nextVersionNumber(draft), contentHash(draft)),
    pageOf: pageOf[language],
  };
}

/** Number that the next finalised version gets. */
export function nextVersionNumber(draft: DraftFile): number {
  return Math.max(0, ...Object.values(draft.versions).map((version) => version.number)) + 1;
}
