/** Debian packages that a window, a headless run and the tests need. Other systems bring their own. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

/** Newer releases renamed some libraries ("t64"): any of the names in one entry will do. */
const groups = {
  window: [
    ['libgtk-3-0', 'libgtk-3-0t64'],
    ['libnss3'],
    ['libasound2', 'libasound2t64'],
    ['libgbm1'],
    ['libxss1'],
    ['libsecret-1-0'],
    ['unzip'],
  ],
  headless: [['xvfb'], ['xauth']],
  tests: [['qpdf'], ['poppler-utils'], ['python3'], ['strace'], ['libimage-exiftool-perl'], ['fakeroot']],
};

function installedNames(names) {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query fills these in.
  const format = '-f=${Package} ${db:Status-Abbrev}\n';
  const asked = spawnSync('dpkg-query', ['-W', format, ...names], { encoding: 'utf8' });
  const lines = (asked.stdout ?? '').split('\n').filter((line) => / ii/.test(line));
  return new Set(lines.map((line) => line.split(' ')[0]));
}

function candidateOf(names) {
  const known = names.filter((name) => spawnSync('apt-cache', ['show', name], { stdio: 'ignore' }).status === 0);
  return known.at(-1) ?? names[0];
}

/**
 * Installs the missing packages of the wanted groups as root; otherwise prints the one line to run and stops.
 * @param {('window' | 'headless' | 'tests')[]} wanted
 */
export function installDebianPackages(wanted) {
  if (process.platform !== 'linux' || !fs.existsSync('/usr/bin/dpkg-query')) return;
  const entries = wanted.flatMap((group) => groups[group]);
  const present = installedNames(entries.flat());
  const missing = entries.filter((names) => !names.some((name) => present.has(name)));
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0) {
    const names = missing.map((choice) => candidateOf(choice));
    throw new Error(
      `Some system libraries are missing. Run this once, then try again:\n  sudo apt-get install -y --no-install-recommends ${names.join(' ')}`,
    );
  }
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (args) =>
    spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env: environment }).status === 0;
  console.log('Setup: installing system libraries by apt-get.');
  apt(['update']);
  const names = missing.map((choice) => candidateOf(choice));
  if (!apt(['install', '-y', '--no-install-recommends', ...names])) {
    throw new Error(`apt-get could not install: ${names.join(' ')}. Its own message stands above.`);
  }
}
