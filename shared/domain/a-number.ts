/** A-numbers: nine digits after an "A"; older ones have eight (domain.md §1.4). */
import { fail, ok, type Result } from '#shared/errors.ts';

/**
 * Reads an A-number typed with or without "A", spaces, dots or dashes. Eight digits are kept as nine with a
 * leading zero. Fails with `a-number-length` (digits that came) or `a-number-characters` (the first odd character).
 */
export function parseANumber(text: string): Result<string> {
  const bare = text.trim().replace(/^[Aa][\s#.:\-–]*/, '');
  const odd = /[^\d\s.\-–]/.exec(bare);
  if (odd) return fail('a-number-characters', { came: text.trim(), character: odd[0] });
  const digits = bare.replace(/\D/g, '');
  if (digits.length !== 8 && digits.length !== 9) return fail('a-number-length', { came: digits.length });
  return ok(digits.padStart(9, '0'));
}
