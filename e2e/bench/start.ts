/** Start to the unlock window on the screen, beside an Electron that opens one empty window of the same size. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openScreen, type Screen } from '../packages/screen.ts';
import { electronExecutable, root, sandboxArguments } from '../support/electron.ts';
import type { Row } from './pdf-bench.ts';

const RUNS = 10;
const POLL_MS = 4;
const LONGEST_MS = 60_000;

const emptyApp = `const { app, BrowserWindow } = require('electron');
app.setPath('userData', process.argv.at(-1));
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 760, height: 720, show: false, webPreferences: { sandbox: true } });
  window.once('ready-to-show', () => window.show());
  window.loadURL('data:text/html,<title>empty</title>');
});
`;

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Milliseconds from starting the program to the first pixel of a window in the middle of the empty (black) screen. */
async function timeOneStart(screen: Screen, args: readonly string[]): Promise<number> {
  const before = performance.now();
  const child = spawn(electronExecutable(), args, {
    env: { ...process.env, DISPLAY: screen.display },
    stdio: 'ignore',
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  try {
    while (!screen.isMiddleLit()) {
      if (performance.now() - before > LONGEST_MS) throw new Error('No window within a minute.');
      await sleep(POLL_MS);
    }
    return performance.now() - before;
  } finally {
    child.kill('SIGTERM');
    await ended;
    while (screen.isMiddleLit()) await sleep(POLL_MS);
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0)) / 2;
}

/** Median of ten alternating runs each, files warm (one run of each before), on the users' build. */
export async function benchStart(): Promise<Row[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'amparo-start-'));
  const empty = path.join(folder, 'empty');
  fs.mkdirSync(empty);
  fs.writeFileSync(
    path.join(empty, 'package.json'),
    JSON.stringify({ name: 'empty', version: '1.0.0', main: 'main.cjs' }),
  );
  fs.writeFileSync(path.join(empty, 'main.cjs'), emptyApp);
  const screen = await openScreen();
  const ours = (): Promise<number> =>
    timeOneStart(screen, [
      path.join(root, 'out', 'app'),
      ...sandboxArguments(),
      `--user-data-dir=${path.join(folder, 'ours')}`,
    ]);
  const theirs = (): Promise<number> =>
    timeOneStart(screen, [empty, ...sandboxArguments(), path.join(folder, 'theirs')]);
  try {
    await ours();
    await theirs();
    const times: [number, number][] = [];
    for (let run = 0; run < RUNS; run++) times.push([await ours(), await theirs()]);
    const figure = Math.round(median(times.map(([one]) => one)));
    const peerFigure = Math.round(median(times.map(([, other]) => other)));
    const ratio = Math.round((figure / peerFigure) * 100) / 100;
    const name = 'start to the unlock window';
    return [
      {
        name,
        figure,
        unit: 'ms',
        peer: 'empty Electron window',
        peerFigure,
        ratio,
        goal: '≤ 1.3 ×',
        pass: ratio <= 1.3,
      },
    ];
  } finally {
    screen.close();
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

if (process.argv[1] === import.meta.filename) console.table(await benchStart());
