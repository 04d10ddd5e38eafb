import { describe, expect, it } from 'vitest';
import { versionCode } from '#shared/documents/version-code.ts';
import { matchScan } from './scan-match.ts';

const own = versionCode('2019-088', 3, 'a1b2c3d4e5f6');
const other = versionCode('2019-088', 2, 'ffffffff0000');

describe('a scan that comes back', () => {
  it('belongs to the version when one of its pages carries the code', () => {
    expect(matchScan(own, [other, own])).toEqual({ kind: 'match' });
  });
  it('still belongs to it when the office number was misread', () => {
    expect(matchScan(own, [own.replace('2019-088', '2O19-O88')])).toEqual({ kind: 'match' });
  });
  it('is told from another document by its codes', () => {
    expect(matchScan(own, [other, other])).toEqual({ kind: 'other', codes: [other] });
  });
  it('has to be compared by eye when nothing was read, or only a broken code', () => {
    expect(matchScan(own, [])).toEqual({ kind: 'none' });
    expect(matchScan(own, ['2019-088 · d3 · 2222'])).toEqual({ kind: 'none' });
  });
});
