/**
 * `npm run bench`: measures every figure on the built app beside a peer in the same run and prints one table.
 *   --json FILE     writes [{name, figure, unit, peer, peerFigure, ratio, goal, pass}] as well
 *   --only NAME     pdf | unlock | commit | start | key | typing; may be given more than once
 *   --vaults FOLDER keeps the large vaults there and takes them from there in a later run
 * Reports only: a missed goal stands in the table, and the exit code is 1 only when a bench could not run.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Row } from './measure.ts';
import { type BenchVaults, benchVaults } from './vaults.ts';

type Bench = (vaults: BenchVaults, scratch: string) => Promise<readonly Row[]>;

/** Each bench is loaded when it runs: the PDF bench holds fonts and two other PDF makers. */
const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  pdf: async () => (await import('./pdf-bench.ts')).benchPdf,
  key: async () => (await import('./key-bench.ts')).benchKey,
  start: async () => (await import('./start-bench.ts')).benchStart,
  commit: async () => (await import('./commit-bench.ts')).benchCommit,
  unlock: async () => (await import('./unlock-bench.ts')).benchUnlock,
  typing: async () => (await import('./typing-bench.ts')).benchTyping,
};

function table(rows: readonly Row[]): string {
  const head = ['figure', 'ours', 'peer', '', 'ratio', 'goal', 'pass'];
  const lines = rows.map(({ name, figure, unit, peer, peerFigure, ratio, goal, pass }) => [
    name,
    `${figure} ${unit}`,
    `${peerFigure} ${unit}`,
    peer,
    String(ratio),
    goal,
    pass ? 'yes' : 'NO',
  ]);
  const widths = head.map((title, at) => Math.max(title.length, ...lines.map((line) => line[at]?.length ?? 0)));
  const print = (line: readonly string[]): string =>
    line
      .map((text, at) => text.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd();
  return [head, widths.map((width) => '-'.repeat(width)), ...lines].map(print).join('\n');
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      json: { type: 'string' },
      only: { type: 'string', multiple: true },
      vaults: { type: 'string' },
    },
  });
  const names = values.only ?? Object.keys(benches);
  const unknown = names.filter((name) => !Object.hasOwn(benches, name));
  if (unknown.length > 0) {
    console.error(`Unknown bench: ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`);
    return 2;
  }
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'amparo-bench-'));
  const vaults = benchVaults(values.vaults ?? null);
  const rows: Row[] = [];
  const broken: string[] = [];
  try {
    for (const name of names) {
      console.error(`Bench "${name}", load of the machine ${os.loadavg()[0]?.toFixed(1)} on ${os.cpus().length} cores`);
      try {
        const bench = await benches[name]?.();
        rows.push(...((await bench?.(vaults, scratch)) ?? []));
      } catch (error) {
        console.error(`Bench "${name}" could not run:`, error);
        broken.push(name);
      }
    }
  } finally {
    vaults.remove();
    fs.rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
  console.log(table(rows));
  if (values.json !== undefined) fs.writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);
  if (broken.length > 0) console.log(`Could not run: ${broken.join(', ')}`);
  return broken.length > 0 ? 1 : 0;
}

process.exitCode = await main();
