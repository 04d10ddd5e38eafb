/** From a file of the user's to a scan kept with a paper, and out again. */
import type { Id } from '#shared/domain/base.ts';
import type { Paper } from '#shared/domain/journey.ts';
import type { Failure } from '#shared/errors.ts';
import type { Answer } from '#shared/ipc/contract.ts';

export type Scan = Paper['scans'][string];
export type ScanKind = 'pdf' | 'png' | 'jpg';
/** Locale keys under `paper.scan.failed.`. */
export type ScanProblem =
  | { readonly code: 'unknown'; readonly name: string }
  | { readonly code: 'twice'; readonly n: number }
  | { readonly code: 'large' | 'unread' | 'notLooked' };

const mediaTypes: Readonly<Record<ScanKind, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
};

type Looked = Answer<'files.inspect'>;

/** The media type that a scan is kept under, told by its bytes; null for what is no scan. */
export function mediaTypeOf(type: Looked['type']): string | null {
  if (type === 'unknown') return null;
  return mediaTypes[type === 'jpeg' ? 'jpg' : type];
}

/** How a kept scan ends when it is saved as a file. What is kept under an unknown type is a PDF by what was accepted. */
export function kindOf(scan: Pick<Scan, 'type'>): ScanKind {
  const kinds = Object.keys(mediaTypes) as ScanKind[];
  return kinds.find((kind) => mediaTypes[kind] === scan.type) ?? 'pdf';
}

/** Scans in the order in which they were attached. */
export function scansOf(paper: Pick<Paper, 'scans'>): Scan[] {
  return Object.values(paper.scans).sort((a, b) => (`${a.addedAt} ${a.id}` < `${b.addedAt} ${b.id}` ? -1 : 1));
}

/** Why a file that was looked at cannot be attached to the paper; null when it can. */
export function problemOf(paper: Pick<Paper, 'scans'>, name: string, looked: Looked): ScanProblem | null {
  if (mediaTypeOf(looked.type) === null) return { code: 'unknown', name };
  const at = scansOf(paper).findIndex((scan) => scan.sha256 === looked.sha256);
  return at < 0 ? null : { code: 'twice', n: at + 1 };
}

/** What a failed opening means to somebody who wanted to attach a file. */
export function openProblem(failure: Failure): ScanProblem {
  return { code: failure.detail?.system === 'EFBIG' ? 'large' : 'unread' };
}

/** The scan as it is kept with the paper; a picture is one page. */
export function makeScan(given: {
  readonly id: Id;
  readonly blob: { readonly blobId: Id; readonly sha256: string };
  readonly looked: Looked;
  readonly at: string;
}): Scan {
  const type = mediaTypeOf(given.looked.type) ?? mediaTypes.pdf;
  const pages = given.looked.pages ?? (type === mediaTypes.pdf ? null : 1);
  return { id: given.id, ...given.blob, type, pages, addedAt: given.at };
}

/** A file name that says nothing of the client: office number and number of the scan. */
export function scanName(officeNumber: string, n: number, kind: ScanKind): string {
  const number = officeNumber.trim().replace(/[^\p{L}\p{N}.-]+/gu, '-');
  return [number, 'paper', 'scan', String(n)]
    .filter((part) => part !== '')
    .join('-')
    .concat('.', kind);
}
