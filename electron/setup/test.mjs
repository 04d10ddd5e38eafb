/**
 * Runs everything that must hold and ends with one line "N passed, N failed, N skipped".
 * Usage: node test.mjs check | all | long   (by `npm run check`, `npm test`, `npm run test:long`)
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { boundaryProblems } from './boundaries.mjs';
import { root, toolEnvironment, toolNode } from './paths.mjs';
import { readPlaywright, readVitest, report } from './results.mjs';
import { textProblems } from './texts.mjs';

const results = path.join(root, 'test-results');
const bin = (name) => path.join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);
const projects = ['shared', 'electron', 'electron/preload', 'renderer', 'e2e'];

/** Runs a program to its end; `isLoud` shows its output while it runs. */
function run(command, { isLoud = false, env = {} } = {}) {
  return new Promise((resolve) => {
    const [program, ...args] = command;
    const child = spawn(program, args, {
      cwd: root,
      env: toolEnvironment(env),
      stdio: ['ignore', isLoud ? 'inherit' : 'pipe', isLoud ? 'inherit' : 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout?.on('data', (part) => (output += part));
    child.stderr?.on('data', (part) => (output += part));
    child.on('error', (error) => resolve({ status: 1, output: String(error) }));
    child.on('close', (status) => resolve({ status: status ?? 1, output }));
  });
}

/** A check that is no test of a runner counts as one outcome. */
async function step(name, work) {
  const before = Date.now();
  const problems = await work();
  const ms = Date.now() - before;
  const state = problems.length === 0 ? 'passed' : 'failed';
  console.log(`${state === 'passed' ? '✓' : '✗'} ${name} (${(ms / 1000).toFixed(1)} s)`);
  for (const problem of problems.slice(0, 60)) console.log(`    ${problem}`);
  return { name, state, ms, detail: problems.slice(0, 40).join('\n') };
}

function programStep(name, command) {
  return step(name, async () => {
    const { status, output } = await run(command);
    return status === 0 ? [] : output.trim().split('\n').slice(-60);
  });
}

async function staticChecks() {
  const outcomes = [];
  for (const project of projects)
    outcomes.push(await programStep(`types of ${project}`, [bin('tsc'), '-p', project, '--noEmit']));
  outcomes.push(await programStep('lint and format', [bin('biome'), 'check', '--max-diagnostics=50', '.']));
  outcomes.push(await step('import directions and cycles', boundaryProblems));
  outcomes.push(await step('texts in both languages', textProblems));
  outcomes.push(await programStep('templates', [toolNode, 'electron/document/check-templates.ts']));
  return outcomes;
}

async function unitTests(isLong) {
  const file = path.join(results, isLong ? 'unit-long.json' : 'unit.json');
  fs.rmSync(file, { force: true });
  console.log('… unit tests');
  const command = [
    bin('vitest'),
    'run',
    '--config',
    '.vitest.config.ts',
    '--reporter=json',
    `--outputFile=${file}`,
    '--passWithNoTests',
  ];
  await run(command, { env: isLong ? { AMPARO_LONG: '1' } : {} });
  return readVitest(file);
}

async function builds(withPackages) {
  const outcomes = [
    await programStep('build', [bin('electron-vite'), 'build', '--logLevel', 'warn']),
    await programStep('build for tests', [bin('electron-vite'), 'build', '--logLevel', 'warn', '--mode', 'e2e']),
  ];
  if (!withPackages) return outcomes;
  for (const kind of ['e2e', 'release-like']) {
    outcomes.push(await programStep(`package ${kind}`, [toolNode, 'electron/setup/package.mjs', kind, '--built']));
  }
  return outcomes;
}

async function appTests(isLong) {
  const file = path.join(results, isLong ? 'app-long.json' : 'app.json');
  fs.rmSync(file, { force: true });
  console.log('… the app in Electron');
  const command = [
    bin('playwright'),
    'test',
    '-c',
    'e2e/playwright.config.ts',
    '--reporter=list,json',
    '--pass-with-no-tests',
  ];
  const screen =
    process.platform === 'linux' && !process.env.DISPLAY ? ['xvfb-run', '-a', '-s', '-screen 0 1600x1000x24'] : [];
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: file, ...(isLong ? { AMPARO_LONG: '1' } : {}) };
  await run([...screen, ...command], { isLoud: true, env });
  return readPlaywright(file);
}

async function main(mode) {
  fs.mkdirSync(results, { recursive: true });
  if (mode === 'check') return report([...(await staticChecks()), ...(await unitTests(false))]);
  if (mode === 'long') return report([...(await builds(false)), ...(await unitTests(true)), ...(await appTests(true))]);
  if (mode === 'all') {
    const before = [...(await staticChecks()), ...(await unitTests(false)), ...(await builds(true))];
    return report([...before, ...(await appTests(false))]);
  }
  console.error('Usage: node test.mjs check | all | long');
  return 2;
}

process.exitCode = await main(process.argv[2]);
