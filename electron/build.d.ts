/** True only in the build for tests (`electron-vite build --mode e2e`); never set by the environment. */
declare const __TEST_BUILD__: boolean;
