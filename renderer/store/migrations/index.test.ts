import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { cacheVersions, isNewer, newestVersion } from './index.ts';

/** One line per released version; a line here may be added, never changed. */
const released: Readonly<Record<number, string>> = {
  1: '74dadc9fb4d7',
};

it('counts versions up from 1 without gaps', () => {
  expect(cacheVersions.map(({ version }) => version)).toEqual(cacheVersions.map((_, index) => index + 1));
  expect(newestVersion).toBe(cacheVersions.length);
});

it('leaves released versions as they were', () => {
  const hashes = Object.fromEntries(
    cacheVersions.map(({ version, tables }) => [
      version,
      createHash('sha256').update(JSON.stringify(tables)).digest('hex').slice(0, 12),
    ]),
  );
  expect(hashes).toEqual(released);
});

it('has no plaintext index: a primary key and nothing else', () => {
  for (const { tables } of cacheVersions) for (const schema of Object.values(tables)) expect(schema).toBe('k');
});

it('knows a newer database by its number', () => {
  expect(isNewer(newestVersion * 10)).toBe(false);
  expect(isNewer(newestVersion * 10 + 1)).toBe(true);
});
