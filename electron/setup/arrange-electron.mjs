/**
 * Turns another application's Electron folder into a plain one: its V8 snapshot off, the inspector on (Playwright
 * needs it), and a default app that opens the folder named on the command line.
 * Usage: node arrange-electron.mjs FOLDER
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createPackage } from '@electron/asar';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';

/** An ES module with a top-level await: a CommonJS one would let `ready` fire before the app registers its protocol. */
const defaultApp = `import { app } from 'electron';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
const folder = path.resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.');
const about = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
app.setName(about.productName ?? about.name);
app.setVersion(about.version);
app.setAppPath(folder);
await import(pathToFileURL(path.join(folder, about.main)).href);
`;

const dist = process.argv[2];
if (dist === undefined) throw new Error('Usage: node arrange-electron.mjs FOLDER');

await flipFuses(path.join(dist, 'electron'), {
  version: FuseVersion.V1,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: true,
});

const source = fs.mkdtempSync(path.join(os.tmpdir(), 'amparo-default-app-'));
try {
  fs.writeFileSync(
    path.join(source, 'package.json'),
    JSON.stringify({ name: 'default-app', type: 'module', main: 'main.js' }),
  );
  fs.writeFileSync(path.join(source, 'main.js'), defaultApp);
  await createPackage(source, path.join(dist, 'resources', 'default_app.asar'));
} finally {
  fs.rmSync(source, { recursive: true, force: true });
}
for (const leftOver of ['resources/app', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin']) {
  fs.rmSync(path.join(dist, leftOver), { recursive: true, force: true });
}
