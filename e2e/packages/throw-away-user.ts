/** A user made for one run, so that the package runs as a user would run it: not root, with Chromium's real sandbox. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

export interface Installed {
  readonly binary: string;
  readonly home: string;
  /** Starts a program as the user. */
  start(program: string, args: readonly string[], env: Readonly<Record<string, string>>): ChildProcess;
  remove(): void;
}

const isRoot = process.getuid?.() === 0;

/**
 * Copies the package to where the user can read it and makes its sandbox helper setuid root, as an installer does. Without
 * root the current user runs the package in place, with the sandbox of user namespaces.
 */
export function installForUser(unpacked: string): Installed {
  const place = fs.mkdtempSync('/var/tmp/amparo-package-');
  fs.chmodSync(place, 0o755);
  const home = path.join(place, 'home');
  const app = path.join(place, 'app');
  fs.cpSync(unpacked, app, { recursive: true });
  fs.mkdirSync(home);
  const name = `amparo${process.pid}`;
  if (isRoot) {
    execFileSync('useradd', ['--no-create-home', '--home-dir', home, '--shell', '/bin/sh', name]);
    execFileSync('chown', [`${name}:`, home]);
    execFileSync('chown', ['-R', 'root:root', app]);
    execFileSync('chmod', ['-R', 'go+rX', app]);
    fs.chmodSync(path.join(app, 'chrome-sandbox'), 0o4755);
  }
  return {
    binary: path.join(app, 'amparo'),
    home,
    start(program, args, env) {
      const settings = Object.entries({ HOME: home, PATH: '/usr/bin:/bin', LANG: 'en_US.UTF-8', ...env }).map(
        ([key, value]) => `${key}=${value}`,
      );
      const command = ['env', '-i', ...settings, program, ...args];
      const whole = isRoot ? ['setpriv', `--reuid=${name}`, `--regid=${name}`, '--init-groups', ...command] : command;
      return spawn(whole[0] ?? 'env', whole.slice(1), { cwd: home, stdio: ['ignore', 'pipe', 'pipe'] });
    },
    remove() {
      if (isRoot) execFileSync('userdel', ['--force', name], { stdio: 'ignore' });
      fs.rmSync(place, { recursive: true, force: true });
    },
  };
}
