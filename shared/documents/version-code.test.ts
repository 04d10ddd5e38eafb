import { describe, expect, it } from 'vitest';
import { readTemplateTexts } from '#electron/document/read-templates.ts';
import { contentHash } from './content-hash.ts';
import { libraryOf } from './library.ts';
import { findCodes, versionCode } from './version-code.ts';
import { starter } from './test-draft.ts';

const start = starter(libraryOf(await readTemplateTexts()));

describe('version code', () => {
  it('finds its document again, and no wrong letter passes', () => {
    const hash = contentHash(start({}).draft);
    const code = versionCode('2019-088', 3, hash);
    expect(code).toMatch(/^2019-088 · d3 · [2-9A-HJKMNP-Z]{4}$/);
    expect(findCodes(`page 2 ${code} 1 of 3`)).toEqual([
      { code, officeNumber: '2019-088', number: 3, short: code.slice(-4) },
    ]);
    const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
    for (let at = 0; at < 4; at += 1) {
      for (const letter of letters) {
        const short = code.slice(-4);
        const wrong = short.slice(0, at) + letter + short.slice(at + 1);
        expect(findCodes(`2019-088 · d3 · ${wrong}`)).toHaveLength(wrong === short ? 1 : 0);
      }
    }
    expect(versionCode('', 1, hash)).toMatch(/^d1 · /);
  });
});
