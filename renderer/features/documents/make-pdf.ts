/** From an open document to bytes: drafts at any time, the final version once. */
import type { TextLanguage } from '#shared/domain/date-words.ts';
import type { DraftFile, Version } from '#shared/domain/draft.ts';
import { carriedFaultsOf } from '#shared/documents/carried.ts';
import { contentHash } from '#shared/documents/content-hash.ts';
import { type DocumentContext, lastReadBack } from '#shared/documents/context.ts';
import { draftToTree, footerOf, nextVersionNumber, templateOf } from '#shared/documents/draft-tree.ts';
import { isFrozen, lifeOf } from '#shared/documents/life.ts';
import { gapsOf } from '#shared/documents/tree.ts';
import { fail, ok, type Result, toFailure } from '#shared/errors.ts';
import { draftMark } from '#shared/pdf/draw.ts';
import type { RenderOptions } from '#shared/pdf/render.ts';
import { type AskOptions, pdfClient, renderPdf } from '#renderer/pdf/pdf-client.ts';
import type { StoreClient } from '#renderer/store/client.ts';

/** The language that is signed or handed over. */
export function signedLanguage(draft: DraftFile): TextLanguage {
  const known: readonly string[] = ['en', 'es', 'pt', 'ht'];
  return known.includes(draft.language) ? (draft.language as TextLanguage) : 'en';
}

/** Languages this document can be printed in: a declaration in both of its columns, anything else in its own. */
export function printLanguages(draft: DraftFile): readonly TextLanguage[] {
  return draft.templateId === 'declaration' ? ['en', 'es'] : [signedLanguage(draft)];
}

/** A letter that is carried is not marked once nothing is missing in it; everything else is a draft until it is final. */
function isMarked(context: DocumentContext, language: TextLanguage): boolean {
  const kind = templateOf(context, language)?.kind;
  if (kind !== 'letter' && kind !== 'reminder' && kind !== 'script') return true;
  const tree = draftToTree(context, language, 'draft');
  return gapsOf(tree).length > 0 || carriedFaultsOf(context, tree, kind).length > 0;
}

function optionsFor(context: DocumentContext, language: TextLanguage, isDraft: boolean): RenderOptions {
  return {
    draft: isDraft,
    footer: footerOf(context, language),
    date: `${context.today}T00:00:00Z`,
    tagged: !isDraft,
    pdfa: !isDraft,
    compress: true,
  };
}

/** The bytes of the draft as it is now, each page marked. Rejects with the renderer's AppError. */
export function draftPdf(context: DocumentContext, language: TextLanguage, ask?: AskOptions): Promise<Uint8Array> {
  const tree = draftToTree(context, language, 'draft');
  return renderPdf(tree, optionsFor(context, language, isMarked(context, language)), ask);
}

/** The translation that goes with a final version in the client's language: not marked, gaps as blank lines. */
export function translationPdf(context: DocumentContext, language: TextLanguage): Promise<Uint8Array> {
  const options = optionsFor(context, language, false);
  // It goes with the version that stands, not with the next one.
  const left = standingVersion(context.draft)?.code ?? options.footer.left;
  return renderPdf(draftToTree(context, language, 'final'), { ...options, footer: { ...options.footer, left } });
}

export type MadeVersion = Omit<Version, 'id' | 'finalisedAt' | 'finalisedBy' | 'signedScan'>;

/**
 * The final version: made, reopened and checked, its bytes sealed. Nothing of the draft changes here. Fails with
 * `pdf-check-failed` {problem} or what renderer and store say.
 */
export async function makeVersion(context: DocumentContext, client: StoreClient): Promise<Result<MadeVersion>> {
  const { draft } = context;
  const language = signedLanguage(draft);
  const options = optionsFor(context, language, false);
  try {
    const bytes = await renderPdf(draftToTree(context, language, 'final'), options);
    const check = await pdfClient().check(bytes, {
      footer: options.footer.left,
      draftMark: { text: draftMark, expected: false },
    });
    const [problem] = check.problems;
    if (problem !== undefined) return fail('pdf-check-failed', { problem: problem.code, page: problem.page });
    const blob = await client.request('blobPut', { bytes, type: 'application/pdf', caseId: draft.caseId });
    if (!blob.ok) return blob;
    return ok({
      number: nextVersionNumber(draft),
      code: options.footer.left,
      sha256: blob.value.sha256,
      blobId: blob.value.blobId,
      pages: check.pages,
      contentHash: contentHash(draft),
      readBackId: lastReadBack(draft)?.id ?? null,
    });
  } catch (error) {
    return toFailure(error);
  }
}

/** The version that stands now, when the document is final; else null. */
export function standingVersion(draft: DraftFile): Version | null {
  if (!isFrozen(lifeOf(draft))) return null;
  return Object.values(draft.versions).sort((a, b) => b.number - a.number)[0] ?? null;
}

/** Bytes to print or save: of the version that stands, else of the draft. */
export async function currentPdf(
  context: DocumentContext,
  client: StoreClient,
  language: TextLanguage,
): Promise<Result<Uint8Array>> {
  const version = standingVersion(context.draft);
  try {
    if (version === null) return ok(await draftPdf(context, language));
    if (language !== signedLanguage(context.draft)) return ok(await translationPdf(context, language));
    return await client.request('blobGet', { blobId: version.blobId });
  } catch (error) {
    return toFailure(error);
  }
}

/** A name for a file that says nothing of the client: office number, kind of document, version. */
export function neutralName(context: DocumentContext, language: TextLanguage): string {
  const { draft, file } = context;
  const number = file.officeNumber.trim().replace(/[^\p{L}\p{N}.-]+/gu, '-');
  const version = standingVersion(draft);
  const state = version === null ? 'draft' : `d${version.number}`;
  return [number, draft.templateId, language, state]
    .filter((part) => part !== '')
    .join('-')
    .concat('.pdf');
}
