import { defineConfig } from 'vitest/config';

/** Unit tests lie beside the code as `*.test.ts`; slow ones are named `*.long.test.ts` and run with AMPARO_LONG=1 only. */
const isLong = process.env.AMPARO_LONG === '1';

export default defineConfig({
  define: { __TEST_BUILD__: 'true' },
  test: {
    include: isLong
      ? ['{shared,electron,renderer}/**/*.long.test.{ts,tsx}', 'e2e/support/**/*.long.test.ts']
      : ['{shared,electron,renderer}/**/*.test.{ts,tsx}', 'e2e/support/**/*.test.ts'],
    exclude: ['**/node_modules/**', ...(isLong ? [] : ['**/*.long.test.*'])],
    environment: 'node',
    testTimeout: isLong ? 600_000 : 30_000,
    hookTimeout: 30_000,
  },
});
