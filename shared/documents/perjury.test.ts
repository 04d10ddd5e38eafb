import { describe, expect, it } from 'vitest';
import { contradictsClause, perjuryClause } from './perjury.ts';

describe('28 U.S.C. 1746', () => {
  it('takes (1) outside and for an unknown place, (2) inside', () => {
    const place = (code: string | null, country: 'US' | 'MX' | null) => ({ code, country, text: '' });
    const outside =
      'I declare under penalty of perjury under the laws of the United States of America that the foregoing is true and correct.';
    expect(perjuryClause(null).text).toBe(outside);
    expect(perjuryClause(place('MX-JUZ', null)).text).toBe(outside);
    expect(perjuryClause(place('ELP', null)).text).toBe(
      'I declare under penalty of perjury that the foregoing is true and correct.',
    );
    expect([perjuryClause(null).reviewed, perjuryClause(null, 'es').reviewed]).toEqual([true, false]);
    expect(contradictsClause('1746-2', place('MX-JUZ', null))).toBe(true);
    expect(contradictsClause('1746-1', place('ELP', null))).toBe(false);
  });
});
