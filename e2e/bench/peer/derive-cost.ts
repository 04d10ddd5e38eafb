/** Runs on Electron's own Node: chooses the cost of a new vault as the app does, then times it beside the OWASP floor. */
import { argon2id } from 'hash-wasm';
import { randomBytes } from 'node:crypto';
import { deriveKeys, runArgon2 } from '#electron/derive/derive.ts';

const RUNS = 5;
const secret = (): Uint8Array => new TextEncoder().encode('six invented words for a bench');

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function main(): Promise<void> {
  const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length));
  const [made] = await deriveKeys({ job: 'create', secret: secret() }, random, () => performance.now());
  if (made === undefined || made.kdf.algorithm !== 'argon2id') throw new Error('No key was derived.');
  const { kdf } = made;
  const ours: number[] = [];
  const floor: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    ours.push(await timed(() => runArgon2(secret(), kdf)));
    floor.push(
      await timed(() =>
        argon2id({
          password: secret(),
          salt: random(16),
          iterations: 2,
          memorySize: 19 * 1024,
          parallelism: 1,
          hashLength: 32,
          outputType: 'binary',
        }),
      ),
    );
  }
  process.stdout.write(JSON.stringify({ memoryKiB: kdf.memoryKiB, passes: kdf.passes, ours, floor }));
}

void main();
