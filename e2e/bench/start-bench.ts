/**
 * From starting the program to the painted unlock window, files warm, beside an Electron that opens an empty window: ten
 * runs of each in turn. A small program stands before both and reports when the page has painted something.
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { electronExecutable, root, sandboxArguments } from '../support/electron.ts';
import { median, type Row, row } from './measure.ts';

const RUNS = 10;
const LONGEST_MS = 60_000;

/** Loads the app's own main file and prints a line when the first window's page has painted its content. */
const probe = (folder: string, main: string): string => `import { app } from 'electron';
import { pathToFileURL } from 'node:url';
app.setAppPath(${JSON.stringify(folder)});
app.setName('Amparo bench');
app.once('browser-window-created', (_event, window) => {
  window.webContents.once('dom-ready', async () => {
    await window.webContents.executeJavaScript(\`new Promise((done) => {
      const look = () => {
        const page = document.getElementById('root') ?? document.body;
        if (page.childElementCount === 0 || document.visibilityState !== 'visible') return setTimeout(look, 2);
        requestAnimationFrame(() => setTimeout(done));
      };
      look();
    })\`);
    process.stdout.write('painted ' + Date.now() + '\\n');
  });
});
await import(pathToFileURL(${JSON.stringify(main)}).href);
`;

const emptyMain = `import { app, BrowserWindow } from 'electron';
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 760, height: 720, show: false, webPreferences: { sandbox: true } });
  window.once('ready-to-show', () => window.show());
  window.loadFile(new URL('empty.html', import.meta.url).pathname);
});
`;

function writeProgram(folder: string, main: string): string {
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(
    path.join(folder, 'package.json'),
    JSON.stringify({ name: 'bench', version: '1.0.0', type: 'module', main: 'probe.js' }),
  );
  fs.writeFileSync(path.join(folder, 'probe.js'), probe(path.dirname(path.dirname(main)), main));
  return folder;
}

/** Milliseconds from the start of the process to the painted window. */
async function oneStart(program: string, dataFolder: string): Promise<number> {
  fs.mkdirSync(path.join(dataFolder, 'home'), { recursive: true });
  const started = Date.now();
  const child = spawn(electronExecutable(), [program, ...sandboxArguments(), `--user-data-dir=${dataFolder}`], {
    env: { ...process.env, HOME: path.join(dataFolder, 'home'), LANG: 'en_US.UTF-8' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    return await new Promise<number>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('No painted window within a minute.')), LONGEST_MS);
      let said = '';
      child.stdout.on('data', (piece: Buffer) => {
        said += piece.toString();
        const painted = /painted (\d+)/.exec(said);
        if (painted === null) return;
        clearTimeout(late);
        resolve(Number(painted[1]) - started);
      });
    });
  } finally {
    child.kill();
    await ended;
  }
}

export async function benchStart(_vaults: unknown, scratch: string): Promise<Row[]> {
  const emptyFolder = path.join(scratch, 'empty', 'main');
  fs.mkdirSync(emptyFolder, { recursive: true });
  fs.writeFileSync(path.join(emptyFolder, 'index.mjs'), emptyMain);
  fs.writeFileSync(path.join(emptyFolder, 'empty.html'), '<!doctype html><title>Empty</title><body><p>Empty</p>');
  const ours = writeProgram(path.join(scratch, 'start-ours'), path.join(root, 'out', 'app', 'main', 'index.js'));
  const empty = writeProgram(path.join(scratch, 'start-empty'), path.join(emptyFolder, 'index.mjs'));
  const times: { ours: number[]; empty: number[] } = { ours: [], empty: [] };
  for (let run = -1; run < RUNS; run += 1) {
    const one = await oneStart(ours, path.join(scratch, 'start-data-ours'));
    const other = await oneStart(empty, path.join(scratch, 'start-data-empty'));
    // The first of each warms the files.
    if (run < 0) continue;
    times.ours.push(one);
    times.empty.push(other);
  }
  console.error(`Starts: ours ${times.ours.join(', ')}; empty ${times.empty.join(', ')} ms`);
  const figure = median(times.ours);
  const peerFigure = median(times.empty);
  return [
    row({
      name: 'start to the unlock window',
      figure,
      unit: 'ms',
      peer: 'an empty Electron window',
      peerFigure,
      goal: '≤ 1.3 × the empty window',
      pass: figure <= 1.3 * peerFigure,
    }),
  ];
}
