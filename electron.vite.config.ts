/**
 * Two builds of the same sources: `electron-vite build` makes out/app, `electron-vite build --mode e2e` makes out/e2e,
 * in which the constant __TEST_BUILD__ is true. Each is a complete app folder: everything is bundled, no node_modules.
 */
import fs from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const at = (...parts: string[]): string => path.resolve(import.meta.dirname, ...parts);

/** Writes the package.json by which Electron and electron-builder know the built folder. */
function appManifest(outDir: string): Plugin {
  return {
    name: 'amparo:app-manifest',
    closeBundle() {
      const about = JSON.parse(fs.readFileSync(at('package.json'), 'utf8'));
      const { name, productName, version, description, author, license } = about;
      const manifest = {
        name,
        productName,
        version,
        description,
        author,
        license,
        type: 'module',
        main: 'main/index.js',
      };
      fs.mkdirSync(outDir, { recursive: true });
      fs.writeFileSync(path.join(outDir, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    },
  };
}

export default defineConfig(({ mode }) => {
  const isTestBuild = mode === 'e2e';
  const outDir = at('out', isTestBuild ? 'e2e' : 'app');
  const define = { __TEST_BUILD__: JSON.stringify(isTestBuild) };
  return {
    main: {
      define,
      plugins: [appManifest(outDir)],
      build: {
        outDir: path.join(outDir, 'main'),
        emptyOutDir: true,
        target: 'node20.18',
        minify: true,
        externalizeDeps: false,
        rollupOptions: {
          input: { index: at('electron/main/index.ts'), derive: at('electron/derive/index.ts') },
          output: { format: 'es', entryFileNames: '[name].js' },
        },
      },
    },
    preload: {
      define,
      build: {
        outDir: path.join(outDir, 'preload'),
        emptyOutDir: true,
        target: 'node20.18',
        externalizeDeps: false,
        rollupOptions: {
          input: { index: at('electron/preload/index.ts') },
          output: { format: 'cjs', entryFileNames: '[name].cjs' },
        },
      },
    },
    renderer: {
      root: at('renderer'),
      define,
      plugins: [react()],
      // Its browser version asks `document`, which the store worker does not have.
      resolve: {
        alias: {
          'decode-named-character-reference': at('node_modules/decode-named-character-reference/index.js'),
        },
      },
      worker: { format: 'es' },
      build: {
        outDir: path.join(outDir, 'renderer'),
        emptyOutDir: true,
        target: 'chrome130',
        minify: true,
        // Read from the disk: a large file costs nothing over a network.
        chunkSizeWarningLimit: 4000,
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        rollupOptions: {
          input: {
            index: at('renderer/index.html'),
            unlock: at('renderer/unlock.html'),
            intake: at('renderer/intake.html'),
            print: at('renderer/print.html'),
          },
        },
      },
    },
  };
});
