import { expect, it } from 'vitest';
import { testVault } from '#shared/vault/testing.ts';
import { newEpoch, wipeKeys } from '#shared/vault/vault.ts';
import { hiddenNames } from './hidden-name.ts';

it('is the same over a new epoch, another one for another purpose, and gone with the keys', () => {
  const { keys, random } = testVault();
  const hidden = hiddenNames(keys);
  const name = hidden('file', 'c1');
  expect(name).toMatch(/^[0-9a-f]{32}$/);
  expect(hidden('pending', 'c1')).not.toBe(name);
  newEpoch(keys, random);
  expect(hidden('file', 'c1')).toBe(name);
  wipeKeys(keys);
  expect(() => hidden('file', 'c1')).toThrow('vault-damaged');
});
