/**
 * The code in the footer that takes a signed scan back to its document: "2019-088 · d3 · 7KQ2". Three letters from
 * the content's hash and a check letter over them and the number of the draft.
 */

/** 31 letters and digits (a prime, so that the check finds each wrong or swapped letter); no 0 1 I L O. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

function checkLetter(letters: string, number: number): string {
  const sum = [...letters].reduce((total, letter, index) => total + (index + 2) * alphabet.indexOf(letter), 0);
  return alphabet[(sum + 7 * (number % alphabet.length)) % alphabet.length] ?? '';
}

/** Four letters for the `number`-th version with this content hash (hex, at least 8 digits). */
export function shortCode(contentHash: string, number: number): string {
  let rest = Number.parseInt(contentHash.slice(0, 8), 16);
  let letters = '';
  for (let index = 0; index < 3; index += 1) {
    letters += alphabet[rest % alphabet.length] ?? '';
    rest = Math.floor(rest / alphabet.length);
  }
  return letters + checkLetter(letters, number);
}

/** The footer text; without an office file number the code stands alone, never a name. */
export function versionCode(officeNumber: string, number: number, contentHash: string): string {
  const parts = [officeNumber.trim(), `d${number}`, shortCode(contentHash, number)];
  return parts.filter((part) => part !== '').join(' · ');
}

export interface FoundCode {
  /** As printed by `versionCode`, spaces and dots made regular. */
  readonly code: string;
  readonly officeNumber: string;
  readonly number: number;
  readonly short: string;
}

const pattern =
  /(?:([A-Za-z0-9][A-Za-z0-9/_.-]{0,39})\s*[·•∙‧.*-]\s*)?\bd\s?(\d{1,4})\s*[·•∙‧.*-]\s*([2-9A-HJKMNP-Z]{4})\b/g;

/** Every code in a text (of a scan, or typed), whose check letter is right. */
export function findCodes(text: string): FoundCode[] {
  return [...text.matchAll(pattern)].flatMap(([, officeNumber = '', digits = '', short = '']) => {
    const number = Number(digits);
    if (checkLetter(short.slice(0, 3), number) !== short[3]) return [];
    const code = [officeNumber, `d${number}`, short].filter((part) => part !== '').join(' · ');
    return [{ code, officeNumber, number, short }];
  });
}
