import type { AmparoBridge } from '#shared/ipc/contract.ts';

declare global {
  interface Window {
    /** The only way from a page to the main process; see shared/ipc/contract.ts. */
    readonly amparo: AmparoBridge;
  }
  /** True only in the build for tests (`electron-vite build --mode e2e`). */
  const __TEST_BUILD__: boolean;
}
