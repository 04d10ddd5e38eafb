import type { ChildProcess } from 'node:child_process';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from '@playwright/test';
import { root } from '../support/electron.ts';
import { inkOf, openScreen, type Screen, toPng } from './screen.ts';
import { type Installed, installForUser } from './throw-away-user.ts';

const unpacked = path.join(root, 'release', 'release-like', 'linux-unpacked');

let screen: Screen;
let installed: Installed;

test.beforeAll(async () => {
  if (!fs.existsSync(unpacked)) throw new Error('There is no package: run "npm run package:release-like" first.');
  screen = await openScreen();
  installed = installForUser(unpacked);
});

test.afterAll(() => {
  installed?.remove();
  screen?.close();
});

function start(args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess {
  return installed.start(installed.binary, args, { DISPLAY: screen.display, ...env });
}

function ended(child: ChildProcess): Promise<{ code: number | null; signal: string | null }> {
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
}

function within<T>(promise: Promise<T>, ms: number): Promise<T | 'still running'> {
  return Promise.race([
    promise,
    new Promise<'still running'>((resolve) => setTimeout(() => resolve('still running'), ms)),
  ]);
}

/** Command line and seccomp state of every process of the installed app. */
function processes(): { readonly type: string; readonly seccomp: string; readonly uid: string }[] {
  return fs.readdirSync('/proc').flatMap((pid) => {
    try {
      const command = fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
      if (!command[0]?.startsWith(path.dirname(installed.binary))) return [];
      const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8');
      const field = (name: string): string => new RegExp(`^${name}:\\s*(\\S+)`, 'm').exec(status)?.[1] ?? '';
      const type = command.join(' ').match(/--type=(\S+)/)?.[1] ?? 'main';
      return [{ type, seccomp: field('Seccomp'), uid: field('Uid') }];
    } catch {
      return [];
    }
  });
}

test('starts for a user who is not root, shows its first window, and ends with 0', async () => {
  const child = start([]);
  const end = ended(child);
  await expect
    .poll(() => inkOf(screen.read()).marked, { timeout: 60_000, message: 'something is drawn on the screen' })
    .toBeGreaterThan(20_000);
  await expect
    .poll(() => inkOf(screen.read()).colours, { timeout: 20_000, message: 'text is drawn' })
    .toBeGreaterThan(20);
  fs.mkdirSync(path.join(root, 'test-results'), { recursive: true });
  fs.writeFileSync(path.join(root, 'test-results', 'release-like.png'), toPng(screen.read()));

  const running = processes();
  const renderers = running.filter((one) => one.type === 'renderer');
  expect(renderers.length).toBeGreaterThan(0);
  expect(renderers.map((one) => one.seccomp)).toEqual(renderers.map(() => '2'));
  if (process.getuid?.() === 0) expect(running.map((one) => one.uid)).not.toContain('0');

  child.kill('SIGTERM');
  expect(await within(end, 10_000)).toEqual({ code: 0, signal: null });
});

const refusedSwitches = [
  '--remote-debugging-port=9333',
  '--remote-debugging-pipe',
  '--inspect',
  '--inspect-brk',
  '--js-flags=--expose-gc',
  '--no-sandbox',
  '--disable-web-security',
  '--load-extension=/tmp',
  '--host-resolver-rules=MAP * 127.0.0.1',
];

for (const name of refusedSwitches) {
  test(`refuses to start with ${name.split('=')[0]}`, async () => {
    const child = start([name]);
    let said = '';
    child.stderr?.on('data', (part) => {
      said += part;
    });
    const before = Date.now();
    const end = await within(ended(child), 10_000);
    if (end === 'still running') child.kill('SIGKILL');
    expect(end).toEqual({ code: 3, signal: null });
    expect(Date.now() - before).toBeLessThan(5000);
    expect(said).toContain(`does not start with ${name.split('=')[0]}`);
  });
}

test('is not a Node by ELECTRON_RUN_AS_NODE, and runs nothing of NODE_OPTIONS', async () => {
  const proof = path.join(installed.home, 'proof');
  const script = path.join(installed.home, 'evil.cjs');
  fs.writeFileSync(script, `require('node:fs').writeFileSync(${JSON.stringify(proof)}, 'ran')`);
  const tries: [string[], Record<string, string>][] = [
    [[script], { ELECTRON_RUN_AS_NODE: '1' }],
    [[], { NODE_OPTIONS: `--require ${script}` }],
  ];
  for (const [args, env] of tries) {
    const child = start(args, env);
    const end = ended(child);
    await new Promise((resolve) => setTimeout(resolve, 4000));
    child.kill('SIGTERM');
    expect(await within(end, 10_000)).not.toBe('still running');
  }
  expect(fs.existsSync(proof)).toBe(false);
});

test('has every fuse of this Electron set', () => {
  const tool = path.join(root, 'node_modules', '.bin', 'electron-fuses');
  const env = { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1' };
  const read = stripVTControlCharacters(
    execFileSync(tool, ['read', '--app', path.join(unpacked, 'amparo')], { encoding: 'utf8', env }),
  );
  const states = [...read.matchAll(/^\s*(\w+) is (Enabled|Disabled)/gm)].map((match) => `${match[1]} ${match[2]}`);
  expect(states).toEqual([
    'RunAsNode Disabled',
    'EnableCookieEncryption Enabled',
    'EnableNodeOptionsEnvironmentVariable Disabled',
    'EnableNodeCliInspectArguments Disabled',
    'EnableEmbeddedAsarIntegrityValidation Enabled',
    'OnlyLoadAppFromAsar Enabled',
    'LoadBrowserProcessSpecificV8Snapshot Disabled',
    'GrantFileProtocolExtraPrivileges Disabled',
    ...(states.length > 8 ? ['WasmTrapHandlers Enabled'] : []),
  ]);
});

test('a release for users is never made from the fallback Electron', () => {
  const tool = path.join(root, 'electron', 'setup', 'package.mjs');
  const hasFallback = !fs.existsSync(path.join(root, 'node_modules', 'electron', 'dist', 'version'));
  test.skip(!hasFallback, 'the official Electron is installed here');
  let said = '';
  try {
    execFileSync(process.execPath, [tool, 'release', '--built'], { encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    said = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
  }
  expect(said).toContain('a release for users is never made from it');
});
