import { describe, expect, it } from 'vitest';
import { isOwnAddress } from './origin.ts';
import { contentPolicy } from './policy.ts';

describe('contentPolicy', () => {
  it.each(['page', 'intake', 'print'] as const)('%s opens nothing remote, inline or evaluated', (kind) => {
    const policy = contentPolicy(kind, 'abc');
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/'unsafe-(inline|eval|hashes)'/);
    expect(policy).not.toMatch(/https?:|ws:|\*/);
    expect(policy).toContain("script-src 'self'");
  });
  it('gives WebAssembly to the key-less window only', () => {
    expect(contentPolicy('page', 'x')).not.toContain('wasm');
    expect(contentPolicy('intake', 'x')).toContain("'wasm-unsafe-eval'");
  });
});

describe('isOwnAddress', () => {
  it.each(['app://amparo/index.html', 'app://amparo/', 'app://amparo/index.html#/clients'])('%s is ours', (address) => {
    expect(isOwnAddress(address)).toBe(true);
  });
  it.each([
    'app://other/index.html',
    'https://amparo/',
    'file:///etc/passwd',
    'app://amparo.evil/',
    'app://u@amparo/',
    'about:blank',
    '',
  ])('%s is not', (address) => {
    expect(isOwnAddress(address)).toBe(false);
  });
});
