/** Whether a scan belongs to a version, told by the codes read in its text. */
import { findCodes } from '#shared/documents/version-code.ts';

export type ScanMatch =
  | { readonly kind: 'match' }
  /** Codes were read, none of them this version's. */
  | { readonly kind: 'other'; readonly codes: readonly string[] }
  /** A scan is often only a picture: no code could be read. */
  | { readonly kind: 'none' };

/** Compares by number and short code: the office number may be misread without naming another document. */
export function matchScan(expected: string, found: readonly string[]): ScanMatch {
  const [own] = findCodes(expected);
  const codes = found.flatMap((text) => findCodes(text));
  if (codes.length === 0) return { kind: 'none' };
  const isOwn = own !== undefined && codes.some((code) => code.short === own.short && code.number === own.number);
  return isOwn ? { kind: 'match' } : { kind: 'other', codes: [...new Set(codes.map((code) => code.code))] };
}
