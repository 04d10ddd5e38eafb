/** Starts the derive process and gives it one end of a channel; the other end goes to the page, so main sees no key. */
import path from 'node:path';
import { MessageChannelMain, type MessagePortMain, utilityProcess } from 'electron';
import type { DeriveJob } from '../derive/derive.ts';

export interface Derivation {
  /** Ends the process at once; no failure is reported. */
  cancel(): void;
  /** Called once if the process dies without an answer. */
  onFailure(listener: () => void): void;
  /** Settles when the process has ended: true once it has answered on the port. */
  readonly ended: Promise<boolean>;
}

export function startDerivation(job: DeriveJob): { derivation: Derivation; keyPort: MessagePortMain } {
  const { port1, port2 } = new MessageChannelMain();
  const child = utilityProcess.fork(path.join(import.meta.dirname, 'derive.js'), [], {
    serviceName: 'Amparo key derivation',
    stdio: 'ignore',
    env: {},
  });
  let isCancelled = false;
  let report = (): void => undefined;
  const ended = new Promise<boolean>((resolve) => {
    child.once('exit', (code) => resolve(code === 0 && !isCancelled));
  });
  child.once('exit', (code) => {
    if (code !== 0 && !isCancelled) report();
  });
  // The message is a copy: the caller wipes its own bytes afterwards.
  child.postMessage(job, [port1]);
  return {
    keyPort: port2,
    derivation: {
      ended,
      cancel() {
        isCancelled = true;
        child.kill();
      },
      onFailure(listener) {
        report = listener;
      },
    },
  };
}
