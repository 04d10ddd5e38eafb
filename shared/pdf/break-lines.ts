/// <reference path="./linebreak.d.ts" />
import LineBreaker from 'linebreak';
import type { RichText } from './rich-text.ts';

/** One line: characters from `start` to `end` are inked; `next` is where the following line begins. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly next: number;
  /** Inked width in points, without trailing spaces. */
  readonly width: number;
}

/**
 * Breaks measured text into lines, greedy and ragged right as court papers are. Break opportunities are those of
 * UAX #14 less the ones in `binds`; U+02BC and U+A78C are letters there, so "qʼanjobʼal" stays whole. A word wider
 * than the line is cut by characters, because losing its end at the margin would be worse.
 *
 * @param first width of the first line in points
 * @param rest width of every other line in points
 */
export function breakLines(rich: RichText, first: number, rest: number): Line[] {
  const { text, x } = rich;
  const lines: Line[] = [];
  if (text === '') return lines;
  const stops: number[] = [];
  let start = 0;
  let width = first;
  const close = (end: number, next: number) => {
    const inked = trimEnd(text, start, end);
    lines.push({ start, end: inked, next, width: (x[inked] ?? 0) - (x[start] ?? 0) });
    start = next;
    width = rest;
  };
  const breaker = new LineBreaker(text);
  for (let stop = breaker.nextBreak(); stop; stop = breaker.nextBreak()) {
    const hard = stop.required && text.charCodeAt(stop.position - 1) === lineFeed;
    const end = trimEnd(text, start, hard ? stop.position - 1 : stop.position);
    while ((x[end] ?? 0) - (x[start] ?? 0) > width + tolerance) {
      const back = lastStop(text, stops, start);
      stops.length = 0;
      const cut = back ?? cutInside(x, start, end, width);
      close(cut, cut);
      if (back !== null) break;
    }
    // After stepping back over bound words what is left may still be too wide for its new line.
    while ((x[end] ?? 0) - (x[start] ?? 0) > width + tolerance) {
      const cut = cutInside(x, start, end, width);
      close(cut, cut);
    }
    if (hard) {
      close(stop.position - 1, stop.position);
      stops.length = 0;
    } else stops.push(stop.position);
  }
  if (start < text.length) close(text.length, text.length);
  return lines;
}

const lineFeed = 10;
const space = 32;
const dash = '—';
const tolerance = 0.001;

function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && text.charCodeAt(at - 1) === space) at--;
  return at;
}

function lastStop(text: string, stops: readonly number[], start: number): number | null {
  for (let index = stops.length - 1; index >= 0; index--) {
    const stop = stops[index] ?? 0;
    if (stop > start && !binds(text, stop)) return stop;
  }
  return null;
}

function cutInside(x: Float64Array, start: number, end: number, width: number): number {
  let cut = start + 1;
  while (cut < end && (x[cut + 1] ?? 0) - (x[start] ?? 0) <= width) cut++;
  return cut;
}

/**
 * True where a legal citation, an A-number, a clock time or a title must not be parted from what follows:
 * "§ 1003.23", "28 U.S.C. § 1746", "8 C.F.R. 1003.33", "No. 5", "p. 3", "9:00 a.m.", "A 000 000 417", "Ms. Ixcoy".
 * The characters stay ordinary spaces, so that searching the PDF for them works. A dash that opens direct speech, as
 * Spanish writes it ("dijo: —Eso"), stays with its first word, one that closes it with its last.
 */
export function binds(text: string, stop: number): boolean {
  if (text[stop] === dash) return text.charCodeAt(stop - 1) !== space;
  if (text[stop - 1] === dash) return stop === 1 || /[\s«“(¿¡]/.test(text[stop - 2] ?? ' ');
  if (text.charCodeAt(stop - 1) !== space) return false;
  const before = text.slice(Math.max(0, stop - 16), stop - 1);
  const after = text.slice(stop, stop + 8);
  if (/[§¶]$/.test(before) || /^[§¶]/.test(after)) return true;
  if (/\d$/.test(before) && /^(C\.F\.R|U\.S\.C|I&N|F\.\dd|[ap]\.\s?m\.)/.test(after)) return true;
  if (/(C\.F\.R\.|U\.S\.C\.|I&N|I&N Dec\.)$/.test(before)) return true;
  if (/(^|[^\p{L}])(Nos?|pp?|art|núm|págs?)\.$/u.test(before) && /^[\dA-Z]/.test(after)) return true;
  if (/(^|[^\p{L}])(Mrs?|Ms|Dra?|Sra?|Lic)\.$/u.test(before)) return true;
  return /(^|[^\p{L}])A[ -]?(\d{3} )?(\d{3})?$/u.test(before) && /^\d{3}([^\d]|$)/.test(after);
}
