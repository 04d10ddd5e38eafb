/** Installs what package-lock.json names, and only when something of it is missing. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { modules, root, toolNode } from './paths.mjs';

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

function run(args) {
  const done = spawnSync(npm, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) throw new Error(`"npm ${args.join(' ')}" failed; its own message stands above.`);
}

function readPackages(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')).packages;
  } catch {
    return null;
  }
}

/** True when every package that this system needs is there in the version of the lock file. */
export function isInstalled() {
  const wanted = readPackages(path.join(root, 'package-lock.json'));
  const present = readPackages(path.join(modules, '.package-lock.json'));
  if (wanted === null) throw new Error('package-lock.json is missing or not JSON: take it back from the repository.');
  if (present === null) return false;
  for (const [place, entry] of Object.entries(wanted)) {
    if (place === '' || entry.optional || entry.peer || entry.devOptional) continue;
    if (present[place]?.version !== entry.version) return false;
  }
  return true;
}

export function installPackages() {
  if (!isInstalled()) {
    console.log('Setup: installing the npm packages of package-lock.json (about a minute).');
    run(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  }
  // The package "node" fetches its binary in an install script, which npm may have been told to skip.
  if (!fs.existsSync(toolNode)) {
    console.log('Setup: fetching Node 24 for the tools.');
    run(['rebuild', 'node', '--loglevel=error']);
    if (!fs.existsSync(toolNode)) {
      throw new Error(
        'Node 24 did not arrive in node_modules/node/bin: allow install scripts for the npm package "node".',
      );
    }
  }
}
