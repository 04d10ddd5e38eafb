/**
 * Whether two names may be one person: in any order, surnames swapped, given names and surnames confused, a surname
 * or second name left out, particles, accents, and spelling by ear (features.md D3). It proposes and says why; a
 * person decides.
 */
import { distance } from 'fastest-levenshtein';
import { nameTokens, soundKey } from './fold.ts';

/** Locale keys under `duplicate.`. */
export type NameReason = 'sameName' | 'namesInOtherOrder' | 'partOfName' | 'soundsAlike' | 'oneLetter';
export type BirthReason = 'birthSame' | 'birthSwapped' | 'birthNear';

/** A name prepared once for many comparisons. */
export interface NameForm {
  readonly tokens: readonly string[];
  readonly sounds: readonly string[];
}

/** `sound` may remember keys of words that come again and again. */
export function nameForm(name: string, sound: (token: string) => string = soundKey): NameForm {
  const tokens = nameTokens(name);
  return { tokens, sounds: tokens.map((token) => sound(token)) };
}

/** 0 same word, 1 sounds alike, 2 one letter apart, 3 different. */
type Grade = 0 | 1 | 2 | 3;
const SHORTEST_FOR_TYPO = 4;

function gradeOf(left: NameForm, at: number, right: NameForm, other: number): Grade {
  if (left.tokens[at] === right.tokens[other]) return 0;
  const [one = '', two = ''] = [left.sounds[at], right.sounds[other]];
  if (one === two) return 1;
  if (Math.min(one.length, two.length) < SHORTEST_FOR_TYPO || Math.abs(one.length - two.length) > 1) return 3;
  return distance(one, two) === 1 ? 2 : 3;
}

interface Pair {
  readonly at: number;
  readonly other: number;
  readonly grade: Grade;
}

/** Each word of the shorter name with its best partner in the longer, each partner once, best grades first. */
function pairsOf(shorter: NameForm, longer: NameForm): Pair[] {
  const possible: Pair[] = [];
  for (let at = 0; at < shorter.tokens.length; at += 1) {
    for (let other = 0; other < longer.tokens.length; other += 1) {
      const grade = gradeOf(shorter, at, longer, other);
      if (grade < 3) possible.push({ at, other, grade });
    }
  }
  // Among equals the same place wins, so that a repeated word ("Juan Juan") is not called another order.
  possible.sort((a, b) => a.grade - b.grade || Math.abs(a.at - a.other) - Math.abs(b.at - b.other) || a.at - b.at);
  const usedAt = new Set<number>();
  const usedOther = new Set<number>();
  const chosen: Pair[] = [];
  for (const pair of possible) {
    if (usedAt.has(pair.at) || usedOther.has(pair.other)) continue;
    usedAt.add(pair.at);
    usedOther.add(pair.other);
    chosen.push(pair);
  }
  return chosen.sort((a, b) => a.at - b.at);
}

/**
 * Why two names may be one, or [] when they do not match. They match when every word of the shorter has a partner
 * and there are at least two, when at least three words have one, or when both are the same single word.
 */
export function matchNames(left: NameForm, right: NameForm): NameReason[] {
  const [shorter, longer] = left.tokens.length <= right.tokens.length ? [left, right] : [right, left];
  if (shorter.tokens.length === 0) return [];
  const pairs = pairsOf(shorter, longer);
  const isWhole = pairs.length === shorter.tokens.length;
  const isSingle = longer.tokens.length === 1 && isWhole;
  if (!isSingle && !(isWhole && pairs.length >= 2) && pairs.length < 3) return [];
  const worst = Math.max(...pairs.map((pair) => pair.grade));
  if (isSingle && worst === 2) return [];
  const reasons: NameReason[] = [];
  const isOrdered = pairs.every((pair, index) => index === 0 || (pairs[index - 1]?.other ?? 0) < pair.other);
  if (!isOrdered) reasons.push('namesInOtherOrder');
  if (pairs.length < longer.tokens.length) reasons.push('partOfName');
  if (pairs.some((pair) => pair.grade === 1)) reasons.push('soundsAlike');
  if (pairs.some((pair) => pair.grade === 2)) reasons.push('oneLetter');
  return reasons.length === 0 ? ['sameName'] : reasons;
}

/** How many words of two names sound alike. */
export function sharedSounds(left: NameForm, right: NameForm): number {
  return left.sounds.filter((sound) => right.sounds.includes(sound)).length;
}

const DAY = 86_400_000;
/** Birth dates this many days apart may be one date that was misread. */
const NEAR_DAYS = 31;

function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY;
}

/**
 * Whether two birth dates (YYYY, YYYY-MM or YYYY-MM-DD) may be one: the same as far as both are known, day and month
 * swapped, or near (31 days; the same day in the year before or after). Null when they differ or one is not known.
 */
export function matchBirth(left: string, right: string): BirthReason | null {
  if (left === '' || right === '') return null;
  const length = Math.min(left.length, right.length);
  if (length < 10) return left.slice(0, length) === right.slice(0, length) ? 'birthSame' : null;
  if (left === right) return 'birthSame';
  const [year, month, day] = left.split('-');
  if (`${year}-${day}-${month}` === right) return 'birthSwapped';
  if (Math.abs(dayNumber(left) - dayNumber(right)) <= NEAR_DAYS) return 'birthNear';
  const years = Math.abs(Number(left.slice(0, 4)) - Number(right.slice(0, 4)));
  return years === 1 && left.slice(5) === right.slice(5) ? 'birthNear' : null;
}
