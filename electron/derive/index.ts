/**
 * The derive process (`utilityProcess.fork`). Main posts one message {@link DeriveJob} with one end of a
 * MessageChannelMain as its only port; the answer goes to the store worker at the other end, never to main:
 *   {type: 'keys', keys: [{slotId, kek, kdf}]}  or  {type: 'failed', code, detail}
 * Then the process ends with 0; any other exit code means that it died and no answer will come.
 */
import { randomBytes } from 'node:crypto';
import { toFailure } from '#shared/errors.ts';
import { type DeriveJob, deriveKeys } from './derive.ts';

/** What this process uses of Electron's `process.parentPort`. */
interface ParentPort {
  once(event: 'message', listener: (event: { data: DeriveJob; ports: KeyPort[] }) => void): void;
}
/** What it uses of the `MessagePortMain` handed over. */
interface KeyPort {
  postMessage(message: unknown): void;
  start(): void;
  close(): void;
  once(event: 'close', listener: () => void): void;
}

/** Time for the port's message to leave before the process ends, if the other side does not close first. */
const LINGER_MS = 2000;

function parentPort(): ParentPort {
  if (!('parentPort' in process)) throw new Error('derive: runs only as a utility process');
  return process.parentPort as unknown as ParentPort;
}

async function answer(job: DeriveJob, port: KeyPort): Promise<void> {
  try {
    const keys = await deriveKeys(
      job,
      (length) => new Uint8Array(randomBytes(length)),
      () => performance.now(),
    );
    port.postMessage({ type: 'keys', keys });
    for (const { kek } of keys) kek.fill(0);
  } catch (error) {
    const { code, detail } = toFailure(error);
    port.postMessage({ type: 'failed', code, detail });
  }
  port.once('close', () => process.exit(0));
  port.start();
  setTimeout(() => process.exit(0), LINGER_MS);
}

parentPort().once('message', ({ data, ports }) => {
  const [port] = ports;
  if (port === undefined) throw new Error('derive: no port for the keys');
  void answer(data, port);
});
