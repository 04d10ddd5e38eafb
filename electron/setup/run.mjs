/**
 * Every command of package.json goes through here: it prepares the machine, then runs the task on Node 24.
 * Usage: node electron/setup/run.mjs TASK [arguments for the task]
 */
import { spawnSync } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { builtApp, root, toolEnvironment, toolNode } from './paths.mjs';
import { prepare } from './prepare.mjs';

const bin = (name) => path.join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);
const build = [bin('electron-vite'), 'build', '--logLevel', 'warn'];
const buildForTests = [...build, '--mode', 'e2e'];
const node = (...script) => [toolNode, ...script];
const setup = (name) => path.join(root, 'electron', 'setup', name);

const window = ['window'];
const hidden = ['window', 'headless'];
const all = ['window', 'headless', 'tests'];

/** What each task needs of the machine, and its commands in order; the caller's arguments go to the last one. */
const tasks = {
  setup: { needs: all, commands: [] },
  build: { needs: window, commands: [build] },
  start: { needs: window, commands: [build, ['ELECTRON', builtApp]] },
  check: { needs: [], commands: [node(setup('test.mjs'), 'check')] },
  test: { needs: all, commands: [node(setup('test.mjs'), 'all')] },
  'test:long': { needs: all, commands: [node(setup('test.mjs'), 'long')] },
  e2e: { needs: all, commands: [buildForTests, [bin('playwright'), 'test', '-c', 'e2e/playwright.config.ts']] },
  demo: { needs: all, commands: [buildForTests, node('e2e/demo/run.ts')] },
  document: { needs: [], commands: [node('electron/document/index.ts')] },
  'check:templates': { needs: [], commands: [node('electron/document/check-templates.ts')] },
  bench: { needs: all, commands: [build, buildForTests, node('e2e/bench/run.ts')] },
  'package:e2e': { needs: all, commands: [node(setup('package.mjs'), 'e2e')] },
  'package:release-like': { needs: all, commands: [node(setup('package.mjs'), 'release-like')] },
  'package:release': { needs: window, commands: [node(setup('package.mjs'), 'release')] },
};

function needsScreen(needs) {
  return needs.includes('headless') && process.platform === 'linux' && !process.env.DISPLAY;
}

/** As root Chromium refuses to start with its sandbox; that is so in containers, never for a user. */
function electronCommand(electron, folder) {
  const isRoot = process.getuid?.() === 0;
  return [electron.executable, folder, ...(isRoot ? ['--no-sandbox'] : [])];
}

function runCommand(command, environment) {
  const [program, ...args] = command;
  const shell = process.platform === 'win32' && program.endsWith('.cmd');
  const done = spawnSync(program, args, { cwd: root, stdio: 'inherit', env: environment, shell });
  if (done.error) throw done.error;
  return done.signal === null ? (done.status ?? 1) : 128 + (os.constants.signals[done.signal] ?? 0);
}

function resolveCommand(command, electron, given, isLast) {
  const base = command[0] === 'ELECTRON' ? electronCommand(electron, command[1]) : command;
  return isLast ? [...base, ...given] : base;
}

function main() {
  const [name, ...given] = process.argv.slice(2);
  const task = tasks[name];
  if (task === undefined) {
    console.error(`Unknown task "${name}". There are: ${Object.keys(tasks).join(', ')}.`);
    return 2;
  }
  const forStart =
    name === 'start' && process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  const electron = prepare({ needs: forStart ? hidden : task.needs });
  const environment = toolEnvironment(electron === null ? {} : { ELECTRON_EXEC_PATH: electron.executable });
  for (const [index, command] of task.commands.entries()) {
    const isLast = index === task.commands.length - 1;
    const whole = resolveCommand(command, electron, given, isLast);
    const screen = forStart ? isLast : needsScreen(task.needs) && isLast;
    if (forStart && isLast)
      console.log('There is no display here: the app runs on an invisible one (Xvfb). Ctrl-C ends it.');
    const status = runCommand(
      screen ? ['xvfb-run', '-a', '-s', '-screen 0 1600x1000x24', ...whole] : whole,
      environment,
    );
    if (status !== 0) return status;
  }
  return 0;
}

try {
  process.exitCode = main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
