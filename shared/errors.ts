/**
 * Expected failures are values with a code; each code has a text in both languages under `errors.<code>`
 * in resources/locales, saying what was expected, what came and what to do. Bugs throw instead.
 */
export const errorCodes = [
  // vault
  'header-unreadable',
  'header-weak',
  'vault-newer-version',
  'vault-damaged',
  'vault-locked-by-other',
  'vault-exists',
  'vault-missing',
  'wrong-passphrase',
  'wrong-recovery-code',
  'recovery-code-checksum',
  'passphrase-too-short',
  'passphrase-common',
  'disk-full',
  'disk-read-only',
  'disk-error',
  'folder-missing',
  'record-unreadable',
  'access-unfinished',
  'sheet-withdrawn',
  'read-only-mode',
  'out-of-sequence',
  // record
  'file-not-found',
  'file-invalid',
  'not-allowed',
  'draft-frozen',
  'not-ready',
  // typed values
  'date-unreadable',
  'date-impossible',
  'date-year-short',
  'time-unreadable',
  'number-unreadable',
  'a-number-length',
  'a-number-characters',
  // documents
  'character-not-in-font',
  'template-invalid',
  'template-not-found',
  'case-file-invalid',
  'pdf-check-failed',
  'print-failed',
  'print-page-failed',
  'not-saved',
  // bridge
  'bad-request',
  'foreign-sender',
  'cancelled',
  'internal',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** Values named in the message text; never client data that would end in a log. */
export type ErrorDetail = Readonly<Record<string, string | number>>;

export interface Failure {
  readonly ok: false;
  readonly code: ErrorCode;
  readonly detail: ErrorDetail;
}
export interface Success<T> {
  readonly ok: true;
  readonly value: T;
}
/** The answer of anything that can fail in an expected way. */
export type Result<T> = Success<T> | Failure;

export function ok<T>(value: T): Success<T> {
  return { ok: true, value };
}
export function fail(code: ErrorCode, detail: ErrorDetail = {}): Failure {
  return { ok: false, code, detail };
}

/** An expected failure while deep in a call; caught at the edge and turned into a `Failure`. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly detail: ErrorDetail;
  constructor(code: ErrorCode, detail: ErrorDetail = {}) {
    super(code);
    this.name = 'AppError';
    this.code = code;
    this.detail = detail;
  }
}

/** Turns anything thrown into a `Failure`; unknown errors become `internal` without their text. */
export function toFailure(error: unknown): Failure {
  if (error instanceof AppError) return fail(error.code, error.detail);
  return fail('internal');
}
