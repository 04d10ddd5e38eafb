import { describe, expect, it, vi } from 'vitest';
import { canonicalText, toBase64, toUtf8 } from './canonical.ts';
import { parseHeader } from './header.ts';
import { sha256 } from './seal.ts';
import { KDF, testVault, openKeys } from './testing.ts';

// Thousands of cases, or real key derivation: slow on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const vault = testVault();
const text = vault.header;

/** The header with the first slot's cost changed, written as our own writer would, but for mac and checksum. */
function withKdf(change: Record<string, unknown>): string {
  const header = JSON.parse(text);
  header.slots[0].kdf = { ...header.slots[0].kdf, ...change };
  return canonicalText(header);
}

describe('parseHeader', () => {
  it('reads its own text', () => expect(parseHeader(text).ok).toBe(true));

  it('has exactly these keys: no check value of a passphrase', () => {
    const header = JSON.parse(text);
    expect(Object.keys(header)).toEqual(['checksum', 'format', 'mac', 'slots', 'vault', 'version']);
    expect(Object.keys(header.slots[0])).toEqual([
      'commitment',
      'grantedBy',
      'holder',
      'id',
      'kdf',
      'kind',
      'publicKey',
      'role',
      'wrapped',
    ]);
  });

  it.each([
    { memoryKiB: 65535 },
    { memoryKiB: 19456, passes: 2 },
    { memoryKiB: 47104, passes: 1 },
    { memoryKiB: 8 },
    { memoryKiB: 0 },
    { memoryKiB: -65536 },
    { memoryKiB: 1024 * 1024 + 1 },
    { memoryKiB: 2 ** 32 },
    { passes: 2 },
    { passes: 1 },
    { passes: 17 },
    { passes: 1_000_000 },
    { lanes: 0 },
    { lanes: 64 },
    { salt: toBase64(new Uint8Array(8)) },
  ])('refuses the cost %o', (change) => {
    expect(parseHeader(withKdf(change))).toMatchObject({ ok: false, code: 'header-weak' });
  });

  it.each([{ memoryKiB: 65536.5 }, { algorithm: 'argon2i' }, { algorithm: 'pbkdf2' }, { extra: 1 }])(
    'cannot read %o',
    (change) => expect(parseHeader(withKdf(change))).toMatchObject({ ok: false, code: 'header-unreadable' }),
  );

  it('refuses a newer version, whatever else it holds, and says which', () => {
    const newer = JSON.stringify({ format: 'amparo-vault', version: 2, other: [] });
    expect(parseHeader(newer)).toEqual({ ok: false, code: 'vault-newer-version', detail: { found: 2, known: 1 } });
  });

  it.each(['', '{', 'null', '[]', '{"format":"amparo-vault","version":1}', ` ${text}`, `${text}\n`])(
    'cannot read %j',
    (damaged) => expect(parseHeader(damaged)).toMatchObject({ ok: false, code: 'header-unreadable' }),
  );

  it('refuses every flipped bit and every cut before a key is derived', () => {
    const bytes = toUtf8(text);
    for (let at = 0; at < bytes.length; at += 1) {
      for (let bit = 0; bit < 8; bit += 1) {
        const flipped = bytes.slice();
        flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
        expect(parseHeader(new TextDecoder().decode(flipped)).ok, `byte ${at} bit ${bit}`).toBe(false);
      }
      expect(parseHeader(text.slice(0, at)).ok).toBe(false);
    }
  });
});

describe('a header rewritten by somebody without a key', () => {
  function forged(change: (header: { slots: { role: string; kdf: object }[] }) => void): string {
    const { checksum: _, ...header } = JSON.parse(text);
    change(header);
    // The checksum is public arithmetic: a forger can make it.
    return canonicalText({ ...header, checksum: checksumOf(header) });
  }

  it('does not open with another role', () => {
    const other = forged((header) => Object.assign(header.slots[0] ?? {}, { role: 'advocate' }));
    expect(parseHeader(other).ok).toBe(true);
    expect(openKeys(other, vault.keysFile, vault.derived)).toMatchObject({
      ok: false,
      code: 'vault-damaged',
      detail: { what: 'header' },
    });
  });

  it('does not open with a lowered cost', () => {
    const other = forged((header) => Object.assign(header.slots[0] ?? {}, { kdf: { ...KDF, memoryKiB: 65536 } }));
    expect(parseHeader(other).ok).toBe(true);
    expect(openKeys(other, vault.keysFile, vault.derived)).toMatchObject({ ok: false, code: 'wrong-passphrase' });
  });
});

function checksumOf(header: object): string {
  return toBase64(sha256(toUtf8(canonicalText(header))));
}
