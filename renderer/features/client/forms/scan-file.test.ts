import { describe, expect, test } from 'vitest';
import { fail } from '#shared/errors.ts';
import { kindOf, makeScan, mediaTypeOf, openProblem, problemOf, scanName, scansOf } from './scan-file.ts';

const id = (digit: string): string => digit.repeat(32);
const blob = { blobId: id('b'), sha256: 'a'.repeat(64) };
const pdf = { type: 'pdf' as const, pages: 3, codes: [], sha256: 'a'.repeat(64) };
const scan = makeScan({ id: id('1'), blob, looked: pdf, at: '2019-11-25T15:00:00Z' });

describe('a scan of a paper', () => {
  test('keeps where its bytes are, their sum, and the pages that were counted', () => {
    expect(scan).toEqual({
      id: id('1'),
      blobId: id('b'),
      sha256: 'a'.repeat(64),
      type: 'application/pdf',
      pages: 3,
      addedAt: '2019-11-25T15:00:00Z',
    });
  });

  test('a picture is one page; a PDF that nobody could count has none', () => {
    const looked = { codes: [], sha256: 'c'.repeat(64), pages: null };
    const at = '2019-11-25T15:00:00Z';
    expect(makeScan({ id: id('2'), blob, looked: { ...looked, type: 'jpeg' }, at })).toMatchObject({
      type: 'image/jpeg',
      pages: 1,
    });
    expect(makeScan({ id: id('3'), blob, looked: { ...looked, type: 'pdf' }, at }).pages).toBeNull();
  });

  test('goes out as what it is', () => {
    expect(['pdf', 'png', 'jpeg'].map((type) => kindOf({ type: mediaTypeOf(type as 'pdf') ?? '' }))).toEqual([
      'pdf',
      'png',
      'jpg',
    ]);
  });

  test('is no other kind of file, whatever its name says, and is attached once', () => {
    expect(problemOf({ scans: {} }, 'nta.pdf', { ...pdf, type: 'unknown' })).toEqual({
      code: 'unknown',
      name: 'nta.pdf',
    });
    expect(problemOf({ scans: {} }, 'nta.pdf', pdf)).toBeNull();
    expect(problemOf({ scans: { [scan.id]: scan } }, 'again.pdf', pdf)).toEqual({ code: 'twice', n: 1 });
  });

  test('stands in the order of attaching', () => {
    const later = { ...scan, id: id('0'), addedAt: '2019-11-26T15:00:00Z' };
    expect(scansOf({ scans: { [later.id]: later, [scan.id]: scan } }).map((one) => one.id)).toEqual([id('1'), id('0')]);
  });

  test('a file that is too large is told from one that cannot be read', () => {
    expect(openProblem(fail('disk-error', { system: 'EFBIG' }))).toEqual({ code: 'large' });
    expect(openProblem(fail('disk-read-only', { system: 'EACCES' }))).toEqual({ code: 'unread' });
  });

  test('its file name says nothing of the client', () => {
    expect(scanName(' 2019/088 ', 2, 'png')).toBe('2019-088-paper-scan-2.png');
    expect(scanName('', 1, 'pdf')).toBe('paper-scan-1.pdf');
  });
});
