/** Entry of the store worker: joins the session to its messages, the main process (by relay) and the key port. */
import type { Result } from '#shared/errors.ts';
import type { Answer, Arg, Channel } from '#shared/ipc/contract.ts';
import { webBlobCipher } from '#shared/vault/vault.ts';
import { openDexieCache } from './cache/dexie-cache.ts';
import { KeyPorts } from './key-ports.ts';
import type { FromWorker, ToWorker } from './protocol.ts';
import { createSession } from './session/session.ts';
import { warmUp } from './warm-up.ts';

interface WorkerScope {
  postMessage(message: FromWorker): void;
  close(): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<ToWorker>) => void): void;
}
const scope = globalThis as unknown as WorkerScope;

const relays = new Map<number, (result: Result<unknown>) => void>();
let nextRelay = 1;
function relay<C extends Channel>(channel: C, arg: Arg<C>): Promise<Result<Answer<C>>> {
  return new Promise((resolve) => {
    const relayId = nextRelay++;
    relays.set(relayId, (result) => resolve(result as Result<Answer<C>>));
    scope.postMessage({ kind: 'relay', relayId, channel, arg: arg as Arg<Channel> });
  });
}

const keyPorts = new KeyPorts();

/** A task later, without the 4 ms that nested timers wait. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

function today(): string {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

const session = createSession({
  relay,
  openCache: (name) => openDexieCache(name),
  derivedKeys: () => keyPorts.opening(),
  derivedKey: (ticket) => keyPorts.take(ticket),
  proof: (ticket) => keyPorts.takeProof(ticket),
  notify: (notice) => scope.postMessage({ kind: 'notice', notice }),
  now: () => Date.now(),
  today,
  random: (length) => crypto.getRandomValues(new Uint8Array(length)),
  pause,
  later: (ms, work) => {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
  // A virus scanner lets go within a second; a sleeping disk wakes within ten.
  readAgainAfter: [1000, 4000, 10_000],
  templateTexts: async () => (await import('./template-texts.ts')).templateTexts,
  blobCipher: webBlobCipher(crypto.subtle as unknown as Parameters<typeof webBlobCipher>[0]),
});

scope.addEventListener('message', ({ data }) => {
  if (data.kind === 'key-port') return keyPorts.listen(data.ticket, data.port);
  if (data.kind === 'end') {
    session.close();
    void keyPorts.wipe().finally(() => scope.close());
    return;
  }
  if (data.kind === 'relayed') {
    relays.get(data.relayId)?.(data.result);
    relays.delete(data.relayId);
    return;
  }
  void session.handle(data.name, data.arg as never).then((result) => {
    scope.postMessage({ kind: 'answer', id: data.id, result });
  });
});

void warmUp(pause);
