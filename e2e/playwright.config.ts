import path from 'node:path';
import { defineConfig } from '@playwright/test';

/** Slow specs are named `*.long.spec.ts` and run by `npm run test:long` only. */
const isLong = process.env.AMPARO_LONG === '1';
const root = path.resolve(import.meta.dirname, '..');

export default defineConfig({
  testDir: '.',
  outputDir: path.join(root, 'test-results', 'playwright'),
  // Two Electrons at a time on two cores; each has its own data folder, so specs do not meet.
  workers: 2,
  fullyParallel: false,
  // At a desk none. On a shared machine one: what passes only then is named at the end, with its first failure.
  retries: process.env.CI ? 1 : 0,
  // An interview of a family, key derivation included, takes about half of this on a slow machine.
  timeout: isLong ? 20 * 60_000 : 180_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  projects: [
    {
      name: 'app',
      testMatch: isLong ? '**/*.long.spec.ts' : '**/*.spec.ts',
      testIgnore: ['packages/**', ...(isLong ? [] : ['**/*.long.spec.ts'])],
    },
    // Needs the packages of `npm run package:e2e` and `npm run package:release-like`.
    ...(isLong ? [] : [{ name: 'packages', testMatch: 'packages/*.spec.ts', workers: 1 }]),
  ],
});
