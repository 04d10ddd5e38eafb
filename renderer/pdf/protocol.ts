import type { DocumentTree } from '#shared/documents/tree.ts';
import type { Result } from '#shared/errors.ts';
import type { CheckExpectations, PdfCheck } from '#shared/pdf/check.ts';
import type { MissingCharacter } from '#shared/pdf/printable.ts';
import type { RenderOptions } from '#shared/pdf/render.ts';

/** What the page asks of the PDF worker, and what it answers. */
export type PdfJob =
  | { readonly kind: 'render'; readonly tree: DocumentTree; readonly options: RenderOptions }
  | { readonly kind: 'check'; readonly bytes: Uint8Array; readonly expected: CheckExpectations }
  | { readonly kind: 'characters'; readonly tree: DocumentTree };
export interface PdfAnswers {
  render: Uint8Array;
  check: PdfCheck;
  characters: MissingCharacter[];
}
export interface PdfRequest {
  readonly id: number;
  readonly job: PdfJob;
}
export interface PdfReply {
  readonly id: number;
  readonly result: Result<PdfAnswers[PdfJob['kind']]>;
}
