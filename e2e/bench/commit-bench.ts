/**
 * From the click on an answer to "Saved" painted in the status line, the flush to the disk included, in a vault of 5,000
 * people. Then the same with every fdatasync of the main process held up for two seconds: "Saved" must not be earlier.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { launchApp, type RunningApp } from '../support/launch.ts';
import { percentile, type Row, row, sleep } from './measure.ts';
import { bringPeer } from './peer-page.ts';
import { type BenchVaults, firstFearEvent, lockAtClients, openVault } from './vaults.ts';

const PEOPLE = 5000;
const SAVES = 200;
const DELAY_MS = 2000;
/** Nobody answers faster; what follows a save (lists, counts) is over by the next. */
const BETWEEN_MS = 100;

declare global {
  var benchSaves: number[];
}

/** Runs in the main window before its own scripts: notes the time from each click to the painted "Saved". */
function watchSaves(): void {
  if (!location.pathname.endsWith('/index.html')) return;
  const saves: number[] = [];
  globalThis.benchSaves = saves;
  let clicked: number | null = null;
  document.addEventListener(
    'click',
    (event) => {
      clicked = event.timeStamp;
    },
    true,
  );
  const whenShown = (from: number): void => {
    const text = document.querySelector('footer [role="status"]')?.textContent ?? '';
    if (!/^Saved/.test(text)) {
      setTimeout(() => whenShown(from));
      return;
    }
    requestAnimationFrame(() => setTimeout(() => saves.push(performance.now() - from)));
  };
  const Real = Worker;
  globalThis.Worker = class extends Real {
    constructor(address: string | URL, options?: WorkerOptions) {
      super(address, options);
      this.addEventListener('message', ({ data }) => {
        if (data.kind !== 'notice' || data.notice.kind !== 'saved' || clicked === null) return;
        whenShown(clicked);
        clicked = null;
      });
    }
  };
}

/** Opens a fear event of the first family: a form of many answers, each saved by its click. */
async function openForm(page: Page): Promise<void> {
  const { caseId, eventId } = firstFearEvent(PEOPLE);
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/case/${caseId}/fear/${eventId}/asked`);
  await page.getByRole('main').getByRole('radio').nth(1).waitFor();
}

/** Clicks the two first answers of a question in turn, the one not chosen first; answers the milliseconds of each save. */
async function save(page: Page, times: number): Promise<number[]> {
  const radios = page.getByRole('main').getByRole('radio');
  const offset = (await radios.nth(0).isChecked()) ? 1 : 0;
  for (let at = 0; at < times; at += 1) {
    const done = await page.evaluate(() => globalThis.benchSaves.length);
    await radios.nth((at + offset) % 2).click({ force: true });
    const deadline = Date.now() + 30_000;
    while ((await page.evaluate(() => globalThis.benchSaves.length)) === done) {
      if (Date.now() > deadline) throw new Error(`Click ${at + 1} was not followed by "Saved" within 30 seconds.`);
      await sleep(5);
    }
    await sleep(BETWEEN_MS);
  }
  return page.evaluate((count) => globalThis.benchSaves.slice(-count), times);
}

/** Holds up every fdatasync of a process until the answered child is killed. */
async function delayFlushes(pid: number, log: string): Promise<ChildProcess> {
  const inject = `inject=fdatasync:delay_enter=${DELAY_MS * 1000}`;
  const child = spawn('strace', ['-f', '-p', String(pid), '-e', 'trace=fdatasync', '-e', inject, '-o', log], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await new Promise<void>((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (piece: Buffer) => {
      said += piece.toString();
      if (said.includes('attached')) resolve();
    });
    child.once('exit', () => reject(new Error(`strace could not attach: ${said}`)));
  });
  return child;
}

/** The shortest of three saves while the disk is slow, in milliseconds. */
async function slowDisk(app: RunningApp, page: Page, scratch: string): Promise<number> {
  const pid = app.electron.process().pid;
  if (pid === undefined) throw new Error('The app has no process.');
  const log = path.join(scratch, 'fdatasync.log');
  const strace = await delayFlushes(pid, log);
  try {
    const times = await save(page, 3);
    const seen = fs.readFileSync(log, 'utf8').match(/fdatasync\(/g)?.length ?? 0;
    if (seen < times.length) throw new Error(`${times.length} saves, but only ${seen} fdatasync were seen.`);
    console.error(`Saves with fdatasync delayed: ${times.map((time) => Math.round(time)).join(', ')} ms`);
    return Math.min(...times);
  } finally {
    strace.kill('SIGINT');
    await new Promise((resolve) => strace.once('exit', resolve));
  }
}

async function peerPuts(scratch: string): Promise<number[]> {
  const dataFolder = path.join(scratch, 'peer-puts');
  fs.mkdirSync(path.join(dataFolder, 'home'), { recursive: true });
  const app = await launchApp({ dataFolder });
  try {
    const page = await app.unlockWindow();
    await bringPeer(page);
    await page.evaluate((count) => globalThis.peer.fill(count), PEOPLE);
    return await page.evaluate((count) => globalThis.peer.putSome(count), SAVES);
  } finally {
    await app.close();
  }
}

export async function benchCommit(vaults: BenchVaults, scratch: string): Promise<Row[]> {
  const app = await launchApp({ dataFolder: await vaults.folder(PEOPLE) });
  let times: number[];
  let slow: number;
  try {
    await app.electron.context().addInitScript(watchSaves);
    const page = await openVault(app);
    await openForm(page);
    await save(page, 10);
    times = await save(page, SAVES);
    slow = await slowDisk(app, page, scratch);
    await lockAtClients(app, page);
  } finally {
    await app.close();
  }
  const puts = await peerPuts(scratch);
  const ours = percentile(times, 0.95);
  const theirs = percentile(puts, 0.95);
  console.error(`Saves: median ${Math.round(percentile(times, 0.5))} ms, most ${Math.round(Math.max(...times))} ms`);
  return [
    row({
      name: 'commit, click to "Saved", p95',
      figure: ours,
      unit: 'ms',
      peer: 'Dexie strict put, no screen',
      peerFigure: theirs,
      goal: '≤ 50 ms',
      pass: ours <= 50,
    }),
    row({
      name: '"Saved" with fdatasync 2 s late, earliest',
      figure: slow,
      unit: 'ms',
      peer: 'the delay',
      peerFigure: DELAY_MS,
      goal: `≥ ${DELAY_MS} ms`,
      pass: slow >= DELAY_MS,
    }),
  ];
}
