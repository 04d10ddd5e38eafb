/** The cost of the key of a new vault, chosen and timed on Electron's own Node, beside the least that OWASP asks for. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { electronExecutable } from '../support/electron.ts';
import { bundle } from './bundle.ts';
import { median, type Row, row } from './measure.ts';

const LEAST_MIB = 64;

interface Told {
  readonly memoryKiB: number;
  readonly passes: number;
  readonly ours: readonly number[];
  readonly floor: readonly number[];
}

export async function benchKey(_vaults: unknown, scratch: string): Promise<Row[]> {
  const script = path.join(scratch, 'derive-cost.mjs');
  fs.writeFileSync(script, await bundle('peer/derive-cost.ts', 'es'));
  const done = spawnSync(electronExecutable(), [script], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
  });
  if (done.status !== 0) throw new Error(`The derivation did not run: ${done.stderr}`);
  const told = JSON.parse(done.stdout) as Told;
  const memory = told.memoryKiB / 1024;
  const ours = median(told.ours) / 1000;
  const floor = median(told.floor) / 1000;
  console.error(`Key: ${memory} MiB, t=${told.passes}`);
  const peer = 'OWASP floor, 19 MiB t=2';
  return [
    row({
      name: 'key derivation, new vault',
      figure: ours,
      unit: 's',
      peer,
      peerFigure: floor,
      goal: '0.75 to 2 s',
      pass: ours >= 0.75 && ours <= 2,
    }),
    row({
      name: `key derivation, memory at t=${told.passes}`,
      figure: memory,
      unit: 'MiB',
      peer,
      peerFigure: 19,
      goal: `≥ ${LEAST_MIB} MiB, t ≥ 3`,
      pass: memory >= LEAST_MIB && told.passes >= 3,
    }),
  ];
}
