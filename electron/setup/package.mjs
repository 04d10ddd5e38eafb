/**
 * Packs the built app with electron-builder into release/<kind>.
 *   e2e           the build for tests, inspector on: Playwright drives it
 *   release-like  the users' build with every fuse that this Electron has; refuses debugging switches
 *   release       the same for users; refuses the fallback Electron, which is out of support
 * Usage: node package.mjs KIND [--built]   (--built: out/ is fresh, do not build again)
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses';
import { build, Platform } from 'electron-builder';
import { findElectron } from './electron-binary.mjs';
import { builtApp, builtForTests, root, toolEnvironment } from './paths.mjs';

const kinds = ['e2e', 'release-like', 'release'];

/** The wanted state of each fuse; a fuse that an older Electron lacks is left out and named. */
function wantedFuses(kind) {
  return {
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableCookieEncryption]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: kind === 'e2e',
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
    [FuseV1Options.WasmTrapHandlers]: true,
  };
}

async function setFuses(binary, kind) {
  const wire = await getCurrentFuseWire(binary);
  const wanted = Object.entries(wantedFuses(kind));
  const known = wanted.filter(([fuse]) => fuse in wire);
  const missing = wanted.filter(([fuse]) => !(fuse in wire)).map(([fuse]) => FuseV1Options[Number(fuse)]);
  if (missing.length > 0 && kind === 'release') throw new Error(`This Electron lacks fuses: ${missing.join(', ')}.`);
  if (missing.length > 0) console.log(`Not in this Electron: ${missing.join(', ')}.`);
  await flipFuses(binary, { version: FuseVersion.V1, ...Object.fromEntries(known) });
}

function buildSources(kind) {
  const tool = path.join(
    root,
    'node_modules',
    '.bin',
    process.platform === 'win32' ? 'electron-vite.cmd' : 'electron-vite',
  );
  const args = ['build', '--logLevel', 'warn', ...(kind === 'e2e' ? ['--mode', 'e2e'] : [])];
  const done = spawnSync(tool, args, {
    cwd: root,
    stdio: 'inherit',
    env: toolEnvironment(),
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) throw new Error('The build failed; its message stands above.');
}

function configuration(electron, output) {
  return {
    appId: 'org.amparo.app',
    productName: 'Amparo',
    electronVersion: electron.version,
    electronDist: electron.dist,
    directories: { output },
    files: ['**/*'],
    asar: true,
    npmRebuild: false,
    publish: null,
    linux: { target: 'dir', executableName: 'amparo', category: 'Office', maintainer: 'Amparo contributors' },
    mac: { target: 'dir', category: 'public.app-category.productivity' },
    win: { target: 'dir', executableName: 'Amparo' },
  };
}

/** The unpacked folder and the executable in it that electron-builder has made. */
function packedBinary(output) {
  const places = {
    linux: ['linux-unpacked', 'amparo'],
    win32: ['win-unpacked', 'Amparo.exe'],
    darwin: [process.arch === 'arm64' ? 'mac-arm64' : 'mac', 'Amparo.app'],
  };
  return path.join(output, ...(places[process.platform] ?? places.linux));
}

/** Our licence goes with the package; Electron's own default app does not. */
function tidy(folder) {
  fs.rmSync(path.join(folder, 'resources', 'default_app.asar'), { force: true });
  if (process.platform !== 'darwin') fs.copyFileSync(path.join(root, 'LICENSE'), path.join(folder, 'LICENSE'));
}

async function pack(kind, isBuilt) {
  const electron = findElectron();
  if (electron === null) throw new Error('No Electron is set up: run "npm run setup".');
  if (kind === 'release' && electron.isFallback) {
    throw new Error(
      `Electron ${electron.version} is a fallback for building and testing and out of support: a release for users is never made from it. Run "npm run setup" where Electron's own download can be reached.`,
    );
  }
  if (!isBuilt) buildSources(kind);
  const output = path.join(root, 'release', kind);
  fs.rmSync(output, { recursive: true, force: true });
  await build({
    targets: Platform.current().createTarget('dir'),
    // The built folder is a project of its own without dependencies; from the root electron-builder would list all of ours.
    projectDir: kind === 'e2e' ? builtForTests : builtApp,
    config: configuration(electron, output),
  });
  const binary = packedBinary(output);
  await setFuses(binary, kind);
  tidy(path.dirname(binary));
  console.log(`Packed: ${path.relative(root, binary)}`);
}

const [kind, ...flags] = process.argv.slice(2);
if (!kinds.includes(kind)) {
  console.error(`Usage: node package.mjs ${kinds.join(' | ')} [--built]`);
  process.exitCode = 2;
} else {
  await pack(kind, flags.includes('--built')).catch((error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
